"""Must hold 4: a long list comes whole, once each, as it arrives, or says that it is short."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Scripted, answer, refusal, sandbox
from real_process import INTERCOM, environment, process, seeded, served

from intercom_cli.app import main
from intercom_cli.sandbox.faults import parse
from intercom_cli.streams import Streams


def row(number: int) -> dict[str, Any]:
    return {"type": "contact", "id": f"{number:024x}", "name": f"Number {number}"}


def page(first: int, count: int, cursor: str | None, total: int = 1000) -> dict[str, Any]:
    following = {"next": {"per_page": 150, "starting_after": cursor}} if cursor else {}
    return {
        "type": "list",
        "data": [row(number) for number in range(first, first + count)],
        "total_count": total,
        "pages": {"type": "pages", "page": 1, "per_page": 150, "total_pages": 7, **following},
    }


def test_every_contact_comes_exactly_once(run: FrontDoor) -> None:
    transport = sandbox(contacts=2000)
    ran = run("contacts", "list", "--all", transport=transport).ok()
    ids = [contact["id"] for contact in ran.rows]
    assert len(ids) == len(set(ids)) == 2000
    # 150 in a page, the most Intercom gives; then what a search may not know yet.
    assert len(ran.requests) == 14 + 1
    searched = run("contacts", "search", "--where", "role in (user, lead)", "--all", "-o", "ids",
                   transport=transport).ok()  # fmt: skip
    assert sorted(searched.out.split()) == sorted(ids)
    transport.close()


def test_a_list_shows_50_and_says_how_many_there_are(run: FrontDoor) -> None:
    ran = run("contacts", "list").ok()
    assert len(ran.rows) == 50
    assert re.fullmatch("50 of 250 .*--all.*--limit N.*\n", ran.err)
    assert len(ran.requests) == 1
    assert run("contacts", "list", "-q").err == ""


# The front of a list is looked at once more where a part of it takes more than a page.
@pytest.mark.parametrize(("limit", "requests"), [(1, 1), (5, 1), (150, 1), (151, 3), (250, 2)])
def test_a_limit_makes_as_few_requests_as_can_be(run: FrontDoor, limit: int, requests: int) -> None:
    ran = run("contacts", "list", "--limit", str(limit)).ok()
    assert len(ran.rows) == limit
    assert len(ran.requests) == requests
    assert ran.err == ""


def test_the_first_row_is_written_before_page_2_is_asked_for(with_token: FrontDoor) -> None:
    written: list[bytes] = []

    class Watching(httpx.BaseTransport):
        def __init__(self) -> None:
            self.pages = 0

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            self.pages += 1
            written.append(stdout.getvalue())
            if request.method == "GET":  # the latest, at the end
                return answer(page(0, 0, None, total=0))
            cursor = f"c{self.pages}" if self.pages < 3 else None
            return answer(page(self.pages * 150, 150, cursor, total=450))

    stdout = io.BytesIO()
    streams = Streams(stdin=io.StringIO(""), out=stdout, err=io.StringIO())
    environ = {"INTERCOM_CONFIG_DIR": str(with_token.config), **with_token.environ}
    for form in ("ndjson", "csv", "ids", "tsv", "table"):
        stdout = io.BytesIO()
        streams = Streams(stdin=io.StringIO(""), out=stdout, err=io.StringIO())
        written.clear()
        code = main(
            ["contacts", "list", "--all", "-o", form, "--fields", "id,name"],
            streams=streams, environ=environ, transport=Watching(),
        )  # fmt: skip
        assert code == 0
        lines = [text.count(b"\n") for text in written]
        head = form in {"csv", "tsv", "table"}
        assert lines == [0, 150 + head, 300 + head, 450 + head], form


def test_a_process_writes_the_first_row_before_page_2_is_asked_for(
    tmp_path: Path, slow_pages: SlowPages
) -> None:
    child = subprocess.Popen(
        [INTERCOM, "contacts", "list", "--all"],
        stdout=subprocess.PIPE,
        env=environment(
            tmp_path, INTERCOM_ACCESS_TOKEN=TOKEN, INTERCOM_API_BASE_URL=slow_pages.url
        ),
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    # The second page is held back until the first row was seen here.
    assert json.loads(first)["id"] == f"{0:024x}"
    slow_pages.go_on.set()
    with child.stdout:
        rest = child.stdout.read().split(b"\n")[:-1]
    assert child.wait(30) == 0
    assert len(rest) == 299


class SlowPages:
    """A server that gives its second page only when it is told to go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        outer = self

        class Pages(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                asked = self.rfile.read(int(self.headers["Content-Length"]))
                second = b"starting_after" in asked
                if second:
                    outer.go_on.wait(20)
                self.tell(page(150 if second else 0, 150, None if second else "c", total=300))

            def do_GET(self) -> None:
                self.tell(page(0, 0, None, total=0))

            def tell(self, told: dict[str, Any]) -> None:
                body = json.dumps(told)
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def slow_pages() -> Iterator[SlowPages]:
    pages = SlowPages()
    yield pages
    pages.go_on.set()
    pages.server.shutdown()
    pages.server.server_close()
    pages.thread.join()


PAGE_3 = "POST /contacts/search page=3 status=500"
PAGE_3_OF_LIST = "GET /contacts page=3 status=500"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries without their waits: back-off is drawn between nothing and its bound."""
    monkeypatch.setattr("intercom_cli.api.retry.FIRST", 0.0)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (["contacts", "list", "--all"], PAGE_3),
        (["contacts", "search", "--where", "role in (user, lead)", "--all"], PAGE_3),
        (["request", "/contacts?per_page=150", "--all"], PAGE_3_OF_LIST),
    ],
    ids=["list", "search", "request"],
)
def test_a_failing_third_page_is_an_error_after_the_rows_so_far(
    run: FrontDoor, words: list[str], rule: str
) -> None:
    transport = sandbox(contacts=1000, faults=[parse(rule)])
    ran = run(*words, transport=transport)
    assert ran.code == 9
    assert len({contact["id"] for contact in ran.rows}) == 300
    assert "incomplete: it ends after 300 records" in ran.error["message"]
    assert ran.error["http"]["status"] == 500
    assert ran.error["request_id"]
    transport.close()


@pytest.mark.usefixtures("quick")
def test_a_failing_third_page_leaves_no_half_document(run: FrontDoor) -> None:
    transport = sandbox(contacts=1000, faults=[parse(PAGE_3)])
    for form in (["-o", "json"], ["--jq", "length"], ["-o", "yaml"]):
        ran = run("contacts", "list", "--all", *form, transport=transport)
        assert ran.code == 9
        assert ran.out == "" or form == ["-o", "yaml"]
        assert "incomplete" in ran.err
    transport.close()


@pytest.mark.usefixtures("quick")
def test_a_page_that_fails_once_costs_nothing(run: FrontDoor) -> None:
    transport = sandbox(contacts=500, faults=[parse(PAGE_3 + " times=1")])
    ran = run("contacts", "list", "--all", transport=transport).ok()
    assert len({contact["id"] for contact in ran.rows}) == 500
    transport.close()


def test_a_record_that_moves_between_pages_comes_once(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer(page(0, 150, "a", total=249)),
        answer(page(149, 100, None, total=249)),
        answer(page(240, 9, None, total=9)),
        words=["contacts", "list", "--all"],
    ).ok()
    assert [contact["id"] for contact in ran.rows] == [f"{number:024x}" for number in range(249)]


def test_a_cursor_that_goes_in_circles_is_an_error(with_token: FrontDoor) -> None:
    replies = [answer(page(0, 150, "a")), answer(page(150, 150, "b")), answer(page(0, 150, "a"))]
    ran = with_token("contacts", "list", "--all", transport=Scripted(replies))
    assert ran.code == 9
    assert "incomplete" in ran.error["message"]
    assert len(ran.rows) == 300


def test_a_page_that_is_refused_is_that_refusal(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer(page(0, 150, "a")),
        refusal(403, "api_plan_restricted", "Active subscription needed."),
        words=["contacts", "list", "--all"],
    )
    assert ran.code == 5
    assert "incomplete" in ran.error["message"]
    assert len(ran.rows) == 150


def peak(config: Path, url: str, *words: str) -> tuple[int, int]:
    """How many lines a run wrote, and the most memory it held, in KiB."""
    code = (
        "import resource, subprocess, sys\n"
        "child = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)\n"
        "rows = sum(1 for _ in child.stdout)\n"
        "assert child.wait() == 0\n"
        "print(rows, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(INTERCOM), *words],
        capture_output=True,
        text=True,
        env=environment(config, INTERCOM_ACCESS_TOKEN=TOKEN, INTERCOM_API_BASE_URL=url),
        check=True,
    )
    rows, kib = ran.stdout.split()
    return int(rows), int(kib)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, str]]:
    """Sandboxes on servers, for the embedded one maps its database into the same process."""
    config = tmp_path_factory.mktemp("large") / "config"
    plenty = ("--rate-limit", "1000000")
    with (
        served(config, "--contacts", "20000", *plenty) as few,
        served(config, "--contacts", "100000", *plenty) as many,
    ):
        yield {20_000: few, 100_000: many}


@pytest.mark.slow
@pytest.mark.parametrize("form", ["ndjson", "table", "ids"])
def test_memory_is_flat_in_the_number_of_rows(
    form: str, tmp_path: Path, large: dict[int, str]
) -> None:
    few = peak(tmp_path, large[20_000], "contacts", "list", "--all", "-o", form)
    many = peak(tmp_path, large[100_000], "contacts", "list", "--all", "-o", form)
    head = form == "table"
    assert (few[0], many[0]) == (20_000 + head, 100_000 + head)
    # The ids that came are kept, in a few bytes each; the rows are not.
    assert many[1] < few[1] + 16_000
    assert many[1] < 100_000


@pytest.mark.slow
def test_100_000_contacts_come_exactly_once(tmp_path: Path, large: dict[int, str]) -> None:
    environ = {"INTERCOM_ACCESS_TOKEN": TOKEN, "INTERCOM_API_BASE_URL": large[100_000]}
    ran = process(tmp_path, "contacts", "list", "--all", "-o", "ids", **environ)
    assert (ran.returncode, ran.stderr) == (0, b"")
    ids = ran.stdout.split()
    assert len(ids) == len(set(ids)) == 100_000


@pytest.mark.slow
def test_the_embedded_sandbox_gives_100_000_contacts_exactly_once(tmp_path: Path) -> None:
    config = seeded(tmp_path / "config", 100_000)
    ids = process(config, "contacts", "list", "--all", "-o", "ids").stdout.split()
    assert len(ids) == len(set(ids)) == 100_000
