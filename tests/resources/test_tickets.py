"""Tickets: found, read, deleted, linked and tagged."""

from __future__ import annotations

import pytest
from front_door import FrontDoor, Unreachable

FIRST, SECOND, THIRD = "215470000001", "215470000002", "215470000003"
TRACKER, FREE = "215470000021", "215470000023"
SEARCH, ME = "POST /tickets/search", "GET /me"


def test_every_ticket_is_listed_over_several_pages(run: FrontDoor) -> None:
    for number in range(130):
        words = ["--type", "2004", "--contact", "external:user-000006", "--title", f"T {number}"]
        run("tickets", "create", "-y", *words, "-q").ok()
    ran = run("tickets", "list", "--all").ok()
    assert ran.sent() == [SEARCH, SEARCH]
    assert len({row["id"] for row in ran.rows}) == len(ran.rows) == 155
    assert ran.bodies()[0] == {
        "query": {"field": "created_at", "operator": ">", "value": 0},
        "sort": {"field": "created_at", "order": "ascending"},
        "pagination": {"per_page": 150},
    }


def test_a_list_says_how_many_there_are(run: FrontDoor) -> None:
    ran = run("tickets", "list", "--limit", "3").ok()
    assert ran.bodies()[0]["pagination"] == {"per_page": 3}
    assert len(ran.rows) == 3


def test_a_search_puts_tickets_in_order(run: FrontDoor) -> None:
    words = ["tickets", "search", "--where", "title ~ e and open = true", "--sort", "created_at"]
    rows = run(*words, "--all").ok().rows
    times = [row["created_at"] for row in rows]
    assert times == sorted(times)
    assert len(times) > 3


