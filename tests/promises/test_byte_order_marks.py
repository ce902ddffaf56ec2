"""A byte order mark before a text is passed over, wherever text is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, sandbox

MARK = "\ufeff"
TAG = '{"name": "Marked"}'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in which JSON stands behind a mark."""
    path = tmp_path / "marked.json"
    path.write_text(MARK + TAG, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def world() -> Iterator[httpx.BaseTransport]:
    """A sandbox that takes the token of all sandboxes."""
    transport = sandbox()
    yield transport
    transport.close()


def body(run: FrontDoor, *words: str, stdin: str = "") -> object:
    return run(*words, "-n", "-o", "json", stdin=stdin).ok().json["body"]


@pytest.mark.parametrize("way", ["--data", "--input", "--data -", "--input -", "--data JSON"])
def test_json_is_read_behind_a_mark(run: FrontDoor, file: Path, way: str) -> None:
    option, _, kind = way.partition(" ")
    words = ["tags", "create"] if option == "--data" else ["request", "POST", "/tags"]
    value = {"-": "-", "JSON": MARK + TAG, "": str(file)}[kind]
    assert body(run, *words, option, value, stdin=MARK + TAG) == {"name": "Marked"}


def test_what_is_sent_holds_no_mark(run: FrontDoor, file: Path) -> None:
    ran = run("request", "POST", "/tags", "--input", str(file)).ok()
    assert ran.requests[0].content == TAG.encode()


def test_fields_and_texts_are_read_behind_a_mark(run: FrontDoor, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(MARK + "Marked", encoding="utf-8")
    assert body(run, "request", "POST", "/tags", "-F", f"name=@{text}") == {"name": "Marked"}
    words = ["tags", "create", "--set", "name=@-"]
    assert body(run, *words, stdin=MARK + "Marked") == {"name": "Marked"}
    note = run("contacts", "note", "5" * 24, "-", "-n", "-o", "ndjson", stdin=MARK + "Said").ok()
    assert note.rows[-1]["body"]["body"] == "Said"


def test_bulk_records_and_events_are_read_behind_a_mark(run: FrontDoor, tmp_path: Path) -> None:
    lines = tmp_path / "lines.ndjson"
    lines.write_text(MARK + '{"name": "A"}\n{"name": "B"}\n', encoding="utf-8")
    words = ["contacts", "bulk-create", str(lines), "--api-version", "Preview"]
    assert body(run, *words) == {"contacts": [{"name": "A"}, {"name": "B"}]}
    event = json.dumps({"event_name": "seen", "email": "a@acme.test", "created_at": 1772000000})
    tracked = run("events", "track", "--data", "-", "-n", stdin=MARK + event).ok()
    assert tracked.rows[0]["body"]["event_name"] == "seen"


@pytest.mark.parametrize("way", ["--token-file", "--token-stdin"])
def test_a_token_is_read_behind_a_mark(
    alone: FrontDoor, world: httpx.BaseTransport, tmp_path: Path, way: str
) -> None:
    path = tmp_path / "token.txt"
    path.write_text(MARK + TOKEN + "\n", encoding="utf-8")
    words = ["connect", way, *([str(path)] if way == "--token-file" else []), "--store", "file"]
    ran = alone(*words, stdin=MARK + TOKEN, transport=world).ok()
    assert ran.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "given", [f"Bearer {TOKEN}", f"bearer  {TOKEN}", f" '{TOKEN}'\n", MARK + TOKEN, TOKEN]
)
@pytest.mark.parametrize("variable", ["INTERCOM_ACCESS_TOKEN", "INTERCOM_TOKEN"])
def test_a_token_in_the_environment_may_be_written_as_in_a_file(
    alone: FrontDoor, world: httpx.BaseTransport, variable: str, given: str
) -> None:
    ran = alone("request", "/me", transport=world, **{variable: given}).ok()
    assert ran.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("given", ["Bearer ", "two words", "a\nb"])
def test_what_is_no_token_is_refused_and_not_repeated(alone: FrontDoor, given: str) -> None:
    ran = alone("request", "/me", INTERCOM_ACCESS_TOKEN=given)
    assert ran.code == 4
    assert "INTERCOM_ACCESS_TOKEN" in ran.err
    assert given.strip() not in ran.err


def test_settings_workflows_and_article_files_are_read_behind_a_mark(
    run: FrontDoor, tmp_path: Path
) -> None:
    config = run.config / "config.toml"
    config.write_text(MARK + config.read_text(), encoding="utf-8")
    flow = tmp_path / "flow.yaml"
    text = "steps:\n  - id: people\n    list: contacts\n"
    told = []
    for mark in ("", MARK):
        flow.write_text(mark + text.replace("list", "lisst"), encoding="utf-8")
        told.append(run("workflow", "check", str(flow)).error["message"])
    assert told[0] == told[1]
    run("articles", "pull", str(tmp_path / "hc")).ok()
    state = tmp_path / "hc" / ".intercom-articles.json"
    state.write_text(MARK + state.read_text(), encoding="utf-8")
    article = next((tmp_path / "hc").rglob("*.md"))
    article.write_text(MARK + article.read_text(), encoding="utf-8")
    assert "Nothing to push" in run("articles", "push", str(tmp_path / "hc")).ok().err


def test_a_mark_alone_is_nothing(run: FrontDoor) -> None:
    ran = run("tags", "create", "--data", "-", stdin=MARK)
    assert ran.code == 2
    assert "not JSON" in ran.err
