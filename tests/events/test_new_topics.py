"""Topics are an open list: what Intercom adds later is accepted, with a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from front_door import FrontDoor
from listening import listening, notification, target, wait_for

NEWEST = (
    "ticket.admin.snoozed",
    "ticket.admin.unsnoozed",
    "conversation.admin.replied.translated",
    "ticket.admin.replied.translated",
)


@pytest.mark.parametrize("topic", NEWEST)
def test_a_sample_of_a_newer_topic_has_its_shape(alone: FrontDoor, topic: str) -> None:
    ran = alone("trigger", topic, "-n").ok()
    assert ran.err == "", "it is known"
    item = ran.json["data"]["item"]
    kind = topic.partition(".")[0]
    assert item["type"] == kind
    if topic.endswith("translated"):
        [part] = item[f"{kind}_parts"][f"{kind}_parts"]
        assert part["author"]["type"] == "admin"
        original = part["translations"]["original"]
        assert part["body"] == part["translations"][original]
        assert len(part["translations"]) > 2
    else:
        snoozed = item["snoozed_until"]
        assert (snoozed is None) == topic.endswith("unsnoozed")
        assert snoozed is None or snoozed > ran.json["created_at"]


def test_a_sample_of_an_unknown_topic_is_sent_with_a_warning(alone: FrontDoor) -> None:
    with target() as there:
        ran = alone("trigger", "brand.created", "--to", there.url, INTERCOM_CLIENT_SECRET="s").ok()
    assert "unknown topic 'brand.created'" in ran.err
    assert json.loads(there.bodies[0])["data"]["item"]["type"] == "brand"
    ran = alone("trigger", "contact.user.creatd", "-n").ok()
    assert "did you mean contact.user.created" in ran.err
    assert ran.json["data"]["item"]["role"] == "user", "it is about what its group is about"


@pytest.mark.parametrize("topic", ["contacts", "contact created", "contact.", "a.b; rm", "x" * 300])
def test_what_cannot_be_a_topic_is_refused(alone: FrontDoor, topic: str) -> None:
    ran = alone("trigger", topic, "-n")
    assert ran.code == 2
    assert "invalid topic" in ran.error["message"]
    assert alone("replay", "nothing", "--only", topic, "-f", "127.0.0.1:1").code == 2


def test_listen_takes_topics_that_are_unknown_here(tmp_path: Path) -> None:
    with listening(tmp_path, "--topics", "brand.created,knowledge.*") as one:
        for number, topic in enumerate(("brand.created", "knowledge.gap.found", "ping")):
            assert one.send(notification(number, topic)) == 200
        assert wait_for(lambda: len(one.rows) == 2)
        _, said, rows = one.end()
    assert [json.loads(row)["topic"] for row in rows] == ["brand.created", "knowledge.gap.found"]
    assert "unknown topic 'brand.created'" in said
    assert "unknown topic 'knowledge.*'" in said
