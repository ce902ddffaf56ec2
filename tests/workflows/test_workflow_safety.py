"""What stands in {{ }} is data and reaches nothing else; data never becomes code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ESCAPES = [
    "''.__class__",
    "''.__class__.__mro__[1].__subclasses__()",
    "''['__class__']",
    "().__class__.__bases__[0]",
    "(1).__class__",
    "[].append.__self__",
    "{}.__init__.__globals__",
    "inputs.__class__",
    "inputs['__class__']",
    "inputs.__getitem__",
    "inputs.items()",
    "inputs|attr('__class__')",
    "[inputs]|map(attribute='__class__')|list",
    "[inputs]|map('attr', '__class__')|list",
    "[inputs]|groupby('__class__')",
    "[inputs]|sum(attribute='__class__')",
    "days_ago.__globals__",
    "days_ago.__self__",
    "days_ago.__func__.__code__",
    "moment.__self__.__class__",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "self._TemplateReference__context.environment",
    "cycler.__init__.__globals__.os",
    "joiner.__init__.__globals__.os",
    "lipsum.__globals__['os'].popen('id')",
    "namespace.__init__",
    "config",
    "request.application.__globals__",
    "__import__('os').system('true')",
    "open('/etc/passwd').read()",
    "'{0.__class__}'.format(1)",
    "'%s'.__mod__(1)",
    "'a'.join.__self__.__class__",
    "range(99999999999)",
    "steps.__dict__",
    "env.PATH",
    "now.__class__",
    "(now|string).__class__",
    "inputs|pprint",
]
BLOCKS = [
    "{% include '/etc/passwd' %}",
    "{% import '/etc/passwd' as x %}",
    "{% from '/etc/passwd' import x %}",
    "{% extends '/etc/passwd' %}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% for x in [1] %}{{ loop._iterable }}{% endfor %}",
    "{% macro m() %}{{ caller }}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% set x = inputs.__class__ %}{{ x }}",
    "{% block a %}{{ self.a.__func__ }}{% endblock %}",
]
TOLD = (
    "<class",
    "<function",
    "<built-in",
    "<module",
    "root:",
    "uid=",
    "<Macro",
    "<Loop",
    "object at",
)


def written(expression: str) -> str:
    step = {"id": "made", "do": "tags.create", "with": {"name": expression}}
    return json.dumps({"inputs": {"a": "x"}, "steps": [step]})


@pytest.mark.parametrize("inside", [*(f"{{{{ {one} }}}}" for one in ESCAPES), *BLOCKS])
@pytest.mark.parametrize("around", ["{}", "x {}"])
def test_an_expression_cannot_leave_its_data(flow: Any, inside: str, around: str) -> None:
    ran = flow(written(around.format(inside)))
    assert ran.code == 2, ran.out
    assert ran.requests == []
    assert not any(told in ran.err + ran.out for told in TOLD), ran.err
    assert "bug in intercom" not in ran.err


def test_what_came_from_outside_is_never_an_expression(flow: Any) -> None:
    event = {"id": "n", "topic": "ping", "data": {"item": {"name": "{{ 7 * 6 }} {% raw %}"}}}
    text = """
        steps:
          - {id: made, do: tags.create, with: {name: "{{ event.data.item.name }}"}}
          - {id: again, do: tags.create, with: {name: "_{{ steps.made.name }}"}}
        """
    ran = flow(text, "--event", "-", stdin=json.dumps(event)).ok()
    names = [row["result"]["name"] for row in ran.rows]
    assert names == ["{{ 7 * 6 }} {% raw %}", "_{{ 7 * 6 }} {% raw %}"]


HOSTILE = [
    "; rm -rf /",
    "$(touch pwned)",
    "`touch pwned`",
    "' ; touch pwned ; '",
    '" ; touch pwned ; "',
    "a\ntouch pwned",
    "--yes",
    "-",
    "@/etc/hostname",
    "{{ 1 }}",
    "&& touch pwned",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_data_never_becomes_an_option_a_file_or_shell_code(
    flow: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    event = {"id": "n", "topic": "ping", "data": {"item": {"name": name}}}
    text = """
        steps:
          - id: made
            do: contacts.create
            with:
              role: user
              email: h@flow.test
              name: "{{ event.data.item.name }}"
              set: {custom_attributes.order_note: "{{ event.data.item.name }}"}
          - id: note
            do: contacts.note
            with: {contact: "{{ steps.made.id }}", text: "{{ event.data.item.name }}"}
          - id: told
            do: shell
            with:
              command: printf %s "$NAME"; printf '|'; cat
              env: {NAME: "{{ event.data.item.name }}"}
              stdin: "{{ event.data.item.name }}"
        """
    ran = flow(text, "--allow-shell", "--event", "-", stdin=json.dumps(event)).ok()
    found = {row["step"]: row["result"] for row in ran.rows}
    assert found["made"]["name"] == name
    assert found["made"]["custom_attributes"]["order_note"] == name
    assert name.split("\n", maxsplit=1)[0].strip() in _text(found["note"]["body"])
    assert found["told"]["stdout"] == f"{name}|{name}"
    assert not (tmp_path / "pwned").exists()


def _text(html: str) -> str:
    from html import unescape

    return unescape(html)


def test_data_in_where_is_one_value(flow: Any) -> None:
    event = {
        "id": "n",
        "topic": "ping",
        "data": {"item": {"name": 'x" or role = user or name = "'}},
    }
    text = """
        steps:
          - id: found
            do: contacts.list
            with: {where: "email = {{ event.data.item.name }}"}
        """
    ran = flow(text, "--event", "-", stdin=json.dumps(event)).ok()
    assert ran.rows[0]["result"]["count"] == 0


def test_data_in_a_path_is_one_part_of_it(flow: Any) -> None:
    for id in ("../admins", "..", "1?x=1", "1/../../me", "a b"):
        event = {"id": "n", "topic": "ping", "data": {"item": {"id": id}}}
        text = """
            steps: [{id: one, do: request, with: {path: "/contacts/{{ event.data.item.id }}"}}]
            """
        ran = flow(text, "--event", "-", stdin=json.dumps(event))
        assert ran.code == 6, ran.err
        [sent] = ran.sent()
        assert sent.startswith("GET /contacts/")
        assert sent.count("/") == 2
        assert "?" not in sent


@pytest.mark.parametrize(
    "step",
    [
        "do: contacts.create, with: {role: user, data: '{{ event.data.item.x }}'}",
        "do: articles.pull, with: {dir: '{{ event.data.item.x }}'}",
        "do: exports.run, with: {to: 'a/{{ event.data.item.x }}'}",
        "do: contacts.list, save: '{{ event.data.item.x }}'",
        "do: tags.list, for_each: {csv: '{{ event.data.item.x }}'}",
        "do: tags.list, for_each: [1], save: '{{ item }}.json'",
    ],
)
def test_what_came_from_outside_names_no_file(flow: Any, step: str) -> None:
    ran = flow.check(f"steps: [{{{step}}}]")
    assert ran.code == 2
    assert "is not to choose it" in ran.error["message"]


def test_a_ticket_gets_no_file_that_data_names(flow: Any, tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_text("private")
    made = ("ticket-attributes", "create", "--ticket-type", "Question", "--name", "Proof")
    flow.run(*made, "--type", "files", "--description", "d").ok()
    event = {"id": "n", "topic": "ping", "data": {"item": {"x": str(tmp_path / "private.txt")}}}
    one = flow.run("contacts", "list", "--limit", "1").ok().rows[0]["id"]
    text = f"""
        steps:
          - id: made
            do: tickets.create
            with:
              type: Question
              contact: {one}
              title: T
              attribute: {{Proof: "{{{{ event.data.item.x }}}}"}}
        """
    ran = flow(text, "--event", "-", stdin=json.dumps(event))
    assert ran.code == 2
    assert "which a workflow does not choose" in ran.error["message"]
    assert not any("POST /tickets" in sent for sent in ran.sent())


def test_the_shell_is_off_until_it_is_allowed(flow: Any) -> None:
    text = "steps: [{id: told, do: shell, with: {command: echo hello}}]"
    off = flow(text)
    assert off.code == 2
    assert "--allow-shell" in off.error["hint"]
    assert flow(text, "--allow-shell").ok().rows[0]["result"]["stdout"] == "hello"


def test_the_shell_sees_none_of_our_secrets(flow: Any) -> None:
    text = "steps: [{id: told, do: shell, with: {command: env}}]"
    environ = {"INTERCOM_CLIENT_SECRET": "hush-hush", "PATH": "/usr/bin:/bin"}
    ran = flow(text, "--allow-shell", **environ).ok()
    assert "hush-hush" not in ran.out


def test_only_variables_that_the_file_names_can_be_read(flow: Any) -> None:
    text = "env: [GREETING]\nsteps: [{do: tags.create, with: {name: '{{ env.GREETING }}'}}]"
    assert flow(text, GREETING="Good day").ok().rows[0]["result"]["name"] == "Good day"
    missing = flow(text)
    assert missing.code == 2
    assert "GREETING is not set" in missing.error["message"]


def test_the_log_has_no_secrets_and_only_its_owner_reads_it(flow: Any) -> None:
    text = """
        env: [HOOK]
        inputs: {pin: {secret: true, required: true}}
        steps:
          - id: told
            do: shell
            with: {command: 'printf "%s %s" "$A" "$B"', env: {A: "{{ env.HOOK }}", B: "{{ inputs.pin }}"}}
        """
    flow(text, "--allow-shell", "--set", "pin=pin-9876", HOOK="https://hook.test/abcdef").ok()
    log = flow.log()
    assert "abcdef" not in log.read_text()
    assert "9876" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700
