"""Tags: create, rename, put on many at once, delete."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.people import tag_rows
from intercom_cli.sandbox.people.contact_bodies import refresh
from intercom_cli.sandbox.people.contact_rows import touch
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, no_company, no_contact
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit


def list_tags(visit: Visit) -> Answer:
    """List all tags in one answer."""
    rows = visit.store.rows("SELECT * FROM tags ORDER BY id")
    return reply({"type": "list", "data": [tag_rows.shape(row) for row in rows]})


def retrieve(visit: Visit) -> Answer:
    """Show one tag."""
    return reply(tag_rows.shape(tag_rows.found(visit.store, visit.ids["tag_id"])))


def create(visit: Visit) -> Answer:
    """Create or rename a tag, and put it on, or take it off, contacts and companies.

    Names count as equal without regard to case. From 2.16 on whoever cannot be found is skipped
    without a word; the answer lists those that were done.
    """
    sent = visit.body()
    name = sent.get("name")
    if not isinstance(name, str) or not name.strip():
        raise invalid("invalid tag parameters")
    users, companies = listed(sent, "users"), listed(sent, "companies")
    tag = rename(visit, sent["id"], name) if sent.get("id") is not None else upsert(visit, name)
    done = {
        "users": [entry for user in users if (entry := apply(visit, "contact", tag, user))],
        "companies": [entry for one in companies if (entry := apply(visit, "company", tag, one))],
    }
    return reply({**tag_rows.shape(tag), **done})


def listed(sent: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The contacts or companies in a body."""
    given = sent.get(name) or []
    if not isinstance(given, list) or not all(isinstance(item, dict) for item in given):
        raise invalid("invalid tag parameters", name)
    return given


def upsert(visit: Visit, name: str) -> Any:
    """The tag of a name, made when there is none."""
    visit.store.run("INSERT OR IGNORE INTO tags (name) VALUES (?)", (name,))
    return visit.store.row("SELECT * FROM tags WHERE name = ?", (name,))


def rename(visit: Visit, identifier: Any, name: str) -> Any:
    """Give a tag another name, unless another tag has it."""
    tag = tag_rows.found(visit.store, str(identifier))
    twin = visit.store.row("SELECT id FROM tags WHERE name = ?", (name,))
    if twin is not None and twin["id"] != tag["id"]:
        raise invalid("Tag name is already in use", "name")
    visit.store.run("UPDATE tags SET name = ? WHERE id = ?", (name, tag["id"]))
    return tag_rows.found(visit.store, str(identifier))


def apply(visit: Visit, subject: str, tag: Any, item: dict[str, Any]) -> dict[str, Any] | None:
    """Put a tag on one contact or company, or take it off; None for one that is not there."""
    row = target(visit, subject, item)
    if row is None:
        if visit.version < V2_16:
            raise no_contact() if subject == "contact" else no_company()
        return None
    wanted = item.get("untag") is not True
    (tag_rows.put if wanted else tag_rows.take)(visit, subject, row["seq"], tag["id"])
    if subject == "contact":
        touch(visit, row["seq"])
    return {"id": row["id"], "tagged": wanted}


def target(visit: Visit, subject: str, item: dict[str, Any]) -> Any:
    """The contact or company an entry names, by id or a company's own id."""
    table = "contacts" if subject == "contact" else "companies"
    columns = ("id",) if subject == "contact" else ("id", "company_id")
    for column in columns:
        if isinstance(item.get(column), str):
            return visit.store.row(
                f"SELECT * FROM {table} WHERE {column} = ? AND state = 'live'",  # noqa: S608 - ours
                (item[column],),
            )
    raise invalid("invalid tag parameters")


def delete(visit: Visit) -> Answer:
    """Delete a tag, unless a segment is made of it; the answer has no body."""
    tag = tag_rows.found(visit.store, visit.ids["tag_id"])
    users = visit.store.rows("SELECT name FROM segments WHERE tag = ?", (tag["id"],))
    if users:
        names = ", ".join(row["name"] for row in users)
        message = f"Unable to delete Tag with dependent objects. Segments: {names}."
        raise Refusal(400, Fault("tag_has_dependent_objects", message))
    people = visit.store.rows("SELECT contact FROM contact_tags WHERE tag = ?", (tag["id"],))
    for table in tag_rows.TABLES.values():
        visit.store.run(f"DELETE FROM {table} WHERE tag = ?", (tag["id"],))  # noqa: S608 - ours
    visit.store.run("DELETE FROM tags WHERE id = ?", (tag["id"],))
    for person in people:
        refresh(visit.store, person[0])
    return Answer(200)


routes = (
    Route("GET", "/tags", list_tags, reads=True),
    Route("POST", "/tags", create),
    Route("GET", "/tags/{tag_id}", retrieve, reads=True),
    Route("DELETE", "/tags/{tag_id}", delete),
)
