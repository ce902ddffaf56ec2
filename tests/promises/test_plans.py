"""--plan says what would change, from what to what, and who hears of it; it only reads."""

from __future__ import annotations

import json
from typing import Any

import pytest
from front_door import FrontDoor, Ran, Unreachable


def plan(run: FrontDoor, *words: str, **more: Any) -> Ran:
    """Run with --plan; nothing that writes may leave."""
    ran = run(*words, "--plan", **more)
    wrong = [one for one in ran.sent() if not one.startswith("GET ") and "/search" not in one]
    assert wrong == []
    return ran


@pytest.fixture
def jane(run: FrontDoor) -> str:
    words = ["--email", "jane@acme.test", "--name", "Jane", "--set", "custom_attributes.plan=free"]
    return str(run("contacts", "create", *words).ok().json["id"])


def test_a_change_is_told_from_what_to_what(run: FrontDoor, jane: str) -> None:
    words = ["contacts", "update", "jane@acme.test", "--name", "Jane Doe"]
    words += ["--set", "custom_attributes.plan=pro", "--set", "custom_attributes.seats=5"]
    [row] = plan(run, *words).ok().rows
    assert row["operation"] == "PUT /contacts/{contact_id}"
    assert (row["action"], row["type"], row["id"], row["name"]) == (
        "update", "contact", jane, "Jane",
    )  # fmt: skip
    assert row["before"] == {
        "name": "Jane", "custom_attributes.plan": "free", "custom_attributes.seats": None,
    }  # fmt: skip
    assert row["after"] == {
        "name": "Jane Doe", "custom_attributes.plan": "pro", "custom_attributes.seats": 5,
    }  # fmt: skip
    text = plan(run, *words, "-o", "table").ok().out
    assert "1 change in sandbox" in text
    assert "name: Jane -> Jane Doe" in text
    assert "custom_attributes.seats: not set -> 5" in text
    assert "Notifies: no customers." in text


def test_long_texts_are_told_where_they_differ(run: FrontDoor, jane: str) -> None:
    long = "The same words again and again. " * 4
    run("contacts", "update", jane, "--name", long + "Then old ones.").ok()
    words = ["contacts", "update", jane, "--name", long + "Then new ones.", "-o", "table"]
    text = plan(run, *words).ok().out
    assert "Then old ones." in text
    assert "Then new ones." in text
    assert len(max(text.splitlines()[2:], key=len)) < 200


def test_what_is_so_already_is_said(run: FrontDoor, jane: str) -> None:
    text = plan(run, "contacts", "update", jane, "--name", "Jane", "-o", "table").ok().out
    assert "name: Jane already" in text


def test_what_cannot_be_undone_and_what_is_asked_is_said(run: FrontDoor, jane: str) -> None:
    [row] = plan(run, "contacts", "delete", jane).ok().rows
    assert row["permanent"] is True
    assert row["question"] == f"Delete contact Jane (user, jane@acme.test, {jane}) from sandbox?"
    assert "It cannot be undone." in plan(run, "contacts", "delete", jane, "-o", "table").ok().out


def test_a_contact_that_is_there_already_is_7_as_when_it_is_run(run: FrontDoor, jane: str) -> None:
    words = ["contacts", "create", "--email", "jane@acme.test"]
    assert plan(run, *words).code == run(*words).code == 7
    assert jane in plan(run, *words).error["message"]
    assert plan(run, *words, "--role", "lead").ok().rows[0]["action"] == "create"
    known = plan(run, "contacts", "upsert", *words[2:], "--name", "Jo").ok().rows
    assert [(row["operation"], row["id"]) for row in known] == [
        ("PUT /contacts/{contact_id}", jane)
    ]
    new = plan(run, "contacts", "upsert", "--email", "new@acme.test").ok().rows
    assert [row["operation"] for row in new] == ["POST /contacts"]


@pytest.mark.parametrize("flag", ["--yes", "--no-input", "-q"])
def test_a_plan_asks_nobody_and_is_the_same_with_yes(run: FrontDoor, jane: str, flag: str) -> None:
    words = ["contacts", "delete", jane]
    assert plan(run, *words, flag).ok().rows == plan(run, *words).ok().rows


