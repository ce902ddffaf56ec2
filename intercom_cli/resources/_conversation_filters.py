"""What conversations can be searched by, with each field's type (searchConversations, 2.16)."""

from intercom_cli.record_places import Reading
from intercom_cli.resource import Asked
from intercom_cli.resources._where_people import assigned
from intercom_cli.values import spelled

# Intercom compares their words, each for itself (searchConversations, 2.16).
BY_WORD = "source.subject source.body"
TEXTS = (
    "source.author.name source.author.email source.url "
    "conversation_rating.remark ai_agent.rating_remark ai_agent.source_title"
)
IDS = (
    "id state priority contact_ids teammate_ids tag_ids channel_initiated source.type source.id "
    "source.delivered_as source.author.id source.author.type statistics.last_closed_by_id "
    "conversation_rating.contact_id conversation_rating.admin_id ai_agent.resolution_state "
    "ai_agent.last_answer_type ai_agent.source_type"
)
MOMENTS = (
    "created_at updated_at waiting_since snoozed_until statistics.first_contact_reply_at "
    "statistics.first_assignment_at statistics.first_admin_reply_at statistics.first_close_at "
    "statistics.last_assignment_at statistics.last_assignment_admin_reply_at "
    "statistics.last_contact_reply_at statistics.last_admin_reply_at statistics.last_close_at"
)
ASSIGNEES = "admin_assignee_id team_assignee_id"
NUMBERS = (
    "statistics.time_to_assignment statistics.time_to_admin_reply "
    "statistics.time_to_first_close statistics.time_to_last_close "
    "statistics.median_time_to_reply statistics.count_reopens statistics.count_assignments "
    "statistics.count_conversation_parts conversation_rating.score ai_agent.rating"
)
FLAGS = "open read ai_agent_participated"
# A conversation's record has them under other names (schema conversation, 2.16; teammates as
# recorded are a list of admins).
ELSEWHERE = {
    "contact_ids": ("contacts.id",),
    "teammate_ids": ("teammates.id",),
    "tag_ids": ("tags.id",),
    "channel_initiated": ("channel.initial",),
    "conversation_rating.score": ("conversation_rating.rating",),
    "conversation_rating.contact_id": ("conversation_rating.contact.id",),
    "conversation_rating.admin_id": ("conversation_rating.teammate.id",),
}
LISTS = ("tags", "contacts", "teammates", "linked_objects")
LOCAL = (*(f"{name}." for name in LISTS), "sla_applied.")
OBJECTS = "source sla_applied conversation_rating ai_agent company"
READING = Reading(
    fields=(
        ("title", "string"),
        ("subject", "words"),
        *((name, "object") for name in OBJECTS.split()),
        *((name, "id") for name in LISTS),
    ),
    places={**ELSEWHERE, "subject": ("title", "source.subject", "source.body")},
    titles={"assigned": "assigned"},
    rewrites={"assigned": assigned("integer id")},
    # The search takes 0 for not assigned (searchConversations, 2.16).
    unassigned=frozenset(ASSIGNEES.split()),
)
# What a conversation's record can have (schema conversation, 2.16).
VALUES: dict[str, tuple[str, ...]] = {
    "state": ("open", "closed", "snoozed"),
    "priority": ("none", "low", "medium", "high", "urgent"),
    "ai_agent.resolution_state": (
        "assumed_resolution",
        "confirmed_resolution",
        "escalated",
        "negative_feedback",
        "procedure_handoff",
    ),
    "ai_agent.last_answer_type": ("ai_answer", "custom_answer"),
    "ai_agent.source_type": (
        "essentials_plan_setup",
        "profile",
        "workflow",
        "workflow_preview",
        "fin_preview",
    ),
    "source.type": (
        "conversation",
        "email",
        "facebook",
        "instagram",
        "phone_call",
        "phone_switch",
        "push",
        "sms",
        "twitter",
        "whatsapp",
    ),
}
# What else it could have up to 2.14.
BEFORE = {
    "priority": ("priority", "not_priority"),
    "ai_agent.resolution_state": ("routed_to_team", "abandoned"),
}
WORDS = spelled({name: (*values, *BEFORE.get(name, ())) for name, values in VALUES.items()})

FILTERS: tuple[tuple[str, Asked], ...] = (
    *((name, "id") for name in IDS.split()),
    *((name, "words") for name in BY_WORD.split()),
    *((name, "string") for name in TEXTS.split()),
    *((name, "moment") for name in MOMENTS.split()),
    *((name, "integer id") for name in ASSIGNEES.split()),
    *((name, "integer") for name in NUMBERS.split()),
    *((name, "boolean") for name in FLAGS.split()),
)
