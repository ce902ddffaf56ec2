"""Read the records that a planned write names in its body and not in its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import NotFound
from intercom_cli.plan_names import name_at
from intercom_cli.targets import BY_OWN_ID, Target, by_id, by_mail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from intercom_cli.session import Session

REDACT = "POST /conversations/redact"
EVENTS = frozenset({"POST /events", "POST /events/summaries"})
BULK_UPDATES = {"PUT /contacts/bulk": "contacts", "PUT /companies/bulk": "companies"}
LATE = "a new one can take minutes to be found by e-mail"

Record = dict[str, Any]


def need_contact(session: Session, operation: str, body: Mapping[str, Any]) -> None:
    """Raise NotFound where no contact has what an event names its contact by."""
    if operation not in EVENTS or body.get("id") or session.rehearsal.made:
        return
    if own := body.get("user_id"):
        try:
            session.send(call(BY_OWN_ID, external_id=str(own)))
        except NotFound as error:
            raise NotFound(f"There is no contact external:{own}.", http=error.http) from error
    elif (email := body.get("email")) and not by_mail(session, str(email)):
        raise NotFound(f"There is no contact {email}; {LATE}.")


def redacted(session: Session, body: Mapping[str, Any]) -> Target | None:
    """The conversation that a part is redacted in. Raises NotFound for a part it does not have."""
    id = str(body.get("conversation_id") or "")
    if not id:
        return None
    name_at(session, "conversations", id, strict=True)
    record = by_id(session, "conversations", id)
    part = body.get("conversation_part_id")
    if part is not None and record is not None:
        about = foreign.record(record, "conversation_parts")
        every = foreign.records(about, "conversation_parts")
        whole = (foreign.integer(about, "total_count") or 0) <= len(every)
        if whole and str(part) not in {str(one.get("id")) for one in every}:
            raise NotFound(f"Conversation {id} has no part {part}.")
    return Target("conversation", id, record, is_whole=True)


def before_bulk(session: Session, operation: str, body: Mapping[str, Any]) -> Record:
    """The fields that a bulk update changes, as they are: an object for each record."""
    collection = BULK_UPDATES.get(operation)
    if collection is None:
        return {}
    return {collection: [now_of(session, collection, one) for one in body.get(collection) or ()]}


def now_of(session: Session, collection: str, change: Any) -> Record:
    """What the fields of one change are now; only those that the record tells."""
    if not isinstance(change, dict) or not change.get("id"):
        return {}
    name_at(session, collection, str(change["id"]), strict=True)
    record = by_id(session, collection, str(change["id"])) or {}
    return {name: record[name] for name in change if name in record}
