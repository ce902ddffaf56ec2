"""Contacts: read, create, change and delete them, and name them as people know them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Scripted, Unreachable, answer, refusal

NEW = ["contacts", "create", "--email", "new@acme.test", "--external-id", "ext/1", "--name", "New"]
SHARED = "front.desk@acme.test"


@pytest.fixture
def new(run: FrontDoor) -> dict[str, Any]:
    """A contact made for the test."""
    found: dict[str, Any] = run(*NEW).ok().json
    return found


def test_create_sends_just_what_was_given_and_says_where(run: FrontDoor) -> None:
    ran = run(*NEW, "--set", "custom_attributes.plan=pro").ok()
    assert ran.sent() == ["POST /contacts"]
    assert ran.bodies() == [
        {
            "email": "new@acme.test",
            "external_id": "ext/1",
            "name": "New",
            "custom_attributes": {"plan": "pro"},
        }
    ]
    assert ran.json["email"] == "new@acme.test"
    assert ran.err == f"Created contact {ran.json['id']} in sandbox.\n"


def test_create_takes_data_from_everywhere(run: FrontDoor, tmp_path: Path) -> None:
    data = {"email": "data@acme.test", "name": "From data", "custom_attributes": {"seats": 3}}
    (tmp_path / "c.json").write_text(json.dumps(data))
    wanted = {**data, "name": "Jane", "custom_attributes": {"seats": 3, "plan": "pro"}}
    more = ["--name", "Jane", "--set", "custom_attributes.plan=pro", "-n"]
    for given, stdin in (
        (json.dumps(data), ""),
        (str(tmp_path / "c.json"), ""),
        ("-", json.dumps(data)),
    ):
        ran = run("contacts", "create", "--data", given, *more, stdin=stdin).ok()
        assert ran.json["body"] == wanted


@pytest.mark.parametrize(
    "given", ["[1]", "{", "no-such-file.json", "5"], ids=["array", "open", "file", "number"]
)
def test_data_that_is_no_object_is_refused(run: FrontDoor, given: str) -> None:
    ran = run("contacts", "create", "--data", given, transport=Unreachable())
    assert ran.code == 2
    assert "--data" in ran.err or given in ran.err


def test_times_are_written_as_people_write_them(run: FrontDoor) -> None:
    ran = run(*NEW, "--signed-up-at", "2026-01-31", "--last-seen-at", "2026-01-31T09:00:00Z", "-n")
    # Midnight in the workspace's zone, which is New York's.
    assert ran.ok().json["body"]["signed_up_at"] == 1769835600
    assert ran.json["body"]["last_seen_at"] == 1769850000
    wrong = run(*NEW, "--signed-up-at", "soon", transport=Unreachable())
    assert wrong.code == 2
    assert "'soon' is not a time" in wrong.err


def test_a_known_contact_is_refused_with_its_id(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run(*NEW)
    assert ran.code == 7
    assert ran.error["http"]["status"] == 409
    assert new["id"] in ran.error["message"]
    assert ran.error["hint"]


def test_update_changes_only_what_is_named(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "update", new["id"], "--name", "Renamed").ok()
    assert ran.sent() == [f"PUT /contacts/{new['id']}"]
    assert ran.bodies() == [{"name": "Renamed"}]
    assert ran.json["name"] == "Renamed"
    assert ran.json["email"] == "new@acme.test"
    assert ran.err == f"Changed contact {new['id']} in sandbox.\n"


def test_update_can_empty_a_field(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "update", new["id"], "--set", "name=null").ok()
    assert ran.bodies() == [{"name": None}]
    assert ran.json["name"] is None


@pytest.mark.parametrize("name", ["new@acme.test", "external:ext/1"])
@pytest.mark.parametrize(
    "words",
    [
        ["update", "NAME", "--phone", "+353861234567"],
        ["archive", "NAME"],
        ["tags", "NAME"],
        ["notes", "NAME"],
        ["note", "NAME", "Hello"],
        ["tag", "NAME", "VIP"],
        ["companies", "NAME"],
        ["segments", "NAME"],
        ["subscriptions", "NAME"],
        ["block", "NAME", "-y"],
        ["delete", "NAME", "-y"],
    ],
    ids=lambda words: words[0] if isinstance(words, list) else words,
)
def test_a_contact_is_named_by_address_or_own_id(
    run: FrontDoor, new: dict[str, Any], words: list[str], name: str
) -> None:
    ran = run("contacts", *[name if word == "NAME" else word for word in words]).ok()
    assert any(new["id"] in target for target in ran.sent())
    first = ran.requests[1 if words[0] == "tag" else 0]  # the tag's name is looked up before
    if name.startswith("external:"):
        assert first.url.raw_path == b"/contacts/find_by_external_id/ext%2F1"
    else:
        assert json.loads(first.content)["query"] == {
            "field": "email",
            "operator": "=",
            "value": name,
        }


def test_get_by_id_address_and_own_id_is_the_same(run: FrontDoor, new: dict[str, Any]) -> None:
    for name in (new["id"], "new@acme.test", "external:ext/1"):
        ran = run("contacts", "get", name).ok()
        assert ran.json["id"] == new["id"]
        assert len(ran.requests) == 1


def test_get_several(run: FrontDoor, new: dict[str, Any]) -> None:
    other = run("contacts", "list", "--limit", "2").ok().rows[1]["id"]
    ran = run("contacts", "get", new["id"], other, "external:ext/1").ok()
    assert [row["id"] for row in ran.rows] == [new["id"], other, new["id"]]
    ids = run("contacts", "get", other, new["id"], "-o", "ids").ok()
    assert ids.out.split() == [other, new["id"]]


def test_get_of_a_shared_address_gives_everyone_who_has_it(run: FrontDoor) -> None:
    ran = run("contacts", "get", SHARED).ok()
    assert len(ran.rows) > 1
    assert {row["email"] for row in ran.rows} == {SHARED}


@pytest.mark.parametrize("verb", ["update", "delete", "archive", "tag"])
def test_a_shared_address_names_nobody_to_write_to(run: FrontDoor, verb: str) -> None:
    more = {"update": ["--name", "x"], "delete": ["-y"], "archive": [], "tag": ["VIP"]}[verb]
    ran = run("contacts", verb, SHARED, *more)
    assert ran.code == 2
    assert ran.error["message"].endswith("; name one by its id.")
    assert ran.error["hint"] == f"intercom contacts get {SHARED}"
    assert len(run(*ran.error["hint"].split()[1:]).ok().rows) > 1
    assert {request.url.path for request in ran.requests} <= {"/contacts/search", "/tags"}


def test_nobody_is_6_with_what_may_help(run: FrontDoor) -> None:
    for name in ("nobody@acme.test", "external:nobody", "6762f0dd1bb69f9f2193bb83"):
        for words in (["get", name], ["update", name, "--name", "x"], ["delete", name, "-y"]):
            ran = run("contacts", *words)
            assert ran.code == 6, words


def test_delete_is_for_ever(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "delete", new["id"], "-y").ok()
    assert ran.sent() == [f"DELETE /contacts/{new['id']}"]
    assert ran.json["deleted"] is True
    assert ran.err == f"Deleted contact {new['id']} in sandbox.\n"
    assert run("contacts", "get", new["id"]).code == 6


def test_archive_and_back(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "archive", new["id"]).ok()
    assert ran.sent() == [f"POST /contacts/{new['id']}/archive"]
    assert ran.json["archived"] is True
    everyone = run("contacts", "list", "--all", "-o", "ids").ok().out.split()
    assert new["id"] not in everyone
    back = run("contacts", "unarchive", new["id"]).ok()
    assert back.json["archived"] is False
    assert new["id"] in run("contacts", "list", "--all", "-o", "ids").ok().out.split()


def test_block(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "block", new["id"], "-y").ok()
    assert ran.sent() == [f"POST /contacts/{new['id']}/block"]
    assert ran.json["blocked"] is True


def test_merge_a_lead_into_a_user(run: FrontDoor, new: dict[str, Any]) -> None:
    lead = run("contacts", "create", "--role", "lead", "--email", "new@acme.test").ok().json
    ran = run("contacts", "merge", lead["id"], "--into", "external:ext/1", "-y").ok()
    assert ran.sent()[-1] == "POST /contacts/merge"
    assert ran.bodies()[-1] == {"from": lead["id"], "into": new["id"]}
    gone = run("contacts", "get", lead["id"])
    assert gone.code == 6
    assert new["id"] in gone.err, "it says who it became"


@pytest.mark.parametrize("answered", ["--yes", "y"])
def test_an_address_both_share_finds_the_lead_and_the_user(run: FrontDoor, answered: str) -> None:
    lead, user = (
        run("contacts", "create", "--role", role, "--email", "both@acme.test").ok().json["id"]
        for role in ("lead", "user")
    )
    words = ["contacts", "merge", "both@acme.test", "--into", "both@acme.test"]
    if answered == "y":
        ran = run(*words, terminal=True, stdin="y\n", NO_COLOR="1").ok()
        assert f"Merge contact both@acme.test (lead, {lead}) into both@acme.test (user" in ran.err
    else:
        ran = run(*words, answered).ok()
    assert ran.bodies()[-1] == {"from": lead, "into": user}
    rows = run("contacts", "list", "--all").ok().rows
    assert [row["id"] for row in rows if row["email"] == "both@acme.test"] == [user]


def test_an_id_merges_into_the_user_of_a_shared_address(run: FrontDoor) -> None:
    lead, user = (
        run("contacts", "create", "--role", role, "--email", "both@acme.test").ok().json["id"]
        for role in ("lead", "user")
    )
    ran = run("contacts", "merge", lead, "--into", "both@acme.test", "-y").ok()
    assert ran.bodies()[-1] == {"from": lead, "into": user}


def test_a_contact_is_not_merged_into_itself(run: FrontDoor, new: dict[str, Any]) -> None:
    ran = run("contacts", "merge", new["id"], "--into", new["email"], "-y")
    assert ran.code == 2
    assert "the same contact" in ran.error["message"]
    assert "POST /contacts/merge" not in ran.sent()


def test_an_address_of_two_leads_names_both_ids(run: FrontDoor, new: dict[str, Any]) -> None:
    leads = [
        run("contacts", "create", "--role", "lead", "--email", "desk@acme.test").ok().json["id"]
        for _ in range(2)
    ]
    ran = run("contacts", "merge", "desk@acme.test", "--into", new["id"], "-y")
    assert ran.code == 2
    assert all(f"{lead} (lead)" in ran.error["message"] for lead in leads)


def test_merge_of_different_people_is_refused_unless_forced(
    run: FrontDoor, new: dict[str, Any]
) -> None:
    lead = run("contacts", "create", "--role", "lead", "--email", "other@acme.test").ok().json
    words = ["contacts", "merge", lead["id"], "--into", new["id"], "-y"]
    ran = run(*words)
    assert ran.code == 7
    assert "duplicate" in ran.err
    forced = run(*words, "--skip-duplicate-validation").ok()
    assert forced.bodies()[-1]["skip_duplicate_validation"] is True


def test_sort_orders_and_a_wrong_one_is_refused(run: FrontDoor) -> None:
    words = ["contacts", "search", "--where", "role = user", "--all", "--sort"]
    up = run(*words, "created_at").ok()
    assert up.bodies()[0]["sort"] == {"field": "created_at", "order": "ascending"}
    times = [row["created_at"] for row in up.rows]
    assert times == sorted(times)
    down = run(*words, "-created_at").ok()
    assert [row["created_at"] for row in down.rows] == sorted(times, reverse=True)
    wrong = run(*words, "creatd_at", transport=Unreachable())
    assert wrong.code == 2
    assert "created_at" in wrong.err


def test_a_custom_attribute_that_does_not_exist_is_refused(run: FrontDoor) -> None:
    ran = run(*NEW, "--set", "custom_attributes.nope=1")
    assert ran.code == 7
    assert "nope" in ran.err


def test_a_401_names_what_to_do(with_token: FrontDoor) -> None:
    ran = with_token.scripted(
        refusal(401, "unauthorized", "Access Token Invalid"), words=["contacts", "list"]
    )
    assert ran.code == 4
    assert "INTERCOM_ACCESS_TOKEN" in ran.err or "intercom connect" in ran.err


def test_fields_and_formats(run: FrontDoor, new: dict[str, Any]) -> None:
    words = ["contacts", "get", new["id"], "--fields", "id,email,location.country"]
    assert run(*words).ok().json == {
        "id": new["id"],
        "email": "new@acme.test",
        "location": {"country": None},
    }
    assert run(*words, "-o", "csv").ok().out.splitlines() == [
        "id,email,location.country",
        f"{new['id']},new@acme.test,",
    ]


def test_a_list_in_one_answer_is_asked_for_once(with_token: FrontDoor) -> None:
    body = {"type": "list", "data": [{"type": "contact", "id": "1"}], "total_count": 1}
    ran = with_token("contacts", "list", transport=Scripted([answer(body)])).ok()
    assert len(ran.rows) == 1
    assert ran.err == ""


def test_a_count_that_intercom_does_not_tell_is_counted(with_token: FrontDoor) -> None:
    def page(*numbers: int, after: str | None) -> Any:
        following = {"starting_after": after} if after else None
        rows = [{"type": "contact", "id": str(number)} for number in numbers]
        return answer({"type": "list", "data": rows, "pages": {"next": following}})

    ran = with_token.scripted(
        page(1, after="b"),
        page(1, 2, after="c"),
        page(3, after=None),
        page(1, 2, after="c"),
        words=["contacts", "count"],
    )
    assert ran.ok().out == "3\n"
