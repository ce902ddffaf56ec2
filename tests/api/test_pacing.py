from __future__ import annotations

import threading
from email.utils import formatdate

import pytest
from scripted_line import START, Hours, Line

from intercom_cli.api.limits import Skew, retry_after, window_of
from intercom_cli.api.limits import Window as Limit
from intercom_cli.api.pacing import Budget, Pace
from intercom_cli.api.request import Request
from intercom_cli.errors import RateLimited, Unreachable

ME = Request("GET", "/me")


def window(left, ends, limit=167, **more):
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(left),
        "X-RateLimit-Reset": str(ends),
        **more,
    }


def test_b14_a_429_waits_for_the_windows_end_and_no_longer(line, script, hours):
    script.answer(429, headers=window(0, int(START) + 4)).answer(200, {})
    talk = line()
    talk.client.send(ME)
    assert hours.slept == pytest.approx(4)
    assert talk.notices == [
        "Intercom's rate limit (167 requests in 10 seconds) is used up; going on in 4 s."
    ]


def test_the_wait_is_spread_by_a_jitter(script):
    hours = Hours(chance=0.8)
    script.answer(429, headers=window(0, int(START) + 4)).answer(200, {})
    Line(script, hours).client.send(ME)
    assert hours.slept == pytest.approx(4 + 0.8 * 0.25)


def test_b15_retry_after_may_be_a_date(line, script, hours):
    date = formatdate(START + 6, usegmt=True)
    script.answer(429, headers={"Retry-After": date}).answer(200, {})
    line().client.send(ME)
    assert hours.slept == pytest.approx(6)
    assert len(script.sent) == 2


def test_retry_after_in_seconds(line, script, hours):
    script.answer(429, headers={"Retry-After": "3"}).answer(200, {})
    line().client.send(ME)
    assert hours.slept == pytest.approx(3)


def test_b15_no_header_makes_us_wait_more_than_a_minute(line, script, hours):
    script.answer(429, headers={"Retry-After": "86400"}).answer(200, {})
    line().client.send(ME)
    assert hours.slept == pytest.approx(60)


@pytest.mark.parametrize("header", ["soon", "nan", "inf", "-5", "Tue, 99 Nov 2023"])
def test_a_senseless_header_still_backs_off(line, script, hours, header):
    script.answer(429, headers={"Retry-After": header}).answer(429).answer(200, {})
    line().client.send(ME)
    assert 1 < hours.slept < 5


def test_a_server_far_ahead_is_waited_for_by_its_own_clock(line, script, hours):
    ahead = int(START) + 3600
    headers = window(0, ahead + 5, Date=formatdate(ahead, usegmt=True))
    script.answer(429, headers=headers).answer(200, {})
    line().client.send(ME)
    assert 4 <= hours.slept <= 6


def test_more_waiting_than_allowed_is_rate_limited_at_once(line, script, hours):
    headers = window(0, int(START) + 9, Date=formatdate(START, usegmt=True))
    body = {"errors": [{"code": "rate_limit_exceeded", "message": "Exceeded rate limit of 167"}]}
    script.answer(429, body, headers)
    with pytest.raises(RateLimited) as caught:
        line(max_wait=5).client.send(ME)
    error = caught.value
    assert error.exit_code == 8
    assert "The limit is 167 requests in 10 seconds. It asks to wait 9 s." in error.message
    assert hours.slept == 0


def test_all_waiting_of_a_request_counts(line, script, hours):
    for _ in range(6):
        script.answer(429, headers={"Retry-After": "2"})
    with pytest.raises(RateLimited):
        line(max_wait=16.5).client.send(ME)
    assert hours.slept <= 16.5


def test_a_limit_on_pending_jobs_is_not_waited_for(line, script, hours):
    message = "Exceeded rate limit of 1 pending message data export jobs"
    script.answer(429, {"errors": [{"code": "rate_limit_exceeded", "message": message}]})
    with pytest.raises(RateLimited, match="pending message data export"):
        line().client.send(Request("POST", "/export/content/data"))
    assert hours.slept == 0


def test_an_empty_window_is_waited_out_before_asking(line, script, hours):
    script.answer(200, {}, window(0, int(START) + 4)).answer(200, {}, window(166, int(START) + 14))
    talk = line()
    talk.client.send(ME)
    assert hours.slept == 0
    talk.client.send(ME)
    assert hours.slept == pytest.approx(4)


def test_pacing_beyond_the_waiting_allowed_is_rate_limited(line, script):
    script.answer(200, {}, window(0, int(START) + 9))
    talk = line(max_wait=2)
    talk.client.send(ME)
    with pytest.raises(RateLimited, match=r"167 requests in 10 seconds.*asks for 9 s"):
        talk.client.send(ME)
    assert len(script.sent) == 1


def test_answers_without_headers_are_not_paced(line, script, hours):
    for _ in range(5):
        script.answer(200, {})
    talk = line()
    for _ in range(5):
        talk.client.send(ME)
    assert hours.slept == 0


