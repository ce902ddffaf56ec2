from __future__ import annotations

import itertools

import httpx2 as httpx
import pytest
from scripted_line import contact, listing, numbers_of

from intercom_cli.api.pages import walk
from intercom_cli.api.request import Request
from intercom_cli.errors import Refused, ServerFailed, Unreachable
from intercom_cli.resource import Paging

CONTACTS = Request("GET", "/contacts")
CURSOR = Paging("cursor", "data", 150)
SEARCH = Request("POST", "/contacts/search").with_json({"query": {"field": "role"}})


def after(cursor):
    return {"type": "pages", "next": {"page": 2, "starting_after": cursor}}


def numbered(page, last, **more):
    return {"type": "pages", "page": page, "total_pages": last, **more}


def test_cursor_pages(line, script):
    script.answer(200, listing([1, 2], pages=after("W3M=="), total_count=3))
    script.answer(200, listing([3], pages={"next": None}, total_count=3))
    records = walk(line().client, CONTACTS, CURSOR)
    assert numbers_of(records) == [1, 2, 3]
    assert (records.total, records.count, records.more) == (3, 3, False)
    assert script.sent == [
        "GET /contacts?per_page=150",
        "GET /contacts?per_page=150&starting_after=W3M%3D%3D",
        "GET /contacts?per_page=150",
    ]


def test_search_pages_put_the_cursor_into_the_body(line, script):
    script.answer(200, listing([1], pages=after("c"))).answer(200, listing([2]))
    assert numbers_of(walk(line().client, SEARCH, Paging("search", "data", 150))) == [1, 2]
    query = {"field": "role"}
    assert script.bodies == [
        {"query": query, "pagination": {"per_page": 150}},
        {"query": query, "pagination": {"per_page": 150, "starting_after": "c"}},
        {"query": query, "pagination": {"per_page": 150}},
    ]


@pytest.mark.parametrize("last", [3, "3"])
def test_numbered_pages(line, script, last):
    for page in (1, 2, 3):
        script.answer(200, listing([page], pages=numbered(page, last, next=None)))
    request = Request("POST", "/companies/list")
    assert numbers_of(walk(line().client, request, Paging("page", "data", 60))) == [1, 2, 3]
    assert script.sent == [
        "POST /companies/list?per_page=60",
        "POST /companies/list?per_page=60&page=2",
        "POST /companies/list?per_page=60&page=3",
        "POST /companies/list?per_page=60",
    ]


def test_numbered_pages_without_numbers_follow_next(line, script):
    script.answer(200, listing([1], pages={"next": {"page": 2}})).answer(200, listing([2]))
    assert numbers_of(walk(line().client, CONTACTS, Paging("page"))) == [1, 2]
    assert script.sent[1] == "GET /contacts?page=2"


def test_flat_pages(line, script):
    script.answer(200, listing([1], page="1", total_pages="2", per_page="1"))
    script.answer(200, listing([2], page=2, total_pages=2))
    assert numbers_of(walk(line().client, CONTACTS, Paging("flat_page"))) == [1, 2]


def test_pages_in_the_body(line, script):
    script.answer(200, listing([1], key="activity_logs", pages=numbered(1, 2)))
    script.answer(200, listing([2], key="activity_logs", pages=numbered(2, 2)))
    request = Request("POST", "/admins/activity_logs/search").with_json({"a": 1})
    paging = Paging("body_page", "activity_logs", 50)
    assert numbers_of(walk(line().client, request, paging)) == [1, 2]
    assert script.bodies[1] == {"a": 1, "pagination": {"per_page": 50, "page": 2}}


def test_pages_beside_the_other_members_of_the_body(line, script):
    script.answer(200, listing([1], key="activity_logs", pages=numbered(1, 2)))
    script.answer(200, listing([2], key="activity_logs", pages=numbered(2, 2)))
    request = Request("POST", "/admins/activity_logs/search").with_json({"a": 1})
    paging = Paging("own_page", "activity_logs", 250)
    assert numbers_of(walk(line().client, request, paging)) == [1, 2]
    assert script.bodies == [
        {"per_page": 250, "a": 1},
        {"per_page": 250, "a": 1, "page": 2},
        {"per_page": 250, "a": 1},
    ]


def test_has_more(line, script):
    script.answer(200, listing([1], has_more=True, next_cursor="n"))
    script.answer(200, listing([2], has_more=False, next_cursor=None))
    paging = Paging("has_more", "data", 150)
    request = Request("GET", "/contacts/1/merge_history")
    assert numbers_of(walk(line().client, request, paging)) == [1, 2]
    assert script.sent[1] == "GET /contacts/1/merge_history?per_page=150&cursor=n"


