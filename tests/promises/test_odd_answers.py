"""Must hold 4, over real sockets: bodies on DELETE, empty answers, text, redirects elsewhere."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from front_door import TOKEN
from real_process import process

ROWS = b"id,name\r\n1,Ann\r\n"
SOUND = bytes(range(256)) * 400
Given = tuple[int, dict[str, str], bytes]


class Host:
    """A server on a port of its own that answers as told, and remembers what it was asked."""

    def __init__(self, name: str) -> None:
        self.given: dict[str, Given] = {}
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version: ClassVar[str] = "HTTP/1.1"

            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                line = f"{self.command} {self.path}"
                host.asked.append((line, {k.lower(): v for k, v in self.headers.items()}, body))
                status, headers, data = host.given[line]
                self.send_response(status)
                for key, value in headers.items():
                    self.send_header(key, value)
                if status != 204:
                    self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://{name}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def intercom() -> Iterator[Host]:
    host = Host("127.0.0.1")
    yield host
    host.close()


@pytest.fixture
def elsewhere() -> Iterator[Host]:
    host = Host("localhost")
    yield host
    host.close()


def run(host: Host, folder: Path, *words: str, code: int = 0, **environ: str) -> tuple[bytes, str]:
    ran = process(
        folder / "config",
        *words,
        INTERCOM_API_BASE_URL=host.url,
        INTERCOM_ACCESS_TOKEN=TOKEN,
        **environ,
    )
    assert ran.returncode == code, ran.stderr
    return ran.stdout, ran.stderr.decode()


def test_a_delete_carries_its_body(intercom: Host, tmp_path: Path) -> None:
    line = "DELETE /conversations/12/tags/7"
    intercom.given[line] = (200, {"Content-Type": "application/json"}, b'{"type":"tag","id":"7"}')
    words = ["conversations", "untag", "12", "7", "--admin", "991267459"]
    intercom.given["GET /tags"] = (200, {}, b'{"data":[{"id":"7","name":"VIP"}]}')
    run(intercom, tmp_path, *words)
    asked = [one for one in intercom.asked if one[0] == line]
    assert [json.loads(body) for _, _, body in asked] == [{"admin_id": "991267459"}]


@pytest.mark.parametrize("status", [200, 202, 204])
def test_an_answer_with_nothing_in_it_is_done(intercom: Host, tmp_path: Path, status: int) -> None:
    intercom.given["POST /events"] = (status, {}, b"")
    out, err = run(intercom, tmp_path, "events", "track", "paid", "--contact", "a@acme.test")
    assert (out, "Tracked paid" in err) == (b"", True)
    intercom.given["DELETE /tags/7"] = (status, {}, b"")
    _, err = run(intercom, tmp_path, "tags", "delete", "7", "--yes")
    assert "Deleted tag 7" in err
    assert len(intercom.asked) == 2


def test_what_was_said_in_a_call_is_text(intercom: Host, tmp_path: Path) -> None:
    text = "Agent: Grüße\nCaller: Hello\n".encode()
    line = "GET /calls/7001/transcript"
    intercom.given[line] = (200, {"Content-Type": "text/plain; charset=utf-8"}, text)
    out, _ = run(intercom, tmp_path, "calls", "transcript", "7001")
    assert out == text


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_recording_on_another_host_is_fetched_without_our_token(
    intercom: Host, elsewhere: Host, tmp_path: Path, status: int
) -> None:
    place = f"{elsewhere.url}/7001.mp3?signature=s"
    intercom.given["GET /calls/7001/recording"] = (status, {"Location": place}, b"")
    elsewhere.given["GET /7001.mp3?signature=s"] = (200, {"Content-Type": "audio/mpeg"}, SOUND)
    out, err = run(intercom, tmp_path, "calls", "recording", "7001", "--debug")
    assert out == SOUND
    [(_, headers, _)] = elsewhere.asked
    assert intercom.asked[0][1]["authorization"] == f"Bearer {TOKEN}"
    assert not {"authorization", "intercom-version", "cookie"} & headers.keys()
    assert TOKEN not in str(headers) + err


def test_a_recording_that_moves_again_and_back_gets_no_token_either(
    intercom: Host, elsewhere: Host, tmp_path: Path
) -> None:
    intercom.given["GET /calls/7001/recording"] = (302, {"Location": f"{elsewhere.url}/a"}, b"")
    elsewhere.given["GET /a"] = (302, {"Location": f"{intercom.url}/b"}, b"")
    intercom.given["GET /b"] = (200, {}, SOUND)
    assert run(intercom, tmp_path, "calls", "recording", "7001")[0] == SOUND
    assert "authorization" not in intercom.asked[1][1]


def test_a_write_follows_no_redirect(intercom: Host, elsewhere: Host, tmp_path: Path) -> None:
    intercom.given["DELETE /tags/7"] = (307, {"Location": f"{elsewhere.url}/tags/7"}, b"")
    run(intercom, tmp_path, "tags", "delete", "7", "--yes", code=9)
    assert elsewhere.asked == []


def test_a_file_of_an_export_comes_as_it_is(intercom: Host, tmp_path: Path) -> None:
    state = {"job_identifier": "j1", "status": "completed", "download_url": "x"}
    line = "GET /export/content/data/j1"
    intercom.given[line] = (200, {"Content-Type": "application/json"}, json.dumps(state).encode())
    packed = gzip.compress(ROWS)
    line = "GET /download/content/data/j1"
    intercom.given[line] = (200, {"Content-Type": "application/octet-stream"}, packed)
    assert run(intercom, tmp_path, "exports", "download", "j1")[0] == packed
    assert run(intercom, tmp_path, "exports", "download", "j1", "--unzip")[0] == ROWS
