"""Must hold 6: each way to fail has its exit code, and everything Intercom said is passed on."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer, refusal
from real_process import process

from intercom_cli import errors

ID = "6762f0dd1bb69f9f2193bb83"
REQUEST_ID = "b68959ea-6328-4f70-83cb-e7913dba1542"
STATUSES = {
    400: (7, "refused"),
    401: (4, "not_signed_in"),
    402: (5, "forbidden"),
    403: (5, "forbidden"),
    404: (6, "not_found"),
    405: (7, "refused"),
    406: (7, "refused"),
    408: (7, "refused"),
    409: (7, "refused"),
    410: (6, "not_found"),
    413: (7, "refused"),
    418: (7, "refused"),
    422: (7, "refused"),
    429: (8, "rate_limited"),
    500: (9, "server_error"),
    501: (9, "server_error"),
    502: (9, "server_error"),
    503: (9, "server_error"),
    504: (9, "server_error"),
    529: (9, "server_error"),
}
COMMANDS = {
    "get": ["contacts", "get", ID],
    "list": ["contacts", "list"],
    "search": ["contacts", "search", "--where", "role = lead"],
    "create": ["contacts", "create", "--email", "a@b.test"],
    "delete": ["contacts", "delete", ID, "--yes"],
    "request": ["request", f"/contacts/{ID}"],
    "post": ["request", "POST", "/contacts", "email=a@b.test"],
}


class Always(httpx.BaseTransport):
    """The same answer to everything."""

    def __init__(self, make: Callable[[], httpx.Response]) -> None:
        self.make = make

    def handle_request(self, _: httpx.Request) -> httpx.Response:
        return self.make()


@pytest.mark.parametrize("words", COMMANDS.values(), ids=list(COMMANDS))
@pytest.mark.parametrize("status", STATUSES)
def test_each_status_has_its_exit_code(
    with_token: FrontDoor, status: int, words: list[str]
) -> None:
    code, kind = STATUSES[status]
    reply = Always(lambda: refusal(status, "some_code", "The reason."))
    ran = with_token(*words, "--max-wait", "0", transport=reply)
    assert ran.code == code
    error = ran.error
    assert error["type"] == kind
    assert error["exit_code"] == code
    assert error["http"]["status"] == status
    assert error["request_id"] == REQUEST_ID
    assert error["errors"] == [{"code": "some_code", "field": None, "message": "The reason."}]
    assert "The reason" in error["message"]
    if words[0] != "request":
        assert ran.out == ""


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_is_a_sentence_for_a_person(with_token: FrontDoor, status: int) -> None:
    code, _ = STATUSES[status]
    reply = Always(lambda: refusal(status, "some_code", "The reason."))
    ran = with_token("contacts", "get", ID, "--max-wait", "0", "-o", "table", transport=reply)
    assert ran.code == code
    assert ran.err.count("error: ") == 1
    assert "The reason" in ran.err
    assert f"request id: {REQUEST_ID}" in ran.err
    assert "Traceback" not in ran.err


TWO = {
    "type": "error.list",
    "request_id": REQUEST_ID,
    "errors": [
        {"code": "data_invalid", "field": "email", "message": "Email is invalid"},
        {"code": "parameter_invalid", "field": "phone", "message": "Phone is too short"},
    ],
}


def test_two_field_errors_are_both_shown_to_a_person(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer(TWO, 422), words=["contacts", "create", "--email", "x", "-o", "table"]
    )
    assert ran.code == 7
    for said in ("email", "Email is invalid", "data_invalid", "phone", "Phone is too short"):
        assert said in ran.err
    assert "parameter_invalid" in ran.err
    assert REQUEST_ID in ran.err


def test_two_field_errors_are_both_shown_to_a_program(with_token: FrontDoor) -> None:
    for form in ([], ["-o", "json"], ["-o", "ndjson"]):
        ran = with_token.scripted(
            answer(TWO, 422), words=["contacts", "create", "--email", "x", *form]
        )
        assert ran.error["errors"] == TWO["errors"]
        assert ran.error["request_id"] == REQUEST_ID
        assert ran.error["retryable"] is False


def test_every_shape_of_an_error_becomes_a_sentence(with_token: FrontDoor) -> None:
    shapes = [
        ({"errors": {"base": "It cannot be"}}, "It cannot be"),
        ({"error_key": "some_key", "message": "It cannot be"}, "It cannot be"),
        ({"type": "error", "request_id": None, "message": "It cannot be"}, "It cannot be"),
        ({"error": "It cannot be"}, "It cannot be"),
        ({"type": "error.list", "errors": []}, "400"),
        ({"type": "error.list", "errors": [{"code": "lonely_code"}]}, "lonely_code"),
        ([], "400"),
        ("text", "text"),
        (None, "400"),
    ]
    for body, said in shapes:
        ran = with_token.scripted(answer(body, 400), words=["contacts", "get", ID, "-o", "table"])
        assert ran.code == 7
        assert said in ran.err, body
        assert "bug" not in ran.err


@pytest.mark.parametrize("status", [200, 404, 502])
def test_a_page_of_html_is_no_answer(with_token: FrontDoor, status: int) -> None:
    def html() -> httpx.Response:
        page = "<!DOCTYPE html><html><head><title>Bad gateway</title></head></html>"
        return httpx.Response(status, headers={"content-type": "text/html"}, text=page)

    words = ["contacts", "list", "--max-wait", "0", "-o", "table"]
    ran = with_token(*words, transport=Always(html))
    assert ran.code == {200: 9, 404: 6, 502: 9}[status]
    assert "<html>" not in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "body", [b"", b"{", b"null", b"[]", b'"x"', b'{"data": 5}', b'{"data":[1]}']
)
def test_an_answer_that_makes_no_sense_is_no_crash(with_token: FrontDoor, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    for words in (
        ["contacts", "list"],
        ["contacts", "list", "-o", "table"],
        ["contacts", "get", ID],
        ["contacts", "get", "a@b.test"],
        ["companies", "list"],
        ["companies", "get", "Acme"],
        ["tags", "list"],
        ["contacts", "count"],
        ["contacts", "count", "--where", "created_at > 1d"],
        ["companies", "list", "--where", "size > 1"],
        ["contacts", "upsert", "--role", "lead", "--email", "a@b.test"],
        ["contacts", "tag", ID, "VIP"],
        ["contacts", "update", "external:1", "--name", "x"],
        ["data-attributes", "get", "plan"],
        ["contacts", "subscribe", ID, "News"],
    ):
        ran = with_token(
            *words, "--max-wait", "0",
            transport=Always(lambda: httpx.Response(200, headers=headers, content=body)),
        )  # fmt: skip
        assert ran.code in {0, 6, 9}, (words, ran.err)
        assert "a bug in" not in ran.err, (words, ran.err)


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["contacts", "nonsense"],
        ["contacts", "list", "--nonsense"],
        ["contacts", "list", "--limit", "abc"],
        ["contacts", "list", "--limit", "0"],
        ["contacts", "list", "-o", "xml"],
        ["contacts", "get"],
        ["contacts", "get", ""],
        ["contacts", "get", ".."],
        ["contacts", "create"],
        ["contacts", "search"],
        ["contacts", "search", "--where", "nope = 1"],
        ["contacts", "list", "--jq", ".["],
        ["contacts", "merge", ID],
        ["companies", "create", "--name", "x"],
        ["request"],
        ["request", "POST"],
        ["request", "POST", "/x", "--input", "/no/such/file"],
        ["request", "POST", "/x", "a:={"],
        ["request", "/contacts", "novalue"],
        ["data-attributes", "create", "--name", "x", "--model", "contact", "--type", "options"],
        ["help", "nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_sends_nothing(with_token: FrontDoor, words: list[str]) -> None:
    for form in ([], ["-o", "table"]):
        ran = with_token(*words, *(form if "-o" not in words else []))
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err
        assert "bug" not in ran.err
        assert ran.requests == []


def test_nobody_signed_in_is_4_and_says_how(alone: FrontDoor) -> None:
    for words in (["contacts", "list"], ["request", "/me"], ["companies", "get", "x"]):
        ran = alone(*words)
        assert ran.code == 4
        assert ran.error["hint"] == "intercom connect"


def test_a_workspace_that_is_not_there_is_4_with_a_close_name(run: FrontDoor) -> None:
    ran = run("contacts", "list", "-w", "sandbocks")
    assert ran.code == 4
    assert "sandbox" in ran.err


def test_the_help_about_exit_codes_lists_those_in_the_code(alone: FrontDoor) -> None:
    codes = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.IntercomError)
    }
    codes |= {0, errors.INTERRUPTED, errors.TERMINATED}
    page = alone("help", "exit-codes").ok().out
    told = {int(number) for number in re.findall(r"^\s*(\d+)\s", page, re.MULTILINE)}
    assert codes <= told
    assert told <= codes | {errors.CLOSED_PIPE}


def test_a_bug_of_ours_is_1_without_a_traceback(with_token: FrontDoor) -> None:
    def crash() -> httpx.Response:
        raise KeyError("secret detail")

    ran = with_token("contacts", "list", "-o", "table", transport=Always(crash))
    assert ran.code == 1
    assert "bug" in ran.err
    assert "Traceback" not in ran.err
    assert "secret detail" not in ran.err
    again = with_token("contacts", "list", "--debug", transport=Always(crash))
    assert "Traceback" in again.err


def test_an_error_is_a_line_on_a_terminal_and_json_in_a_pipe(installed: Path) -> None:
    ran = process(installed, "contacts", "get", "nobody@nowhere.test")
    assert json.loads(ran.stderr)["error"]["exit_code"] == 6
    assert ran.returncode == 6