def test_who_hears_of_it_is_said(run: FrontDoor) -> None:
    [row] = plan(run, "conversations", "reply", "12", "Hello").ok().rows
    assert row["notifies"] == ["the customer"]
    assert "in conversation 12 in sandbox?" in row["question"]
    [row] = plan(run, "conversations", "note", "12", "Hello").ok().rows
    assert (row["notifies"], row["question"]) == ([], None)
    words = ["tickets", "update", "215470000003", "--title", "Other"]
    assert plan(run, *words).ok().rows[0]["notifies"] == []
    assert plan(run, *words, "--state", "8103").ok().rows[0]["notifies"] == ["the ticket's contact"]
    silent = plan(run, *words, "--state", "8103", "--skip-notifications").ok().rows[0]
    assert (silent["notifies"], silent["question"]) == ([], None)


def test_the_state_of_a_ticket_is_told_from_what_to_what(run: FrontDoor) -> None:
    now = run("tickets", "get", "215470000003", "-o", "json").ok().json["ticket_state"]["id"]
    [row] = plan(run, "tickets", "update", "215470000003", "--state", "8103").ok().rows
    assert row["before"]["ticket_state.id"] == now
    assert row["after"]["ticket_state.id"] == "8103"


@pytest.mark.parametrize(
    ("words", "line", "field"),
    [
        ("conversations assign 12 jonas@harborlights.test", "assignee: not set -> Jonas Weber",
         "admin_assignee_id"),
        ("conversations assign 12 --team Support", "team: not set -> Support",
         "team_assignee_id"),
        ("tickets assign 215470000003 ruth@harborlights.test", "-> Ruth Okafor", "admin_assignee_id"),
        ("tickets update 215470000003 --state Resolved", "-> Resolved", "ticket_state.id"),
        ("contacts update {jane} --owner-id 991267459", "owner: not set -> Ruth Okafor",
         "owner_id"),
        ("tickets create --type Question --contact {jane} --title x", "type: Question",
         "ticket_type_id"),
        ("tickets create --type Question --contact {jane} --title x", "contacts: Jane",
         "contacts"),
        ("contacts attach {jane} company:cust-0009", "to contact Jane (", ""),
        ("events track seen --contact {jane}", "contact: Jane", "id"),
        ("messages send --to {jane} --type email --subject a --body b", "to: Jane", "to.id"),
        ("contacts merge {lead} --into {jane}", "into: Jane (", "into"),
    ],
)  # fmt: skip
def test_people_teams_and_states_are_shown_by_name(
    run: FrontDoor, jane: str, words: str, line: str, field: str
) -> None:
    lead = run("contacts", "list", "--where", "role = lead", "--limit", "1", "-o", "ids").ok().out
    filled = words.format(jane=jane, lead=lead.strip()).split()
    assert line in plan(run, *filled, "-o", "table").ok().out
    [row] = plan(run, *filled).ok().rows
    if field:
        value = row["after"][field]
        [id] = [one["id"] for one in value] if isinstance(value, list) else [value]
        assert row["names"][field][str(id)] in line


def test_a_name_that_cannot_be_read_leaves_the_id(run: FrontDoor, jane: str) -> None:
    words = ["contacts", "update", jane, "--set", "owner_id=5", "-o", "table"]
    assert "owner: not set -> 5" in plan(run, *words).ok().out


def test_what_is_not_linked_cannot_be_taken_off(run: FrontDoor, jane: str) -> None:
    ran = plan(run, "contacts", "untag", jane, "VIP")
    assert ran.code == run("contacts", "untag", jane, "VIP", "--yes").code == 6
    assert ran.error["message"] == f"Contact {jane} has no tag 1."


def test_what_is_new_inside_a_record_is_not_compared_with_that(run: FrontDoor) -> None:
    words = ["--name", "OS", "--type", "string", "--description", "Which one"]
    ran = plan(run, "ticket-attributes", "create", "--ticket-type", "Question", *words).ok()
    [row] = ran.rows
    assert (row["name"], row["before"]) == ("Question", {})
    assert row["after"]["name"] == "OS"


