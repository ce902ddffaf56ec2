"""Must hold 3: stdout is data and nothing else, and no byte of it surprises anyone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx2 as httpx
import pexpect
import pytest
from front_door import FrontDoor, Reply, Scripted, answer
from real_process import PLENTY, environment, process, seen_on, shell, terminal

ESC = b"\x1b"
TRIES = [
    {"GITHUB_ACTIONS": "true"},
    {"FORCE_COLOR": "1"},
    {"NO_COLOR": "1", "CLICOLOR_FORCE": "1"},
    {"GITHUB_ACTIONS": "true", "FORCE_COLOR": "3", "CI": "true", "PY_COLORS": "1"},
    {"TERM": "dumb"},
]


def page(*records: object) -> object:
    return {"type": "list", "data": list(records), "total_count": len(records), "pages": {}}


def only(*replies: Reply) -> Scripted:
    return Scripted(replies)


def contact(name: str, number: int = 1) -> dict[str, object]:
    return {"type": "contact", "id": f"{number:024x}", "role": "user", "name": name}


def test_head_1_gets_one_json_line_and_no_noise(installed: Path) -> None:
    ran = shell(installed, "intercom contacts list --all | head -1; exit ${PIPESTATUS[1]}")
    assert ran.returncode == 0
    assert ran.stdout.count(b"\n") == 1
    assert json.loads(ran.stdout)["type"] == "contact"
    assert ran.stderr == b""


@pytest.mark.parametrize("form", ["ndjson", "json", "csv", "tsv", "yaml", "ids", "table"])
def test_a_closed_pipe_ends_every_format_quietly(installed: Path, form: str) -> None:
    ran = shell(
        installed,
        f"intercom contacts list --all -o {form} | true; echo ${{PIPESTATUS[0]}}",
        PYTHONUNBUFFERED="1",
    )
    assert ran.stderr == b""
    assert ran.stdout.strip() in {b"0", b"141"}


def test_output_json_is_one_document(reader: FrontDoor) -> None:
    ran = reader("contacts", "list", "--all", "-o", "json").ok()
    assert len(ran.json) == 250
    assert isinstance(ran.json, list)


def test_output_ndjson_is_one_record_a_line(reader: FrontDoor) -> None:
    ran = reader("contacts", "list", "--all", "-o", "ndjson").ok()
    assert len({row["id"] for row in ran.rows}) == 250


@pytest.mark.parametrize("form", ["json", "ndjson", "csv", "yaml", "ids"])
def test_an_empty_list_is_a_success_in_every_format(reader: FrontDoor, form: str) -> None:
    ran = reader("contacts", "search", "--where", "name = nobody-at-all", "-o", form).ok()
    assert ran.out.strip() == {"json": "[]", "yaml": "[]"}.get(form, ran.out.strip())
    if form in {"ndjson", "ids"}:
        assert ran.out == ""


def test_without_stderr_the_data_is_intact(installed: Path) -> None:
    ran = shell(installed, "intercom contacts list --limit 7 2>/dev/null")
    assert len(ran.stdout.splitlines()) == 7
    closed = shell(installed, "intercom contacts list --limit 7 2>&-")
    assert closed.stdout == ran.stdout


def test_without_stdout_errors_still_show(installed: Path) -> None:
    ran = shell(installed, "intercom contacts get nobody@nowhere.test >/dev/null")
    assert ran.returncode == 6
    assert b"nobody@nowhere.test" in ran.stderr
    fine = shell(installed, "intercom contacts list >/dev/null")
    assert fine.returncode == 0


@pytest.mark.parametrize("flag", ["-v", "--debug", "-q"])
def test_only_data_is_on_stdout_whatever_is_said(reader: FrontDoor, flag: str) -> None:
    plain = reader("contacts", "list", "--limit", "3")
    talking = reader("contacts", "list", "--limit", "3", flag).ok()
    assert talking.bytes == plain.bytes


def test_debug_tells_the_requests_without_the_token(reader: FrontDoor) -> None:
    ran = reader("contacts", "list", "--limit", "3", "--debug").ok()
    assert "/contacts?per_page=3" in ran.err
    assert "dG9rOnNhbmRib3g=" not in ran.err


@pytest.mark.parametrize("environ", TRIES, ids="+".join)
@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "list", "--limit", "5", "-o", "table"],
        ["contacts", "list", "--limit", "200", "-o", "json"],
        ["contacts", "list", "--limit", "200"],
        ["contacts", "list", "--limit", "2", "-o", "yaml"],
        ["--help"],
        ["contacts", "--help"],
        ["contacts", "search", "--help"],
        ["help", "exit-codes"],
        ["contacts", "get", "nobody@nowhere.test", "-o", "table"],
        ["contacts", "get", "nobody@nowhere.test"],
        ["contacts", "list", "--no-such-option"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_no_escape_byte_leaves_without_a_terminal(
    reader: FrontDoor, words: list[str], environ: dict[str, str]
) -> None:
    ran = reader(*words, **environ)
    # JSON and yaml hold escapes only as \\u001b; the table takes them out.
    assert ESC not in ran.bytes
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_escape_byte_reaches_a_terminal_that_wants_none(
    installed: Path, environ: dict[str, str]
) -> None:
    for words in (["contacts", "list"], ["--help"], ["contacts", "get", "x@y.test"], ["nonsense"]):
        with terminal(installed, *words, **environ) as child:
            assert ESC not in seen_on(child), words


def test_color_is_the_flags_before_no_colors(reader: FrontDoor) -> None:
    words = ["contacts", "list", "--limit", "3", "-o", "table"]
    assert ESC in reader(*words, "--color", "always", NO_COLOR="1").bytes
    assert ESC in reader(*words, CLICOLOR_FORCE="1").bytes
    assert ESC not in reader(*words, "--color", "never", CLICOLOR_FORCE="1").bytes
    assert ESC not in reader(*words, NO_COLOR="1", CLICOLOR_FORCE="1").bytes


def test_each_stream_is_judged_alone(installed: Path) -> None:
    line = "intercom contacts get nobody@nowhere.test | cat"
    child = pexpect.spawn(
        "bash", ["-c", line], env=environment(installed, TERM="xterm"), timeout=PLENTY
    )
    said = seen_on(child)
    assert b"error:" in said, "stderr is a terminal, so a person reads the error"
    assert b'{"error"' not in said


MARKUP = "Order [/close] please"


@pytest.mark.parametrize("form", ["table", "json", "ndjson", "csv", "tsv", "yaml"])
@pytest.mark.parametrize("at", [False, True], ids=["pipe", "terminal"])
def test_markup_in_a_name_prints_literally(with_token: FrontDoor, form: str, at: bool) -> None:
    reply = answer(page(contact(MARKUP), contact(":smile: [red]x [link=http://a]b[/link]", 2)))
    ran = with_token(
        "contacts", "list", "-o", form, terminal=at, transport=only(reply), COLUMNS="200"
    ).ok()
    assert MARKUP in ran.out
    assert ":smile: [red]x [link=http://a]b[/link]" in ran.out


def test_markup_in_one_record_and_in_an_error_prints_literally(with_token: FrontDoor) -> None:
    one = with_token(
        "contacts", "get", "1" * 24, terminal=True, transport=only(answer(contact(MARKUP)))
    )
    assert MARKUP in one.ok().out
    body = {"type": "error.list", "errors": [{"code": "bad_request", "message": MARKUP}]}
    failed = with_token(
        "contacts", "get", "1" * 24, terminal=True, transport=only(answer(body, 400))
    )
    assert MARKUP in failed.err


NASTY = {
    "colour": "\x1b[31mRed\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "c1": "C1 \x9b31m",
    "newline": "one\nerror: two\rthree",
    "bidi": "a\u202etxt.exe",
    "backspace": "pay\x08\x08\x08",
}


@pytest.mark.parametrize("name", NASTY.values(), ids=list(NASTY))
def test_what_a_customer_typed_never_steers_the_terminal(with_token: FrontDoor, name: str) -> None:
    listed = with_token(
        "contacts", "list", terminal=True, transport=only(answer(page(contact(name)))), NO_COLOR="1"
    ).ok()
    shown = with_token(
        "contacts",
        "get",
        "1" * 24,
        terminal=True,
        transport=only(answer(contact(name))),
        NO_COLOR="1",
    ).ok()
    jq = with_token(
        "contacts", "list", "--jq", ".[].name", "-r", terminal=True,
        transport=only(answer(page(contact(name)))), NO_COLOR="1",
    ).ok()  # fmt: skip
    for ran in (listed, shown, jq):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.out)
    plain = with_token(
        "contacts", "list", terminal=True, transport=only(answer(page(contact("x"))))
    )
    lines = plain.out.count("\n")
    assert len(listed.out.splitlines()) == lines, "a name cannot make lines of its own"


@pytest.mark.parametrize("name", NASTY.values(), ids=list(NASTY))
def test_what_a_customer_typed_is_exact_in_json(with_token: FrontDoor, name: str) -> None:
    for form in ("json", "ndjson"):
        ran = with_token(
            "contacts", "list", "-o", form, transport=only(answer(page(contact(name))))
        )
        found = ran.ok().json
        assert (found[0] if form == "json" else found)["name"] == name


def test_what_a_customer_typed_never_steers_the_terminal_through_an_error(
    with_token: FrontDoor,
) -> None:
    body = {
        "type": "error.list",
        "request_id": "x\x1b[31m",
        "errors": [
            {"code": "c\x1b]0;t\x07", "message": "bad \x1b[2J name\x9b31m", "field": "f\x1b"}
        ],
    }
    ran = with_token(
        "contacts", "get", "1" * 24, terminal=True, transport=only(answer(body, 422)), NO_COLOR="1"
    )
    assert ran.code == 7
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", ran.err)


def test_a_real_terminal_shows_the_seeded_oddities_without_their_escapes(installed: Path) -> None:
    with terminal(installed, "contacts", "list", "--all", NO_COLOR="1", columns=300) as child:
        seen = seen_on(child)
    assert ESC not in seen
    assert b"\x07" not in seen
    assert b"[31mRed" in seen, "the odd contact is among them"
    assert b"Order [/close] please" in seen
    exact = process(installed, "contacts", "list", "--all").stdout
    assert "\x1b[31mRed\x1b[0m Alert" in [json.loads(x)["name"] for x in exact.split(b"\n") if x]


def test_a_prompt_shows_a_name_without_its_escapes(installed: Path) -> None:
    name = "x\x1b[31my"
    words = ["--role", "lead", "--name", name, "-o", "ids"]
    ran = process(installed, "contacts", "create", *words)
    with terminal(
        installed, "contacts", "block", ran.stdout.decode().strip(), NO_COLOR="1"
    ) as child:
        child.expect_exact("[y/N]")
        assert ESC not in child.before
        child.sendline("n")
        assert ESC not in seen_on(child)


def test_a_table_in_a_pipe_cuts_nothing(with_token: FrontDoor) -> None:
    name = "long " * 200 + "end"
    ran = with_token(
        "contacts", "list", "-o", "table", transport=only(answer(page(contact(name)))), COLUMNS="40"
    )
    assert name in ran.ok().out


def test_key_order_and_big_integers_are_what_intercom_sent(with_token: FrontDoor) -> None:
    body = b'{"type":"contact","zeta":1,"id":"%s","big":12345678901234567890,"f":1e21,"alpha":2.50}'
    body %= b"a" * 24

    def reply() -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "application/json"}, content=body)

    for words in (["contacts", "get", "a" * 24], ["request", "/contacts/x"]):
        for form in ([], ["-o", "ndjson"]):
            ran = with_token(*words, *form, transport=only(reply())).ok()
            assert ran.bytes.strip() == body
        pretty = with_token(*words, "-o", "json", transport=only(reply())).ok()
        assert "12345678901234567890" in pretty.out
        assert list(pretty.json) == ["type", "zeta", "id", "big", "f", "alpha"]
        assert "1e21" in pretty.out
        assert "2.50" in pretty.out
