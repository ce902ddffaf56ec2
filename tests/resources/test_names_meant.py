"""A name that nothing has is answered with the one that was probably meant."""

from __future__ import annotations

import pytest
from front_door import FrontDoor

TICKET, CONTACT = "215470000003", "external:user-000009"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["conversations", "assign", "12", "jonas"], "'Jonas Weber'"),
        (["tickets", "assign", TICKET, "Mei", "-y"], "'Mei Tanaka'"),
        (["tickets", "assign", TICKET, "-y", "--team", "Supprt"], "'Support'"),
        (["admins", "get", "Jonas Webber"], "'Jonas Weber'"),
        (["ticket-types", "get", "bug"], "'Bug report'"),
        (["tickets", "update", TICKET, "-y", "--state", "resolvd"], "'Resolved'"),
        (["contacts", "tag", CONTACT, "feature requst"], "'Feature request'"),
        (["conversations", "untag", "12", "vipp"], "'VIP'"),
        (["tags", "delete", "Newsleter", "--yes"], "'Newsletter'"),
        (["segments", "get", "leads"], "'New leads'"),
    ],
)
def test_a_name_nearly_right_is_told(run: FrontDoor, words: list[str], meant: str) -> None:
    ran = run(*words)
    assert ran.code == 6
    assert ran.error["message"].endswith(f"; did you mean {meant}?")
    assert ran.error["hint"].startswith("intercom ")
    assert all(request.method == "GET" for request in ran.requests)


def test_only_a_command_that_makes_tags_says_how(run: FrontDoor) -> None:
    ran = run("contacts", "tag", CONTACT, "Zebra")
    assert (ran.error["message"], ran.error["hint"]) == (
        "There is no tag 'Zebra'.",
        "add --create to make it",
    )
    assert run("contacts", "untag", CONTACT, "Zebra").error["hint"] == "intercom tags list"


def test_a_tag_and_a_segment_go_by_their_names(run: FrontDoor) -> None:
    assert run("tags", "get", "vip").ok().json["id"] == "1"
    deleted = run("tags", "delete", "newsletter", "--yes").ok()
    assert deleted.sent() == ["GET /tags", "DELETE /tags/3"]
    found = run("segments", "get", "new leads").ok()
    assert found.json["name"] == "New leads"
    by_id = run("segments", "get", found.json["id"]).ok()
    assert by_id.sent() == [f"GET /segments/{found.json['id']}"]


def test_an_empty_tag_is_refused_before_anything_is_sent(run: FrontDoor) -> None:
    ran = run("contacts", "tag", CONTACT, "", "--create")
    assert ran.code == 2
    assert not ran.requests