@pytest.mark.parametrize(
    ("base", "address", "sent"),
    [
        ("https://api.intercom.io", "https://api.intercom.io/events?before=1&type=user", "/events?"),
        ("https://api.intercom.io", "/events?before=1&type=user", "/events?"),
        ("http://127.0.0.1/base/", "http://127.0.0.1/base/events?before=1&type=user", "/base/events?"),
        ("http://127.0.0.1/base", "https://api.intercom.io/events?before=1&type=user", "/base/events?"),
    ],
)  # fmt: skip
def test_next_addresses_are_followed_through_the_base(line, script, base, address, sent):
    script.answer(200, listing([1], key="events", pages={"next": address}))
    script.answer(200, listing([2], key="events"))
    request = Request("GET", "/events", query=(("type", "user"), ("user_id", "7")))
    records = walk(line(base_url=base).client, request, Paging("next_url", "events"))
    assert numbers_of(records) == [1, 2]
    assert script.sent[1] == f"GET {sent}before=1&type=user&user_id=7"


def test_a_next_address_elsewhere_is_not_asked(line, script):
    script.answer(200, listing([1], pages={"next": "https://evil.test/contacts?x=1"}))
    with pytest.raises(ServerFailed, match=r"another host: evil\.test"):
        list(walk(line().client, CONTACTS, Paging("next_url")))
    assert len(script.sent) == 1


def test_a_list_that_goes_on_without_saying_how_is_not_taken_for_whole(line, script):
    script.answer(200, listing([1], has_more=True, next_cursor=None))
    with pytest.raises(ServerFailed, match="goes on"):
        list(walk(line().client, CONTACTS, Paging("has_more", "data", 150)))


def test_a_list_in_one_answer(line, script):
    script.answer(200, {"type": "list", "data": [contact(1), contact(1)]})
    assert numbers_of(walk(line().client, Request("GET", "/tags"), Paging("none"))) == [1, 1]


def test_an_empty_list(line, script):
    script.answer(200, listing([], pages=numbered(1, 0), total_count=0))
    records = walk(line().client, CONTACTS, CURSOR)
    assert list(records) == []
    assert records.total == 0


def test_an_empty_page_that_leads_on_is_not_the_end(line, script):
    script.answer(200, listing([1], pages=after("a"))).answer(200, listing([], pages=after("b")))
    script.answer(200, listing([2]))
    assert numbers_of(walk(line().client, CONTACTS, CURSOR)) == [1, 2]


def test_an_empty_first_page_that_leads_on_is_not_the_end(line, script):
    script.answer(200, listing([], pages=after("a"), total_count=1))
    script.answer(200, listing([1], total_count=1))
    assert numbers_of(walk(line().client, CONTACTS, CURSOR)) == [1]


def test_an_empty_page_that_leads_to_itself_is_the_end(line, script):
    script.answer(200, listing([1], pages=after("a"))).answer(200, listing([], pages=after("a")))
    assert numbers_of(walk(line().client, CONTACTS, CURSOR)) == [1]


def test_empty_pages_without_end_are_given_up(line, script):
    script.answer(200, listing([1], pages=after("a")))
    for number in range(50):
        script.answer(200, listing([], pages=after(f"c{number}")))
    with pytest.raises(ServerFailed, match="empty pages"):
        list(walk(line().client, CONTACTS, CURSOR))


@pytest.mark.parametrize("style", ["cursor", "search", "page", "none", "has_more", "next_url"])
def test_fewer_records_than_there_are_is_an_error(line, script, style):
    script.answer(200, listing([1], total_count=40, pages={"next": None}))
    records = walk(line().client, SEARCH, Paging(style, "data", 150))
    given = iter(records)
    assert next(given)
    with pytest.raises(ServerFailed, match="Intercom sent 1 of 40 records"):
        next(given)


def test_fewer_records_than_there_are_is_no_error_where_no_more_were_wanted(line, script):
    script.answer(200, listing([1], total_count=40, pages={"next": None}))
    assert len(list(walk(line().client, CONTACTS, CURSOR, limit=1))) == 1


def test_one_company_where_a_list_was_expected(line, script):
    script.answer(200, {"type": "company", "id": "1", "company_id": "acme"})
    request = Request("GET", "/companies", query=(("company_id", "acme"),))
    assert len(list(walk(line().client, request, Paging("page", "data", 50)))) == 1


def test_the_first_rows_come_before_the_second_page_is_asked_for(line, script):
    script.answer(200, listing([1, 2], pages=after("a")))
    records = iter(walk(line().client, CONTACTS, CURSOR))
    assert numbers_of(itertools.islice(records, 2)) == [1, 2]
    assert len(script.sent) == 1


def test_nothing_is_sent_before_somebody_reads(line, script):
    walk(line().client, CONTACTS, CURSOR)
    assert script.sent == []


