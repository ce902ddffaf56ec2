"""Teams and what is on their desks."""

from __future__ import annotations

from front_door import FrontDoor, Unreachable, answer

TEAM = {"type": "team", "id": "1", "name": "Support", "admin_ids": [991267459]}


def test_a_team_is_found_by_its_name_in_any_case(run: FrontDoor) -> None:
    assert run("teams", "get", "customer SUCCESS").ok().json["id"] == "2"
    assert run("teams", "get", "1", "3").ok().rows[1]["name"] == "Partners"
    ran = run("teams", "get", "Sales")
    assert ran.code == 6
    assert "Support, Customer success, Partners" in ran.error["message"]


def test_an_empty_team_is_refused_before_anything_is_sent(run: FrontDoor) -> None:
    for words in (["get", ""], ["metrics", " "]):
        assert run("teams", *words, transport=Unreachable()).code == 2


def test_the_load_of_a_team_names_people_in_a_table_only(run: FrontDoor) -> None:
    plain = run("teams", "metrics", "1", "--idle", "60").ok()
    assert plain.sent() == ["GET /teams/1/metrics?idle_threshold=60"]
    assert [row["admin_id"] for row in plain.rows] == ["991267459", "991267461", "991267463"]
    assert "admin_name" not in plain.rows[0]
    table = run("teams", "metrics", "Support", "-o", "table").ok()
    assert "Ruth Okafor" in table.out
    assert table.sent() == ["GET /teams", "GET /teams/1/metrics", "GET /admins"]


def test_an_empty_team_has_no_load_and_asks_for_no_names(run: FrontDoor) -> None:
    ran = run("teams", "metrics", "Partners", "-o", "table").ok()
    assert ran.out == ""
    assert "GET /admins" not in ran.sent()


def test_who_is_in_a_team_is_told_as_a_whole(run: FrontDoor) -> None:
    words = "teams update 1 --member 991267459 --primary 991267460 --secondary 991267461"
    ran = run.scripted(answer(TEAM), words=[*words.split(), "--api-version", "Preview"]).ok()
    assert ran.sent() == ["PUT /teams/1"]
    assert ran.bodies() == [
        {
            "admin_ids": [991267459, 991267460, 991267461],
            "admin_priority_level": {
                "primary_admin_ids": [991267460],
                "secondary_admin_ids": [991267461],
            },
        }
    ]
    assert ran.err == "Changed team 1 in sandbox.\n"


def test_a_team_is_not_emptied_by_mistake(run: FrontDoor) -> None:
    for words in ([], ["--member", ""], ["--primary", " "]):
        ran = run(
            "teams", "update", "1", *words, "--api-version", "Preview", transport=Unreachable()
        )
        assert ran.code == 2, ran.err


def test_one_team_shows_its_members_by_name(run: FrontDoor) -> None:
    seen = run("teams", "get", "1", terminal=True, NO_COLOR="1").ok()
    assert seen.out.count("Ruth Okafor, Mei Tanaka") == 2
    piped = run("teams", "get", "1").ok()
    assert piped.sent() == ["GET /teams/1"]
    assert 991267459 in piped.json["admin_ids"]
