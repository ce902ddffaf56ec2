"""Contacts: the companies they work at, the tags on them, the segments they are in."""

from __future__ import annotations

from typing import Any

import msgspec

from intercom_cli.sandbox import values
from intercom_cli.sandbox.call import Answer, raw_reply, reply
from intercom_cli.sandbox.people import company_rows, contact_rows, tag_rows
from intercom_cli.sandbox.people.contact_rows import touch
from intercom_cli.sandbox.people.segments import segments_of
from intercom_cli.sandbox.refusals import Fault, Refusal, missing, no_company, not_found
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 50
MOST = 60
COMPANIES = 1000


def owner(visit: Visit) -> Any:
    """The contact whose parts are asked for."""
    return contact_rows.live(visit.store, visit.ids["contact_id"])


def list_companies(visit: Visit) -> Answer:
    """List the companies of a contact, by page; rows stand under ``data`` as on the wire.

    ``pages.next`` is the address of the next page, or null.
    """
    seq = owner(visit)["seq"]
    page, size = visit.number("page", 1), visit.number("per_page", SIZE, most=MOST)
    total = visit.store.value("SELECT count(*) FROM contact_companies WHERE contact = ?", (seq,))
    rows = visit.store.rows(
        "SELECT c.* FROM contact_companies k JOIN companies c ON c.seq = k.company"
        " WHERE k.contact = ? ORDER BY k.attached_at DESC, c.seq DESC LIMIT ? OFFSET ?",
        (seq, size, (page - 1) * size),
    )
    following = None
    if page * size < total:
        host = visit.call.headers.get("host", "localhost")
        following = f"{visit.call.scheme}://{host}{visit.call.path}?page={page + 1}&per_page={size}"
    pages = {
        "type": "pages",
        "next": following,
        "page": page,
        "per_page": size,
        "total_pages": -(-total // size),
    }
    data = b",".join(company_rows.render(visit, rows))
    return raw_reply(
        b'{"type":"list","data":[%b],"pages":%b,"total_count":%d}'
        % (data, msgspec.json.encode(pages), total)
    )


def attach_company(visit: Visit) -> Answer:
    """Attach a contact to a company; a thousand companies are the limit since 2026."""
    seq = owner(visit)["seq"]
    identifier = wanted_id(visit, "company not specified")
    company = company_rows.live(visit.store, identifier)["seq"]
    pair = (seq, company)
    if not attached(visit, pair):
        count = visit.store.value(
            "SELECT count(*) FROM contact_companies WHERE contact = ?", (seq,)
        )
        if count >= COMPANIES:
            message = f"Contact has reached the maximum of {COMPANIES} company associations"
            raise Refusal(400, Fault("contact_company_limit_exceeded", message))
        visit.store.run("INSERT INTO contact_companies VALUES (?, ?, ?)", (*pair, visit.now))
        count_people(visit, company, 1)
        touch(visit, seq)
    return one_company(visit, company)


def detach_company(visit: Visit) -> Answer:
    """Detach a contact from a company."""
    seq = owner(visit)["seq"]
    company = company_rows.live(visit.store, visit.ids["company_id"])["seq"]
    if not attached(visit, (seq, company)):
        raise no_company()
    visit.store.run(
        "DELETE FROM contact_companies WHERE contact = ? AND company = ?", (seq, company)
    )
    count_people(visit, company, -1)
    touch(visit, seq)
    return one_company(visit, company)


def wanted_id(visit: Visit, complaint: str) -> str:
    """The ``id`` in a body, as text or digits."""
    sent = visit.body()
    if sent.get("id") in (None, ""):
        raise missing(complaint)
    return str(values.check(sent, {"id": values.identifier})["id"])


def attached(visit: Visit, pair: tuple[int, int]) -> bool:
    """Whether a contact works at a company."""
    sql = "SELECT 1 FROM contact_companies WHERE contact = ? AND company = ?"
    return visit.store.row(sql, pair) is not None


def count_people(visit: Visit, company: int, change: int) -> None:
    """Keep count of a company's people."""
    visit.store.run(
        "UPDATE companies SET user_count = user_count + ?, updated_at = ? WHERE seq = ?",
        (change, visit.now, company),
    )


def one_company(visit: Visit, seq: int) -> Answer:
    """Answer with one company."""
    return raw_reply(company_rows.render(visit, [company_rows.by_seq(visit.store, seq)])[0])


def list_tags(visit: Visit) -> Answer:
    """List the tags on a contact in one answer."""
    rows = visit.store.rows(
        "SELECT t.*, k.applied_at, k.admin FROM contact_tags k JOIN tags t ON t.id = k.tag"
        " WHERE k.contact = ? ORDER BY k.applied_at DESC, t.id DESC",
        (owner(visit)["seq"],),
    )
    return reply({"type": "list", "data": [tag_rows.applied(row) for row in rows]})


def attach_tag(visit: Visit) -> Answer:
    """Tag a contact by the tag's id; a name is not an id."""
    contact = owner(visit)
    tag = tag_rows.found(visit.store, wanted_id(visit, "tag not specified"))
    tag_rows.put(visit, "contact", contact["seq"], tag["id"])
    touch(visit, contact["seq"])
    row = tag_rows.on_contact(visit.store, contact["seq"], tag["id"])
    return reply(tag_rows.applied(row))


def detach_tag(visit: Visit) -> Answer:
    """Take a tag off a contact; one that is not on it is not found."""
    contact = owner(visit)
    tag = tag_rows.found(visit.store, visit.ids["tag_id"])
    row = tag_rows.on_contact(visit.store, contact["seq"], tag["id"])
    if row is None:
        raise not_found()
    tag_rows.take(visit, "contact", contact["seq"], tag["id"])
    touch(visit, contact["seq"])
    return reply(tag_rows.applied(row))


def list_segments(visit: Visit) -> Answer:
    """List the segments a contact is in."""
    seq = owner(visit)["seq"]
    return reply({"type": "list", "data": segments_of(visit, "contact", [seq])[seq]})


routes = (
    Route("GET", "/contacts/{contact_id}/companies", list_companies, reads=True),
    Route("POST", "/contacts/{contact_id}/companies", attach_company),
    Route("DELETE", "/contacts/{contact_id}/companies/{company_id}", detach_company),
    Route("GET", "/contacts/{contact_id}/tags", list_tags, reads=True),
    Route("POST", "/contacts/{contact_id}/tags", attach_tag),
    Route("DELETE", "/contacts/{contact_id}/tags/{tag_id}", detach_tag),
    Route("GET", "/contacts/{contact_id}/segments", list_segments, reads=True),
)