def test_readers_are_named_where_content_is_withdrawn(run: FrontDoor) -> None:
    [row] = plan(run, "content", "unpublish", "article_content:18").ok().rows
    assert (row["action"], row["type"], row["notifies"]) == ("unpublish", "content", ["readers"])
    [row] = plan(run, "content", "delete", "snippet:3", "internal_article:8").ok().rows
    assert (row["records"], row["permanent"]) == (2, True)


def test_readers_are_named_where_a_published_article_changes(run: FrontDoor) -> None:
    published, draft = (
        run("articles", "list", "--where", f"state = {state}", "--limit", "1").ok().rows[0]["id"]
        for state in ("published", "draft")
    )
    [row] = plan(run, "articles", "update", str(published), "--title", "New").ok().rows
    assert row["notifies"] == ["readers"]
    [row] = plan(run, "articles", "update", str(draft), "--title", "New").ok().rows
    assert row["notifies"] == []
    [row] = plan(run, "articles", "delete", str(published)).ok().rows
    assert (row["notifies"], row["permanent"]) == (["readers"], True)


def test_a_tag_is_put_on_by_its_name(run: FrontDoor, jane: str) -> None:
    [row] = plan(run, "contacts", "tag", jane, "vip").ok().rows
    assert (row["action"], row["linked"]["type"], row["linked"]["name"]) == ("add", "tag", "VIP")
    text = plan(run, "contacts", "tag", jane, "vip", "-o", "table").ok().out
    assert f"Add tag VIP (1) to contact Jane ({jane})" in text
    text = plan(run, "companies", "tag", company(run), "VIP", "-o", "table").ok().out
    assert "Add tag VIP to company " in text


def company(run: FrontDoor) -> str:
    return str(run("companies", "list", "--limit", "1").ok().rows[0]["id"])


def test_a_tag_that_is_made_first_is_a_change_of_its_own(run: FrontDoor, jane: str) -> None:
    made, put = plan(run, "contacts", "tag", jane, "Brand new", "--create").ok().rows
    assert (made["operation"], made["name"]) == ("POST /tags", "Brand new")
    assert put["operation"] == "POST /contacts/{contact_id}/tags"


@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "tag", "nobody@nope.test", "VIP"],
        ["contacts", "tag", "6762f0dd1bb69f9f2193bb83", "VIP"],
        ["contacts", "update", "6762f0dd1bb69f9f2193bb83", "--name", "x"],
        ["contacts", "archive", "6762f0dd1bb69f9f2193bb83"],
        ["contacts", "note", "6762f0dd1bb69f9f2193bb83", "x"],
        ["conversations", "note", "999999", "x"],
        ["conversations", "assign", "999999", "--nobody"],
        ["tickets", "note", "999999", "x"],
        ["articles", "update", "999999", "--title", "x"],
        ["tags", "delete", "NoSuchTag"],
        ["request", "DELETE", "/contacts/6762f0dd1bb69f9f2193bb83"],
    ],
    ids=" ".join,
)
def test_a_record_that_is_not_there_is_6_as_when_it_is_run(
    run: FrontDoor, words: list[str]
) -> None:
    assert plan(run, *words).code == 6
    real = run(*words) if words[0] == "tags" else run(*words, "--yes")
    assert real.code == (3 if words[0] == "tags" else 6)


@pytest.mark.parametrize(
    "line",
    [
        "tickets link 215470000023 99999",
        "tickets unlink 215470000021 99",
        "conversations detach 12 external:user-000009",
        "conversations redact 7 99999",
        "conversations create --from 6762f0dd1bb69f9f2193bb83 --body hi",
        "events track x --contact nobody@nope.test",
        "events track x --contact external:nope",
        "visitors update --user-id nope --name X",
        "ticket-attributes update 99999 --ticket-type 2001 --required-to-create",
    ],
)
def test_a_record_that_only_the_body_names_has_to_be_there(run: FrontDoor, line: str) -> None:
    assert plan(run, *line.split()).code == 6
    assert run(*line.split(), "--yes").code == 6


