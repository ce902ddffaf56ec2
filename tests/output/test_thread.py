"""A conversation is shown as a thread to be read, whatever is in it."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest

from intercom_cli.output.clean import UNSAFE
from intercom_cli.output.color import YELLOW
from intercom_cli.output.sheet import Sheet
from intercom_cli.output.thread import Known, write_thread

NOW = 1_763_712_000
ANN = {"type": "user", "id": "c1", "name": "Ann Ash", "email": "ann@acme.test"}
RUTH = {"type": "admin", "id": "7", "name": "Ruth Okafor", "email": "ruth@acme.test"}
KNOWN = Known({"7": "Ruth Okafor", "8": "Jonas Weber", "c1": "Ann Ash"}, {"2": "Success"})


def part(kind: str, author: dict[str, Any] = RUTH, **more: Any) -> dict[str, Any]:
    return {"id": "31", "part_type": kind, "author": author, "created_at": NOW - 3600, **more}


def conversation(*parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    source = {"type": "email", "subject": "<p>Lamps</p>", "body": "<p>Hello</p>", "author": ANN}
    inside = {"conversation_parts": list(parts), "total_count": len(parts)}
    base = {"id": "12", "created_at": NOW - 86_400, "state": "open", "priority": "none"}
    contacts = {"contacts": [{"type": "contact", "id": "c1"}]}
    whole = {**base, "source": source, "contacts": contacts, "conversation_parts": inside}
    return whole | more


def shown(record: Any, *, width: int | None = 100, known: Known = KNOWN, **how: Any) -> str:
    out = io.BytesIO()
    sheet = Sheet(out, print, print, terminal=True, width=width, now=NOW, **how)
    write_thread(json.dumps(record).encode(), sheet, known)
    return out.getvalue().decode(how.get("encoding", "utf-8"))


def test_the_head_says_what_it_is_and_who_takes_care() -> None:
    text = shown(
        conversation(
            title=None,
            priority="urgent",
            waiting_since=NOW - 7200,
            admin_assignee_id=8,
            team_assignee_id=2,
            company={"name": "Acme"},
            tags={"tags": [{"name": "VIP"}, {"name": "Bug"}]},
            custom_attributes={"seats": 0, "plan": None, "issue": "Billing"},
            conversation_rating={"rating": 4, "remark": "Quick"},
        ),
        known=KNOWN._replace(address="https://app.intercom.com/a/inbox/x/inbox/conversation/12"),
    )
    assert text.split("\n\n")[0].splitlines() == [
        "Lamps",
        "Id        12",
        "State     open, waiting since 2025-11-21T06:00:00Z (2 hours ago)",
        "Priority  urgent",
        "Assigned  Jonas Weber, team Success",
        "Contacts  Ann Ash (c1)",
        "Company   Acme",
        "Tags      VIP, Bug",
        "Data      seats = 0, issue = Billing",
        "Rating    4 of 5: Quick",
        "Link      https://app.intercom.com/a/inbox/x/inbox/conversation/12",
    ]


def test_each_part_says_who_did_what_and_when() -> None:
    text = shown(conversation(part("comment", body="<p>Soon</p><ul><li>x</li></ul>")))
    assert text.split("\n\n", 1)[1] == (
        "Ann Ash wrote by e-mail - 1 day ago (2025-11-20T08:00:00Z)\n"
        "  Hello\n\n"
        "Ruth Okafor wrote - 1 hour ago (2025-11-21T07:00:00Z), #31\n"
        "  Soon\n\n"
        "  - x\n"
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (part("note"), "Ruth Okafor wrote a note - "),
        (part("close"), "Ruth Okafor closed it - "),
        (part("open"), "Ruth Okafor opened it - "),
        (part("snoozed"), "Ruth Okafor snoozed it until 2025-11-22T08:00:00Z - "),
        (
            part("assignment", assigned_to={"type": "admin", "id": "8"}),
            "assigned to Jonas Weber - ",
        ),
        (
            part("assignment", assigned_to={"type": "team", "id": "2"}),
            "assigned to team Success - ",
        ),
        (part("assignment", assigned_to={"type": "team", "id": "9"}), "assigned to team 9 - "),
        (part("assignment", assigned_to=None), "assigned to nobody - "),
        (part("comment", redacted=True), "Ruth Okafor wrote (redacted) - "),
        (part("something_quite_new"), "Ruth Okafor something quite new - "),
        (part("comment", {"type": "bot", "name": "Fin"}), "Fin (bot) wrote - "),
        (part("comment", {"type": "user", "email": "a@b.test"}), "a@b.test wrote - "),
        (
            part(
                "conversation_attribute_updated_by_admin",
                event_details={"attribute": {"name": "plan"}, "value": {"name": "pro"}},
            ),
            "Ruth Okafor set plan to pro - ",
        ),
        (
            part(
                "custom_action_finished",
                event_details={"action": {"name": "Refund", "result": "success"}},
            ),
            "Ruth Okafor finished the action 'Refund': success - ",
        ),
    ],
)
def test_each_kind_of_part_is_told_in_words(given: dict[str, Any], words: str) -> None:
    assert words in shown(conversation(given, snoozed_until=NOW + 86_400))


def test_only_the_last_snoozing_is_told_with_its_end() -> None:
    text = shown(conversation(part("snoozed"), part("snoozed"), snoozed_until=NOW + 86_400))
    assert text.count("snoozed it until") == 1
    assert text.rindex("snoozed it - ") < text.index("snoozed it until")


def test_a_note_stands_out_from_a_reply() -> None:
    note = part("note", body="<p>one</p><p>two</p>")
    assert "  │ one\n  │\n  │ two\n" in shown(conversation(note))
    assert "  | one\n" in shown(conversation(note), encoding="ascii")
    assert f"\x1b[1;{YELLOW}mRuth Okafor wrote a note" in shown(conversation(note), color=True)
    assert "\x1b" not in shown(conversation(note))


def test_files_and_buttons_stand_below_what_was_said() -> None:
    given = part(
        "comment",
        body="<p>See</p>",
        attachments=[{"name": "map.png", "url": "https://a.test/map.png"}],
        metadata={"quick_reply_options": [{"text": "Yes"}]},
        tags=[{"name": "Feature"}],
    )
    text = shown(conversation(given))
    assert "  See\n  [file: map.png] <https://a.test/map.png>\n  [button: Yes]\n" in text
    assert ", tagged Feature, #31\n" in text


def test_parts_that_were_not_sent_are_told() -> None:
    record = conversation(part("comment", body="x"))
    record["conversation_parts"]["total_count"] = 501
    assert "\n(500 earlier parts are not sent by Intercom)\n" in shown(record)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_are_broken_between_words_and_stand_in(width: int) -> None:
    body = "<ul><li>" + "word " * 60 + "</li></ul><blockquote>" + "said " * 40 + "</blockquote>"
    text = shown(conversation(part("note", body=body)), width=width)
    assert text.count("word") == 60
    assert max(map(len, text.splitlines())) <= max(width, 26)
    assert re.search(r"^  │ - word.*\n  │   word", text, re.MULTILINE)


def test_nothing_that_others_wrote_reaches_the_terminal_as_it_is() -> None:
    evil = "\x1b]0;x\x07\x9b31m\u202e\x00"
    given = part(
        "comment",
        {"type": "user", "name": f"A{evil}", "id": "c1"},
        body=f"<p>{evil}<a href='https://a.test/{evil}'>x{evil}</a></p>",
        attachments=[{"name": f"f{evil}", "url": f"https://a.test/{evil}"}],
        metadata={"quick_reply_options": [{"text": f"b{evil}"}]},
        tags=[{"name": f"t{evil}"}],
        assigned_to={"type": "team", "id": f"9{evil}"},
    )
    record = conversation(
        given,
        part(f"new{evil}", id=f"31{evil}", event_details={"action": {"name": f"n{evil}"}}),
        title=f"T{evil}",
        id=f"12{evil}",
        priority=f"p{evil}",
        company={"name": f"C{evil}"},
        tags={"tags": [{"name": f"t{evil}"}]},
        custom_attributes={f"k{evil}": f"v{evil}"},
        conversation_rating={"rating": f"4{evil}", "remark": f"r{evil}"},
        contacts={"contacts": [{"id": f"c{evil}"}]},
        admin_assignee_id=f"1{evil}",
    )
    text = shown(record, known=Known({}, {}, f"https://x.test/{evil}"))
    assert not [found for found in UNSAFE.findall(text) if found != "\n"]


@pytest.mark.parametrize(
    "record",
    [
        {"id": "1"},
        {"id": "1", "source": None, "contacts": None, "tags": None, "conversation_parts": None},
        conversation(part("comment", author=None, created_at=None, attachments=None)),  # type: ignore[arg-type]
    ],
)
def test_a_conversation_that_lacks_things_is_shown_all_the_same(record: Any) -> None:
    assert record["id"] in shown(record)
