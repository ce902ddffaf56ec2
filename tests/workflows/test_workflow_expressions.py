"""check refuses what can never run, and says how to write it; what it accepts can run."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from random_templates import Maker, world

from intercom_cli.workflows.dates import Moment, functions
from intercom_cli.workflows.environment import environment
from intercom_cli.workflows.results import Unresolved
from intercom_cli.workflows.templates import fill

NOW = 1_750_000_000
INPUTS = {
    "plan": "a",
    "days": 1,
    "flag": True,
    "names": [1],
    "ratio": {"type": "number", "default": 1},
    "opt": {"type": "string"},
}
BEFORE = [
    {"id": "contacts", "do": "contacts.list"},
    {"id": "one", "do": "contacts.get", "with": {"contact": "x"}},
    {"id": "told", "do": "shell", "with": {"command": "true"}},
    {"id": "each", "do": "tags.list", "for_each": [1]},
]
HEAD = [
    f"inputs: {json.dumps(INPUTS)}",
    "env: [GREETING]",
    "steps:",
    *(f"- {json.dumps(step)}" for step in BEFORE),
]
# What can never run, and what the fault says.
NEVER = [
    # calls
    ('event.topic.startswith("contact.")', 'write event.topic is startswith("contact.")'),
    ("event.data.item.email.lower()", "write event.data.item.email | lower"),
    ("event.data.item.name.strip()", "write event.data.item.name | trim"),
    ('steps.one.custom_attributes.get("plan", "x")', '["plan"] | default("x")'),
    ('event.data.item.name.contains("x")', 'write "x" in event.data.item.name'),
    ('", ".join(inputs.names)', 'write inputs.names | join(", ")'),
    ("event.data.item.frobnicate()", "values have no methods here"),
    ("len(steps.contacts.results) > 1", "write steps.contacts.results | length"),
    ("str(index)", "write index | string"),
    ("day_ago(3)", "did you mean days_ago?"),
    ("frob(3)", "there are minutes_ago, hours_ago"),
    ("days_ago > 5", "days_ago is a function"),
    ("days_ago()", "it takes one value, as days_ago(7)"),
    ("days_ago(1, 2)", "it takes one value"),
    ('days_ago("seven")', "it takes one value"),
    ("now()", "now is no function"),
    ("inputs.plan()", "is no function"),
    # filters and tests
    ("event.topic | frobnicate", "no filter 'frobnicate'; intercom help workflows names"),
    ("event.topic | uper", "write event.topic | upper"),
    ("event.topic | lowercase", "write event.topic | lower"),
    ("now | strftime", "write now | day"),
    ('event.topic | startswith("a")', 'write event.topic is startswith("…")'),
    ("event.topic | upper if index > 5 and (event.topic | frobnicat) else 1", "no filter 'frobnicat'"),
    ("inputs.names | map('upperr') | list", "did you mean upper?"),
    ("inputs.names | selectattr('a', 'eqq', 1) | list", "there is no test 'eqq'"),
    ("event.topic is startswitch('a')", "did you mean startswith?"),
    ("event.topic | replace('a')", "the filter replace takes old, new"),
    ("event.topic is divisibleby", "the test divisibleby takes num"),
    ("now | join", "the filter join cannot do this with a time"),
    # members that are never there
    ("steps.contacts.result", "did you mean steps.contacts.results?"),
    ("steps.contacts.results.email", "write (steps.contacts.results | first).email"),
    ("steps.each.id", "steps.each has no 'id'"),
    ("steps.told.output", "steps.told has no 'output'"),
    ("steps.contact.count", "did you mean contacts?"),
    ("steps.people.count", "did you mean contacts?"),
    ("contacts.count", "did you mean steps.contacts?"),
    ("people.count", "did you mean steps.contacts?"),
    ("plan", "did you mean inputs.plan?"),
    ("event.data.name", "did you mean event.data.item.name?"),
    ("event.date", "did you mean event.data?"),
    ("event.topic.name", "event.topic is a text and has no 'name'"),
    ("now.year", "now is a time and has no 'year'"),
    ('{"a": 1}.b', "has no 'b'"),
    ("[1][3]", "never has a value"),
    # kinds that do not go together
    ("inputs.plan - 1", "- does not work on a text and a number"),
    ('"a" + index', "write ~ to put texts together"),
    ("-inputs.plan", "can never be worked out"),
    ("inputs.names < 5", "a list and a number have no <"),
    ('"x" in now', "have no in"),
    ("now < 30", "write days_ago(30)"),
    ("now - 60 < 30", "write days_ago(30)"),
    ('now >= "2026-01"', 'write moment("2026-01")'),
    ("moment('2027-13-01')", "is not a time"),
    ("moment('2026-W48') < now", "is not a time"),
    ("2 ** 9999999", "too large"),
    ("'x' * 99999999", "too large"),
    # statements
    ("{% include 'x' %}", "other files cannot be used"),
    ("{% for x in index %}{{ x }}{% endfor %}", "needs a list"),
    ("{% for x in inputs.names %}{{ loop.cycle(1, 2) }}{% endfor %}", "no methods"),
    ("{% set inputs.plan = 1 %}x", "sets a name, not a member"),
]  # fmt: skip
CAN = [
    'event.topic is startswith("contact.")',
    'event.topic is endswith(".created") and event.data.item.email is contains("@")',
    "event.links and event.delivery_status == 'retry' and event.delivered_at == 0",
    "event.first_sent_at > hours_ago(2) and event.created_at and event.delivery_attempts > 1",
    "event.data.item.created_at < days_ago(30)",
    "event.data.item.tags.data | map(attribute='name') | join(', ')",
    "event.data.item.tags.data | selectattr('name', 'startswith', 'V') | list | length",
    "event.data.item.tags.data | sum(attribute='count') > 3",
    "(steps.contacts.results | first).email | default('')",
    "steps.contacts.results[0].email is defined",
    "steps.one.anything.that['may be'].there",
    "steps.each.failed | length == 0 and steps.each.passed_over",
    "steps.contacts.skipped is not defined or steps.contacts.error.message",
    "inputs.opt or 'x'",
    "inputs.opt | default('x', true) | upper",
    "event.id is none or event.id | length > 3",
    "moment('2027-02-01') > now and now - 86400 < now",
    "now - event.created_at < 3600 and (now - event.data.item.created_at) / 86400 > 2",
    "moment(event.data.item.created_at) | day",
    "(now - moment('2026-01-31')) // 86400",
    "inputs.days * 2 + index",
    "{% for x in inputs.names %}{{ loop.index }} {{ x.name }}{% endfor %}",
    "{% macro m(a) %}{{ a | upper }}{% endmacro %}{{ m(inputs.plan) }}",
    "{% set x = steps.one %}{{ x.anything }}",
    "'%s' % inputs.plan",
]


def lines(expressions: list[str]) -> str:
    """A file with a step for each expression, a line each."""
    made = []
    for number, one in enumerate(expressions):
        text = one if one.startswith("{%") else f"{{{{ {one} }}}}"
        step = {
            "id": f"e{number}",
            "do": "tags.create",
            "for_each": [{"a": 1}],
            "with": {"name": text},
        }
        made.append(f"- {json.dumps(step)}")
    return "\n".join([*HEAD, *made]) + "\n"


def faults(ran: Any) -> dict[int, str]:
    """What is said of each expression, by its number."""
    if ran.code == 0:
        return {}
    found: dict[int, str] = {}
    for line in ran.error["message"].split("\n"):
        number, _, why = line.split("flow.yaml:")[1].partition(": ")
        place = int(number) - len(HEAD) - 1
        found[place] = f"{found.get(place, '')}{why}\n"
    return found


def test_what_can_never_run_is_refused_with_the_way_to_write_it(flow: Any) -> None:
    ran = flow.check(lines([one for one, _ in NEVER]))
    assert ran.code == 2
    told = faults(ran)
    missing = [
        (one, told.get(at)) for at, (one, said) in enumerate(NEVER) if said not in told.get(at, "")
    ]
    assert not missing
    assert "unsupported operand" not in ran.error["message"], "no words of Python"
    assert ran.requests == []


def test_what_can_run_is_accepted(flow: Any) -> None:
    assert faults(flow.check(lines(CAN))) == {}


def test_a_way_that_was_given_is_accepted(flow: Any) -> None:
    """What a fault says to write passes the check itself."""
    told = faults(flow.check(lines([one for one, _ in NEVER])))
    ways = [
        way.split("; write ")[1].strip()
        for why in told.values()
        for way in why.split("\n")
        if "; write " in way and "put texts" not in way and "…" not in way and "for days" not in way
    ]
    assert len(ways) > 10
    assert faults(flow.check(lines(ways))) == {}


def test_the_age_of_a_record_is_a_number_of_seconds() -> None:
    names = functions(NOW) | {"now": Moment.at(NOW)}
    for created in (NOW - 50, Moment.at(NOW - 50), "2025-06-15T15:05:50.016+00:00"):
        known = {**names, "created": created}
        assert fill("{{ now - created }}", known) == 50
        assert fill("{{ now - created < 60 and now - 60 < created }}", known) is True


def test_a_condition_and_a_list_are_checked_too(flow: Any) -> None:
    text = """
        inputs: {days: 7}
        steps:
          - {id: a, do: tags.list, when: "inputs.days.foo"}
          - {id: b, do: tags.list, for_each: "{{ inputs.days }}"}
          - {id: c, do: tags.list, for_each: "x{{ inputs.days }}"}
          - {id: d, do: tags.list, for_each: "{{ steps.a.results }}", save: "{{ now.x }}"}
          - {id: e, do: wait, with: {until: soonish}}
        """
    message = flow.check(text).error["message"]
    for line, said in (
        (4, "has no 'foo'"),
        (5, "needs a list"),
        (6, "needs a list"),
        (7, "'x'"),
        (8, "soonish"),
    ):
        assert any(f"yaml:{line}: " in one and said in one for one in message.split("\n")), line


@pytest.mark.parametrize(
    ("seed", "count"),
    [(1, 150), *(pytest.param(seed, 800, marks=pytest.mark.slow) for seed in (2, 3))],
)
def test_an_expression_that_is_accepted_runs_for_some_data(
    flow: Any, seed: int, count: int
) -> None:
    """Random expressions over random data: hardly any that is accepted fails for all of them.

    What a record holds is not known, so a place in it that no record has can pass the check.
    """
    made = environment()
    maker = Maker(Random(seed), sorted(made.filters), sorted(made.tests))
    every = [maker.expression(2) for _ in range(count)]
    refused = faults(flow.check(lines(every)))
    accepted = [one for at, one in enumerate(every) if at not in refused]
    assert len(accepted) > count // 10
    worlds = [
        world(Random(number)) | functions(NOW) | {"now": Moment.at(NOW)} for number in range(800)
    ]
    never = [one for one in accepted if not any(runs(one, data) for data in worlds)]
    assert len(never) * 33 <= len(accepted), never
    print(f"{len(accepted)} of {count} random expressions are accepted")


def runs(expression: str, data: dict[str, Any]) -> bool:
    """Whether an expression gives a value for these data."""
    from intercom_cli.errors import Misuse

    try:
        fill(f"{{{{ {expression} }}}}", data)
    except (Misuse, Unresolved):
        return False
    return True


def test_names_of_people_and_teams_are_looked_up(flow: Any) -> None:
    text = """
        inputs: {team: Suport}
        steps:
          - {id: a, do: conversations.assign, with: {id: 1, team: Support}}
          - {id: b, do: conversations.assign, with: {id: 1, team: "{{ inputs.team }}"}}
          - {id: c, do: conversations.note, with: {id: 1, text: x, admin: Ruth Okafr}}
          - {id: d, do: conversations.note, with: {id: 1, text: x, admin: "{{ event.data.item.x }}"}}
        """
    ran = flow.check(text)
    assert ran.code == 2
    message = ran.error["message"]
    assert ":5: step b: There is no team 'Suport'; did you mean 'Support'?" in message
    assert ":6: step c: There is no admin 'Ruth Okafr'" in message
    assert "step a" not in message
    assert sorted(ran.sent()) == ["GET /admins", "GET /teams"]


def test_without_a_workspace_everything_else_is_checked(alone: Any, tmp_path: Path) -> None:
    file = tmp_path / "flow.yaml"
    file.write_text("steps: [{id: a, do: conversations.assign, with: {id: 1, team: Suport}}]\n")
    assert alone("workflow", "check", str(file)).ok().requests == []
    file.write_text("steps: [{id: a, do: tags.list, when: 'now.x'}]\n")
    assert alone("workflow", "check", str(file)).code == 2


def test_a_topic_that_is_unknown_here_is_a_warning(flow: Any) -> None:
    ran = flow.check("on: [brand.created, ping]\nsteps: [{do: tags.list}]\n").ok()
    assert "flow.yaml:1: unknown topic 'brand.created'" in ran.err
    event = {"id": None, "topic": "brand.created", "data": {"item": {}}}
    flow(
        "on: brand.created\nsteps: [{do: tags.list}]\n", "--event", "-", stdin=json.dumps(event)
    ).ok()
