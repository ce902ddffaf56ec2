"""Fin is told what users say, rated, asked, and made to run procedures."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Unreachable

AT = ["--at", "2026-11-01T09:00Z"]
STAMP = "2026-11-01T09:00:00Z"
PREVIEW = ["--api-version", "Preview"]
HELLO = {"author": "user", "body": "Hello", "timestamp": STAMP}
USER = {"id": "42"}
# Each Preview command: its words, the request, and its body.
LATER: dict[str, tuple[list[str], str, dict[str, Any]]] = {
    "ask": (
        ["ask", "talk-2", "Hello", "--user", "42", *AT],
        "POST /fin/ask",
        {"conversation_id": "talk-2", "message": HELLO, "user": USER},
    ),
    "capabilities": (
        ["capabilities", "--user", "42", "--name", "Bea"],
        "POST /fin/capabilities",
        {"user": {"id": "42", "name": "Bea"}},
    ),
    "run": (
        ["run", "12345", "talk-3", "--user", "42", "--message", "Hello", *AT, "--as-email",
         "--attribute", "order_number=7"],
        "POST /fin/procedures/12345/run",
        {
            "conversation_id": "talk-3",
            "user": USER,
            "conversation_metadata": {"attributes": {"order_number": 7}},
            "message": HELLO,
            "settings": {"email": True},
        },
    ),
    "escalate": (
        ["escalate", "talk-open", "--context", "Wants a refund"],
        "POST /fin/escalate",
        {"conversation_id": "talk-open", "context": "Wants a refund"},
    ),
    "escalate a user": (
        ["escalate", "--user", "42", "--message", "Help"],
        "POST /fin/escalate",
        {"user": USER, "message": "Help"},
    ),
    "answer": (
        ["answer", "12", "--step", "step-1", "--value", "approved:=true"],
        "POST /procedures/12/collect_agent_input",
        {"step_id": "step-1", "attribute_values": [{"identifier": "approved", "value": True}]},
    ),
    "answer with a list": (
        ["answer", "12", "--step", "step-1", "--values",
         '[{"identifier":"approved","value":false}]'],
        "POST /procedures/12/collect_agent_input",
        {"step_id": "step-1", "attribute_values": [{"identifier": "approved", "value": False}]},
    ),
}  # fmt: skip


def test_a_conversation_is_begun_and_goes_on(run: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("hi")
    before = '[{"author":"agent","body":"Hi","timestamp":"2026-11-01T08:00:00Z"}]'
    words = ["--user", "42", "--name", "Bea", "--email", "b@c.test", "--user-attribute", "plan=pro",
             "--attribute", "is_outage:=true", "--history", before, *AT,
             "--attach-url", "https://a.test/x", "--file", str(file)]  # fmt: skip
    ran = run("fin", "start", "talk-1", "-", *words, stdin="Hello").ok()
    assert ran.sent() == ["POST /fin/start"]
    assert ran.bodies() == [
        {
            "conversation_id": "talk-1",
            "message": HELLO,
            "user": {
                "id": "42",
                "name": "Bea",
                "email": "b@c.test",
                "attributes": {"plan": "pro"},
            },
            "attachments": [
                {"type": "url", "url": "https://a.test/x"},
                {
                    "type": "file",
                    "content_type": "text/plain",
                    "data": base64.b64encode(b"hi").decode(),
                    "name": "a.txt",
                },
            ],
            "conversation_metadata": {
                "history": [{"author": "agent", "body": "Hi", "timestamp": "2026-11-01T08:00:00Z"}],
                "attributes": {"is_outage": True},
            },
        }
    ]
    assert ran.json["status"] == "thinking"
    assert ran.err == "Began Fin conversation talk-1 in sandbox.\n"
    more = run("fin", "reply", "talk-1", "And now?", "--user", "42", "--author", "agent").ok()
    message = more.bodies()[0]["message"]
    assert message["author"] == "agent"
    assert message["timestamp"].endswith("Z")
    assert run("fin", "reply", "talk-unknown", "Hi", "--user", "42").code == 7


def test_a_conversation_that_is_over_is_rated(run: FrontDoor) -> None:
    ran = run("fin", "csat", "talk-done", "amazing", "--remark", "Quick").ok()
    assert ran.bodies() == [
        {"conversation_id": "talk-done", "rating": "amazing", "remark": "Quick"}
    ]
    assert ran.json["status"] == "rated"
    again = run("fin", "csat", "talk-done", "bad")
    assert again.code == 7
    assert "no longer be changed" in again.err


@pytest.mark.parametrize("name", LATER)
def test_preview_operations_need_preview(run: FrontDoor, name: str) -> None:
    words, target, body = LATER[name]
    refused = run("fin", *words, transport=Unreachable())
    assert refused.code == 2
    assert refused.error["hint"] == "add --api-version Preview"
    ran = run("fin", *words, *PREVIEW).ok()
    assert ran.sent() == [target]
    assert ran.bodies() == [body]
    assert ran.err.endswith(" in sandbox.\n")


def test_what_fin_can_do_is_a_list(run: FrontDoor) -> None:
    ran = run("fin", "capabilities", "--user", "42", *PREVIEW).ok()
    assert [row["type"] for row in ran.rows] == ["procedure", "procedure", "reply", "ask"]
    table = run("fin", "capabilities", "--user", "42", *PREVIEW, "-o", "table").ok()
    assert "Refund a payment" in table.out


def test_a_step_takes_one_answer(run: FrontDoor) -> None:
    words = [*LATER["answer"][0], *PREVIEW]
    run("fin", *words).ok()
    assert run("fin", *words).code == 7


@pytest.mark.parametrize(
    "words",
    [
        ["start", "", "Hi", "--user", "42"],
        ["start", "x", "", "--user", "42"],
        ["start", "x", "Hi", "--user", ""],
        ["start", "x", "Hi"],
        ["start", "x", "Hi", "--user", "42", "--at", ""],
        ["start", "x", "Hi", "--user", "42", "--history", "{}"],
        ["start", "x", "Hi", "--user", "42", "--attach-url", ""],
        ["start", "x", "Hi", "--user", "42", *["--attach-url", "https://a.test"] * 11],
        ["start", "x", "Hi", "--user", "42", "--author", "bot"],
        ["start", "x", "Hi", "--user", "42",
         *[word for n in range(11) for word in ("--user-attribute", f"a{n}=1")]],
        ["csat", "x", "great"],
        ["csat", "", "good"],
        ["escalate", *PREVIEW],
        ["escalate", "x", "--user", "42", *PREVIEW],
        ["escalate", "x", "--message", "Hi", *PREVIEW],
        ["answer", "12", "--step", "s", *PREVIEW],
        ["answer", "12", "--step", "s", "--value", "x", *PREVIEW],
    ],
)  # fmt: skip
def test_bad_input_is_refused_before_anything_is_sent(run: FrontDoor, words: list[str]) -> None:
    ran = run("fin", *words, transport=Unreachable())
    assert ran.code == 2, ran.err
