"""Folders of content, one inside the other; only the Preview version has them."""

from __future__ import annotations

from functools import partial
from typing import Any

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content.content_items import KINDS
from intercom_cli.sandbox.content.content_pages import numbered
from intercom_cli.sandbox.content.content_rules import deleted
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.fields import mapping, string
from intercom_cli.sandbox.refusals import invalid, missing
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Check
from intercom_cli.sandbox.versions import PREVIEW
from intercom_cli.sandbox.visit import Route, Visit

PAGE = 50
KIND = "folder"
DAY = 86_400
# Name, description, emoji, the folder it lies in.
SEEDED: tuple[tuple[str, str | None, str | None, int | None], ...] = (
    ("Support handbook", "How the team works", "📚", None),
    ("Sales", "Prices, accounts and demos", "💼", None),
    ("Outages", None, None, 1),
)


CHECKS: dict[str, Check] = {
    "name": values.text,
    "description": string,
    "emoji": string,
    "parent_folder_id": values.optional_integer,
}


def list_folders(visit: Visit) -> Answer:
    """List the folders, or those inside one."""
    inside = visit.call.parameter("parent_folder_id")
    if inside is None:
        query = Query(KIND)
    elif inside.isascii() and inside.isdecimal():
        query = Query(
            KIND, sql="json_extract(body, '$.parent_folder_id') = ?", values=(int(inside),)
        )
    else:
        raise invalid("parent_folder_id must be an integer", "parent_folder_id")
    return numbered(visit, query, partial(shape, visit), size=PAGE)


def create(visit: Visit) -> Answer:
    """Create a folder."""
    wanted = read(visit)
    if "name" not in wanted:
        raise missing("name is required")
    times = {"created_at": visit.now, "updated_at": visit.now}
    blank = {"description": None, "emoji": None, "parent_folder_id": None}
    key = documents.next_id(visit.store, KIND)
    folder = {"id": int(key), **blank, **wanted, **times}
    return reply(shape(visit, documents.add(visit.store, KIND, folder)))


def read(visit: Visit) -> Record:
    """What was sent, checked. An unknown folder to lie in is refused."""
    sent = values.check(visit.body(), {"folder": mapping}).get("folder")
    if sent is None:
        raise missing("folder is required")
    wanted = values.check(sent, CHECKS)
    inside = wanted.get("parent_folder_id")
    if inside is not None and documents.get(visit.store, KIND, str(inside)) is None:
        raise invalid("parent_folder_id is not the id of a folder", "parent_folder_id")
    return wanted


def retrieve(visit: Visit) -> Answer:
    """Show one folder."""
    return reply(shape(visit, found(visit)))


def found(visit: Visit) -> Record:
    """The folder a path names."""
    return documents.found(visit, KIND, visit.ids["id"])


def update(visit: Visit) -> Answer:
    """Rename a folder, or move it; into itself it cannot be moved."""
    folder, wanted = found(visit), read(visit)
    if wanted.get("parent_folder_id") in line_of(visit, folder):
        raise invalid("A folder cannot be inside itself", "parent_folder_id")
    folder.update(wanted, updated_at=visit.now)
    return reply(shape(visit, documents.save(visit.store, KIND, folder)))


def line_of(visit: Visit, folder: Record) -> set[int]:
    """The ids of a folder and of all that lie in it."""
    line = {int(folder["id"])}
    every = documents.every(visit.store, Query(KIND))
    while more := {int(one["id"]) for one in every if one["parent_folder_id"] in line} - line:
        line |= more
    return line


def delete(visit: Visit) -> Answer:
    """Delete a folder; what is in it stays, in none. What the platform does with it is not told."""
    folder = found(visit)
    for kind in KINDS.values():
        for item in inside(visit, kind, folder, "folder_id"):
            documents.save(visit.store, kind, {**item, "folder_id": None})
    for one in inside(visit, KIND, folder, "parent_folder_id"):
        documents.save(visit.store, KIND, {**one, "parent_folder_id": None})
    documents.remove(visit.store, KIND, str(folder["id"]))
    return reply({**deleted(str(folder["id"]), KIND), "id": folder["id"]})


def inside(visit: Visit, kind: str, folder: Record, member: str) -> list[Record]:
    """The records of a kind that lie in a folder."""
    query = Query(kind, sql=f"json_extract(body, '$.{member}') = ?", values=(folder["id"],))
    return documents.every(visit.store, query)


def shape(visit: Visit, folder: Record) -> dict[str, Any]:
    """A folder as JSON."""
    count = sum(len(inside(visit, kind, folder, "folder_id")) for kind in KINDS.values())
    return {**folder, "content_count": count}


def seed(store: Store, today: int) -> None:
    """Fill in the folders that internal articles lie in, and one inside the first."""
    for number, (name, description, emoji, parent) in enumerate(SEEDED, start=1):
        documents.next_id(store, KIND)
        folder = {
            "id": number,
            "name": name,
            "description": description,
            "emoji": emoji,
            "parent_folder_id": parent,
            "created_at": today - (500 - number) * DAY,
            "updated_at": today - (50 - number) * DAY,
        }
        documents.add(store, KIND, folder)


routes = (
    Route("GET", "/folders", list_folders, PREVIEW, reads=True),
    Route("POST", "/folders", create, PREVIEW),
    Route("GET", "/folders/{id}", retrieve, PREVIEW, reads=True),
    Route("PUT", "/folders/{id}", update, PREVIEW),
    Route("DELETE", "/folders/{id}", delete, PREVIEW),
)