def test_before_the_first_answer_only_a_few_go_ahead():
    pace = Pace(notice=lambda _: None, clock=Hours().clock)
    for _ in range(8):
        pace.enter(Budget(0))
    assert not pace.has_room()
    pace.leave(None, 0, START)
    pace.leave({}, 200, START)
    assert pace.has_room()
    pace.flying = 1000
    assert pace.has_room()


def test_closing_ends_the_waiting_of_other_threads():
    hours = Hours()
    pace = Pace(notice=lambda _: None, clock=hours.clock)
    pace.answered, pace.flying = True, 1
    pace.left, pace.ends = 1, START + 1000
    got = []

    def wait():
        try:
            pace.enter(Budget(100))
        except Unreachable as error:
            got.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    pace.close()
    thread.join(10)
    assert len(got) == 1


def test_windows_are_read_in_all_units():
    for ends in (int(START) + 3, int(START + 3) * 1000, 3):
        headers = {name.lower(): value for name, value in window(5, ends).items()}
        assert window_of(headers, START) == Limit(167, 5, START + 3)
    nothing = window_of({"x-ratelimit-reset": "?", "x-ratelimit-remaining": ""}, START)
    assert (nothing.limit, nothing.left, nothing.ends) == (None, None, None)


def test_retry_after_in_the_past_is_no_wait():
    assert retry_after({"retry-after": formatdate(START - 60, usegmt=True)}, START) == 0


def test_a_date_without_fractions_never_puts_the_clock_forward():
    skew = Skew()
    skew.observe(int(START), START + 0.2, START + 0.4)
    assert skew.seconds == pytest.approx(-0.4)
    skew.observe(int(START) + 1, START + 1, START + 1.1)
    assert skew.seconds == pytest.approx(-0.1)


def test_a_wrong_clock_is_found_out_and_narrowed():
    skew = Skew()
    for tenth in range(20):
        here = START + tenth / 10
        there = int(here + 100.35)
        skew.observe(there, here, here + 0.01)
    assert skew.seconds == pytest.approx(100.35, abs=0.15)
    skew.observe(int(START) + 500, START + 3, START + 3.1)
    assert skew.seconds == pytest.approx(497, abs=1)


DATED = [
    ({"Date": formatdate(START + 7200, usegmt=True)}, 2),
    # A proxy of its own time wrote its Date beside it, before or behind.
    ({"Date": f"{formatdate(START, usegmt=True)}, {formatdate(START + 7200, usegmt=True)}"}, 2),
    ({"Date": f"{formatdate(START + 7200, usegmt=True)}, {formatdate(START, usegmt=True)}"}, 2),
    ({"Date": "soon"}, 60),
    ({"Date": ""}, 60),
    ({}, 60),
]


@pytest.mark.parametrize(("more", "seconds"), DATED)
def test_a_window_ends_by_the_clock_of_the_answer_that_told_it(line, script, hours, more, seconds):
    script.answer(429, headers=window(0, int(START) + 7202, **more)).answer(200, {})
    line().client.send(ME)
    assert hours.slept == pytest.approx(seconds, abs=1.1)


class Window:
    """Intercom's side: counts requests in windows of ten seconds, by the clock of the test."""

    def __init__(self, hours: Hours, limit: int, ahead: float = 0.0) -> None:
        self.hours, self.limit, self.ahead = hours, limit, ahead
        self.counts: dict[int, int] = {}
        self.refused = 0
        self.lock = threading.Lock()

    def ask(self) -> tuple[int, dict[str, str]]:
        with self.lock:
            now = self.hours.time + self.ahead
            number = int(now // 10)
            used = self.counts.get(number, 0) + 1
            status = 200 if used <= self.limit else 429
            self.refused += status == 429
            self.counts[number] = min(used, self.limit)
            left = max(0, self.limit - used)
            headers = window(left, (number + 1) * 10, self.limit)
            headers["Date"] = formatdate(int(now), usegmt=True)
            return status, {name.lower(): value for name, value in headers.items()}


@pytest.mark.parametrize("ahead", [0.0, 0.4, -0.4, 7.3, -3.6])
@pytest.mark.parametrize("limit", [20, 1666])
def test_threads_together_keep_below_the_limit_and_use_it_up(limit, ahead):
    hours = Hours(chance=0.5)
    server = Window(hours, limit, ahead)
    pace = Pace(notice=lambda _: None, clock=hours.clock, max_wait=1e9)
    work = iter(range(limit * 3))
    guard = threading.Lock()

    def run():
        while True:
            with guard:
                if next(work, None) is None:
                    return
            pace.enter(Budget(1e9))
            sent = hours.time
            status, headers = server.ask()
            pace.leave(headers, status, sent)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sum(server.counts.values()) == limit * 3
    assert server.refused == 0
