"""Search of conversations: what each field is, and the order of what is found.

Dates are compared to the second. ``>`` and ``<`` leave the moment itself out, the strict one of two
readings: the documentation also calls them "greater (or equal)". The body and the subject of the
first message are compared word by word, and like all text with regard to case.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.conversations import conversation_shapes
from intercom_cli.sandbox.conversations.conversation_thread import KIND, by
from intercom_cli.sandbox.conversations.conversation_values import living
from intercom_cli.sandbox.document_lists import from_cursor
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.search import asked, condition, never_null, smallest_first
from intercom_cli.sandbox.search_fields import (
    ATTRIBUTE_TYPES,
    CUSTOM,
    OPERATORS,
    SearchField,
    Type,
    invalid_field,
    listed,
    member,
)
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 20
MOST = 150
STRINGS = listed(
    "id source.type source.id source.delivered_as source.author.id source.author.type"
    " source.author.name source.author.email source.url statistics.last_closed_by_id"
    " conversation_rating.remark ai_agent.resolution_state ai_agent.last_answer_type"
    " ai_agent.rating_remark ai_agent.source_type ai_agent.source_title"
)
TIMES = listed(
    "created_at updated_at waiting_since statistics.first_contact_reply_at"
    " statistics.first_assignment_at statistics.first_admin_reply_at statistics.first_close_at"
    " statistics.last_assignment_at statistics.last_assignment_admin_reply_at"
    " statistics.last_contact_reply_at statistics.last_admin_reply_at statistics.last_close_at"
)
NUMBERS = listed(
    "admin_assignee_id team_assignee_id statistics.time_to_assignment"
    " statistics.time_to_admin_reply statistics.time_to_first_close statistics.time_to_last_close"
    " statistics.median_time_to_reply statistics.count_reopens statistics.count_assignments"
    " statistics.count_conversation_parts ai_agent.rating"
)
# Fields whose value has another place, or another name, in the record.
ELSEWHERE: dict[str, tuple[Type, str]] = {
    "source.subject": ("words", by("words.subject")),
    "source.body": ("words", by("words.body")),
    "contact_ids": ("list", by("contact_ids")),
    "teammate_ids": ("list", by("teammate_ids")),
    "tag_ids": (
        "list",
        "(SELECT json_group_array(json_extract(value, '$.id')) FROM json_each(body, '$.tags'))",
    ),
    "channel_initiated": ("string", by("channel.initial")),
    "read": ("boolean", by("read")),
    "conversation_rating.requested_at": ("datetime", by("conversation_rating.created_at")),
    "conversation_rating.replied_at": ("datetime", by("conversation_rating.updated_at")),
    "conversation_rating.score": ("integer", by("conversation_rating.rating")),
    "conversation_rating.contact_id": ("string", by("conversation_rating.contact.id")),
    "conversation_rating.admin_d": ("string", by("conversation_rating.teammate.id")),
    "conversation_rating.admin_id": ("string", by("conversation_rating.teammate.id")),
    "ai_agent_participated": ("boolean", f"({by('ai_agent')} IS NOT NULL)"),
}
FLAGS = {"include_monitors": "monitor_evaluations", "include_scorecards": "scorecards"}


def search_conversations(visit: Visit) -> Answer:
    """Search conversations, the latest changed first unless asked otherwise.

    With two flags, what quality checks said of them comes along.
    """
    wanted = asked(visit, size=SIZE, most=MOST)
    chosen = condition(visit, wanted.query, field_named)
    query = Query(
        KIND,
        sql=chosen.sql,
        values=chosen.values,
        order=never_null(field_named(visit, wanted.sort.get("field", "updated_at"))),
        ascending=smallest_first(visit, wanted.sort),
    )
    return from_cursor(
        visit,
        query,
        partial(found, visit),
        size=wanted.size,
        starting_after=wanted.starting_after,
        rows="conversations",
        type="conversation.list",
    )


def found(visit: Visit, record: Record) -> dict[str, Any]:
    """A conversation as search shows it."""
    shown = conversation_shapes.item(visit, record)
    for flag, name in FLAGS.items():
        if visit.flag(flag):
            shown[name] = record[name]
    return shown


def field_named(visit: Visit, name: object) -> SearchField:
    """What a name means in a search of conversations."""
    if not isinstance(name, str):
        raise invalid_field(name)
    if name.startswith(CUSTOM):
        return attribute_field(visit, name.removeprefix(CUSTOM))
    type_, expression = place_of(visit, name)
    more = ("IN", "NIN") if type_ == "datetime" else ()
    return SearchField(name, type_, expression, (*OPERATORS[type_], *more))


def place_of(visit: Visit, name: str) -> tuple[Type, str]:
    """Type and expression of a field that every conversation has."""
    simple: tuple[tuple[Type, tuple[str, ...]], ...] = (
        ("string", STRINGS),
        ("datetime", TIMES),
        ("integer", NUMBERS),
    )
    for type_, names in simple:
        if name in names:
            return type_, by(name)
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    if name == "priority":
        return "string", priority_in(visit)
    if name in ("state", "open", "snoozed_until"):
        return by_the_clock(visit, name)
    raise invalid_field(name)


def priority_in(visit: Visit) -> str:
    """How urgent a conversation is, in the words of the version."""
    if visit.version >= V2_16:
        return by("priority")
    urgent = f"{by('priority')} IN ('high', 'urgent')"
    return f"CASE WHEN {urgent} THEN 'priority' ELSE 'not_priority' END"


def by_the_clock(visit: Visit, name: str) -> tuple[Type, str]:
    """What changes by itself, once the time is over for which a conversation was put off."""
    over = f"{by('state')} = 'snoozed' AND {by('snoozed_until')} <= {visit.now}"
    if name == "open":
        return "boolean", f"({by('state')} != 'closed')"
    if name == "state":
        return "string", f"CASE WHEN {over} THEN 'open' ELSE {by('state')} END"
    return "datetime", f"CASE WHEN {over} THEN NULL ELSE {by('snoozed_until')} END"


def attribute_field(visit: Visit, name: str) -> SearchField:
    """The field of a conversation attribute, typed as the attribute is."""
    kinds = {one["name"]: one["data_type"] for one in living(visit)}
    type_ = ATTRIBUTE_TYPES.get(kinds.get(name, ""))
    if type_ is None:
        raise invalid_field(CUSTOM + name)
    return SearchField(
        CUSTOM + name, type_, member("body", name, "$.custom_attributes"), OPERATORS[type_]
    )


routes = (Route("POST", "/conversations/search", search_conversations, reads=True),)
