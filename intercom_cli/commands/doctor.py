"""Find out what stands in the way."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from typing import Annotated, Literal, NamedTuple

import typer

from intercom_cli import __version__, foreign
from intercom_cli.api.request import call, encode
from intercom_cli.errors import IntercomError
from intercom_cli.local.keys import KEYS
from intercom_cli.options import CALL, SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session

State = Literal["ok", "warning", "problem"]
COLUMNS = (
    Column("Check", "check"),
    Column("State", "state"),
    Column("Found", "found"),
    Column("To do", "hint"),
)
PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY")
CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")
SKEW = 30  # seconds between two clocks that are worth a word


class Finding(NamedTuple):
    """What one check found, and what to do about it."""

    check: str
    state: State
    found: str
    hint: str | None = None


USES = {"doctor": ("GET /me",)}


@shared(SHOW, CALL, TALK)
def command(
    session: Session,
    *,
    network: Annotated[
        bool, typer.Option("--network", help="Ask Intercom too.", show_default=False)
    ] = False,
) -> None:
    """Find out what stands in the way.

    Works with a broken configuration, and without --network sends nothing. What it finds does not
    change the exit code.

    Examples:
      intercom doctor
      intercom doctor --network
    """
    checks: list[tuple[str, Callable[[Session], Finding]]] = [
        ("program", program),
        ("settings", settings),
        ("credentials", credentials),
        ("token", token),
        ("keyring", keyring),
        ("network settings", surroundings),
    ]
    if network:
        checks.append(("intercom", intercom))
    print_in_any_case(session)
    found = examined(session, checks)
    if session.printer.format == "table" and not (session.choices.jq or session.choices.fields):
        for finding in found:
            session.printer.text(told(finding))
        return
    session.printer.records((encode(finding._asdict()) for finding in found), COLUMNS)


def print_in_any_case(session: Session) -> None:
    """Take the format from the command line alone where the settings cannot be read."""
    try:
        for key in KEYS:
            session.settings.get(key)
    except IntercomError:
        chosen = session.choices
        session.printer = session.printer_of(chosen.output, chosen.color or "auto")


def told(finding: Finding) -> str:
    """A finding for a person: nothing of it is cut, and what to do stands below it."""
    what = f"{finding.state:<9}{finding.check:<18}{finding.found}"
    return f"{what}\n{'':<27}hint: {finding.hint}" if finding.hint else what


def examined(
    session: Session, checks: list[tuple[str, Callable[[Session], Finding]]]
) -> Iterator[Finding]:
    """Run each check; one that fails is a finding too."""
    for name, check in checks:
        try:
            yield check(session)
        except IntercomError as error:
            yield Finding(name, "problem", error.message, error.hint)


def program(_: Session) -> Finding:
    """Which program runs on what."""
    where = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Finding("program", "ok", f"intercom {__version__}, {where}")


def settings(session: Session) -> Finding:
    """Whether the configuration file can be read, and every value in it."""
    path = session.settings.path
    for key in KEYS:
        session.settings.get(key)
    count = len(session.settings.workspaces())
    if not path.exists():
        return Finding("settings", "ok", f"no file yet; it would be {path}")
    return Finding("settings", "ok", f"{path}, {count} workspace{'s' * (count != 1)}")


def credentials(session: Session) -> Finding:
    """Which credentials are used, and which they hide."""
    from intercom_cli.credentials import sources

    winner, *hidden = [source.name for source in sources(session.settings, session.environ)] or [""]
    if not winner:
        return Finding("credentials", "problem", "not signed in", "intercom connect")
    if hidden:
        return Finding("credentials", "warning", f"{winner}, which hides {', '.join(hidden)}")
    return Finding("credentials", "ok", winner)


def token(session: Session) -> Finding:
    """Whether the token is where it should be."""
    session.client.token()
    source = session.source
    if source.variable:
        return Finding("token", "ok", f"in {source.variable}")
    if source.is_sandbox or source.workspace is None:
        return Finding("token", "ok", "a sandbox needs none")
    return Finding("token", "ok", f"in the {source.workspace.store}")


def keyring(session: Session) -> Finding:
    """Whether the system's keyring answers."""
    name = session.vault.examine()
    if name is None:
        return Finding("keyring", "ok", "answers")
    return Finding("keyring", "warning", name, "tokens are kept in a private file instead")


def surroundings(session: Session) -> Finding:
    """What in the environment changes the way to Intercom."""
    names = [
        name
        for name in (*PROXIES, *CERTIFICATES)
        if session.environ.get(name) or session.environ.get(name.lower())
    ]
    return Finding("network settings", "ok", ", ".join(names) or "none in the environment")


def intercom(session: Session) -> Finding:
    """Whether Intercom answers, knows the token, and has the same time."""
    answer = session.client.send(call("GET /me"))
    skew = seconds_apart(answer.headers.get("date"))
    if skew is not None and abs(skew) > SKEW:
        return Finding("intercom", "warning", f"this clock is {skew:+.0f} seconds off", "set it")
    name = foreign.plain(foreign.text(answer.json(), "app", "name")) or "the token"
    return Finding("intercom", "ok", f"{session.source.base_url} knows {name}")


def seconds_apart(date: str | None) -> float | None:
    """How far this machine's clock is ahead of the server's Date header."""
    if not date:
        return None
    import time
    from email.utils import parsedate_to_datetime

    try:
        return time.time() - parsedate_to_datetime(date).timestamp()
    except ValueError:
        return None
