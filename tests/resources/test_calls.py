"""Phone calls, Fin Voice, and callers who are sent to the Messenger."""

from __future__ import annotations

import re
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer

ELSEWHERE = "https://recordings.example/7001.mp3?signature=s"


def test_every_call_is_listed_over_several_pages(run: FrontDoor) -> None:
    def page(number: int) -> httpx.Response:
        rows = [
            {"id": str(number * 25 + n), "state": "missed", "created_at": 100 - number}
            for n in range(25)
        ]
        pages = {"type": "pages", "page": number, "per_page": 25, "total_pages": 3}
        return answer({"type": "list", "data": rows, "total_count": 75, "pages": pages})

    ran = run.scripted(page(1), page(2), page(3), page(1), words=["calls", "list", "--all"]).ok()
    assert len({row["id"] for row in ran.rows}) == 75
    assert ran.sent()[1] == "GET /calls?per_page=25&page=2"
    few = run.scripted(
        page(1), words=["calls", "list", "--where", "state = missed", "--limit", "3"]
    )
    assert len(few.ok().rows) == 3


def test_at_a_table_people_see_how_long_was_talked(run: FrontDoor) -> None:
    seen = run("calls", "list", terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    for lasting in ("5 min 12 s", "1 min 35 s", "48 s", "20 min 4 s"):
        assert lasting in seen.out
    assert "talked" not in run("calls", "list").ok().out
    one = run("calls", "get", "7001", terminal=True, NO_COLOR="1").ok()
    assert "talked             5 min 12 s" in one.out


def test_calls_are_narrowed_here(run: FrontDoor) -> None:
    rows = run("calls", "list", "--where", "state = missed and direction = inbound").ok().rows
    assert [row["id"] for row in rows] == ["7003"]


def test_several_calls_are_shown_in_the_order_they_were_named(run: FrontDoor) -> None:
    rows = run("calls", "get", "7003", "7001").ok().rows
    assert [row["id"] for row in rows] == ["7003", "7001"]
    assert "talked" not in rows[1]


def test_the_calls_of_conversations_come_with_what_was_said(run: FrontDoor) -> None:
    ran = run("calls", "search", "1", "2", "1").ok()
    assert ran.bodies() == [{"conversation_ids": ["1", "2"]}]
    assert [row["conversation_id"] for row in ran.rows] == ["1", "2"]
    assert ran.rows[0]["transcript"][0]["speaker"] == "Teammate 1"


def test_more_conversations_than_one_search_takes_are_asked_for_in_parts(run: FrontDoor) -> None:
    ran = run("calls", "search", *map(str, range(1, 46))).ok()
    assert [len(body["conversation_ids"]) for body in ran.bodies()] == [20, 20, 5]
    assert len(ran.rows) == 6
    assert run("calls", "search", "1", "", transport=Unreachable()).code == 2


def test_a_transcript_is_read(run: FrontDoor, tmp_path: Path) -> None:
    ran = run("calls", "transcript", "7001").ok()
    assert ran.sent() == ["GET /calls/7001/transcript"]
    assert ran.out.splitlines()[1] == '[00:00:09] User: "I cannot find my invoice of May."'
    file = tmp_path / "said.txt"
    run("calls", "transcript", "7001", "--to", str(file)).ok()
    assert file.read_text().startswith("[00:00:03] Teammate 1: ")
    assert run("calls", "transcript", "7003").code == 6


def test_what_was_said_cannot_play_with_the_terminal(run: FrontDoor) -> None:
    said = httpx.Response(200, headers={"content-type": "text/plain"}, content=b"hi\x1b[2J\x07")
    words = ["calls", "transcript", "7001"]
    script = httpx.MockTransport(lambda _: said)
    seen = run(*words, transport=script, terminal=True, NO_COLOR="1").ok()
    assert "\x1b" not in seen.out
    assert "\x07" not in seen.out


def test_a_recording_is_saved_without_showing_our_token_elsewhere(
    run: FrontDoor, tmp_path: Path
) -> None:
    file = tmp_path / "call.mp3"
    ran = run.scripted(
        httpx.Response(302, headers={"location": ELSEWHERE}),
        httpx.Response(200, content=b"\xff\xfbsound"),
        words=["calls", "recording", "7001", "--to", str(file)],
    ).ok()
    first, second = ran.requests
    assert "authorization" in first.headers
    assert str(second.url) == ELSEWHERE
    assert not {"authorization", "intercom-version"} & set(second.headers)
    assert file.read_bytes() == b"\xff\xfbsound"
    assert ran.out == ""
    assert ran.err == f"Saved 7 bytes to {file}.\n"


def test_a_recording_goes_into_a_pipe_or_a_file_of_its_own(
    run: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    piped = run("calls", "recording", "7001").ok()
    assert piped.bytes.startswith(b"\xff\xfb")
    run("calls", "recording", "7001", terminal=True).ok()
    assert (tmp_path / "call-7001.mp3").read_bytes() == piped.bytes
    again = run("calls", "recording", "7001", terminal=True, transport=Unreachable(), NO_COLOR="1")
    assert again.code == 2
    assert "--force" in again.err
    run("calls", "recording", "7001", "--force", terminal=True).ok()


def test_a_call_without_a_recording_leaves_no_file(run: FrontDoor, tmp_path: Path) -> None:
    assert run("calls", "recording", "7002", "--to", str(tmp_path / "x.mp3")).code == 6
    assert list(tmp_path.glob("*.mp3")) == []


# --- Fin Voice ----------------------------------------------------------------------------------


def test_a_fin_voice_call_is_found_in_each_way(run: FrontDoor) -> None:
    for words, target in (
        (["2"], "/fin_voice/collect/2"),
        (["--external-id", "harbor-0005"], "/fin_voice/external_id/harbor-0005"),
        (["--phone-number", "+12125550105"], "/fin_voice/phone_number/%2B12125550105"),
    ):
        ran = run("fin-voice", "get", *words).ok()
        assert ran.sent() == [f"GET {target}"]
        assert ran.json["id"] == 2
    seen = run("fin-voice", "get", "2", terminal=True, NO_COLOR="1").ok()
    assert "Fin: Hello, this is Harbor Lights." in seen.out


@pytest.mark.parametrize("words", [[], ["1", "--external-id", "x"], [""], ["--phone-number", ""]])
def test_a_fin_voice_call_is_named_in_one_way(run: FrontDoor, words: list[str]) -> None:
    assert run("fin-voice", "get", *words, transport=Unreachable()).code == 2


def test_the_fin_voice_calls_of_a_conversation_are_rows(run: FrontDoor) -> None:
    rows = run("fin-voice", "list", "--conversation", "4").ok().rows
    assert [row["external_call_id"] for row in rows] == ["harbor-0003"]
    assert run("fin-voice", "list", "--conversation", "40").ok().rows == []


def test_a_call_is_registered_once(run: FrontDoor) -> None:
    words = ["--phone-number", "+12125550100", "--call-id", "five9-81", "--source", "five9"]
    made = run("fin-voice", "register", *words, "--details", '{"queue":"sales"}').ok()
    assert made.bodies() == [
        {
            "phone_number": "+12125550100",
            "call_id": "five9-81",
            "source": "five9",
            "data": {"queue": "sales"},
        }
    ]
    assert made.err == f"Registered Fin Voice call {made.json['id']} in sandbox.\n"
    assert run("fin-voice", "register", *words).code == 7
    assert run("fin-voice", "register", *words[:2], transport=Unreachable()).code == 2


# --- redirects ----------------------------------------------------------------------------------


def test_a_text_to_a_caller_is_asked_about(run: FrontDoor) -> None:
    words = ["phone-call-redirects", "create", "--phone", "+12125550100"]
    nobody = run(*words, transport=Unreachable())
    assert nobody.code == 3
    assert "Text a link to the Messenger to +12125550100 in sandbox?" in nobody.err
    assert run(*words, stdin="n\n", terminal=True, NO_COLOR="1").requests == []
    done = run(*words, "--set", "custom_attributes.plan=pro", "-y").ok()
    assert done.bodies() == [{"phone": "+12125550100", "custom_attributes": {"plan": "pro"}}]
    assert done.json["url"].startswith("https://via.intercom.io/msgr/")
    assert done.err == "Texted a link to +12125550100 in sandbox.\n"


def test_a_redirect_needs_a_number(run: FrontDoor) -> None:
    words = ["phone-call-redirects", "create", "-y"]
    assert run(*words, transport=Unreachable()).code == 2
    assert run(*words, "--phone", "12").code == 7


def test_a_table_names_teammates_and_one_call_its_contact(run: FrontDoor) -> None:
    seen = run("calls", "list", terminal=True, NO_COLOR="1", COLUMNS="100").ok()
    assert "Teammate" in seen.out
    assert "Jonas Weber" in seen.out
    assert seen.sent().count("GET /admins") == 1
    row = run("calls", "get", "7001").ok()
    assert row.sent() == ["GET /calls/7001"]
    one = run("calls", "get", "7001", terminal=True, NO_COLOR="1").ok()
    assert f"({row.json['contact_id']})" in one.out
    assert re.search(r"admin_id +Ruth Okafor\n", one.out)
