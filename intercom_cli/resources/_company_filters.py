"""What companies can be filtered by; 2.16 has no company search, so that is done locally."""

from intercom_cli.record_places import Reading
from intercom_cli.resource import Asked, Paging

TEXTS = "name company_id website industry plan.name plan.id"
DATES = "created_at updated_at remote_created_at last_request_at"
NUMBERS = "size monthly_spend session_count user_count"

FILTERS: tuple[tuple[str, Asked], ...] = (
    ("id", "id"),
    *((name, "string") for name in TEXTS.split()),
    *((name, "date") for name in DATES.split()),
    *((name, "integer") for name in NUMBERS.split()),
    ("tag_id", "tag"),
    ("segment_id", "id"),
)
LISTS = ("tags", "segments", "notes")
LOCAL = tuple(f"{name}." for name in LISTS)
# What GET /companies can be asked for; by name and own id it also finds companies without users,
# which lists leave out (retrieveCompany, 2.16).
LOOKUP = "GET /companies"
PARAMETERS = {
    "company_id": "company_id",
    "name": "name",
    "tag_id": "tag_id",
    "segment_id": "segment_id",
}
READING = Reading(
    fields=(("plan", "object"), *((name, "id") for name in LISTS)),
    places={"tag_id": ("tags.id",), "segment_id": ("segments.id",)},
    lookup=LOOKUP,
    parameters=PARAMETERS,
    lists={"notes": ("GET /companies/{company_id}/notes", Paging("page", "data", 50))},
)
