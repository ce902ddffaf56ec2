"""Faults on demand: rules that spoil chosen answers of a server somebody started.

A rule is words on one line: first which requests, then what happens to them.

    GET /contacts page=3 status=500      the third page fails each time
    POST /contacts nth=1 status=503 times=2    the first two creates fail, then they work
    GET /me delay=500                    half a second late, else whole
    * /companies/* close                 the connection closes without an answer
    PUT /contacts/* cut                  done, but the answer is cut in the middle

Which: a method or ``*``, a path in which ``*`` stands for anything; ``page=N`` for the Nth page
of a list; ``nth=N`` from the Nth such request on; ``times=N`` for so many of them, then no more.

What: ``status=N`` answers with that status instead, with ``retry-after=SECONDS`` and, by
``html``, a gateway's page in place of JSON; ``close``; ``cut``; ``empty`` drops the body;
``malformed`` breaks its JSON; ``delay=MILLISECONDS`` goes with any of them.
"""

from __future__ import annotations

import fnmatch
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import msgspec

from intercom_cli.errors import Misuse
from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.paging import read_cursor
from intercom_cli.sandbox.refusals import Fault, Refusal

WORDS = ("close", "cut", "empty", "malformed", "html")
NUMBERS = ("page", "nth", "times", "status", "delay", "retry-after")
STATUSES = range(200, 600)
CODES = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    408: "request_timeout",
    409: "conflict",
    422: "unprocessable_entity",
    429: "rate_limit_exceeded",
    503: "service_unavailable",
}
PAGE = b"<!DOCTYPE html><html><head><title>%d</title></head><body><h1>%d</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which requests meet a fault, and which fault; ``delay`` in milliseconds."""

    method: str
    path: str
    numbers: dict[str, int] = field(default_factory=dict)
    words: frozenset[str] = frozenset()

    @property
    def replaces(self) -> bool:
        """Whether the fault stands in place of the answer, so that nothing is done."""
        return "status" in self.numbers or "close" in self.words or "html" in self.words

    def fits(self, call: Call) -> bool:
        """Whether a call is one of those meant."""
        if self.method not in ("*", call.method) or not fnmatch.fnmatchcase(call.path, self.path):
            return False
        return "page" not in self.numbers or page_of(call) == self.numbers["page"]

    def answer(self, request_id: str) -> Answer:
        """The answer in place of the true one."""
        status = self.numbers.get("status", 502)
        wait = self.numbers.get("retry-after")
        headers = {} if wait is None else {"retry-after": str(wait)}
        if "html" in self.words:
            page = PAGE % (status, status)
            plain = Answer(status, {"content-type": "text/html", **headers}, page)
        else:
            code = CODES.get(status, "server_error")
            plain = Refusal(status, Fault(code, "A fault asked for"), headers=headers).answer(
                request_id
            )
        return self.spoil(plain)

    def spoil(self, answer: Answer) -> Answer:
        """The answer with its body, ending and delay as the rule wants them."""
        body = b"" if "empty" in self.words else answer.body
        if "malformed" in self.words:
            body = body[: max(1, len(body) * 2 // 3)]
        spoilt = replace(answer, body=body, delay=self.numbers.get("delay", 0) / 1000)
        if "close" in self.words:
            return replace(spoilt, ending="closed")
        return replace(spoilt, ending="cut") if "cut" in self.words else spoilt


class Rules:
    """All rules of a server, with how often each was met."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = [(rule, [0]) for rule in rules]

    def hit(self, call: Call) -> Rule | None:
        """The first rule that a call meets now; every rule it fits counts it."""
        met = None
        for rule, seen in self.rules:
            if not rule.fits(call):
                continue
            seen[0] += 1
            first = rule.numbers.get("nth", 1)
            last = first + rule.numbers.get("times", 2**31) - 1
            if met is None and first <= seen[0] <= last:
                met = rule
        return met


def page_of(call: Call) -> int:
    """Which page of a list a call asks for: by its number, or by the cursor's."""
    named = call.parameter("page")
    if named and named.isdigit():
        return int(named)
    try:
        cursor = read_cursor(call.parameter("starting_after") or body_cursor(call))
    except Refusal:
        return 1
    return 1 if cursor is None else cursor.page


def body_cursor(call: Call) -> str | None:
    """The cursor inside a search's body."""
    try:
        found = msgspec.json.decode(call.body)["pagination"]["starting_after"]
    except (msgspec.DecodeError, KeyError, TypeError):
        return None
    return found if isinstance(found, str) else None


def parse(text: str) -> Rule:
    """Read a rule.

    Raises Misuse when it cannot be read or names no fault.
    """
    try:
        method, path, *rest = shlex.split(text)
    except ValueError:
        raise wrong(text, "it begins with a method and a path") from None
    words, numbers = set(), {}
    for part in rest:
        name, is_number, value = part.partition("=")
        if is_number and name in NUMBERS and value.isdigit():
            numbers[name] = int(value)
        elif part in WORDS:
            words.add(part)
        else:
            raise wrong(text, f"{part!r} is not known")
    if not words and not {"status", "delay"} & numbers.keys():
        raise wrong(text, "it names no fault")
    if numbers.get("status", 500) not in STATUSES or not path.startswith(("/", "*")):
        raise wrong(text, "its status or its path cannot be")
    return Rule(method.upper(), path, numbers, frozenset(words))


def wrong(text: str, why: str) -> Misuse:
    """Say what is wrong with a rule."""
    return Misuse(
        f"The fault rule {text!r} cannot be read: {why}.",
        hint="For example: --fault 'GET /contacts page=3 status=500'",
    )
