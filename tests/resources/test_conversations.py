"""Conversations are listed, read, begun, answered and changed."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, connected

ME = "991267459"
JONAS = "991267460"
REPLY = "POST /conversations/12/reply"


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id=ME)


def test_every_conversation_is_listed_over_several_pages(run: FrontDoor) -> None:
    for number in range(120):
        body = ["--from", "external:user-000009", "--body", f"Question {number}"]
        run("conversations", "create", *body).ok()
    listed = run("conversations", "list", "--all").ok()
    assert listed.sent() == [
        "POST /conversations/search",
        "POST /conversations/search",
        "GET /conversations?per_page=150",
    ]
    ids = [row["id"] for row in listed.rows]
    assert len(ids) == len(set(ids)) == 160
    searched = run("conversations", "list", "--where", "created_at > 2001-01-01", "--all").ok()
    assert {row["id"] for row in searched.rows} == set(ids)


def test_where_and_sort_are_decided_by_the_server_to_the_second(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--all").ok().rows
    middle = sorted(row["created_at"] for row in rows)[20]
    ran = run("conversations", "list", "--all", "--where", f"created_at >= {middle}",
              "--sort", "-created_at").ok()  # fmt: skip
    assert ran.sent() == ["POST /conversations/search"]
    assert ran.bodies()[0]["sort"] == {"field": "created_at", "order": "descending"}
    times = [row["created_at"] for row in ran.rows]
    wanted = [row["created_at"] for row in rows if row["created_at"] >= middle]
    assert times == sorted(wanted, reverse=True)
    later = run("conversations", "list", "--all", "--where", f"created_at > {middle}").ok()
    assert len(later.rows) == len(wanted) - 1


def test_a_search_keeps_its_own_flags(run: FrontDoor) -> None:
    ran = run("conversations", "search", "--where", "id = 3", "--include-monitors").ok()
    assert ran.sent() == ["POST /conversations/search?include_monitors=true"]
    assert ran.json["monitor_evaluations"][0]["monitor_name"] == "Unhappy customers"


@pytest.mark.parametrize("expression", ["", " ", "subjekt ~ x", "state > open", "open = maybe"])
def test_a_wrong_expression_is_refused_before_anything_is_sent(
    run: FrontDoor, expression: str
) -> None:
    assert run("conversations", "list", "--where", expression, transport=Unreachable()).code == 2


def test_a_table_names_who_is_assigned_and_other_formats_cost_no_request(run: FrontDoor) -> None:
    table = run("conversations", "list", "--limit", "5", "-o", "table").ok()
    assert sorted(table.sent()[1:]) == ["GET /admins", "GET /teams"]
    assert "Mei Tanaka" in table.out
    assert "991267461" not in table.out
    lines = {line.split()[0]: line for line in table.out.splitlines()[1:]}
    assert "Hello, I cannot find the invoice" in lines["40"]
    assert "<p>" not in table.out
    rows = run("conversations", "list", "--limit", "5").ok()
    assert rows.sent() == ["GET /conversations?per_page=5"]
    assert rows.rows[2]["admin_assignee_id"] == 991267461


def test_a_conversation_is_read_as_a_thread_and_stays_json_in_a_pipe(run: FrontDoor) -> None:
    read = run("conversations", "get", "3", "-o", "table").ok()
    assert read.sent() == ["GET /conversations/3", "GET /teams"]
    assert "Carlos Duarte assigned to team Customer success - " in read.out
    assert "  │ The issue is HL-1007.\n" in read.out
    assert "Link" not in read.out, "a sandbox has no web app"
    piped = run("conversations", "get", "3").ok()
    assert piped.sent() == ["GET /conversations/3"]
    raw = run("request", "/conversations/3").ok()
    assert piped.bytes.strip() == raw.bytes.strip()
    cut = run("conversations", "get", "3", "-o", "table", "--fields", "id,state").ok()
    assert "wrote" not in cut.out
    assert run("conversations", "get", "3", "--jq", ".state", "-r").ok().out == "closed\n"


def test_the_thread_links_to_the_web_app(run: FrontDoor) -> None:
    token = {"INTERCOM_ACCESS_TOKEN": "dG9rOnNhbmRib3g="}
    ran = run("conversations", "get", "3", "-o", "table", **token).ok()
    app = run("request", "/me", **token).ok().json["app"]["id_code"]
    assert f"https://app.intercom.com/a/inbox/{app}/inbox/conversation/3\n" in ran.out


def test_plain_text_and_translations_are_asked_for(run: FrontDoor) -> None:
    ran = run("conversations", "get", "5", "--plaintext", "--translations").ok()
    assert ran.sent() == ["GET /conversations/5?display_as=plaintext&include_translations=true"]
    assert "<p>" not in ran.out


def test_several_conversations_are_rows(run: FrontDoor) -> None:
    ran = run("conversations", "get", "3", "5").ok()
    assert [row["id"] for row in ran.rows] == ["3", "5"]
    assert run("conversations", "get", "999999").code == 6


def test_a_contact_begins_a_conversation(run: FrontDoor) -> None:
    words = ["--from", "external:user-000009", "--body", "-", "--subject", "Hi",
             "--attach-url", "https://a.test/x.png", "--created-at", "2026-01-31T09:00Z"]  # fmt: skip
    ran = run("conversations", "create", *words, stdin="Where is it?").ok()
    contact = ran.bodies()[1]["from"]
    assert contact["type"] == "contact"
    assert ran.bodies()[1] == {
        "from": contact,
        "body": "Where is it?",
        "attachment_urls": ["https://a.test/x.png"],
        "subject": "Hi",
        "created_at": 1769850000,
    }
    number = ran.json["conversation_id"]
    assert ran.err == f"Began conversation {number} in sandbox.\n"
    made = run("conversations", "get", number).ok().json
    assert made["contacts"]["contacts"][0]["id"] == contact["id"]


def test_an_admin_replies_and_a_note_needs_no_consent(run: FrontDoor) -> None:
    ran = run("conversations", "reply", "12", "-", "--yes", stdin="<b>Soon</b>").ok()
    assert ran.sent() == [REPLY]
    assert ran.bodies() == [
        {"message_type": "comment", "body": "<b>Soon</b>", "type": "admin", "admin_id": ME}
    ]
    assert ran.err == "Replied to conversation 12 in sandbox.\n"
    note = run("conversations", "note", "12", "Asked finance", "--admin", JONAS).ok()
    assert note.bodies() == [
        {"message_type": "note", "type": "admin", "body": "Asked finance", "admin_id": JONAS}
    ]
    kinds = [p["part_type"] for p in note.json["conversation_parts"]["conversation_parts"]]
    assert kinds[-2:] == ["comment", "note"]


def test_a_reply_asks_by_the_names_of_those_it_reaches(run: FrontDoor) -> None:
    run("conversations", "attach", "12", "external:user-000009", "--yes").ok()
    other = run("contacts", "get", "external:user-000009").ok().json["name"]
    ran = run("conversations", "reply", "12", "Hi", terminal=True, stdin="y\n", COLUMNS="100").ok()
    assert ran.err.startswith(
        f"Send this reply to Bea Ruiz and {other} in conversation 12 in sandbox? [y/N] "
    )
    assert ran.sent()[-1] == REPLY
    refused = run("conversations", "reply", "12", "Hi", terminal=True, stdin="n\n")
    assert refused.code == 3
    assert REPLY not in refused.sent()


def test_without_anybody_to_ask_a_reply_is_not_sent(run: FrontDoor) -> None:
    for words in (["12", "Hi"], ["last", "Hi"], ["12", "Hi", "--as", "jane@acme.test"]):
        ran = run("conversations", "reply", *words, transport=Unreachable())
        assert ran.code == 3
        assert "--yes" in ran.err


@pytest.mark.parametrize(
    ("contact", "named"),
    [
        ("bea.ruiz@post.example", {"email": "bea.ruiz@post.example"}),
        ("external:user-000013", {"user_id": "user-000013"}),
    ],
)
def test_a_contact_replies_and_intercom_finds_who_it_is(
    run: FrontDoor, contact: str, named: dict[str, str]
) -> None:
    ran = run("conversations", "reply", "12", "Thanks", "--as", contact, "--yes").ok()
    assert ran.sent() == [REPLY]
    assert ran.bodies() == [{"message_type": "comment", "body": "Thanks", "type": "user", **named}]
    last = ran.json["conversation_parts"]["conversation_parts"][-1]
    assert last["author"]["name"] == "Bea Ruiz"
    again = run("conversations", "reply", "last", "More", "--as", contact, "--yes").ok()
    assert again.json["id"] == "12"


def test_files_and_addresses_are_attached(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    file.write_bytes(b"\x89PNG\x00")
    words = ["reply", "12", "--file", str(file), "--attach-url", "https://a.test/x.png", "--yes"]
    refused = run("conversations", *words)
    assert refused.code == 7, "Intercom wants an admin to say something"
    ran = run("conversations", *words, "See").ok()
    body = ran.bodies()[0]
    assert body["attachment_files"] == [
        {
            "content_type": "image/png",
            "data": base64.b64encode(b"\x89PNG\x00").decode(),
            "name": "map.png",
        }
    ]
    assert body["attachment_urls"] == ["https://a.test/x.png"]
    files = ran.json["conversation_parts"]["conversation_parts"][-1]["attachments"]
    assert {one["name"] for one in files} == {"map.png", "x.png"}


def test_a_button_that_was_offered_can_be_pressed(run: FrontDoor) -> None:
    offered = run("conversations", "reply", "12", "Fixed?", "--option", "Yes", "--option", "No",
                  "--yes").ok().bodies()[0]  # fmt: skip
    assert offered["message_type"] == "quick_reply"
    yes, no = offered["reply_options"]
    assert (yes["text"], no["text"]) == ("Yes", "No")
    assert yes["uuid"] != no["uuid"]
    pressed = run("conversations", "reply", "12", "--as", "external:user-000013", "--option", "Yes",
                  "--yes").ok()  # fmt: skip
    assert pressed.bodies()[0]["reply_options"] == [yes]
    named = "a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb"
    own = run("conversations", "reply", "12", "So?", "--option", f"{named}=A=B", "--yes").ok()
    assert own.bodies()[0]["reply_options"] == [{"text": "A=B", "uuid": named}]


@pytest.mark.parametrize(
    "words",
    [
        ["reply", "12"],
        ["reply", "12", ""],
        ["reply", "12", " "],
        ["reply", "", "Hi"],
        ["reply", "12", "Hi", "--as", ""],
        ["reply", "12", "Hi", "--as", "jane@acme.test", "--admin", ME],
        ["reply", "12", "Hi", "--as", "jane@acme.test", "--skip-notifications"],
        ["reply", "12", "Hi", "--option", ""],
        ["reply", "12", "Hi", "--file", "/there/is/none"],
        ["reply", "12", "Hi", "--file", ""],
        ["reply", "12", "Hi", "--attach-url", ""],
        ["reply", "12", "Hi", *["--attach-url", "https://a.test"] * 11],
        ["reply", "12", "Hi", "--created-at", ""],
        ["note", "last", "Hi"],
        ["note", "12"],
        ["create", "--from", "6762f0dd1bb69f9f2193bb83", "--body", ""],
        ["create", "--body", "Hi"],
        ["update", "12"],
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    ran = run("conversations", *words, "--yes", "--api-version", "2.16", transport=Unreachable())
    assert ran.code == 2, ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_conversation_is_changed(run: FrontDoor) -> None:
    words = ["--title", "Invoice", "--no-read", "--set", "custom_attributes.seats_affected=3"]
    ran = run("conversations", "update", "12", *words).ok()
    assert ran.bodies()[-1] == {
        "title": "Invoice",
        "read": False,
        "custom_attributes": {"seats_affected": 3},
    }
    company = run("companies", "list", "--limit", "1").ok().rows[0]
    ran = run("conversations", "update", "12", "--company", company["name"]).ok()
    assert ran.bodies()[-1] == {"company_id": company["id"]}
    assert ran.json["company"]["id"] == company["id"]


def test_a_conversation_is_tagged_and_untagged_by_an_admin(run: FrontDoor) -> None:
    ran = run("conversations", "tag", "12", "VIP").ok()
    assert ran.sent() == ["GET /tags", "POST /conversations/12/tags"]
    assert ran.bodies()[-1] == {"id": "1", "admin_id": ME}
    ran = run("conversations", "untag", "12", "VIP", "--admin", JONAS).ok()
    assert ran.sent()[-1] == "DELETE /conversations/12/tags/1"
    assert ran.bodies()[-1] == {"admin_id": JONAS}
    assert run("conversations", "tag", "12", "no such tag").code == 6


def test_what_is_around_a_conversation_is_listed(run: FrontDoor) -> None:
    sides = run("conversations", "side-conversations", "3", "--all").ok()
    assert len(sides.rows) == 3
    events = run("conversations", "handling-events", "3", "-o", "table").ok()
    assert "Jonas Weber" in events.out
    for number in range(12, 16):
        run("conversations", "delete", str(number), "--yes").ok()
    gone = run("conversations", "deleted", "--all", "--order", "asc").ok()
    assert [row["id"] for row in gone.rows][-4:] == ["12", "13", "14", "15"]
    assert len(gone.rows) == 7