def test_at_a_table_tickets_have_the_names_of_who_works_on_them(run: FrontDoor) -> None:
    words = ["tickets", "list", "--where", "admin_assignee_id = 991267460"]
    seen = run(*words, terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    assert "Jonas Weber" in seen.out
    assert seen.sent().count("GET /admins") == 1
    assert run(*words).ok().sent() == [SEARCH]


def test_nobody_is_no_number(run: FrontDoor) -> None:
    words = ["tickets", "list", "--where", f"id = {FIRST}"]
    seen = run(*words, terminal=True, NO_COLOR="1", COLUMNS="120").ok()
    assert " 0 " not in seen.out


def test_a_ticket_is_read_as_a_thread(run: FrontDoor) -> None:
    seen = run("tickets", "get", SECOND, terminal=True, NO_COLOR="1", COLUMNS="100").ok()
    assert seen.out.startswith(
        "Cannot sign in with a passkey\nId            215470000002 (number 2)"
    )
    for line in (
        "Type          Bug report, Customer",
        "State         In progress, snoozed until ",
        "Assigned      Jonas Weber",
        "Contacts      Amara Salazar (",
        "Urgency       Normal",
        "Reproducible  no",
        "First seen    2023-01-03T00:00:00Z",
        "\nIt happened again this morning.\nSee the steps below.\n",
        "Amara Salazar wrote - ",
        "  Any news on this?",
        "moved it from submitted to in progress - ",
        "Follow it here <https://status.harborlights.example>",
        "Jonas Weber assigned to Jonas Weber - ",
    ):
        assert line in seen.out, line
    assert max(map(len, seen.out.splitlines())) <= 100


def test_who_wrote_nothing_in_a_ticket_is_looked_up(run: FrontDoor) -> None:
    tasks = run("tickets", "list", "--where", "category = task", "--limit", "1").ok().rows
    person = tasks[0]["contacts"]["contacts"][0]["id"]
    seen = run("tickets", "get", tasks[0]["id"], terminal=True, NO_COLOR="1").ok()
    assert f"GET /contacts/{person}" in seen.sent()
    name = run("contacts", "get", person).ok().json["name"]
    assert name in seen.out


def test_a_contact_who_is_gone_does_not_keep_a_ticket_from_being_read(run: FrontDoor) -> None:
    tasks = run("tickets", "list", "--where", "category = task", "--limit", "1").ok().rows
    person = tasks[0]["contacts"]["contacts"][0]["id"]
    run("contacts", "delete", person, "-y").ok()
    assert run("tickets", "get", tasks[0]["id"], terminal=True, NO_COLOR="1").ok().out


def test_a_ticket_in_a_pipe_is_what_intercom_sent(run: FrontDoor) -> None:
    ran = run("tickets", "get", SECOND).ok()
    assert ran.sent() == [f"GET /tickets/{SECOND}"]
    assert ran.json["ticket_parts"]["total_count"] == 6
    assert run("tickets", "get", SECOND, "--jq", ".ticket_id", terminal=True).ok().out == '"2"\n'


def test_several_tickets_are_rows(run: FrontDoor) -> None:
    rows = run("tickets", "get", SECOND, FIRST).ok().rows
    assert [row["id"] for row in rows] == [SECOND, FIRST]


def test_what_customers_wrote_cannot_play_with_the_terminal(run: FrontDoor) -> None:
    evil = "x\x1b]0;owned\x07\x1b[2J"
    words = ["--type", "2004", "--contact", "external:user-000006", "--title", evil]
    made = run("tickets", "create", "-y", *words, "--description", evil).ok().json["id"]
    seen = run("tickets", "get", made, terminal=True, NO_COLOR="1").ok()
    assert "\x1b" not in seen.out
    assert "\x07" not in seen.out


def test_deleting_asks_and_names_the_ticket(run: FrontDoor) -> None:
    words = ["tickets", "delete", THIRD]
    nobody = run(*words, transport=Unreachable())
    assert nobody.code == 3
    assert f"Delete ticket {THIRD} from sandbox?" in nobody.err
    no = run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert f'Delete ticket "Charged twice" ({THIRD}) from sandbox?' in no.err
    assert no.sent() == [f"GET /tickets/{THIRD}"]
    done = run(*words, stdin="y\n", terminal=True, NO_COLOR="1").ok()
    assert done.sent()[-1] == f"DELETE /tickets/{THIRD}"
    assert done.err.endswith(f"Deleted ticket {THIRD} in sandbox.\n")
    assert run("tickets", "get", THIRD).code == 6


def test_conversations_are_linked_to_a_tracker_and_unlinked(run: FrontDoor) -> None:
    made = run("tickets", "link", FREE, "12").ok()
    assert made.sent() == [f"POST /tickets/{FREE}/linked_conversations"]
    assert made.bodies() == [{"conversation_id": "12"}]
    assert made.err == f"Linked conversation 12 to ticket {FREE} in sandbox.\n"
    linked = run("tickets", "get", FREE).ok().json["linked_objects"]["data"]
    assert [one["id"] for one in linked] == ["12"]
    gone = run("tickets", "unlink", FREE, "12").ok()
    assert gone.sent() == [f"DELETE /tickets/{FREE}/linked_conversations/12"]
    assert gone.err == f"Unlinked conversation 12 from ticket {FREE} in sandbox.\n"
    assert run("tickets", "get", FREE).ok().json["linked_objects"]["data"] == []


def test_only_trackers_are_linked(run: FrontDoor) -> None:
    assert run("tickets", "link", FIRST, "12").code == 7
    assert run("tickets", "unlink", TRACKER, "40").code == 6


def test_tags_are_put_on_and_taken_off_in_the_name_of_an_admin(run: FrontDoor) -> None:
    made = run("tickets", "tag", FIRST, "vip").ok()
    assert made.sent() == ["GET /tags", ME, f"POST /tickets/{FIRST}/tags"]
    assert set(made.bodies()[-1]) == {"id", "admin_id"}
    tag = made.bodies()[-1]["id"]
    gone = run("tickets", "untag", FIRST, "vip").ok()
    assert gone.sent()[-1] == f"DELETE /tickets/{FIRST}/tags/{tag}"
    assert set(gone.bodies()[-1]) == {"admin_id"}


@pytest.mark.parametrize("words", [["get", " "], ["delete", "", "-y"], ["link", "..", "1"]])
def test_what_is_no_id_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    assert run("tickets", *words, transport=Unreachable()).code == 2
