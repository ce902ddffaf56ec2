"""request: answers are passed on as they are, and lists are walked."""

from __future__ import annotations

import http.server
import json
import shlex
import subprocess
import threading
from collections.abc import Iterator
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Scripted, answer, refusal
from real_process import PLENTY


def reply(content: bytes, kind: str, status: int = 200, **headers: str) -> httpx.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, content=content, headers={"content-type": kind, **named})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\xff", "image/png"),
        (b"\x1f\x8b\x08\x00gz", "application/octet-stream"),
        ('id,name\r\n1,"José"\r\n'.encode(), "text/csv"),
        (b"plain text without an end", "text/plain"),
        (b"latin \xe9\n", "text/plain; charset=latin-1"),
        (b"%PDF-1.4", "application/pdf"),
    ],
)
def test_text_and_binary_answers_are_written_byte_for_byte(
    with_token: FrontDoor, content: bytes, kind: str
) -> None:
    ran = with_token.scripted(reply(content, kind), words=["request", "/download"]).ok()
    assert ran.bytes == content
    assert ran.err == ""


def test_binary_is_not_thrown_at_a_terminal(with_token: FrontDoor) -> None:
    script = Scripted([reply(b"\x89PNG\x1b[31m", "image/png")])
    ran = with_token("request", "/download", terminal=True, transport=script)
    assert ran.code == 2
    assert ran.bytes == b""
    assert "> FILE" in ran.err
    script = Scripted([reply(b"text \x1b[31m red", "text/plain")])
    text = with_token("request", "/x", terminal=True, transport=script, NO_COLOR="1").ok()
    assert "\x1b" not in text.out


def test_json_is_written_as_it_came(with_token: FrontDoor) -> None:
    content = b'{"z":1,"a":12345678901234567890,"f":1.50,"u":"\\u00e9","z":2}'
    ran = with_token.scripted(reply(content, "application/json"), words=["request", "/x"]).ok()
    assert ran.bytes == content + b"\n"
    laid_out = with_token(
        "request", "/x", terminal=True, transport=Scripted([reply(content, "application/json")])
    ).ok()
    assert len(laid_out.out.splitlines()) > 4
    assert "12345678901234567890" in laid_out.out


@pytest.mark.parametrize("status", [200, 202, 204])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_empty_answer_is_a_success(with_token: FrontDoor, status: int, method: str) -> None:
    ran = with_token.scripted(httpx.Response(status), words=["request", method, "/x"]).ok()
    assert ran.bytes == b""
    if method != "GET":
        assert str(status) in ran.err
        assert "INTERCOM_ACCESS_TOKEN" in ran.err, "a write names its workspace"


def test_a_refusal_is_written_and_told(with_token: FrontDoor) -> None:
    ran = with_token.scripted(refusal(404, "not_found", "Gone"), words=["request", "/x"])
    assert ran.code == 6
    assert ran.json["errors"][0]["message"] == "Gone"
    assert ran.error["http"] == {"status": 404, "method": "GET", "path": "/x"}


def test_html_of_a_gateway_is_told_as_a_failure(with_token: FrontDoor) -> None:
    page = b"<!DOCTYPE html><title>Bad gateway</title>"
    ran = with_token(
        "request", "POST", "/x", "a=b", transport=Scripted([reply(page, "text/html", 502)])
    )
    assert ran.code == 9
    assert "Traceback" not in ran.err


def test_include_shows_status_and_headers_first(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        reply(b'{"a":1}', "application/json", x_request_id="r-1"), words=["request", "/x", "-i"]
    ).ok()
    head, _, rest = ran.out.partition("\n\n")
    assert head.splitlines()[0].startswith("HTTP")
    assert "200" in head.splitlines()[0]
    assert "x-request-id: r-1" in head
    assert rest == '{"a":1}\n'
    missing = with_token.scripted(refusal(404), words=["request", "/x", "-i"])
    assert missing.out.startswith("HTTP")
    assert missing.code == 6


