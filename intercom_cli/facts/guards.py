"""Which operations a person is asked about first: what deletes, merges or reaches a customer.

Deletions are read off the operations themselves; everything else stands in one table. Commands of
nouns, ``request`` and the steps of workflows all go by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from intercom_cli.facts.matching import UNKNOWN, operations_of, segments, templates

Kind = Literal["deletes", "merges", "reaches", "permanent", "wide"]
Applies = Callable[[Any], bool]

DELETING = "Delete {} from {where}?"
# A DELETE below these takes a link away, and both records stay.
LINKS = frozenset({"tags", "companies", "subscriptions", "customers", "linked_conversations"})
# What tells the contact of a ticket, unless nobody is to be notified.
TICKET_NEWS = ("ticket_state_id", "open", "assignee_id", "snoozed_until")


class Guard(NamedTuple):
    """Why a person is asked before an operation, and how.

    ``question`` has a ``{}`` for the record and ``{where}`` for the workspace. ``applies`` says of
    a body whether it is a reason to ask. ``notifies`` is who hears of it.
    """

    kind: Kind
    question: str
    notifies: str = ""
    applies: Applies = lambda _: True

    @property
    def is_permanent(self) -> bool:
        """Whether it cannot be undone."""
        return self.kind in {"deletes", "merges", "permanent"}


def mapping(body: Any) -> Mapping[str, Any]:
    """A body as an object; an empty one for what is none."""
    return body if isinstance(body, Mapping) else {}


def is_open(value: Any) -> bool:
    """Whether a value is filled in later, as a workflow writes it."""
    return isinstance(value, str) and UNKNOWN in value


def says(body: Any) -> bool:
    """Whether a body has a text for the customer."""
    return bool(mapping(body).get("body"))


def is_reply(body: Any) -> bool:
    """Whether what is said is no note, which only teammates see."""
    return mapping(body).get("message_type") != "note"


def archives(body: Any) -> bool:
    """Whether a body archives what it changes."""
    return bool(mapping(body).get("archived"))


def publishes(body: Any) -> bool:
    """Whether a body, or a translation in it, is published now or at a time."""
    found = mapping(body)
    state = found.get("state")
    shown = state in {"published", "live"} or is_open(state) or found.get("scheduled_publish_at")
    return bool(shown) or any(map(publishes, found.values()))


def notifies_contact(body: Any) -> bool:
    """Whether a new ticket is announced to its contact."""
    return mapping(body).get("skip_notifications") is not True


def changes_news(body: Any) -> bool:
    """Whether the contact of a ticket is told of a change."""
    return notifies_contact(body) and any(name in mapping(body) for name in TICKET_NEWS)


FOR_GOOD = " It cannot be undone."
CUSTOMER, READERS = "the customer", "readers"
TABLE: dict[str, Guard] = {
    "POST /contacts/bulk/delete": Guard("deletes", "Delete contacts from {where}?"),
    "POST /companies/bulk/delete": Guard("deletes", "Delete companies from {where}?"),
    "POST /conversations/redact": Guard("deletes", "Redact a message in {where}?" + FOR_GOOD),
    "PUT /data_attributes/{data_attribute_id}": Guard(
        "permanent", "Archive {} in {where}?" + FOR_GOOD, applies=archives
    ),
    "POST /contacts/merge": Guard("merges", "Merge contacts in {where}?" + FOR_GOOD),
    "POST /conversations/{id}/merge": Guard("merges", "Merge {} in {where}?" + FOR_GOOD),
    "POST /visitors/convert": Guard("merges", "Make a visitor a contact in {where}?" + FOR_GOOD),
    "POST /conversations/{conversation_id}/convert": Guard(
        "permanent", "Make a ticket of {} in {where}?" + FOR_GOOD
    ),
    "POST /contacts/{contact_id}/block": Guard("permanent", "Block {} in {where}?" + FOR_GOOD),
    "POST /conversations/{conversation_id}/reply": Guard(
        "reaches", "Reply in {} in {where}?", CUSTOMER, is_reply
    ),
    "POST /conversations/{conversation_id}/parts": Guard(
        "reaches", "Send this in {} in {where}?", CUSTOMER, says
    ),
    "POST /conversations/{conversation_id}/customers": Guard(
        "reaches", "Add a contact to {} in {where}?", "the contact, who sees the conversation"
    ),
    "POST /messages": Guard("reaches", "Send this message from {where}?", "the recipients"),
    "POST /phone_call_redirects": Guard(
        "reaches", "Text a link to the Messenger from {where}?", "the phone number, by SMS"
    ),
    "POST /contacts/{id}/banners/{view_id}/dismiss": Guard(
        "reaches", "Dismiss a banner of {} in {where}?", "the contact, who no longer sees it"
    ),
    "POST /tickets": Guard(
        "reaches", "Create this ticket in {where}?", "the ticket's contact", notifies_contact
    ),
    "POST /tickets/enqueue": Guard(
        "reaches", "Create this ticket in {where}?", "the ticket's contact", notifies_contact
    ),
    "PUT /tickets/{ticket_id}": Guard(
        "reaches", "Update {} in {where}?", "the ticket's contact", changes_news
    ),
    "POST /tickets/{ticket_id}/change_type": Guard(
        "reaches", "Change the type of {} in {where}?", "the ticket's contact"
    ),
    "POST /tickets/{ticket_id}/reply": Guard(
        "reaches", "Reply to {} in {where}?", CUSTOMER, is_reply
    ),
    "POST /articles": Guard("reaches", "Publish this article in {where}?", READERS, publishes),
    "PUT /articles/{article_id}": Guard("reaches", "Publish {} in {where}?", READERS, publishes),
    "POST /articles/{id}/draft/publish": Guard(
        "reaches", "Publish the draft of {} in {where}?", READERS
    ),
    "POST /news/news_items": Guard("reaches", "Publish this news in {where}?", READERS, publishes),
    "PUT /news/news_items/{news_item_id}": Guard(
        "reaches", "Publish {} in {where}?", READERS, publishes
    ),
    "POST /content/bulk_actions": Guard("wide", "Change this content in {where}?"),
    "POST /ecommerce/connectors/{id}/catalog": Guard("wide", "Replace the catalog in {where}?"),
    "PUT /ip_allowlist": Guard(
        "wide", "Change the IP allowlist of {where}? It can lock everybody out."
    ),
}
ANY_DELETE = Guard("deletes", DELETING)


def guarded(operation: str) -> Guard | None:
    """The guard of an operation by its name, whatever its body; None where nobody is asked."""
    if operation.startswith("DELETE "):
        return None if takes_link(operation.partition(" ")[2].strip("/").split("/")) else ANY_DELETE
    return TABLE.get(operation)


def takes_link(parts: Sequence[str]) -> bool:
    """Whether a DELETE of a path takes away a link between records, as a tag off a contact."""
    return len(parts) > 3 and parts[-2] in LINKS  # noqa: PLR2004 - /contacts/ID/tags/ID


def guard_of(method: str, path: str, body: Any, operation: str = "") -> Guard | None:
    """The guard of a request; None where nobody is asked.

    A DELETE and a merge that are not known are guarded by how they look. In a workflow some of a
    path or body may not be known yet, which counts as a reason to ask.
    """
    names = [operation] if operation else list(operations_of(method, path))
    every = (guarded(name) for name in names if UNKNOWN in path or name == names[0])
    for guard in every:
        if guard and (is_open(body) or guard.applies(body)):
            return guard
    if names or method in {"GET", "HEAD", "OPTIONS"}:
        return None
    parts = segments(path)
    if method == "DELETE" and not takes_link(parts):
        return ANY_DELETE
    if parts[-1:] == ("merge",):
        return Guard("merges", "Merge records in {where}?" + FOR_GOOD)
    return None


def every() -> dict[str, Guard]:
    """Each guarded operation there is, with its guard."""
    return {name: guard for name in templates() if (guard := guarded(name))}
