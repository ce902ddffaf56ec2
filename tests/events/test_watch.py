"""Watching by polling: each change once, created and updated told apart, over restarts too."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path

import pytest
from front_door import FrontDoor, Ran, answer, refusal
from webhook_receiver import receiving

from intercom_cli.sandbox.transport import SandboxTransport

ALL = ("contacts", "companies", "conversations", "tickets")


def once(run: FrontDoor, *words: str) -> Ran:
    """One round."""
    return run("watch", *words, "--once").ok()


def topics(ran: Ran) -> list[str]:
    return [row["topic"] for row in ran.rows]


def made(run: FrontDoor, *words: str) -> str:
    """Create something and give its id."""
    return str(run(*words).ok().json["id"])


def lead(run: FrontDoor, name: str = "Lea") -> str:
    return made(run, "contacts", "create", "--role", "lead", "--name", name)


def test_the_first_run_begins_now_and_says_so(run: FrontDoor) -> None:
    ran = once(run, *ALL)
    assert ran.rows == []
    assert "the first run; it begins now" in ran.err
    assert "going on where the last run ended" in once(run, *ALL).err


def test_created_and_updated_are_told_apart_each_once(run: FrontDoor) -> None:
    once(run, "contacts")
    old = run("contacts", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    new = lead(run)
    run("contacts", "update", old, "--name", "Other").ok()
    ran = once(run, "contacts")
    told = {row["data"]["item"]["id"]: row["topic"] for row in ran.rows}
    assert told.pop(new) == "contact.lead.created"
    assert set(told) == {old}
    assert told[old].endswith(".updated")
    assert once(run, "contacts").rows == []
    run("contacts", "update", new, "--name", "Lea B.").ok()
    assert topics(once(run, "contacts")) == ["contact.lead.updated"]
    assert once(run, "contacts").rows == []


def test_a_second_change_within_one_second_is_seen(run: FrontDoor) -> None:
    once(run, "contacts")
    new = lead(run)
    names = []
    for name in ("A", "B", "C"):
        run("contacts", "update", new, "--name", name).ok()
        names += [row["data"]["item"]["name"] for row in once(run, "contacts").rows]
    assert names == ["A", "B", "C"]


def test_an_event_is_a_notification_as_intercom_sends_it(run: FrontDoor) -> None:
    once(run, "contacts")
    new = lead(run)
    (row,) = once(run, "contacts").rows
    item = run("contacts", "get", new, "-o", "json").ok().json
    assert row["data"] == {"type": "notification_event_data", "item": item}
    assert (row["type"], row["app_id"]) == ("notification_event", "sandbox1")
    assert row["created_at"] == item["updated_at"]
    assert new in row["id"]


def test_companies_are_told_of_once_somebody_works_there(run: FrontDoor) -> None:
    once(run, "companies")
    made(run, "companies", "create", "--company-id", "ac-9", "--name", "Acme")
    someone = run("contacts", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    run("contacts", "attach", someone, "company:ac-9").ok()
    assert topics(once(run, "companies")) == ["company.created"]
    run("companies", "update", "company:ac-9", "--size", "7").ok()
    assert topics(once(run, "companies")) == ["company.updated"]
    assert once(run, "companies").rows == []


def test_what_happened_to_conversations_and_tickets_is_told_where_it_shows(run: FrontDoor) -> None:
    once(run, "conversations", "tickets")
    run("conversations", "reply", "12", "Yes.", "--yes").ok()
    run("conversations", "close", "16", "--yes").ok()
    run("conversations", "snooze", "13", "--until", "tomorrow", "--yes").ok()
    ticket = run("tickets", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    run("tickets", "note", ticket, "Looks odd").ok()
    ran = once(run, "conversations", "tickets")
    told = {row["data"]["item"]["id"]: row["topic"] for row in ran.rows}
    assert told == {
        "12": "conversation.admin.replied",
        "16": "conversation.admin.closed",
        "13": "conversation.updated",
        ticket: "ticket.note.created",
    }


def test_only_the_topics_that_are_wanted_are_told(run: FrontDoor) -> None:
    words = ("contacts", "--topics", "contact.updated")
    once(run, *words)
    new = lead(run)
    assert once(run, *words).rows == []
    run("contacts", "update", new, "--name", "B").ok()
    assert topics(once(run, *words)) == ["contact.lead.updated"]
    ran = once(run, "contacts", "--topics", "contact.mad")
    assert ran.rows == []
    assert "warning: unknown topic 'contact.mad'" in ran.err


def test_since_tells_what_was_before_oldest_first(run: FrontDoor) -> None:
    ran = once(run, "contacts", "--since", "10y")
    assert len(ran.rows) == len({row["data"]["item"]["id"] for row in ran.rows}) == 250
    times = [row["created_at"] for row in ran.rows]
    assert times == sorted(times)
    assert once(run, "contacts").rows == []


def test_more_than_a_page_with_the_same_second_is_told_whole(run: FrontDoor) -> None:
    once(run, "contacts")
    wanted = {lead(run, f"Lea {number}") for number in range(160)}
    told = Counter(row["data"]["item"]["id"] for row in once(run, "contacts").rows)
    assert set(told) == wanted
    assert set(told.values()) == {1}


def test_a_target_that_fails_gets_it_again_with_the_same_id(run: FrontDoor) -> None:
    with receiving() as receiver:
        words = ("contacts", "--forward-to", receiver.url)
        once(run, *words)
        new = lead(run)
        receiver.status = lambda _: 400
        assert "1 not taken yet" in once(run, *words).err
        run("contacts", "update", new, "--name", "Later").ok()
        once(run, *words)
        receiver.status = lambda _: 200
        refused = len(receiver.bodies)
        once(run, *words)
        assert receiver.topics[refused:] == ["contact.lead.created", "contact.lead.updated"]
        assert receiver.seen[0] == receiver.seen[refused]
        once(run, *words)
        assert len(receiver.bodies) == refused + 2


def test_a_state_of_another_workspace_is_refused(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "state"
    file.write_text('{"watch":1,"workspace":"other"}\n')
    ran = run("watch", "contacts", "--once", "--state", str(file))
    assert ran.code == 2
    assert "--state" in ran.error["hint"]
    file.write_text("my precious notes\n")
    assert run("watch", "contacts", "--once", "--state", str(file)).code == 12
    assert file.read_text() == "my precious notes\n"


def test_a_line_that_a_crash_cut_off_counts_for_nothing(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "state"
    words = ("contacts", "--state", str(file))
    once(run, *words)
    new = lead(run)
    with file.open("a") as state:
        state.write('{"noun":"contacts","id":"' + new)
    assert [row["data"]["item"]["id"] for row in once(run, *words).rows] == [new]
    assert once(run, *words).rows == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("contact",), "contacts"),
        (("tags",), "intercom watch contacts"),
        (("contacts", "--every", "soon"), "--every 10s"),
        (("contacts", "--every", "0"), "--every 10s"),
    ],
)
def test_what_cannot_be_watched_is_said(run: FrontDoor, words: tuple[str, ...], hint: str) -> None:
    ran = run("watch", *words)
    assert ran.code == 2
    assert hint in ran.error["hint"]
    assert ran.requests == []


def test_a_round_that_fails_is_an_error_where_there_is_but_one(run: FrontDoor) -> None:
    once(run, "contacts")
    ran = run.scripted(
        answer({"app": {"id_code": "sandbox1"}}),
        refusal(403, "forbidden"),
        words=["watch", "contacts", "--once"],
    )
    assert ran.code == 5


@pytest.mark.parametrize("skew", [-200_000, -3600, 3600, 200_000])
def test_clocks_that_differ_change_nothing(run: FrontDoor, skew: int) -> None:
    assert isinstance(run.inner, SandboxTransport)
    run.inner.sandbox().clock = lambda: time.time() + skew
    once(run, *ALL)
    new = lead(run)
    run("conversations", "reply", "12", "Yes.", "--yes").ok()
    told = topics(once(run, *ALL))
    later = topics(once(run, *ALL))
    if skew > 0:
        assert told == ["contact.lead.created", "conversation.admin.replied"]
    # A clock that goes back is one more difference: what it dates into the past is not news.
    assert later == []
    run("contacts", "delete", new, "--yes").ok()
    assert once(run, *ALL).rows == []


def test_a_wider_window_is_asked_for_and_decided_here(run: FrontDoor) -> None:
    once(run, "contacts")
    (me, search) = once(run, "contacts").requests
    body = json.loads(search.content)
    assert body["query"]["operator"] == ">"
    assert body["sort"] == {"field": "updated_at", "order": "descending"}
    newest = run(
        "contacts", "search", "--where", "created_at > 10y", "--sort", "-updated_at", "--limit", "1"
    )
    assert newest.ok().rows[0]["updated_at"] - body["query"]["value"] >= 86_400
    assert me.url.path == "/me"