def test_jq_fields_and_formats_work_on_any_answer(with_token: FrontDoor) -> None:
    body = {"type": "list", "data": [{"id": "1", "n": {"m": 5}}, {"id": "2", "n": None}]}

    def asked(*words: str) -> str:
        return with_token.scripted(answer(body), words=["request", "/x", *words]).ok().out

    assert asked("--jq", ".data[].id", "-r") == "1\n2\n"
    assert asked("--jq", ".data | length") == "2\n"
    assert asked("--fields", "type") == '{"type":"list"}\n'
    assert json.loads(asked("-o", "json")) == body
    assert asked("-o", "yaml").startswith("type: list")


# --- lists -------------------------------------------------------------------------------------


def listed(key: str, *ids: int, **around: Any) -> httpx.Response:
    return answer({"type": "list", key: [{"id": str(number)} for number in ids], **around})


def pages(cursor: str) -> dict[str, Any]:
    return {"type": "pages", "next": {"page": 2, "starting_after": cursor}}


WALKS = {
    "cursor": [
        listed("data", 1, 2, pages=pages("c")),
        listed("data", 3, pages={"next": None}),
    ],
    "other key": [
        listed("conversations", 1, 2, pages=pages("c")),
        listed("conversations", 3, pages={}),
    ],
    "page": [
        listed("data", 1, 2, pages={"page": 1, "total_pages": 2, "per_page": 2}),
        listed("data", 3, pages={"page": 2, "total_pages": 2, "per_page": 2}),
    ],
    "flat page": [
        listed("data", 1, 2, page=1, total_pages=2, per_page=2),
        listed("data", 3, page=2, total_pages=2, per_page=2),
    ],
    "address": [
        listed("data", 1, 2, pages={"next": "https://api.intercom.io/x?page=2"}),
        listed("data", 3, pages={"next": None}),
    ],
    "more": [
        listed("data", 1, 2, has_more=True, next_cursor="c"),
        listed("data", 3, has_more=False, next_cursor=None),
    ],
    "one answer": [listed("data", 1, 2, 3)],
}


@pytest.mark.parametrize("name", WALKS)
def test_all_pages_whatever_links_them(with_token: FrontDoor, name: str) -> None:
    # A scripted answer can be given once, so each run gets copies.
    for form in ([], ["-o", "json"], ["-o", "ids"], ["--jq", "map(.id) | length"]):
        copies = [httpx.Response(200, json=page.json()) for page in WALKS[name]]
        ran = with_token.scripted(*copies, words=["request", "/x", "--all", *form]).ok()
        if form == []:
            assert [row["id"] for row in ran.rows] == ["1", "2", "3"]
        elif form == ["-o", "json"]:
            assert [row["id"] for row in ran.json] == ["1", "2", "3"]
        else:
            assert ran.out in {"1\n2\n3\n", "3\n"}


def test_a_search_is_walked_in_its_body(with_token: FrontDoor) -> None:
    query = json.dumps({"query": {"field": "role", "operator": "=", "value": "lead"}})
    script = Scripted([listed("data", 1, pages=pages("c2")), listed("data", 2)])
    ran = with_token(
        "request",
        "POST",
        "/contacts/search",
        "--input",
        "-",
        "--all",
        stdin=query,
        transport=script,
    ).ok()
    assert [row["id"] for row in ran.rows] == ["1", "2"]
    first, second = ran.bodies()
    assert first["query"] == second["query"]
    assert second["pagination"]["starting_after"] == "c2"


def test_a_limit_stops_asking(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        listed("data", 1, 2, 3, pages=pages("c")), words=["request", "/x", "--limit", "2"]
    ).ok()
    assert [row["id"] for row in ran.rows] == ["1", "2"]


def test_the_real_contacts_are_walked(run: FrontDoor) -> None:
    ran = run("request", "/contacts", "-f", "per_page=100", "--all").ok()
    assert len({row["id"] for row in ran.rows}) == 250
    assert len(ran.requests) == 3
    scrolled = run("request", "/companies/scroll", "--all").ok()
    listed_ = run("companies", "list", "--all").ok()
    assert {row["id"] for row in scrolled.rows} == {row["id"] for row in listed_.rows}


