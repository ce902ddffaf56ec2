"""The command lines of the demo, each with what must be seen for it to have worked."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

from demo.terminal import Terminal

DIARY_SECONDS = 5


class WentWrong(Exception):
    """A step did not do what it should."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command line; its output must match ``wanted``, its exit code must be ``code``."""

    why: str
    line: str
    wanted: str
    code: int = 0


STEPS = (
    Step("Who is signed in, and where the token is kept.", "intercom status", r"(?i)harbor"),
    Step("People, as a table.", "intercom contacts list --limit 5", r"(?m)^\S+.*user"),
    Step(
        "Ask in plain words.",
        "intercom contacts search --where 'role = user and created_at > 365d' --limit 3",
        r"user",
    ),
    Step("Companies.", "intercom companies list --limit 4", r"(?m)^\S+"),
    Step(
        "Look before you write: --dry-run sends nothing.",
        "intercom contacts create --email jane@acme.test --name 'Jane Doe' --dry-run",
        r"POST",
    ),
    Step(
        "Create a contact,",
        "intercom contacts create --role user --email jane@acme.test --name 'Jane Doe'",
        r"jane@acme\.test",
    ),
    Step(
        "and change them.",
        "intercom contacts update jane@acme.test --name 'Jane Roe' --fields id,name,email",
        r"Jane Roe",
    ),
    Step(
        "What customers write,",
        "intercom conversations list --where 'state = open' --limit 3",
        r"(?m)^\d+ ",
    ),
    Step("read as a thread,", "intercom conversations get 3", r"wrote a note"),
    Step(
        "noted on, and put off until tomorrow.",
        "intercom conversations note 12 'Asked the carrier.' -o ids"
        " && intercom conversations snooze 12 --until 'tomorrow 9:00' -o ids",
        r"(?s)12.*12",
    ),
    Step(
        "What reaches a customer asks first; a script says --yes.",
        "intercom conversations reply 12 'It arrives on Monday.' --no-input",
        r"error: .*(?s:.*)--yes",
        code=3,
    ),
    Step(
        "The help center as files.",
        'intercom articles pull "$INTERCOM_CONFIG_DIR/articles" --state draft',
        r"files? written",
    ),
    Step("What a request takes.", "intercom schema tickets create", r"ticket_type_id"),
    Step(
        "In a pipe, ids or JSON lines.",
        "intercom contacts list --limit 150 -o ids | head -n 3",
        r"(?m)^[0-9a-f]{24}$",
    ),
    Step(
        "jq is built in.",
        "intercom contacts list --limit 100 -r"
        ' --jq \'[.[] | select(.role == "lead")] | "\\(length) leads in 100"\'',
        r"\d+ leads in 100",
    ),
    Step("Anything else in the API.", "intercom request GET /me --jq .app.name", r"Harbor Lights"),
    Step(
        "A mistake names the next command.",
        "intercom contacts get nobody@acme.test",
        r"(?s)error: .*hint: ",
        code=6,
    ),
)

NEXT = """
That was all on this machine. Next:

  . .venv/bin/activate
  intercom connect --sandbox     a sandbox of your own, without a server
  intercom --help                every command
  intercom connect               your own workspace, step by step
"""


def connect(port: int) -> Step:
    """The sign-in, with the listener on a port that is free."""
    line = (
        "intercom connect --oauth --client-id sandbox-client"
        f" --redirect-uri http://localhost:{port}/callback --store file --timeout 30"
    )
    return Step("", line, r"Connected to Harbor Lights")


def take(terminal: Terminal, step: Step, diary: Path | None = None) -> None:
    """Run a step. Raises WentWrong when its exit code or output is not the one it should be."""
    if step.why:
        terminal.note(step.why)
    code, shown = terminal.run(step.line)
    for line in lines_of(diary):
        terminal.say(f"  (browser) {line}")
    if code != step.code:
        raise WentWrong(f"exit code {code}, not {step.code}, from: {step.line}")
    if not re.search(step.wanted, shown):
        raise WentWrong(f"{step.wanted!r} is not in the output of: {step.line}")


def lines_of(diary: Path | None) -> list[str]:
    """What the browser's person wrote down; they may still be reading the last page."""
    limit = time.monotonic() + DIARY_SECONDS
    while diary and not diary.exists() and time.monotonic() < limit:
        time.sleep(0.02)
    return diary.read_text("utf-8").splitlines() if diary and diary.exists() else []
