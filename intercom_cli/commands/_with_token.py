"""Connect with an access token of one's own app."""

from __future__ import annotations

from pathlib import Path

from intercom_cli.auth import token
from intercom_cli.auth.keep import Connected
from intercom_cli.commands import _guide
from intercom_cli.commands._connect_options import Wishes
from intercom_cli.commands._signing_in import remember
from intercom_cli.errors import Misuse
from intercom_cli.session import Session


def connect(session: Session, wishes: Wishes, text: str) -> Connected:
    """Check a token with Intercom, and keep it."""
    return remember(session, wishes, {"access_token": token.cleaned(text)}, method="token")


def text_of(session: Session, *, stdin: bool, file: Path | None, guided: bool) -> str:
    """Read a token from where it was said to be: standard input, a file, or the person."""
    if stdin and file:
        raise Misuse("Give --token-stdin or --token-file, not both.")
    if stdin or file == Path("-"):
        streams = session.streams
        return token.from_stdin(streams.stdin, is_terminal=streams.in_is_terminal)
    return token.from_file(file) if file else typed(session, guided=guided)


def typed(session: Session, *, guided: bool) -> str:
    """Ask for the token without showing it."""
    if guided:
        _guide.tell(session, _guide.TOKEN)
    return session.prompts.secret("Access token (not shown)", instead=_guide.WITHOUT_ASKING)
