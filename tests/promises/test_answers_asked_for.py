"""An answer is what was asked for: whole, a list or a record, and no error dressed as one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Reply, Scripted, answer

ERROR = {
    "type": "error.list",
    "request_id": "r2",
    "errors": [{"code": "server_error", "message": "Something went wrong"}],
}
LISTS = {
    "contacts list": "data",
    "contacts search --where role=user": "data",
    "companies list": "data",
    "conversations list": "conversations",
    "tickets list": "tickets",
    "articles list": "data",
    "macros list": "data",
    "audiences list": "data",
    "external-pages list": "data",
    "activity-logs list --since 2026-01-01": "activity_logs",
    "tags list": "data",
}
RECORDS = ["contacts get 6762f0dd1bb69f9f2193bb83", "articles get 1", "tickets get 215470000001"]


class Three(httpx.BaseTransport):
    """A list of three pages, the second of them empty, in whichever style it is asked for."""

    def __init__(self, key: str) -> None:
        self.key = key

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/me":
            return answer({"type": "admin", "id": "1", "app": {"timezone": "UTC"}})
        body = json.loads(request.content) if request.content else {}
        query = dict(request.url.params)
        cursor = (body.get("pagination") or {}).get("starting_after") or query.get("starting_after")
        page = int(query.get("page") or body.get("page") or {None: 1, "A": 2, "B": 3}[cursor])
        following = {1: {"page": 2, "starting_after": "A"}, 2: {"page": 3, "starting_after": "B"}}
        place = {"page": page, "per_page": 1, "total_pages": 3}
        rows = {1: [self.row(1)], 2: [], 3: [self.row(3)]}[page]
        pages = {"type": "pages", "next": following.get(page), **place}
        return answer({"type": "list", self.key: rows, "total_count": 2, "pages": pages, **place})

    def row(self, number: int) -> dict[str, Any]:
        return {"type": "x", "id": str(number), "created_at": number}


@pytest.mark.parametrize("words", [words for words in LISTS if "tags" not in words])
def test_an_empty_page_in_the_middle_is_not_the_end(with_token: FrontDoor, words: str) -> None:
    ran = with_token(*words.split(), "--all", "-o", "ids", transport=Three(LISTS[words])).ok()
    assert ran.out.split() == ["1", "3"]


@pytest.mark.parametrize("words", LISTS)
def test_fewer_records_than_intercom_says_there_are_is_an_error(
    with_token: FrontDoor, words: str
) -> None:
    rows = [{"type": "x", "id": "1", "created_at": 1}]
    body = {"type": "list", LISTS[words]: rows, "total_count": 40, "pages": {"next": None}}

    class Short(httpx.BaseTransport):
        def handle_request(self, _: httpx.Request) -> httpx.Response:
            return answer(body)

    for more in ([], ["--all"]):
        ran = with_token(*words.split(), *more, "-o", "ids", transport=Short())
        assert ran.code == 9
        assert ran.out == "1\n"
        assert "sent 1 of 40 records" in ran.err
    ran = with_token(*words.split(), "--limit", "1", "-o", "ids", transport=Short())
    assert (ran.code, ran.out) == (0, "1\n")


WRONG: dict[str, tuple[Reply, int]] = {
    "an error": (answer(ERROR), 9),
    "no right": (answer({**ERROR, "errors": [{"code": "unauthorized", "message": "No"}]}), 4),
    "not found": (answer({**ERROR, "errors": [{"code": "not_found", "message": "No"}]}), 6),
    "an old error": (answer({"status": 400, "error": "Bad"}), 9),
    "nothing": (httpx.Response(200, headers={"Content-Type": "application/json"}), 9),
    "no content": (httpx.Response(204), 9),
    "text": (answer("x"), 9),
    "null": (httpx.Response(200, headers={"Content-Type": "application/json"}, text="null"), 9),
    "a page": (httpx.Response(200, headers={"Content-Type": "text/html"}, text="<html>"), 9),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("words", [*list(LISTS)[:4], "tags list", *RECORDS[:2]])
def test_what_is_no_answer_is_an_error_before_anything_is_shown(
    with_token: FrontDoor, words: str, wrong: str
) -> None:
    reply, code = WRONG[wrong]

    class Wrong(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/me":
                return answer({"type": "admin", "id": "1", "app": {"timezone": "UTC"}})
            assert isinstance(reply, httpx.Response)
            return reply

    ran = with_token(*words.split(), transport=Wrong())
    assert (ran.code, ran.out) == (code, ""), ran.err


def test_one_record_is_no_list(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        answer({"type": "contact", "id": "1"}), words=["contacts", "list", "--limit", "5"]
    )
    assert (ran.code, ran.out) == (9, "")


def test_an_error_in_place_of_what_was_written_is_an_error(run: FrontDoor) -> None:
    ran = run.scripted(answer(ERROR), words=["contacts", "create", "--email", "a@acme.test"])
    assert ran.code == 9
    ran = run.scripted(answer(ERROR), words=["request", "/contacts"])
    assert ran.code == 9


DONE = {"job_identifier": "j1", "status": "completed", "download_url": "https://x.test"}
TABLE = b"id,name\r\n1,Ann\r\n"


def file(content: bytes, kind: str = "application/octet-stream", status: int = 200) -> Any:
    return httpx.Response(status, headers={"Content-Type": kind} if kind else {}, content=content)


NO_FILES: dict[str, list[Any]] = {
    "a page to sign in": [file(b"<!DOCTYPE html><html>Sign in", "text/html; charset=utf-8")],
    "a page that hides": [file(b"\n <html><body>Sign in")],
    "an error": [answer(ERROR)],
    "an error that hides": [file(json.dumps(ERROR).encode())],
    "a record": [answer({"type": "contact", "id": "1"})],
    "plain text": [file(b"maintenance", "text/plain")],
    "nothing": [file(b"")],
    "no content": [httpx.Response(204)],
    "a page of another host": [
        httpx.Response(302, headers={"Location": "https://other.test/login"}),
        file(b"<html>Sign in", "text/html"),
    ],
    "bytes of another host": [
        httpx.Response(302, headers={"Location": "https://other.test/x"}),
        file(b"who are you?"),
    ],
}


@pytest.mark.parametrize("what", NO_FILES)
@pytest.mark.parametrize("unzip", [[], ["--unzip"]])
def test_what_is_no_export_is_not_saved(
    run: FrontDoor, tmp_path: Path, what: str, unzip: list[str]
) -> None:
    place = tmp_path / "sent.csv"
    words = ["exports", "download", "j1", "--to", str(place), *unzip]
    ran = run(*words, transport=Scripted([answer(DONE), *NO_FILES[what]]))
    assert ran.code == 9
    assert "did not send the file that was asked for" in ran.error["message"]
    assert [one.name for one in tmp_path.iterdir()] == ["config"]
    piped = run(*words[:3], transport=Scripted([answer(DONE), *NO_FILES[what]]))
    assert (piped.code, piped.out) == (9, "")


def test_a_failed_export_leaves_the_file_that_was_there(run: FrontDoor, tmp_path: Path) -> None:
    place = tmp_path / "sent.csv"
    place.write_text("old")
    words = ["exports", "run", "--since", "2026-01-01", "--to", str(place), "--force"]
    started = answer({"job_identifier": "j1", "status": "pending"})
    ran = run(*words, transport=Scripted([started, answer(DONE), file(b"<html>", "text/html")]))
    assert ran.code == 9
    assert place.read_text() == "old"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (TABLE, "text/csv"),
        (TABLE, ""),
        (b"\xef\xbb\xbf" + TABLE, "application/octet-stream"),
        (gzip.compress(TABLE, mtime=0), "application/gzip"),
        (gzip.compress(TABLE, mtime=0), "text/plain"),
        (b"PK\x03\x04 more", "application/zip"),
    ],
    ids=["csv", "no type", "mark", "gzip", "gzip as text", "zip"],
)
@pytest.mark.parametrize("away", [False, True])
def test_what_is_an_export_is_saved(
    run: FrontDoor, tmp_path: Path, content: bytes, kind: str, away: bool
) -> None:
    place = tmp_path / "sent.csv"
    replies = [answer(DONE), file(content, kind)]
    packed = content.startswith((b"\x1f\x8b", b"PK"))
    if away and (packed or kind == "text/csv"):
        moved = httpx.Response(302, headers={"Location": "https://files.test/x"})
        replies = [answer(DONE), moved, file(content, kind)]
    run(*["exports", "download", "j1", "--to", str(place)], transport=Scripted(replies)).ok()
    assert place.read_bytes() == content


@pytest.mark.parametrize("words", ["calls recording 1", "calls transcript 1", "workflows export 1"])
def test_a_page_to_sign_in_is_no_other_file_either(
    run: FrontDoor, tmp_path: Path, words: str
) -> None:
    place = tmp_path / "saved"
    page = file(b"<html>Sign in", "text/html")
    ran = run(*words.split(), "--to", str(place), transport=Scripted([page]))
    assert ran.code == 9
    assert not place.exists()
    assert run(*words.split(), transport=Scripted([file(b"<html>", "text/html")])).code == 9
