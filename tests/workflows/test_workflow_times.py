"""Times in workflows: seconds or ISO text, days as spans, in the zone of the workspace."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from front_door import TOKEN, FrontDoor
from run_results import results

HERE = ZoneInfo("America/New_York")


def at(*parts: int) -> int:
    return int(datetime(*parts, tzinfo=HERE).timestamp())  # type: ignore[misc,arg-type]


ISO, SECONDS = "2023-08-15T18:49:35.016+00:00", 1692125375
OLD = "2001-02-03T04:05:06.000+00:00"
ITEM = {
    "iso": ISO, "seconds": SECONDS, "old": OLD, "null": None, "empty": "", "zero": 0,
    "day": "2026-03-01", "first": at(2026, 3, 1), "last": at(2026, 3, 1, 23, 59, 59),
    "next": at(2026, 3, 2), "before": at(2026, 2, 28, 23, 59, 59), "count": 7, "digits": "7",
    "utc_midnight": "2026-03-01T00:00:00Z", "rows": [{"at": ISO}, {"at": None}, {"at": at(2099, 1, 1)}],
}  # fmt: skip
TRUE = [
    # ISO text and seconds
    "x.iso < days_ago(30)", "x.seconds < days_ago(30)", "days_ago(30) > x.iso", "x.old < x.seconds",
    "x.iso == x.seconds", "x.iso != x.old", "x.seconds >= x.iso", "not x.iso > days_ago(30)",
    "x.iso < now", "now > x.iso", "x.old < x.iso", "moment(x.iso) == x.seconds",
    "x.iso | day == '2023-08-15'", "x.seconds | iso == '2023-08-15T18:49:35Z'",
    "x.iso | iso == '2023-08-15T18:49:35Z'",
    "x.rows | selectattr('at', 'lt', days_ago(30)) | list | length == 1",
    "x.rows | selectattr('at', '>', now) | list | length == 1",
    # what is not set is in no positive relation
    "not x.null < days_ago(30)", "not x.null > days_ago(30)", "not x.empty < days_ago(30)",
    "not x.zero < days_ago(30)", "x.null != days_ago(30)", "not x.null == now", "not x.null < 5",
    # days are spans, in the zone of the workspace
    "x.first == moment('2026-03-01')", "x.last == moment('2026-03-01')",
    "x.next != moment('2026-03-01')", "x.before != moment('2026-03-01')",
    "x.last <= moment('2026-03-01')", "not x.last > moment('2026-03-01')",
    "x.next > moment('2026-03-01')", "x.first >= moment('2026-03-01')",
    "x.before < moment('2026-03-01')", "not x.first < moment('2026-03-01')",
    "moment('2026-03-01') < x.next", "x.last == moment('2026-03')", "x.last == moment('2026')",
    "x.next == moment('2026-03')", "x.before < moment('2026-03')", "x.last > moment('2026-02')",
    "x.utc_midnight < moment('2026-03-01')", "x.first == '2026-03-01'", "x.last <= '2026-03-01'",
    "x.next > '2026-03-01'", "x.day == moment('2026-03-01')", "x.day < x.next",
    "x.before | day == '2026-02-28'", "x.utc_midnight | day == '2026-02-28'",
    "x.first == moment('2026-03-01T00:00')", "now == moment('today')", "now >= moment('today')",
    "moment('2026-03-01') ~ '' == x.first | string",
    # other values compare as before
    "x.count == 7", "x.count > 6.5", "x.digits != 7", "x.digits == '7'", "'b' > 'a'", "7 in [x.count]",
    "1 < x.count < 9", "not 1 < x.count < 5", "x.count is gt(6)", "x.count is le(7)",
    "x.day == '2026-03-01'", "now - 86400 < now", "(now - days_ago(2)) == 172800", "-x.count == -7",
]  # fmt: skip


def test_times_compare_as_seconds_and_as_text_and_days_as_spans(flow: Any) -> None:
    steps = [
        f"- {json.dumps({'id': f'e{number}', 'do': 'wait', 'with': {'for': 0}, 'when': one.replace('x.', 'event.data.item.')})}"
        for number, one in enumerate(TRUE)
    ]
    event = json.dumps({"id": None, "topic": "ping", "data": {"item": ITEM}})
    ran = flow("\n".join(["steps:", *steps]), "--event", "-", stdin=event).ok()
    wrong = [TRUE[int(row["step"][1:])] for row in ran.rows if row["status"] != "done"]
    assert wrong == []


def test_what_is_no_time_is_told(flow: Any) -> None:
    for value in ("soon", [1], {"a": 1}, True):
        event = json.dumps({"id": "n", "topic": "ping", "data": {"item": {"at": value}}})
        text = "steps: [{id: a, do: tags.list, when: 'event.data.item.at < days_ago(3)'}]"
        ran = flow(text, "--event", "-", stdin=event)
        assert ran.code == 2, value
        assert "time" in ran.error["message"] or "compared" in ran.error["message"]
        assert ran.requests == []


def test_a_day_in_where_is_the_whole_day(flow: Any) -> None:
    """A day that is filled in means what it means when it is typed."""
    day = "2026-03-01"
    for sign in ("=", "<", "<=", ">", ">="):
        text = f"""
            steps:
              - id: found
                do: conversations.list
                with: {{where: "created_at {sign} {{{{ moment('{day}') }}}}", count: true}}
            """
        typed = flow.run("conversations", "list", "--where", f"created_at {sign} {day}", "--count")
        assert results(flow(text).ok())["found"]["count"] == int(typed.ok().out), sign


def test_the_zone_is_asked_for_where_only_a_token_is_given(flow: Any, tmp_path: Path) -> None:
    token = {"INTERCOM_ACCESS_TOKEN": TOKEN}
    with_token = FrontDoor(tmp_path / "bare", flow.run.inner, token)
    text = (
        "steps: [{id: a, do: wait, with: {for: 0}, when: \"moment('2027-02-01') == 1801458000\"}]"
    )
    ran = with_token("workflow", "run", str(flow.write(text)), "--yes").ok()
    assert ran.rows[0]["status"] == "done", "midnight in New York"
    assert ran.sent() == ["GET /me"]
    plain = "steps: [{id: a, do: wait, with: {for: 0}, when: 'now > days_ago(1)'}]"
    assert with_token("workflow", "run", str(flow.write(plain)), "--yes").ok().requests == []


@pytest.mark.parametrize(
    "until", ["2020-01-01T00:00:00Z", "1577836800", "{{ moment('2020-01-01') }}"]
)
def test_wait_until_reads_times(flow: Any, until: str) -> None:
    ran = flow(f'steps: [{{id: a, do: wait, with: {{until: "{until}"}}}}]').ok()
    assert ran.rows[0]["result"] == {"waited": 0}
