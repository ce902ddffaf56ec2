"""Messages go to people who were agreed to, and WhatsApp tells how far they got."""

from __future__ import annotations

import json

import pytest
from front_door import FrontDoor, Unreachable, connected

ME = "991267459"
BEA = "bea.ruiz@post.example"


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id=ME)


@pytest.fixture
def bea(run: FrontDoor) -> str:
    """The id of a user."""
    return str(run("contacts", "get", BEA).ok().json["id"])


def test_a_message_goes_to_a_contact_by_role_and_id(run: FrontDoor, bea: str) -> None:
    ran = run("messages", "send", "--to", BEA, "--body", "-", "--yes", stdin="Hello").ok()
    assert ran.sent() == ["POST /contacts/search", "POST /messages"]
    assert ran.bodies()[-1] == {
        "message_type": "in_app",
        "body": "Hello",
        "from": {"type": "admin", "id": int(ME)},
        "to": {"type": "user", "id": bea},
    }
    assert ran.err == f"Sent message {ran.json['id']} in sandbox.\n"
    quick = run("messages", "send", "--to", f"user:{bea}", "--body", "Hi", "--yes").ok()
    assert quick.sent() == ["POST /messages"]
    assert quick.bodies()[0]["to"] == {"type": "user", "id": bea}


def test_an_e_mail_has_a_subject_copies_and_a_style(run: FrontDoor, bea: str) -> None:
    lead = next(row for row in run("contacts", "list").ok().rows if row["role"] == "lead")
    words = ["--type", "email", "--subject", "News", "--body", "<p>Hi</p>", "--to", f"user:{bea}",
             "--to", f"lead:{lead['id']}", "--cc", f"user:{bea}", "--from", "Jonas Weber",
             "--start-conversation", "--created-at", "2026-01-31T09:00Z"]  # fmt: skip
    ran = run("messages", "send", *words, "--yes").ok()
    assert ran.bodies()[-1] == {
        "message_type": "email",
        "subject": "News",
        "template": "plain",
        "body": "<p>Hi</p>",
        "created_at": 1769850000,
        "create_conversation_without_contact_reply": True,
        "from": {"type": "admin", "id": 991267460},
        "to": [{"type": "user", "id": bea}, {"type": "lead", "id": lead["id"]}],
        "cc": {"type": "user", "id": bea},
    }
    assert ran.json["conversation_id"]


def test_a_whatsapp_message_fills_a_template(run: FrontDoor, bea: str) -> None:
    parts = [{"type": "BODY", "parameters": [{"type": "text", "text": "42"}]}]
    words = ["--type", "whatsapp", "--to", f"user:{bea}", "--template", "order_update",
             "--components", json.dumps(parts), "--locale", "en"]  # fmt: skip
    assert run("messages", "send", *words, "--yes").code == 7, "a contact without a number"
    run("contacts", "update", bea, "--phone", "+353861234567").ok()
    ran = run("messages", "send", *words, "--yes").ok()
    assert ran.bodies()[0]["components"] == parts
    status = run("messages", "status", f"wamid_{ran.json['id']}").ok()
    assert status.sent() == [f"GET /messages/whatsapp/status?message_id=wamid_{ran.json['id']}"]
    assert status.json["status"] == "sent"


def test_only_preview_sends_sms(run: FrontDoor, bea: str) -> None:
    words = ["messages", "send", "--type", "sms", "--to", f"user:{bea}", "--body", "Hi", "--yes"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"] == "add --api-version Preview"
    sent = run(*words, "--api-version", "Preview").ok()
    assert sent.json["message_type"] == "sms"


def test_a_message_asks_by_the_name_of_who_gets_it(run: FrontDoor, bea: str) -> None:
    for named in (BEA, f"user:{bea}"):
        words = ["messages", "send", "--to", named, "--body", "Hi"]
        assert run(*words, transport=Unreachable()).code == 3
        refused = run(*words, terminal=True, stdin="n\n")
        assert refused.code == 3
        wanted = f"Send this in-app message to Bea Ruiz (user, {BEA}, {bea}) in sandbox? [y/N] "
        assert refused.err.startswith(wanted)
        assert "POST /messages" not in refused.sent()
        assert run(*words, terminal=True, stdin="y\n").ok().sent()[-1] == "POST /messages"


def test_a_dry_run_shows_who_would_be_looked_up(run: FrontDoor) -> None:
    words = ["messages", "send", "--to", BEA, "--body", "Hi", "-n"]
    look_up, message = run(*words, transport=Unreachable()).ok().rows
    assert look_up["url"].endswith("/contacts/search")
    assert message["body"]["to"] == {"type": "user", "id": "CONTACT_ID"}


def test_an_unknown_contact_gets_nothing(run: FrontDoor) -> None:
    ran = run("messages", "send", "--to", "nobody@acme.test", "--body", "Hi", "--yes")
    assert ran.code == 6
    assert "POST /messages" not in ran.sent()


@pytest.mark.parametrize(
    "words",
    [
        ["send", "--to", BEA],
        ["send", "--body", "Hi"],
        ["send", "--to", "", "--body", "Hi"],
        ["send", "--to", BEA, "--cc", "", "--body", "Hi"],
        ["send", "--to", BEA, "--body", ""],
        ["send", "--to", BEA, "--type", "email", "--body", "Hi"],
        ["send", "--to", BEA, "--type", "email", "--subject", "", "--body", "Hi"],
        ["send", "--to", BEA, "--type", "whatsapp", "--template", "x"],
        ["send", "--to", BEA, "--to", "b@c.test", "--type", "whatsapp", "--template", "x",
         "--components", "[]"],
        ["send", "--to", BEA, "--body", "Hi", "--components", '{"a":1}'],
        ["send", "--to", BEA, "--body", "Hi", "--type", "fax"],
        ["status", ""],
        ["statuses", "--ruleset", ""],
        ["statuses", "--ruleset", "x"],
        ["statuses"],
    ],
)  # fmt: skip
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    more = ["--yes"] if words[0] == "send" else []
    ran = run("messages", *words, *more, transport=Unreachable())
    assert ran.code == 2, ran.err


def test_every_message_of_a_ruleset_is_listed_over_several_pages(run: FrontDoor) -> None:
    ran = run("messages", "statuses", "--ruleset", "12345", "--all").ok()
    assert len(ran.sent()) == 3
    assert ran.sent()[0] == "GET /messages/status?ruleset_id=12345&per_page=100"
    assert len({row["whatsapp_message_id"] for row in ran.rows}) == len(ran.rows) == 120
    few = run("messages", "statuses", "--ruleset", "12345").ok()
    assert len(few.rows) == 50
    assert "50 of 120 are shown" in few.err
