"""The first page of help, and its topics; made without loading any command."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources

from intercom_cli import discovery, help_page
from intercom_cli.errors import Misuse, close_matches
from intercom_cli.streams import Streams

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Connect", ("connect", "disconnect", "workspaces", "status", "doctor", "config")),
    ("Query", ("find",)),
    ("React", ("listen", "trigger", "replay", "watch")),
    ("Automate", ("workflow",)),
    ("Anything else", ("request", "schema", "open")),
    ("Set up", ("sandbox", "completion", "commands", "version")),
)
# What most people come for has a line of its own; a noun that is not named here is "Other".
FIRST = (
    "contacts",
    "companies",
    "conversations",
    "tickets",
    "articles",
    "messages",
    "events",
    "tags",
    "admins",
    "exports",
)
NOUNS = {
    "People": """
        contacts companies visitors segments tags notes subscription-types events data-attributes
        audiences custom-objects
    """,
    "Conversations and tickets": """
        conversations conversation-attributes messages tickets ticket-types ticket-attributes
        ticket-states calls phone-call-redirects macros content-snippets
    """,
    "Help center and news": """
        articles internal-articles collections help-centers redirects folders content news-items
        newsfeeds banners
    """,
    "Fin and automation": """
        fin fin-voice content-sources external-pages data-connectors workflows ecommerce
    """,
    "The workspace": """
        admins teams activity-logs away-reasons office-hours office-hours-exceptions brands emails
        ip-allowlist secure-mode-secrets
    """,
    "Data out, and work under way": "exports reports jobs",
}
WIDE = 80
UNDER = " " * 31  # where the second column of the last lines begins
START = """Intercom from the terminal.

Usage: intercom COMMAND [ARGUMENTS] [OPTIONS]
"""
END = """
On a terminal a list is a table; in a pipe it is one JSON object a line.

  intercom connect --sandbox                         try it without an account
  intercom contacts list --where 'created_at > 7d'   who is new this week
  intercom contacts get jane@acme.test -o json       all there is about one

  intercom COMMAND --help      what a command takes
  intercom help TOPIC          {topics}
"""


def show(named: list[str], streams: Streams) -> None:
    """Write the overview, or the topic that is named. Raises Misuse for one that is not there."""
    page = topic(named[0]) if named else overview()
    streams.out.write(page.encode(streams.out_encoding, "replace"))


def overview() -> str:
    """The commands by what people do with them; most nouns only by name."""
    parts = [START]
    for title, names in GROUPS:
        rows = [(name, discovery.summary("commands", name)) for name in names]
        if title == "Query":
            parts.append(f"\n{title}\n{help_page.rows(rows + nouns_of(FIRST), 17)}{others()}")
            continue
        parts.append(f"\n{title}\n{help_page.rows(rows, 17)}")
    return "".join(parts) + END.format(topics=about())


def about() -> str:
    """The names of the topics, in lines that fit."""
    from textwrap import fill

    text = f"more about {', '.join(discovery.topics())}"
    lines = fill(text, WIDE, initial_indent=UNDER, subsequent_indent=UNDER, break_on_hyphens=False)
    return lines.strip()


def nouns_of(names: Iterable[str]) -> list[help_page.Row]:
    """Nouns with what each is; those that are there."""
    there = discovery.names("resources")
    return [(name, discovery.summary("resources", name)) for name in names if name in there]


def others() -> str:
    """The names of all other nouns, in lines that fit, and where they are told of."""
    names = [name for name in discovery.names("resources") if name not in FIRST]
    lines, line = [], ""
    for name in names:
        if line and len(line) + len(name) + 2 > WIDE:
            lines.append(line)
            line = ""
        line = f"{line}  {name}" if line else f"    {name}"
    text = "\n".join([*lines, line])
    return f"  {len(names)} more, told of in intercom help nouns:\n{text}\n" if names else ""


def nouns() -> str:
    """Every noun, by what it is about."""
    placed = {name for names in NOUNS.values() for name in names.split()}
    rest = " ".join(name for name in discovery.names("resources") if name not in placed)
    parts = ["Every noun, by what it is about. Each has a page: intercom NOUN --help\n"]
    for title, names in (NOUNS | {"Other": rest}).items():
        if rows := nouns_of(names.split()):
            parts.append(f"\n{title}\n{help_page.rows(rows, 25)}")
    return "".join(parts)


def topic(name: str) -> str:
    """One help topic. Raises Misuse with a close match when there is none of that name."""
    every = discovery.topics()
    if name not in every:
        near = close_matches(name, every, n=1)
        more = f"intercom help {near[0]}" if near else f"topics are {', '.join(every)}"
        raise Misuse(f"There is no help about {name!r}.", hint=more)
    if name == "nouns":
        return nouns()
    return (resources.files("intercom_cli") / "topics" / f"{name}.txt").read_text("utf-8")
