"""The first page of help, and its topics; made without loading any command."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import resources

from intercom_cli import discovery, help_page
from intercom_cli.errors import Misuse
from intercom_cli.streams import Streams

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Connect", ("connect", "disconnect", "workspaces", "status", "doctor", "config")),
    ("Query", ("request",)),
    ("Set up", ("sandbox", "completion", "version")),
)
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
    """Every command by what people do with it."""
    nouns = discovery.names("resources")
    parts = [START]
    for title, names in GROUPS:
        rows = [(name, discovery.summary("commands", name)) for name in names]
        if title == "Query":
            rows = [(name, discovery.summary("resources", name)) for name in nouns] + rows
        parts.append(f"\n{title}\n{help_page.rows(rows, 17)}")
    return "".join(parts) + END.format(topics=", ".join(topics()))


def topics() -> list[str]:
    """The names of the help topics."""
    folder = resources.files("intercom_cli") / "topics"
    return sorted(file.name.removesuffix(".txt") for file in folder.iterdir())


def topic(name: str) -> str:
    """One help topic. Raises Misuse with a close match when there is none of that name."""
    every = topics()
    if name not in every:
        near = get_close_matches(name, every, n=1)
        more = f"intercom help {near[0]}" if near else f"topics are {', '.join(every)}"
        raise Misuse(f"There is no help about {name!r}.", hint=more)
    return (resources.files("intercom_cli") / "topics" / f"{name}.txt").read_text("utf-8")
