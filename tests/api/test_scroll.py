from __future__ import annotations

import pytest
from scripted_line import listing, numbers_of

from intercom_cli.api.pages import walk
from intercom_cli.api.request import Request
from intercom_cli.errors import NotFound, Refused, ServerFailed
from intercom_cli.resource import Paging

SCROLL = Request("GET", "/companies/scroll")
PAGING = Paging("scroll", "data", 100)
EXISTS = {"errors": [{"code": "scroll_exists", "message": "scroll already exists"}]}
LOST = {"errors": [{"code": "not_found", "message": "scroll parameter not found"}]}


@pytest.mark.parametrize("paging", [PAGING, None])
def test_b11_a_scroll_is_followed_to_its_empty_page(line, script, paging):
    script.answer(200, listing([1, 2], scroll_param="s"))
    script.answer(200, listing([3], scroll_param="s")).answer(200, listing([], scroll_param="s"))
    assert numbers_of(walk(line().client, SCROLL, paging)) == [1, 2, 3]
    assert script.sent == ["GET /companies/scroll"] + 2 * ["GET /companies/scroll?scroll_param=s"]


def test_another_open_scroll_is_waited_for(line, script, hours):
    for _ in range(3):
        script.answer(400, EXISTS)
    script.answer(200, listing([1], scroll_param="s")).answer(200, listing([]))
    talk = line()
    assert numbers_of(walk(talk.client, SCROLL, PAGING)) == [1]
    assert hours.slept == pytest.approx(30)
    assert "Another scroll is open" in talk.notices[0]
    assert "in 10 s" in talk.notices[0]


@pytest.mark.parametrize(("max_wait", "slept"), [(120, 60), (15, 15), (0, 0)])
def test_a_scroll_that_stays_open_is_an_error(line, script, hours, max_wait, slept):
    for _ in range(-(-slept // 10) + 1):
        script.answer(400, EXISTS)
    with pytest.raises(Refused, match="scroll already exists") as caught:
        list(walk(line(max_wait=max_wait).client, SCROLL, PAGING))
    assert hours.slept == pytest.approx(slept)
    assert "a minute" in caught.value.hint


@pytest.mark.parametrize(("status", "body"), [(404, LOST), (500, {}), (503, {})])
def test_a_broken_scroll_starts_over_without_repeating_records(line, script, status, body):
    script.answer(200, listing([1, 2], scroll_param="a")).answer(status, body)
    script.answer(200, listing([1, 2], scroll_param="b"))
    script.answer(200, listing([3], scroll_param="b")).answer(200, listing([]))
    talk = line()
    assert numbers_of(walk(talk.client, SCROLL, PAGING)) == [1, 2, 3]
    assert "Starting over" in talk.notices[0]


def test_a_scroll_that_keeps_breaking_is_given_up(line, script):
    for _ in range(3):
        script.answer(200, listing([1, 2], scroll_param="a")).answer(500)
    with pytest.raises(ServerFailed, match="it ends after 2 records"):
        list(walk(line().client, SCROLL, PAGING))


def test_a_scroll_that_is_not_there_is_not_tried_again(line, script):
    script.answer(404, LOST)
    with pytest.raises(NotFound):
        list(walk(line().client, SCROLL, PAGING))
