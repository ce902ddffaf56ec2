"""Sign in with an access token of the person's own app: typed unseen, piped, or in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from intercom_cli.api.request import fits_a_header
from intercom_cli.errors import InputNeeded, Misuse, StorageFailed
from intercom_cli.values import file_named, without_mark

QUOTES = "\"'`\u2018\u2019\u201c\u201d"
SMALLEST, LARGEST = 8, 4096


def from_stdin(stdin: TextIO, *, is_terminal: bool) -> str:
    """Read a secret from standard input. Raises InputNeeded on a terminal: there it would show."""
    if is_terminal:
        raise InputNeeded(
            "Standard input is a terminal, where a secret would show while it is typed.",
            hint="Pipe it in: intercom connect --token-stdin < token.txt",
        )
    return without_mark(stdin.read(LARGEST + 1))


def from_file(path: Path) -> str:
    """Read a secret from a file. Raises StorageFailed when it cannot be read."""
    try:
        with file_named(str(path)).open(encoding="utf-8-sig") as file:
            return file.read(LARGEST + 1)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise StorageFailed(f"Cannot read {path}: {reason}.") from error


def bare(text: str) -> str:
    """A token without what copying adds to it, valid or not."""
    token = without_mark(text.strip()).strip().strip(QUOTES).strip()
    scheme, _, rest = token.partition(" ")
    return rest.strip() if scheme.lower() == "bearer" else token


def cleaned(text: str, *, what: str = "token") -> str:
    """Take away what copying adds: spaces, newlines, quotes, a leading ``Bearer``.

    Raises Misuse for what cannot be sent as a token; it is never repeated in the message.
    """
    token = bare(text)
    if not token:
        raise InputNeeded(f"No {what} was given.")
    if " " in token:
        raise Misuse(f"That is not a {what}: it holds a space.", hint="Copy it again.")
    if not SMALLEST <= len(token) <= LARGEST or not fits_a_header(token):
        raise Misuse(f"That is not a {what}.", hint="Copy it again, the whole of it.")
    return token
