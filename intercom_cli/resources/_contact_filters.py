"""What contacts can be searched by, with each field's type (SearchContacts, 2.16)."""

from intercom_cli.record_places import Reading
from intercom_cli.resource import Asked, Paging

TEXTS = (
    "name avatar email email_domain phone formatted_phone external_id language_override browser "
    "browser_language os location.country location.region location.city ios_app_version ios_device "
    "ios_app_device ios_os_version ios_app_name ios_sdk_version android_app_version android_device "
    "android_app_name"
)
DATES = (
    "created_at signed_up_at updated_at last_seen_at last_contacted_at last_replied_at "
    "last_email_opened_at last_email_clicked_at ios_last_seen_at android_last_seen_at"
)
FLAGS = "unsubscribed_from_emails marked_email_as_spam has_hard_bounced"
IDS = "id role owner_id segment_id"
# A contact's record does not show them (schema contact, 2.16).
UNSEEN = frozenset({"segment_id", "formatted_phone", "ios_app_device"})
LISTS = ("tags", "companies", "notes", "social_profiles")
LOCAL = tuple(f"{name}." for name in LISTS)
# Lists in a contact hold ten items at most (schema contact, 2.16).
READING = Reading(
    fields=(("location", "object"), *((name, "id") for name in LISTS)),
    places={"tag_id": ("tags.id",)},
    lists={
        "tags": ("GET /contacts/{contact_id}/tags", Paging()),
        "companies": ("GET /contacts/{contact_id}/companies", Paging("page", "data", 50)),
        "notes": ("GET /contacts/{contact_id}/notes", Paging("page", "data", 50)),
    },
)
# Intercom refuses any other role.
WORDS = {"role": {"user": "user", "lead": "lead"}}

FILTERS: tuple[tuple[str, Asked], ...] = (
    *((name, "id") for name in IDS.split()),
    *((name, "string") for name in TEXTS.split()),
    *((name, "date") for name in DATES.split()),
    *((name, "boolean") for name in FLAGS.split()),
    ("tag_id", "tag"),
)