def test_a_bulk_update_shows_each_record_from_what_to_what(run: FrontDoor, jane: str) -> None:
    change = json.dumps({"id": jane, "name": "Jane Doe"})
    words = ["contacts", "bulk-update", "-", "--api-version", "Preview"]
    [row] = plan(run, *words, stdin=change).ok().rows
    assert row["before"] == {"contacts": [{"id": jane, "name": "Jane"}]}
    text = plan(run, *words, "-o", "table", stdin=change).ok().out
    assert f"Jane ({jane}): name: Jane -> Jane Doe" in text
    gone = json.dumps({"id": "6762f0dd1bb69f9f2193bb83", "name": "X"})
    ran = plan(run, *words, stdin=f"{change}\n{gone}")
    assert ran.code == 6
    assert "There is no contact 6762f0dd1bb69f9f2193bb83." in ran.error["message"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("contacts subscribe jane@acme.test Newsletter", "Add subscription Newsletter (93) to"),
        ("content delete snippet:3 internal_article:8", "Delete 2 pieces of content\n"),
        ("content tag article:12 --tag VIP", "tags to add: VIP\n"),
        ("conversation-attributes update-option issue_type Bug --label D", "label: Bug -> D\n"),
        ("conversations create --from jane@acme.test --body Hi", "from: Jane\n"),
        ("events track order-placed --contact jane@acme.test", "Track event order-placed\n"),
        ("admins away jonas@harborlights.test --reason 3", "away reason: not set -> Out of"),
        ("news-items create --title T --newsfeed 1", "newsfeeds: Customer news\n"),
        ("collections update Billing --name B", "Notifies: readers.\n"),
    ],
)
def test_a_plan_has_names_for_all_it_speaks_of(
    run: FrontDoor, jane: str, line: str, told: str
) -> None:
    assert told in plan(run, *line.split(), "-o", "table").ok().out


def test_a_link_that_is_not_there_is_6_as_when_it_is_run(run: FrontDoor, jane: str) -> None:
    for words in (["contacts", "untag", jane, "VIP"], ["contacts", "detach", jane, company(run)]):
        real = run(*words)
        ran = plan(run, *words)
        assert (ran.code == 0) == (real.code == 0), (ran.err, real.err)


def test_of_several_each_is_told_and_what_cannot_be_done_is_11(run: FrontDoor) -> None:
    ran = plan(run, "conversations", "open", "12", "999999", "13")
    assert ran.code == 11
    assert [row["error"] and row["error"]["exit_code"] for row in ran.rows] == [None, 6, None]
    text = plan(run, "conversations", "open", "12", "999999", "13", "-o", "table").out
    assert "2 changes in sandbox" in text
    assert "Cannot be done:" in text


def test_many_are_counted_and_a_few_shown(run: FrontDoor) -> None:
    numbers = [str(number) for number in range(1, 10)]
    text = plan(run, "conversations", "open", *numbers, "-o", "table").ok().out
    assert "9 changes in sandbox" in text
    assert "… and 4 more" in text


@pytest.mark.parametrize(
    "words",
    [
        ["contacts", "update", "1", "--set", "nope=1"],
        ["contacts", "update", "1"],
        ["tickets", "create"],
        ["request", "DELETE"],
    ],
    ids=" ".join,
)
def test_what_is_wrong_in_itself_is_2_and_reads_nothing(run: FrontDoor, words: list[str]) -> None:
    assert plan(run, *words, transport=Unreachable()).code == 2


def test_a_plan_of_a_workspace_for_reading_is_refused_as_the_run_is(run: FrontDoor) -> None:
    run("tags", "list").ok()
    config = run.config / "config.toml"
    config.write_text(config.read_text() + "read_only = true\n")
    for flag in ([], ["--plan"]):
        ran = run("tags", "create", "--name", "x", *flag)
        assert ran.code == 2
        assert "reading only" in ran.error["message"]


def test_a_plan_is_no_dry_run(run: FrontDoor) -> None:
    ran = run("tags", "create", "--name", "x", "--plan", "-n", transport=Unreachable())
    assert ran.code == 2
    assert "cannot be combined" in ran.error["message"]