def test_a_limit_makes_one_small_request(line, script):
    script.answer(200, listing(range(1, 6), pages=after("a"), total_count=99))
    records = walk(line().client, CONTACTS, CURSOR, limit=5)
    assert len(list(records)) == 5
    assert (records.total, records.count, records.more) == (99, 5, True)
    assert script.sent == ["GET /contacts?per_page=5"]


def test_a_limit_cuts_a_server_that_gives_more(line, script):
    script.answer(200, listing(range(1, 11)))
    records = walk(line().client, CONTACTS, CURSOR, limit=5)
    assert len(list(records)) == 5
    assert records.more


def test_a_limit_that_just_fits_leaves_nothing_more(line, script):
    script.answer(200, listing([1, 2]))
    records = walk(line().client, CONTACTS, CURSOR, limit=2)
    assert (len(list(records)), records.more) == (2, False)


def test_a_limit_of_nothing_asks_nothing(line, script):
    assert list(walk(line().client, CONTACTS, CURSOR, limit=0)) == []
    assert script.sent == []


def test_pages_are_never_larger_than_allowed(line, script):
    script.answer(200, listing([1]))
    list(walk(line().client, CONTACTS, CURSOR, limit=5000))
    assert script.sent == ["GET /contacts?per_page=150"]


def test_records_that_move_while_listing_are_given_once(line, script):
    script.answer(200, listing([1, 2, 3], pages=after("a")))
    script.answer(200, listing([3, 4, 1], pages=after("b"))).answer(200, listing([5]))
    assert numbers_of(walk(line().client, CONTACTS, CURSOR)) == [1, 2, 3, 4, 5]


def test_rows_without_an_id_are_all_given(line, script):
    row = {"name": "order", "count": 1}
    script.answer(200, {"events": [row, row], "pages": after("a")}).answer(200, {"events": [row]})
    assert len(list(walk(line().client, CONTACTS, Paging("cursor", "events")))) == 3


def test_a_cursor_seen_before_ends_in_an_error_that_names_it(line, script):
    for numbers, cursor in (([1], "first"), ([2], "second"), ([3], "first")):
        script.answer(200, listing(numbers, pages=after(cursor)))
    with pytest.raises(ServerFailed, match=r"circles.*starting_after=first.*ends after 3 records"):
        list(walk(line().client, CONTACTS, CURSOR))


def test_new_cursors_to_old_records_end_in_an_error(line, script):
    for cursor in "abc":
        script.answer(200, listing([1, 2], pages=after(cursor)))
    with pytest.raises(ServerFailed, match="the same records again"):
        list(walk(line().client, CONTACTS, CURSOR))


def test_a_server_that_ignores_page_numbers_is_found_out(line, script):
    script.answer(200, listing([1], pages=numbered(1, 3)))
    script.answer(200, listing([1], pages=numbered(1, 3)))
    with pytest.raises(ServerFailed, match="page 1 where page 2 was asked for"):
        list(walk(line().client, CONTACTS, Paging("page")))


def test_b27_a_later_page_that_fails_leaves_what_came_and_says_so(line, script):
    script.answer(200, listing([1, 2], pages=after("a")))
    for _ in range(3):
        script.answer(500, {"request_id": "r9", "errors": [{"code": "server_error"}]})
    records = iter(walk(line().client, CONTACTS, CURSOR))
    assert numbers_of([next(records), next(records)]) == [1, 2]
    with pytest.raises(ServerFailed) as caught:
        next(records)
    error = caught.value
    assert error.exit_code == 9
    assert error.message.endswith("The result is incomplete: it ends after 2 records.")
    assert (error.request_id, error.response.status) == ("r9", 500)


def test_a_first_page_that_fails_is_a_plain_error(line, script):
    script.answer(400, {"errors": [{"code": "bad_request", "message": "No"}]})
    with pytest.raises(Refused) as caught:
        list(walk(line().client, CONTACTS, CURSOR))
    assert caught.value.message == "No."


def test_a_lost_connection_on_a_later_page_keeps_its_exit_code(line, script):
    script.answer(200, listing([1], pages=after("a")))
    for _ in range(3):
        script.fail(httpx.ReadTimeout("late"))
    with pytest.raises(Unreachable, match="it ends after 1 record"):
        list(walk(line().client, SEARCH, Paging("cursor")))


def test_the_10000_companies_limit_is_told(line, script):
    message = "page limit reached, please use scroll API"
    script.answer(200, listing([1], pages=numbered(1, 200)))
    script.answer(400, {"errors": [{"code": "bad_request", "message": message}]})
    with pytest.raises(Refused, match=r"page limit reached.*after 1 record"):
        list(walk(line().client, Request("POST", "/companies/list"), Paging("page", "data", 60)))
