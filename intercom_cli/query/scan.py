"""Cut an expression into its pieces, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from intercom_cli.errors import Misuse

QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
BARE = r"""[^\s=<>~^$!(),"']"""
# A word is a value or a path; a step of a path can be in quotes.
TOKEN = re.compile(
    rf"""\s*(?:
      (?P<quoted>{QUOTED})
    | (?P<sign>!=|<=|>=|!~|[=<>~^$])
    | (?P<mark>[(),])
    | (?P<word>{BARE}+(?:(?<=[.\[]){QUOTED}{BARE}*)*)
    )""",
    re.VERBOSE | re.DOTALL,
)
END = "end"
WIDE = 60  # letters of the expression that are shown around a fault
OPTION = "--where"


class Token(NamedTuple):
    """A piece of the expression and where it begins."""

    kind: str
    text: str
    at: int

    def says(self, *words: str) -> bool:
        """Whether it is one of these words, in any case."""
        return self.kind == "word" and self.text.lower() in words


def scan(text: str) -> Iterator[Token]:
    """Cut an expression into tokens, ending with one of kind ``end``."""
    at = 0
    while text[at:].strip():
        found = TOKEN.match(text, at)
        if not found or not found.lastgroup:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise wrong(text, at, "this cannot be read; is a quote open?")
        yield Token(found.lastgroup, found[found.lastgroup], found.start(found.lastgroup))
        at = found.end()
    yield Token(END, "", len(text))


def unquoted(text: str) -> str:
    """What stands between quotes; a backslash makes the next sign plain."""
    return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)


def wrong(text: str, at: int, why: str, hint: str | None = None) -> Misuse:
    """An error about an expression that names the place it speaks of, and points at it."""
    rest = text[at:].split(maxsplit=1)
    place = f"before {rest[0]!r}" if rest else "at the end"
    error = Misuse(f"{OPTION}: {why}, {place} (character {at + 1}).", hint=hint)
    error.excerpt = pointed(text, at)
    return error


def pointed(text: str, at: int) -> str:
    """A line of the expression with a mark below the place, cut where it is long."""
    start = max(0, at - WIDE // 2)
    shown = text[start : start + WIDE].replace("\n", " ").replace("\t", " ")
    before, after = "…" * (start > 0), "…" * (start + WIDE < len(text))
    return f"{before}{shown}{after}\n{' ' * (len(before) + at - start)}^"
