"""Every command that writes, by its documented examples: --dry-run shows exactly what is sent, in
order; --plan reads, and leaves the workspace as it is."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from example_lines import agreed, input_of, prepared
from front_door import FrontDoor, Ran, Unreachable
from test_writes_are_safe import ASKING, ASKING_SOMETIMES, IDS, LINES, changes, there, writing

from intercom_cli.conduct import may_ask
from intercom_cli.facts.guards import every, guard_of

__all__ = ["there"]
PLACEHOLDER = re.compile(r"[A-Z][A-Z_]*[A-Z](_\d+)?")
SOON = 600  # seconds
# What reads what is there before it says what it would send: a dry run of them is not blind.
READING_FIRST = {"articles push"}
# Their wait looks again and again, and what they save comes afterwards.
GOING_ON = {"contacts upsert", "exports run", "reports run", "tickets enqueue"}
# What the sandbox does not serve: the request goes out, and is refused.
UNSERVED = ("bulk-", "ecommerce upload", "secure-mode-secrets", "teams update")


def shown(ran: Ran) -> list[tuple[str, str, Any]]:
    """Each request that a dry run shows: method, target, body."""
    return [(row["method"], target(row["url"]), row.get("body")) for row in ran.rows]


def sent(ran: Ran) -> list[tuple[str, str, Any]]:
    """Each request that was sent: method, target, body."""
    return [(r.method, target(str(r.url)), body_of(r)) for r in ran.requests]


def target(url: str) -> str:
    parts = urlsplit(url)
    return unquote(parts.path + ("?" + parts.query if parts.query else ""))


def body_of(request: Any) -> Any:
    if not request.content:
        return None
    try:
        return json.loads(request.content)
    except ValueError:
        return request.content.decode("utf-8", "replace")


def same(shown: Any, sent: Any) -> bool:
    """Whether what is shown is what is sent, where a placeholder stands for any value."""
    if isinstance(shown, dict) and isinstance(sent, dict):
        return shown.keys() == sent.keys() and all(same(shown[k], sent[k]) for k in shown)
    if isinstance(shown, list) and any(map(is_placeholder, shown)) and isinstance(sent, list):
        return all(one in sent for one in shown if not is_placeholder(one))
    if isinstance(shown, list) and isinstance(sent, list):
        return len(shown) == len(sent) and all(map(same, shown, sent))
    if is_placeholder(shown):
        return sent is not None
    if isinstance(shown, str) and "/" in shown and isinstance(sent, str):
        parts = zip(shown.split("/"), sent.split("/"), strict=False)
        return shown.count("/") == sent.count("/") and all(
            left == right or PLACEHOLDER.fullmatch(left) for left, right in parts
        )
    if (left := moment(shown)) and (right := moment(sent)):
        return abs(left - right) < SOON
    return bool(shown == sent) or (shown == "***" and sent is not None)


def moment(value: Any) -> float | None:
    """A time in seconds: what is sent is of now, and one run is later than the other."""
    if isinstance(value, int) and value > 1_500_000_000:
        return float(value)
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", value):
        return datetime.fromisoformat(value).timestamp()
    return None


def is_placeholder(value: Any) -> bool:
    return isinstance(value, str) and PLACEHOLDER.fullmatch(value) is not None


def follows(one: tuple[str, str, Any]) -> bool:
    """Whether a request reads a later page of a list, which a dry run shows by its first."""
    return one[0] == "GET" and re.search(r"[?&](page|starting_after)=", one[1]) is not None


# These wait for work that goes on at Intercom.
WAITING = ("exports run", "reports run", "tickets enqueue")
# One example of each command is tried each time, and all of them now and then.
FIRST = dict(reversed(LINES))
EACH = [
    pytest.param(
        name,
        line,
        id=id,
        marks=[pytest.mark.slow] if name in WAITING or FIRST[name] != line else [],
    )
    for (name, line), id in zip(LINES, IDS, strict=True)
]


@pytest.mark.parametrize(("name", "line"), EACH)
def test_what_is_shown_or_planned_is_what_is_then_sent(
    there: FrontDoor, name: str, line: str
) -> None:
    words = agreed(writing()[name], prepared(there, Path.cwd(), line))
    before = everything(there)
    transport = None if name in READING_FIRST else Unreachable()
    dry = there(*words, "-n", stdin=input_of(line), transport=transport).ok()
    plan = there(*words, "--plan", stdin=input_of(line)).ok()
    assert written(plan) == []
    assert everything(there) == before
    guarded_as_asked(there, name, words, line, dry)

    real = there(*words, stdin=input_of(line))
    assert real.code == 0 or any(word in line for word in UNSERVED), real.err
    shown_in_order(name, shown(dry), sent(real))
    # An upsert creates what is there already, is refused, and updates it; the plan knows before.
    done = written(real)[-1:] if name == "contacts upsert" else written(real)
    planned_in_order(plan.rows, done)


def guarded_as_asked(there: FrontDoor, name: str, words: list[str], line: str, dry: Ran) -> None:
    """A command asks where, and only where, what it sends is guarded."""
    guards = [guard_of(method, path, body) for method, path, body in shown(dry)]
    asked = name in ASKING
    if name in ASKING_SOMETIMES:
        unasked = [word for word in words if word not in {"--yes", "-y"}]
        transport = None if name in READING_FIRST else Unreachable()
        asked = there(*unasked, "--no-input", stdin=input_of(line), transport=transport).code == 3
    assert any(guards) == asked, shown(dry)


def test_each_guarded_operation_is_that_of_a_command_that_asks() -> None:
    asking = {
        operation
        for command in writing().values()
        if may_ask(command)
        for operation in command.operations
        if changes(operation)
    }
    assert every().keys() <= asking
    # The other way round: whatever else such a command sends is no reason to ask.
    assert asking - every().keys() == {
        "POST /help_center/collections",
        "POST /tags",
        "PUT /articles/{id}/draft",
    }


def shown_in_order(name: str, expected: list[Any], every: list[Any]) -> None:
    # A list of more than a page is read on, and its first page again in case it moved.
    whole = [one for one in every if not follows(one)]
    pairs = zip([None, *whole], whole, strict=False)
    found = [one for last, one in pairs if one != last or one[0] != "GET"]
    if name in READING_FIRST:
        found = [one for one in found if one[0] != "GET"]
    found = found[: len(expected)] if name in GOING_ON else found
    assert len(expected) == len(found), (expected, found)
    for left, right in zip(expected, found, strict=True):
        assert left[0] == right[0], (left, right)
        assert same(left[1], right[1]), (left, right)
        assert same(left[2], right[2]), (left, right)


def planned_in_order(rows: list[dict[str, Any]], writes: list[str]) -> None:
    assert len(rows) == len(writes), (rows, writes)
    for row, write in zip(rows, writes, strict=True):
        pattern = re.sub(r"\\\{[^}]*\\\}", "[^/?]+", re.escape(row["operation"]))
        assert re.fullmatch(pattern + r"(\?.*)?", write), (row, write)
        assert row.keys() == SHAPE
        assert row["error"] is None
        assert row["before"].keys() <= row["after"].keys()
        if row["operation"].startswith("POST ") and not row["operation"].endswith(CHANGING):
            assert row["before"] == {}, "what is new was nothing before"


def written(ran: Ran) -> list[str]:
    return [one for one in ran.sent() if changes(one.partition("?")[0])]


def everything(there: FrontDoor) -> bytes:
    """All that the workspace holds."""
    return bytes(there.inner.sandbox().store.copied())  # type: ignore[attr-defined]


CHANGING = ("/parts", "/change_type")  # a POST that changes the record in its path
SHAPE = {
    "operation", "action", "type", "id", "name", "linked", "records", "before", "after", "names",
    "notifies", "permanent", "question", "error",
}  # fmt: skip
