"""Bugs that were reproduced in Intercom's official CLI, here about where requests go."""

from __future__ import annotations

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Scripted, answer, refusal


@pytest.mark.parametrize(
    "path",
    [
        "99/steal",
        ".evil.test/x",
        "@evil.test/x",
        ":80@evil.test/",
        "//evil.test/x",
        "\\\\evil.test\\x",
    ],
)
def test_b16_a_path_never_changes_the_host(with_token: FrontDoor, path: str) -> None:
    base = "http://127.0.0.1:80"
    ran = with_token("request", path, transport=Scripted([answer({})]), INTERCOM_API_BASE_URL=base)
    for request in ran.requests:
        assert request.url.host == "127.0.0.1"
        assert request.url.port in {80, None}
        assert "evil" not in request.url.host
    assert ran.code in {0, 2}


@pytest.mark.parametrize(
    "url",
    ["https://evil.test/x", "http://api.intercom.io/me", "https://api.intercom.io.evil.test/"],
)
def test_b16_the_token_goes_to_no_other_host(with_token: FrontDoor, url: str) -> None:
    ran = with_token("request", url)
    assert ran.code == 2
    assert ran.requests == []


def test_b16_a_next_page_on_another_host_is_refused(with_token: FrontDoor) -> None:
    first = {"type": "list", "data": [{"id": "1"}], "pages": {"next": "https://evil.test/x?page=2"}}
    ran = with_token("request", "/articles", "--all", transport=Scripted([answer(first)]))
    assert ran.code != 0
    assert len(ran.requests) == 1


def test_b16_a_redirect_to_another_host_goes_without_the_token(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        httpx.Response(302, headers={"location": "https://files.test/recording"}),
        httpx.Response(200, content=b"RIFF", headers={"content-type": "audio/wav"}),
        words=["request", "/calls/1/recording"],
    ).ok()
    assert ran.bytes == b"RIFF"
    assert TOKEN not in str(ran.requests[1].headers)
    assert "authorization" not in ran.requests[1].headers


@pytest.mark.parametrize(
    "named", ["../contacts/c1", "..", "a/b", "a?x=1", "a#b", "a%2Fb", "a b", ""]
)
def test_b17_an_id_is_one_segment_of_the_path(with_token: FrontDoor, named: str) -> None:
    for words in (
        ["notes", "get", named],
        ["contacts", "get", named],
        ["contacts", "tags", named],
        ["companies", "update", f"company:{named}", "--name", "x"],
    ):
        ran = with_token(*words, transport=Scripted([refusal(404, "not_found")]))
        assert ran.code in {2, 6}
        for request in ran.requests:
            path = request.url.raw_path.decode()
            if words[0] == "companies":
                assert path.startswith("/companies?company_id=")
                continue
            noun, *rest = path.strip("/").split("/")
            assert noun == words[0]
            assert len(rest) == (2 if words[1] == "tags" else 1)
            assert "?" not in path
            assert ".." not in path.split("/")
