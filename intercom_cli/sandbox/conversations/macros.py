"""Macros: replies that teammates have ready."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from html import escape
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.document_lists import by_bare_cursor
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import invalid, not_found
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit
from intercom_cli.sandbox.workspace import ME

PAGE, MOST = 50, 150
PLACEHOLDER = re.compile(r'\{\{([\w.]+)(?:\|fallback:"([^"]*)")?\}\}')
SEEN = (
    "json_extract(body, '$.updated_at') > ? AND (json_extract(body, '$.visible_to') = 'everyone'"
    " OR EXISTS (SELECT 1 FROM json_each(body, '$.visible_to_team_ids')"
    " WHERE value IN (SELECT value FROM json_each(?))))"
)


def list_macros(visit: Visit) -> Answer:
    """List the macros the token's owner may see, the latest changed first."""
    query = Query(
        "macro",
        sql=SEEN,
        values=(since(visit), json.dumps(teams(visit))),
        order="json_extract(body, '$.updated_at')",
        ascending=False,
    )
    return by_bare_cursor(visit, query, shape, size=PAGE, most=MOST)


def since(visit: Visit) -> int:
    """The time behind which a macro must have changed; -1 when none is given."""
    given = visit.call.parameter("updated_since")
    if given is None:
        return -1
    if not re.fullmatch("[0-9]{1,18}", given, re.ASCII):
        raise invalid("Invalid updated_since timestamp")
    return int(given)


def teams(visit: Visit) -> list[str]:
    """The teams of the token's owner."""
    kept = visit.store.value("SELECT team_ids FROM admins WHERE id = ?", (ME,))
    return [str(team) for team in json.loads(kept)]


def retrieve(visit: Visit) -> Answer:
    """Show one macro; one for other teams counts as unknown."""
    macro = documents.found(visit, "macro", visit.ids["id"], "Macro not found")
    allowed = set(macro["visible_to_team_ids"]) & set(teams(visit))
    if macro["visible_to"] != "everyone" and not allowed:
        raise not_found("Macro not found")
    return reply(shape(macro))


def shape(macro: Record) -> dict[str, Any]:
    """A macro as JSON: placeholders are tags in the HTML, and stay as they are in the text."""
    paragraphs = macro["paragraphs"]
    body = "".join(f"<p>{PLACEHOLDER.sub(tag, escape(one, quote=False))}</p>" for one in paragraphs)
    return {
        "type": "macro",
        "id": macro["id"],
        "name": macro["name"],
        "body": body,
        "body_text": "\n\n".join(paragraphs),
        "created_at": stamp(macro["created_at"]),
        "updated_at": stamp(macro["updated_at"]),
        "visible_to": macro["visible_to"],
        "visible_to_team_ids": macro["visible_to_team_ids"],
        "available_on": macro["available_on"],
    }


def tag(place: re.Match[str]) -> str:
    """A placeholder as a tag."""
    key, default = place.groups()
    spare = "" if default is None else f' default="{default}"'
    return f'<attribute key="{key}"{spare}/>'


def stamp(moment: int) -> str:
    """A time as macros show it: ISO 8601 with milliseconds."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


routes = (
    Route("GET", "/macros", list_macros, V2_16, reads=True),
    Route("GET", "/macros/{id}", retrieve, V2_16, reads=True),
)
