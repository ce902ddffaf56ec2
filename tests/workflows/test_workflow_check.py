"""What is wrong with a workflow is told with its line before anything is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

WRONG = [
    ("do: contacts.creat", "did you mean contacts.create?"),
    ("do: contact.list", "did you mean contacts.list?"),
    ("do: mesage", "did you mean message?"),
    ("do: frobnicate", "a noun and a verb"),
    ("do: contacts.list, with: {limt: 5}", "did you mean limit?"),
    ("do: contacts.list, with: {limit: many}", "limit is a number"),
    ("do: contacts.list, with: {limit: 0}", "at least 1"),
    ("do: contacts.list, with: {all: 5}", "true or false"),
    ("do: contacts.list, with: {output: csv}", "takes no 'output'"),
    ("do: contacts.list, with: {jq: .}", "takes no 'jq'"),
    ("do: message, with: {to: a@b.test, type: fax, body: Hi}", "in_app, email"),
    ("do: contacts.get", "needs contact:"),
    ("do: tags.create", "needs name:"),
    ("do: contacts.list, wiht: {}", "did you mean with?"),
    ("do: contacts.list, when: '{{ steps.later.id }}'", "there is no step later"),
    ("do: contacts.list, when: 'inputs.plna == 1'", "did you mean plan?"),
    ("do: contacts.list, when: 'nwo > 5'", "did you mean now?"),
    ("do: contacts.list, when: '{{ 1 +'", "cannot be read"),
    ("do: contacts.list, when: 'item.id'", "only there with for_each"),
    ("do: contacts.list, when: 'error.message'", "in the steps of on_error"),
    ("do: contacts.list, when: 'event.date'", "did you mean event.data?"),
    ("do: contacts.list, when: 'env.HOME'", "not among the names of env:"),
    ("do: contacts.list, with: {where: 'name = \"{{ now }}\"'}", "leave out the quotes"),
    ("do: contacts.list, on_error: ignore", "stop, continue, or a list"),
    ("do: contacts.list, retry: lots", "a number from 1"),
    ("do: contacts.update, with: {contact: a, plan: true}", "takes no 'plan'"),
    ("do: companies.create, with: {plan: pro}", "did you mean plan_name?"),
    ("do: contacts.list, for_each: 5", "for_each is a list"),
    ("do: contacts.list, at_most: 0", "a number from 1"),
    ("do: contacts.list, id: two words", "letters, digits"),
    ("do: contacts.list, id: item", "cannot be called item"),
    ("do: wait", "for: or until:"),
    ("do: wait, with: {for: soon}", "30s"),
    ("do: request, with: {method: FETCH, path: /me}", "method is one of"),
    ("do: request, with: {path: me}", "begins with /"),
    ("do: request, with: {path: /me, boddy: {}}", "did you mean body?"),
    ("do: shell", "needs command:"),
    ("do: shell, with: {command: 'echo {{ now }}'}", "would be code"),
    ("id: x", "does not say what to do"),
]


@pytest.mark.parametrize(("step", "said"), WRONG, ids=[step for step, _ in WRONG])
def test_a_fault_is_told_with_its_line(flow: Any, step: str, said: str) -> None:
    ran = flow.check(f"inputs: {{plan: free}}\nsteps:\n  - {{{step}}}\n")
    assert ran.code == 2
    assert said in ran.error["message"]
    assert f"{flow.file}:3: " in ran.error["message"]
    assert ran.requests == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a workflow has steps:"),
        ("steps: []", "is a list of steps"),
        ("steps: [1]", "a step says what to do"),
        ("on: company created\nsteps: [{do: tags.list}]", "invalid topic 'company created'"),
        ("env: [INTERCOM_ACCESS_TOKEN]\nsteps: [{do: tags.list}]", "is a secret"),
        ("inputs: {a: {type: text}}\nsteps: [{do: tags.list}]", "type is one of"),
        (
            "inputs: {a: {default: x, choices: [y]}}\nsteps: [{do: tags.list}]",
            "none of its choices",
        ),
        ("steps: [{do: tags.list, do: tags.list}]", "there twice"),
        ("steps: [{id: a, do: tags.list}, {id: a, do: tags.list}]", "on line 1 already"),
        ("steps:\n  - do: tags.list\n bad", "not YAML"),
        ("a: &x [1]\nsteps: *x", "cannot be used"),
        ("steps: !!python/object/apply:os.system ['true']", "cannot be used"),
        ("steps:\n  - do: tags.list\n    when: {{ x }}", "a name is a text"),
        ("stpes: []", "did you mean steps?"),
    ],
)
def test_a_file_that_is_no_workflow_is_refused(flow: Any, text: str, said: str) -> None:
    ran = flow.check(text)
    assert ran.code == 2
    assert said in ran.error["message"] + str(ran.error["hint"])


def test_every_fault_of_a_file_is_told_at_once(flow: Any) -> None:
    ran = flow.check("steps:\n  - do: tags.lst\n  - do: tags.list\n    with: {al: true}\n")
    assert f"{flow.file}:2: " in ran.error["message"]
    assert f"{flow.file}:4: " in ran.error["message"]


def test_a_workflow_that_can_be_run_is_listed_by_its_steps(flow: Any) -> None:
    ran = flow.check("steps:\n  - {id: a, do: message, with: {to: x@y.test, body: Hi}}\n").ok()
    assert ran.rows == [{"step": "a", "line": 2, "do": "message", "writes": True, "asks": True}]


def test_words_of_yaml_stay_words(flow: Any) -> None:
    """``on`` and ``no`` are no truth values here, and a date is a text."""
    text = """
        on: [ping]
        inputs: {when: 2026-01-31, answer: "no"}
        steps: [{id: made, do: tags.create, with: {name: "{{ inputs.when }} {{ inputs.answer }}"}}]
        """
    assert flow(text).ok().rows[0]["result"]["name"] == "2026-01-31 no"


def test_the_schema_knows_every_command_and_accepts_the_examples(run: Any) -> None:
    import yaml
    from jsonschema import Draft202012Validator

    schema = run("workflow", "schema").ok().json
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    examples = Path(__file__).parents[2] / "examples" / "workflows"
    for file in examples.glob("*.yaml"):
        said = yaml.load(file.read_text(), Loader=yaml.BaseLoader)
        assert said["steps"]
        loaded = _plain(file)
        assert not list(validator.iter_errors(loaded)), file
    wrong = {"steps": [{"do": "contacts.list", "with": {"limt": 5}}]}
    assert list(validator.iter_errors(wrong))
    assert list(validator.iter_errors({"steps": [{"do": "contacts.lst"}]}))
    known = set(schema["$defs"]["steps"]["items"]["properties"]["do"]["enum"])
    assert {"contacts.create", "request", "message", "wait", "shell"} <= known
    assert len(known) > 250


def _plain(file: Path) -> Any:
    """A file as an editor reads it."""
    from intercom_cli.workflows.reading import read

    return read(str(file)).value
