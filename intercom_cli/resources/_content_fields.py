"""Options that several kinds of content take, and what a person reads of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from intercom_cli.acting import admin_id
from intercom_cli.resource import Field, Text, sends
from intercom_cli.resources._content_lookup import own_number
from intercom_cli.resources._named import audience_id, collection_id

if TYPE_CHECKING:
    from intercom_cli.session import Session

READ = Text(("body_markdown", "body"), parts=("translated_content",))
SEEN = (
    Field(
        "audience",
        "An audience that sees it: id or name.",
        "integers",
        place="audience_ids",
        find=audience_id,
    ),
    Field("fin", "Whether Fin may use it.", "boolean", place="ai_chatbot_availability"),
    Field("copilot", "Whether Copilot may use it.", "boolean", place="ai_copilot_availability"),
    Field(
        "sales_agent",
        "Whether the sales agent may use it.",
        "boolean",
        place="ai_sales_agent_availability",
    ),
)  # fmt: skip


def person(name: str, place: str, what: str) -> tuple[Field, Field]:
    """An admin who stands in a record: the one who is signed in, unless another is named."""
    about = f"{what}: id, e-mail or name"
    return (
        Field(name, f"{about}; else you.", "integer", update=False, place=place, find=admin_id,
              usual=own_number),
        Field(name, f"{about}.", "integer", create=False, place=place, find=admin_id),
    )  # fmt: skip


@sends(collection_id)
def put_collection(session: Session, body: dict[str, Any], text: str) -> None:
    """Put a new article into a collection, named by id or name."""
    found = collection_id(session, text)
    body["parent_id"] = int(found) if found.isdecimal() else found
    body["parent_type"] = "collection"


@sends(collection_id)
def move_to_collection(session: Session, body: dict[str, Any], text: str) -> None:
    """Do the same with one that is there: the id is text then."""
    body["parent_id"] = collection_id(session, text)
    body["parent_type"] = "collection"


def at(place: str) -> Any:
    """What puts a time into a body as ISO 8601, which plans want."""

    def put(session: Session, body: dict[str, Any], text: str) -> None:
        from intercom_cli.narrowing import seconds

        moment = datetime.fromtimestamp(seconds(session, text), UTC)
        body[place] = f"{moment:%Y-%m-%dT%H:%M:%SZ}"

    return put
