"""Several writes, and the run ends in the middle: what was done is told, and what was not."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx2 as httpx
import pytest
from front_door import FrontDoor, refusal

Ending = Callable[[], httpx.Response]
CLOSE = ["conversations", "close", "1", "2", "3", "4"]


def broken() -> httpx.Response:
    raise httpx.ReadError("gone")


def interrupted() -> httpx.Response:
    raise KeyboardInterrupt


def limited() -> httpx.Response:
    return refusal(429)


def signed_out() -> httpx.Response:
    return refusal(401)


class Ends(httpx.BaseTransport):
    """Passes two writes on; the third ends in another way."""

    def __init__(self, inner: httpx.BaseTransport, ending: Ending) -> None:
        self.inner, self.ending, self.writes = inner, ending, 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.writes += request.method != "GET"
        return self.ending() if self.writes > 2 else self.inner.handle_request(request)


ENDINGS = [(broken, 10), (interrupted, 130), (limited, 8), (signed_out, 4)]


@pytest.mark.parametrize(("ending", "code"), ENDINGS)
def test_of_several_records_each_is_told(run: FrontDoor, ending: Ending, code: int) -> None:
    ran = run(*CLOSE, "--max-wait", "0", transport=Ends(run.inner, ending))
    assert ran.code == code
    assert [row["id"] for row in ran.rows] == ["1", "2"]
    assert "Closed conversation 2 in sandbox." in ran.err
    assert "It ended at conversation 3; not tried: 4." in ran.err
    assert len([one for one in ran.sent() if one.startswith("POST")]) == 3, "nothing is repeated"


@pytest.mark.parametrize(("ending", "code"), ENDINGS)
def test_of_many_events_the_line_is_told(run: FrontDoor, ending: Ending, code: int) -> None:
    run("contacts", "create", "--email", "jane@acme.test").ok()
    told = {"event_name": "paid", "email": "jane@acme.test"}
    lines = [json.dumps({**told, "created_at": 1772000000 + number}) for number in range(5)]
    ran = run(
        *["events", "track", "--data", "-", "--max-wait", "0"],
        stdin="\n".join(lines),
        transport=Ends(run.inner, ending),
    )
    assert ran.code == code
    assert "2 of 5 events were tracked before this; it ended at line 3." in ran.err
