"""trigger sends what Intercom would send, of every topic; replay sends the very bytes again."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, connected
from listening import SECRET, listening, notification, signed, target, wait_for

from intercom_cli.events.topics import FRIENDLY, TOPICS

ENVELOPE = [
    "type", "app_id", "id", "self", "created_at", "topic", "delivery_status", "delivery_attempts",
    "delivered_at", "first_sent_at", "links", "data",
]  # fmt: skip


@pytest.fixture
def door(tmp_path: Path) -> FrontDoor:
    """The program, connected to nothing."""
    environ = {"INTERCOM_CLIENT_SECRET": SECRET}
    return FrontDoor(tmp_path / "nothing", Unreachable(), environ)


# One of each group; the others take half a minute.
EACH = list({topic.partition(".")[0]: topic for topic in TOPICS}.values())
REST = [pytest.param(topic, marks=pytest.mark.slow) for topic in TOPICS if topic not in EACH]


@pytest.mark.parametrize("topic", [*EACH, *REST])
def test_every_topic_can_be_triggered(door: FrontDoor, topic: str) -> None:
    with target() as there:
        ran = door("trigger", topic, "--to", there.url).ok()
    body, headers = there.got[0]
    document = json.loads(body)
    assert list(document) == ENVELOPE
    assert document["topic"] == topic
    assert document["data"]["item"]
    assert headers["x-hub-signature"] == signed(body)["X-Hub-Signature"]
    assert "200 in" in ran.err
    assert not ran.out


def test_every_topic_is_listed_in_help(alone: FrontDoor) -> None:
    page = alone("help", "webhooks").ok().out
    missing = [t for t in TOPICS if t not in page and t.partition(".")[2] not in page.split()]
    assert not missing


@pytest.mark.parametrize("topic", FRIENDLY)
def test_friendly_names_stand_for_real_topics(door: FrontDoor, topic: str) -> None:
    sent = door("trigger", topic, "--dry-run").ok().json
    assert sent["topic"] in FRIENDLY[topic]


def test_what_the_topic_tells_of_has_its_form(door: FrontDoor) -> None:
    def item(topic: str) -> dict:
        return door("trigger", topic, "-n").ok().json["data"]["item"]

    assert item("contact.lead.created")["role"] == "lead"
    assert item("contact.user.tag.created")["contact"]["role"] == "user"
    assert item("company.contact.attached")["contact"]["type"] == "contact"
    assert item("ticket.closed")["ticket"]["type"] == "ticket"
    assert item("ticket.resolved")["type"] == "ticket"
    assert set(item("conversation.deleted")) == {"type", "id", "deleted"}
    assert "merged_from" in item("contact.merged")


def test_a_real_record_is_read_and_its_role_decides(run: FrontDoor) -> None:
    lead = run("contacts", "list", "--where", "role = lead", "--limit", "1").rows[0]
    ran = run("trigger", "contact.created", "--from", lead["id"], "-n").ok()
    assert ran.json["topic"] == "contact.lead.created"
    assert ran.json["data"]["item"]["id"] == lead["id"]
    assert all(request.method == "GET" for request in ran.requests)
    wrong = run("trigger", "contact.user.created", "--from", lead["id"], "-n")
    assert wrong.code == 2
    assert wrong.error["hint"] == "contact.lead.created"


@pytest.mark.parametrize(
    ("topic", "noun"),
    [
        ("company.updated", "companies"),
        ("conversation.read", "conversations"),
        ("ticket.created", "tickets"),
        ("article.published", "articles"),
        ("admin.logged_in", "admins"),
        ("call.ended", "calls"),
        ("audience.created", "audiences"),
        ("content_snippet.updated", "content-snippets"),
    ],
)
def test_from_reads_the_noun_of_the_topic(run: FrontDoor, topic: str, noun: str) -> None:
    id = run(noun, "list", "--limit", "1", "-o", "ids").ok().out.strip()
    sent = run("trigger", topic, "--from", id, "-n").ok().json
    assert str(sent["data"]["item"]["id"]) == id


def test_values_are_set_by_their_paths(door: FrontDoor) -> None:
    words = [
        "email=a@b.test", "data.item.name=Jo", "id=notif_mine", "custom_attributes.plan=pro",
        "tags.data:=[]", "phone=12", 'custom_attributes."Est. time"=3h',
    ]  # fmt: skip
    given = [word for path in words for word in ("--set", path)]
    sent = door("trigger", "contact.user.created", *given, "-n").ok().json
    item = sent["data"]["item"]
    assert (sent["id"], item["email"], item["name"]) == ("notif_mine", "a@b.test", "Jo")
    assert item["custom_attributes"]["plan"] == "pro"
    assert item["custom_attributes"]["Est. time"] == "3h"
    assert item["tags"]["data"] == []
    assert item["phone"] == "12", "what was a text stays one"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["contact.created", "--set", "emial=x"], "email"),
        (["contact.created", "--set", "data.item.nme=x"], "name"),
        (["contact.created", "--set", "tags.deta=x"], "tags.data"),
        (["contact.created", "--set", "tags.data.9.id=x"], None),
        (["contact.created", "--set", "topic=ping"], None),
        (["contact.*"], None),
        (["contacts"], None),
        (["ping", "--from", "1"], None),
        (["ping", "--to", "nowhere at all"], None),
    ],
)
def test_what_there_is_not_is_refused(door: FrontDoor, words: list[str], hint: str | None) -> None:
    ran = door("trigger", *words)
    assert ran.code == 2, ran.err
    assert hint is None or hint in ran.error["hint"]


def test_every_example_of_its_help_runs(run: FrontDoor) -> None:
    contact = ("contacts", "create", "--role", "user", "--email", "jane@acme.test", "-q")
    run(*contact).ok()
    page = run("trigger", "--help").ok().out
    examples = re.findall(r"^ +intercom (trigger .*)$", page, re.MULTILINE)
    assert len(examples) > 3
    for example in examples:
        run(*shlex.split(example), "--dry-run").ok()


@pytest.mark.parametrize(("status", "code"), [(401, 7), (500, 9), (302, 7)])
def test_the_status_of_the_target_decides(door: FrontDoor, status: int, code: int) -> None:
    with target(lambda _: status) as there:
        ran = door("trigger", "ping", "--to", there.url)
    assert ran.code == code
    assert str(status) in ran.error["message"]


def test_listen_takes_what_trigger_sends(tmp_path: Path) -> None:
    connected(tmp_path / "config")
    door = FrontDoor(tmp_path / "config", Unreachable())
    with listening(tmp_path / "config", secret=None) as one:
        door("trigger", "company.created", "--to", one.url).ok()
        door("trigger", "company.created", "--to", one.url, INTERCOM_CLIENT_SECRET="x")
        assert wait_for(lambda: one.rows)
        _, said, rows = one.end()
    assert json.loads(rows[0])["topic"] == "company.created"
    assert "1 received, 1 delivered, 1 refused." in said


def test_nobody_listens(door: FrontDoor) -> None:
    with target() as there:
        pass
    assert door("trigger", "ping", "--to", there.url).code == 10


# --- signatures --------------------------------------------------------------------------------


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
@pytest.mark.parametrize("secret", ["k", "a secret with spaces é", "x" * 200])
def test_signatures_are_those_of_openssl(tmp_path: Path, secret: str) -> None:
    def digest(body: bytes, kind: str) -> str:
        words = ["openssl", "dgst", f"-{kind}", "-mac", "HMAC"]
        key = ["-macopt", f"hexkey:{secret.encode().hex()}"]
        ran = subprocess.run([*words, *key], input=body, capture_output=True, check=True)
        return re.search(rb"[0-9a-f]{40,}", ran.stdout)[0].decode()  # type: ignore[index]

    door = FrontDoor(tmp_path / "n", Unreachable(), {"INTERCOM_CLIENT_SECRET": secret})
    with target() as there:
        door("trigger", "contact.created", "--to", there.url).ok()
    body, headers = there.got[0]
    assert headers["x-hub-signature"] == f"sha1={digest(body, 'sha1')}"
    odd = notification(2, name="Zoë \N{SNOWMAN}\x00")
    with listening(tmp_path / "n", secret=secret) as one:
        assert one.send(body, {"X-Hub-Signature": f"sha1={digest(body, 'sha1')}"}) == 200
        assert one.send(odd, {"X-Body-Signature": digest(odd, "sha256")}) == 200
        assert one.send(odd + b" ", {"X-Body-Signature": digest(odd, "sha256")}) == 401
        both = {"X-Hub-Signature": f"sha1={digest(odd, 'sha1')}", "X-Body-Signature": "0" * 64}
        assert one.send(odd, both) == 401, "every signature that came must be right"


# --- replay ------------------------------------------------------------------------------------


def record(tmp_path: Path, bodies: list[bytes]) -> Path:
    file = tmp_path / "events.ndjson"
    with listening(tmp_path, "--record", str(file)) as one:
        for body in bodies:
            assert one.send(body) == 200
        one.end()
    return file


def test_replay_sends_the_very_bytes_signed_anew(tmp_path: Path, door: FrontDoor) -> None:
    bodies = [
        b'{\n  "topic": "ping",\t"id": "n1", "big": 123456789012345678901234567890 }\n',
        notification(2, name="Zoë \u2028"),
        notification(3).replace(b"a86dr8yl", "é\N{SNOWMAN}".encode()),
    ]
    file = record(tmp_path, bodies)
    assert file.stat().st_mode & 0o777 == 0o600
    with target() as there:
        words = ("replay", str(file), "--forward-to", there.url)
        ran = door(*words, INTERCOM_CLIENT_SECRET="new").ok()
    assert there.bodies == bodies
    for body, headers in there.got:
        assert headers["x-hub-signature"] == signed(body, "new")["X-Hub-Signature"]
    assert "3 of 3 recorded events sent" in ran.err


def test_replay_chooses_by_topic_and_time(tmp_path: Path, door: FrontDoor) -> None:
    file = record(tmp_path, [notification(1), notification(2, "ping"), notification(3, "ping")])
    lines = file.read_text().splitlines()
    old = re.sub(r'"received_at": "[^"]*"', '"received_at": "2020-01-01T00:00:00+00:00"', lines[1])
    file.write_text("\n".join([lines[0], old, *lines[2:], '{"cut off']))
    words = ("replay", str(file), "--forward-to", "127.0.0.1:9", "--dry-run")
    ran = door(*words, "--only", "ping", "--since", "1h").ok()
    assert [row["id"] for row in ran.rows] == ["notif_3"]
    assert "1 line" in ran.err
    assert len(door(*words).ok().rows) == 3


def test_replay_tells_what_was_not_taken_and_goes_on(tmp_path: Path, door: FrontDoor) -> None:
    file = record(tmp_path, [notification(n) for n in range(3)])
    with target(lambda body: 422 if b"notif_1" in body else 200) as there:
        ran = door("replay", str(file), "--forward-to", there.url)
    assert ran.code == 11
    assert "notif_1: 422" in ran.err
    assert there.bodies == [notification(0), notification(2)]


def test_replay_of_what_is_no_recording(tmp_path: Path, door: FrontDoor) -> None:
    file = tmp_path / "x"
    file.write_text("hello\n")
    words = ("--forward-to", "127.0.0.1:9")
    assert "line 1" in door("replay", str(file), *words).error["message"]
    assert door("replay", str(tmp_path / "none"), *words).code == 2
