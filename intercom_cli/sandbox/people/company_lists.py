"""Companies in numbers: look-ups, the list by pages, and the scroll over all of them."""

from __future__ import annotations

import uuid
from typing import Any

from intercom_cli.sandbox.call import Answer, raw_reply
from intercom_cli.sandbox.paging import numbered_answer
from intercom_cli.sandbox.people import company_rows, segments, tag_rows
from intercom_cli.sandbox.refusals import (
    Fault,
    Refusal,
    bad_request,
    invalid,
    no_company,
    not_found,
)
from intercom_cli.sandbox.visit import Route, Visit

SIZE = 15
MOST = 60
REACH = 10_000
SCROLL_SIZE = 100
SCROLL_LIFE = 60
ORDERS = {"asc": "ASC", "desc": "DESC"}
# Lists leave out companies nobody works at; the platform does not show them either.
VISIBLE = "state = 'live' AND user_count > 0"


def find(visit: Visit) -> Answer:
    """Find companies by name or own id, or list those with a tag or in a segment.

    The answer is a list in any case, as the description's schema has it.
    """
    for column in ("company_id", "name"):
        wanted = visit.call.parameter(column)
        if wanted is not None:
            return page(visit, f"state = 'live' AND {column} = ?", [wanted], needed=True)
    tag, segment = visit.call.parameter("tag_id"), visit.call.parameter("segment_id")
    if tag is not None:
        tagged = "seq IN (SELECT company FROM company_tags WHERE tag = ?)"
        return page(visit, f"{VISIBLE} AND {tagged}", [tag_rows.number(tag)])
    if segment is not None:
        return page(visit, f"{VISIBLE} AND ({rule_of(visit, segment)})", [])
    return page(visit, VISIBLE, [])


def rule_of(visit: Visit, identifier: str) -> str:
    """The condition of a company segment; none is in a segment that does not exist."""
    row = visit.store.row(
        "SELECT rule FROM segments WHERE id = ? AND model = 'company'", (identifier,)
    )
    return "0" if row is None else segments.rule(row, visit.now)


def list_companies(visit: Visit) -> Answer:
    """List companies by their last request; parameters stand in the query of this POST."""
    return page(visit, VISIBLE, [])


def page(visit: Visit, condition: str, values: list[Any], *, needed: bool = False) -> Answer:
    """A page of the companies that meet a condition.

    Raises Refusal 400 past the 10,000th company, 404 when one was ``needed`` and none is there.
    """
    number, size = visit.number("page", 1), visit.number("per_page", SIZE, most=MOST)
    direction = ORDERS.get(visit.call.parameter("order") or "desc")
    if direction is None:
        raise invalid("order must be asc or desc", "order")
    if number * size > REACH:
        raise bad_request("page limit reached, please use scroll API")
    total = visit.store.count(f"SELECT count(*) FROM companies WHERE {condition}", values)  # noqa: S608 - ours
    if needed and not total:
        raise no_company()
    rows = visit.store.rows(
        f"SELECT * FROM companies WHERE {condition}"  # noqa: S608 - written above
        f" ORDER BY last_request_at {direction}, seq {direction} LIMIT ? OFFSET ?",
        (*values, size, (number - 1) * size),
    )
    return numbered_answer(company_rows.render(visit, rows), total=total, page=number, size=size)


def scroll(visit: Visit) -> Answer:
    """Scroll over all companies, a hundred at a time.

    One scroll may be open at a time; unused for a minute it is gone; the empty page at the end
    closes it. Raises Refusal 400 ``scroll_exists``, or 404 for a scroll that is not open.
    """
    visit.store.run("DELETE FROM scrolls WHERE expires_at <= ?", (visit.now,))
    given = visit.call.parameter("scroll_param")
    if not given:
        given = begin(visit)
    position = visit.store.value("SELECT position FROM scrolls WHERE param = ?", (given,))
    if position is None:
        raise not_found("scroll parameter not found")
    rows = visit.store.rows(
        f"SELECT * FROM companies WHERE {VISIBLE} AND seq > ? ORDER BY seq LIMIT ?",  # noqa: S608 - ours
        (position, SCROLL_SIZE),
    )
    if rows:
        visit.store.run(
            "UPDATE scrolls SET position = ?, expires_at = ? WHERE param = ?",
            (rows[-1]["seq"], visit.now + SCROLL_LIFE, given),
        )
    else:
        visit.store.run("DELETE FROM scrolls WHERE param = ?", (given,))
    data = b",".join(company_rows.render(visit, rows))
    return raw_reply(
        b'{"type":"list","data":[%b],"pages":null,"total_count":null,"scroll_param":"%b"}'
        % (data, given.encode())
    )


def begin(visit: Visit) -> str:
    """Open a scroll."""
    if visit.store.value("SELECT count(*) FROM scrolls"):
        raise Refusal(400, Fault("scroll_exists", "scroll already exists for this workspace"))
    param = str(uuid.uuid4())
    visit.store.run("INSERT INTO scrolls VALUES (?, 0, ?)", (param, visit.now + SCROLL_LIFE))
    return param


routes = (
    Route("GET", "/companies", find, reads=True),
    Route("POST", "/companies/list", list_companies, reads=True),
    Route("GET", "/companies/scroll", scroll),
)
