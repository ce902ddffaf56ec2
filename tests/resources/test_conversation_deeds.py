"""What cannot be undone is asked first: deleted, redacted, merged, converted; people come and go."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, connected

ME = "991267459"
# Each: the words, the request, and its body.
DEEDS = {
    "delete": (["delete", "12"], "DELETE /conversations/12", None),
    "delete without metrics": (
        ["delete", "12", "--no-keep-metrics"],
        "DELETE /conversations/12?retain_metrics=false",
        None,
    ),
    "redact a part": (
        ["redact", "7", "31"],
        "POST /conversations/redact",
        {"conversation_id": "7", "type": "conversation_part", "conversation_part_id": "31"},
    ),
    "merge": (
        ["merge", "12", "--into", "13"],
        "POST /conversations/12/merge",
        {"merge_into_conversation_id": 13},
    ),
    "convert": (
        ["convert", "12", "--type", "2001"],
        "POST /conversations/12/convert",
        {"ticket_type_id": "2001"},
    ),
    "attach": (
        ["attach", "12", "external:user-000009"],
        "POST /conversations/12/customers",
        {"admin_id": ME, "customer": {"user_id": "user-000009"}},
    ),
}


@pytest.fixture(autouse=True)
def signed_in(run: FrontDoor) -> None:
    """The admin is known, as after connecting."""
    connected(run.config, admin_id=ME)


@pytest.mark.parametrize("name", DEEDS)
def test_without_anybody_to_ask_nothing_is_sent(run: FrontDoor, name: str) -> None:
    ran = run("conversations", *DEEDS[name][0], transport=Unreachable())
    assert ran.code == 3
    assert "--yes" in ran.err


@pytest.mark.parametrize("name", DEEDS)
def test_with_yes_one_request_does_it(run: FrontDoor, name: str) -> None:
    words, target, body = DEEDS[name]
    ran = run("conversations", *words, "--yes").ok()
    assert ran.sent() == [target]
    assert ran.bodies() == [body]
    assert ran.err.endswith(" in sandbox.\n")


@pytest.mark.parametrize("name", DEEDS)
def test_the_question_names_the_conversation_as_it_was_found(run: FrontDoor, name: str) -> None:
    words, target, _ = DEEDS[name]
    refused = run("conversations", *words, terminal=True, stdin="n\n")
    assert refused.code == 3
    named = 'conversation "Export" (Gabriel Brandt, 7)' if "7" in words else (
        'conversation "Export" (Bea Ruiz, 12)'
    )  # fmt: skip
    assert named in refused.err
    assert target not in refused.sent()
    agreed = run("conversations", *words, terminal=True, stdin="y\n").ok()
    assert agreed.sent().count(target) == 1


def test_the_first_message_is_redacted_by_its_own_id(run: FrontDoor) -> None:
    source = run("conversations", "get", "7").ok().json["source"]["id"]
    ran = run("conversations", "redact", "7", "--source", "--yes").ok()
    assert ran.sent() == ["GET /conversations/7", "POST /conversations/redact"]
    body = {"conversation_id": "7", "type": "source", "source_id": source}
    assert ran.bodies()[-1] == body
    assert ran.json["source"]["redacted"] is True
    assert ran.err == "Redacted the first message of conversation 7 in sandbox.\n"


def test_a_deleted_conversation_is_gone(run: FrontDoor) -> None:
    ran = run("conversations", "delete", "12", "--keep-metrics", "--yes").ok()
    assert ran.sent() == ["DELETE /conversations/12?retain_metrics=true"]
    assert ran.err == "Deleted conversation 12 in sandbox.\n"
    assert run("conversations", "get", "12").code == 6


def test_a_conversation_becomes_a_ticket_by_the_names_of_type_and_state(run: FrontDoor) -> None:
    words = ["--type", "bug report", "--state", "Submitted"]
    ran = run("conversations", "convert", "12", *words, "--yes").ok()
    assert ran.sent() == [
        "GET /ticket_types",
        "GET /ticket_states",
        "POST /conversations/12/convert",
    ]
    assert ran.bodies()[-1]["ticket_type_id"] == "2001"
    assert ran.json["ticket_type"]["name"] == "Bug report"
    assert ran.err == "Converted conversation 12 to ticket 12 in sandbox.\n"


def test_a_conversation_becomes_a_ticket_with_what_its_type_asks(run: FrontDoor) -> None:
    words = ["conversations", "convert", "12", "--type", "Bug report"]
    given = ["--attribute", "urgency=high", "--attribute", "Seats affected=3"]
    ran = run(*words, *given, "--yes").ok()
    assert ran.bodies()[-1]["attributes"] == {"Urgency": "High", "Seats affected": 3}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (["--type", "Bug reprt"], 6),
        (["--type", "Bug report", "--state", "Reslved"], 6),
        (["--type", "Bug report", "--attribute", "Urgncy=High"], 2),
        (["--type", "Bug report", "--attribute", "Urgency=Hgh"], 2),
    ],
)
def test_a_slip_in_a_ticket_is_told_before_anybody_is_asked(
    run: FrontDoor, more: list[str], code: int
) -> None:
    ran = run("conversations", "convert", "12", *more, terminal=True, stdin="y\n")
    assert ran.code == code
    assert "[y/N]" not in ran.err


def test_people_are_let_in_and_out(run: FrontDoor) -> None:
    run("conversations", "attach", "12", "new@acme.test", "--yes").ok()
    inside = run("conversations", "get", "12").ok().json["contacts"]["contacts"]
    assert len(inside) == 2
    words = ["attach", "12", "external:user-000009", "--as", "bea.ruiz@post.example", "--yes"]
    ran = run("conversations", *words).ok()
    assert ran.bodies() == [
        {"customer": {"user_id": "user-000009", "customer": {"email": "bea.ruiz@post.example"}}}
    ]
    gone = run("conversations", "detach", "12", inside[1]["id"]).ok()
    assert gone.sent() == [f"DELETE /conversations/12/customers/{inside[1]['id']}"]
    assert gone.bodies() == [{"admin_id": ME}]
    assert gone.err == f"Detached {inside[1]['id']} from conversation 12 in sandbox.\n"


def test_a_part_is_marked_with_a_secret_that_is_in_no_command_line(
    run: FrontDoor, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    file.write_text("hush\n")
    version = ["--api-version", "Preview"]
    words = ["mark-part", "7", "31", "--seen", "--secret-file", str(file)]
    ran = run("conversations", *words, *version).ok()
    assert ran.sent() == ["PUT /conversations/7/conversation_parts/31"]
    assert ran.bodies() == [{"experimental": True, "secret": "hush", "seen": True, "admin_id": ME}]
    assert ran.json["seen_state"] == {"admin_seen": True}
    words = ["mark-part", "7", "31", "--send-state", "sent", "--info", "by post",
             "--secret-file", "-"]  # fmt: skip
    ran = run("conversations", *words, *version, stdin="hush").ok()
    assert ran.bodies()[0]["send_state"] == "sent"
    shown = run("conversations", *words, *version, "-n", stdin="hush").ok()
    assert "hush" not in shown.out
    debugged = run("conversations", *words, *version, "--debug", stdin="hush").ok()
    assert "hush" not in debugged.err


@pytest.mark.parametrize(
    "words",
    [
        ["delete", ""],
        ["redact", "7"],
        ["redact", "7", "31", "--source"],
        ["merge", "12", "--into", "Billing"],
        ["merge", "12", "--into", ""],
        ["convert", "12", "--type", ""],
        ["convert", "12", "--type", "2001", "--attribute", "novalue"],
        ["attach", "12", ""],
        ["attach", "12", "a@b.test", "--as", "c@d.test", "--admin", ME],
        ["detach", "12", ""],
        ["mark-part", "7", "31", "--secret-file", "-", "--api-version", "Preview"],
        ["mark-part", "7", "31", "--seen", "--secret-file", "-", "--api-version", "Preview"],
        ["mark-part", "7", "31", "--seen", "--secret-file", "-"],
    ],
)
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    ran = run("conversations", *words, "--yes", transport=Unreachable())
    assert ran.code == 2, ran.err