def test_a_write_is_never_walked_into_a_second_one(with_token: FrontDoor) -> None:
    script = Scripted([answer({"type": "contact", "id": "1"})])
    ran = with_token("request", "POST", "/contacts", "email=a@b.test", "--all", transport=script)
    assert len(ran.requests) <= 1


# --- curl --------------------------------------------------------------------------------------


class Heard(http.server.BaseHTTPRequestHandler):
    """Remembers what was sent."""

    def do_POST(self) -> None:
        size = int(self.headers.get("Content-Length", 0))
        server: Any = self.server
        server.heard.append((self.command, self.path, dict(self.headers), self.rfile.read(size)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_PUT = do_DELETE = do_PATCH = do_POST  # noqa: N815 - the server's names

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def heard() -> Iterator[http.server.ThreadingHTTPServer]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Heard)
    server.heard = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


CURLED = [
    ["/contacts", "-f", "q=a b&c"],
    ["POST", "/contacts", 'name=O\'Neil "x" $HOME `id` \\ é', "-F", "n=5"],
    ["DELETE", "/conversations/1/tags/2", "admin_id=7"],
    ["PUT", "/x y/[z]", "a=@file"],
    ["POST", "/x", "--input", "-", "-H", "X-One: it's"],
]


@pytest.mark.parametrize("words", CURLED, ids=" ".join)
def test_the_curl_command_sends_the_same_request(
    with_token: FrontDoor, heard: Any, words: list[str]
) -> None:
    base = f"http://127.0.0.1:{heard.server_port}"
    line = with_token(
        "request", *words, "--curl", stdin='{"a": 1}', INTERCOM_API_BASE_URL=base
    ).ok()
    assert line.requests == []
    assert TOKEN not in line.out
    assert shlex.split(line.out)[0] == "curl"
    done = subprocess.run(
        ["bash", "-c", line.out.replace("curl ", "curl --silent ", 1)],
        env={"PATH": "/usr/bin:/bin", "INTERCOM_ACCESS_TOKEN": TOKEN, "NO_PROXY": "*"},
        capture_output=True,
        timeout=PLENTY,
        check=False,
    )
    assert done.stdout == b"{}", done.stderr
    script = Scripted([answer({})])
    ran = with_token("request", *words, stdin='{"a": 1}', transport=script,
                     INTERCOM_API_BASE_URL=base).ok()  # fmt: skip
    method, path, headers, content = heard.heard[0]
    ours = ran.requests[0]
    assert f"{method} {path}" == ran.sent()[0]
    assert content == ours.content
    lowered = {name.lower(): value for name, value in headers.items()}
    for name in ("authorization", "intercom-version", "accept", "x-one"):
        assert lowered.get(name) == ours.headers.get(name)
    if ours.content:
        assert lowered["content-type"] == ours.headers["content-type"]


PICKING = {
    "jq": ["--jq", ".id", "-r"],
    "jq of nothing": ["--jq", ".errors"],
    "fields": ["--fields", "id", "-o", "json"],
    "ids": ["-o", "ids"],
    "csv": ["-o", "csv"],
    "tsv": ["-o", "tsv", "--fields", "id"],
}


@pytest.mark.parametrize("picking", PICKING.values(), ids=list(PICKING))
@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_what_picks_from_an_answer_never_picks_from_an_error(
    with_token: FrontDoor, picking: list[str], status: int
) -> None:
    ran = with_token.scripted(
        refusal(status), words=["request", "POST", "/contacts", "name=x", *picking]
    )
    assert ran.bytes == b"", "id=$(intercom request ...) is empty"
    assert ran.code in {6, 7, 9}
    assert "No." in ran.err


@pytest.mark.parametrize("verb", ["close", "open"])
def test_where_all_of_several_fail_there_is_nothing_to_pick_from(run: FrontDoor, verb: str) -> None:
    ran = run("conversations", verb, "99998", "99999", "--jq", ".[0].id", "-r")
    assert (ran.code, ran.bytes) == (11, b"")