def test_names_of_customers_are_safe_to_look_at(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "evil@acme.test", "--name", "\x1b[31mRed\x1b[0m")
    words = ["contacts", "update", made.ok().json["id"], "--name", "\x1b[32mGreen"]
    ran = plan(run, *words, terminal=True, NO_COLOR="1").ok()
    assert "\x1b[31m" not in ran.out
    assert "\x1b[32m" not in ran.out


def test_a_request_is_planned_like_the_command(run: FrontDoor, jane: str) -> None:
    [row] = plan(run, "request", "DELETE", f"/contacts/{jane}").ok().rows
    [same] = plan(run, "contacts", "delete", jane).ok().rows
    assert row == same
    [row] = plan(run, "request", "PUT", f"/contacts/{jane}", "name=Jane Doe").ok().rows
    assert (row["before"], row["after"]) == ({"name": "Jane"}, {"name": "Jane Doe"})
    assert plan(run, "request", "/contacts").ok().rows == []


def test_a_plan_of_what_only_reads_has_no_changes(run: FrontDoor) -> None:
    assert plan(run, "request", "/me", "-o", "table").ok().out == "No changes in sandbox.\n"


def shown(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.bytes.split(b"\n") if line]


def test_a_dry_run_shows_the_request_that_makes_a_tag(run: FrontDoor) -> None:
    words = ["contacts", "tag", "6762f0dd1bb69f9f2193bb83", "Brand new", "--create", "-n"]
    rows = shown(run(*words, transport=Unreachable()).ok())
    assert [(row["method"], row["url"].rpartition("localhost")[2]) for row in rows] == [
        ("GET", "/tags"), ("POST", "/tags"), ("POST", "/contacts/6762f0dd1bb69f9f2193bb83/tags"),
    ]  # fmt: skip
    assert rows[1]["body"] == {"name": "Brand new"}


def test_a_dry_run_names_what_it_did_not_look_up(run: FrontDoor) -> None:
    words = ["contacts", "tag", "nobody@nope.test", "NoSuchTag", "-n"]
    ran = run(*words, transport=Unreachable()).ok()
    told = {"CONTACT_ID": "contact nobody@nope.test", "TAG_ID": "tag 'NoSuchTag'"}
    assert shown(ran)[-1]["unresolved"] == told
    for name, what in told.items():
        assert f"{name} ({what})" in ran.err
    assert "--plan" in ran.err
    assert run(*words[:-1]).code == plan(run, *words[:-1]).code == 6


def test_a_name_that_is_sent_as_typed_is_told_too(run: FrontDoor) -> None:
    words = ["companies", "tag", "6762f0dd1bb69f9f2193bb83", "NoSuchTag", "-n"]
    ran = run(*words, transport=Unreachable()).ok()
    assert shown(ran)[-1]["unresolved"] == {"NoSuchTag": "tag 'NoSuchTag'"}
    assert "Not looked up: tag 'NoSuchTag'; --plan" in ran.err
    words = ["tickets", "update", "215470000003", "--attribute", "Nope=1", "-n"]
    assert "the attributes of the ticket type" in run(*words, transport=Unreachable()).ok().err


def test_two_people_are_two_placeholders(run: FrontDoor) -> None:
    words = ["contacts", "merge", "a@acme.test", "--into", "b@acme.test", "-n"]
    last = shown(run(*words, transport=Unreachable()).ok())[-1]
    assert last["body"] == {"from": "CONTACT_ID", "into": "CONTACT_ID_2"}
    assert last["unresolved"] == {
        "CONTACT_ID": "contact a@acme.test", "CONTACT_ID_2": "contact b@acme.test",
    }  # fmt: skip


def test_a_dry_run_of_what_is_known_says_nothing_of_looking_up(run: FrontDoor) -> None:
    ran = run("contacts", "archive", "6762f0dd1bb69f9f2193bb83", "-n", transport=Unreachable()).ok()
    assert ran.err == ""
    assert "unresolved" not in shown(ran)[0]


def test_the_name_of_a_plan_given_to_plan_leads_to_its_option(run: FrontDoor) -> None:
    ran = run("companies", "create", "--company-id", "1", "--plan", "pro")
    assert (ran.code, ran.requests) == (2, [])
    assert ran.error["hint"] == "did you mean --plan-name pro?"
