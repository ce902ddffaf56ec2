"""The seeded macros: more than fill one page."""

from __future__ import annotations

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.seeding.help import DAY, made
from intercom_cli.sandbox.store import Store

HELLO = 'Hi {{user.first_name|fallback:"there"}},'
TOPICS = (
    "Refund", "Invoice copy", "Password reset", "Plan change", "Feature request", "Bug report",
    "Outage", "Demo", "Import help", "API key", "Webhook", "Cancellation",
)  # fmt: skip
KINDS = (
    ("received", "we have your message about {topic} and are on it."),
    ("needs more detail", "tell us more of {topic}, such as order #{{{{order.number}}}}?"),
    ("passed on", 'I have passed {topic} on to {{{{team.name|fallback:"my colleagues"}}}}.'),
    ("solved", "{topic} is solved now. Is there anything else?"),
    ("closed", "I am closing this about {topic}. Write again at any time & we go on."),
)  # fmt: skip
HIDDEN_TEAM = "2"


def seed(store: Store, today: int) -> None:
    """Fill in five for each topic; some only a team sees, some of them not ours."""
    pairs = [(topic, kind) for topic in TOPICS for kind in KINDS]
    for number, (topic, (label, text)) in enumerate(pairs, start=1):
        team = {7: "1", 11: HIDDEN_TEAM}.get(number % 12)
        macro = {
            "name": f"{topic}: {label}",
            "paragraphs": [HELLO, text.format(topic=topic.lower())],
            **made(today - (400 - number) * DAY, today - (100 - number) * DAY),
            "visible_to": "everyone" if team is None else "specific_teams",
            "visible_to_team_ids": [] if team is None else [team],
            "available_on": ["inbox", "messenger"] if number % 2 else ["inbox"],
        }
        documents.add(store, "macro", macro)
