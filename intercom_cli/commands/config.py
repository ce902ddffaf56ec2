"""Show and change settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from intercom_cli.api.request import encode
from intercom_cli.errors import Misuse
from intercom_cli.local.keys import KEYS, find
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session

COLUMNS = (
    Column("Key", "key"),
    Column("Value", "value"),
    Column("Source", "source"),
    Column("From", "from"),
)

KeyName = Annotated[
    str, typer.Argument(help="A setting's name.", metavar="KEY", show_default=False)
]


@shared(SHOW, TALK)
def list_(session: Session) -> None:
    """List every setting, its value and where it comes from.

    Examples:
      intercom config list
      intercom config list -o json
    """
    session.printer.records(settings_of(session), COLUMNS, noun="settings")


def settings_of(session: Session) -> Iterator[bytes]:
    """Every setting as a row."""
    for key in KEYS.values():
        found = session.settings.get(key.name)
        row = {"key": key.name, "value": found.value, "source": found.source}
        yield encode({**row, "from": found.place or None, "help": key.help})


@shared(TALK)
def get(session: Session, *, key: KeyName) -> None:
    """Print one setting's value; nothing when it has none.

    Examples:
      intercom config get api_version
    """
    value = session.settings.get(find(key).name).value
    if value is None:
        return
    session.printer.text(written(value))


def written(value: Any) -> str:
    """A value as it stands in the file, without quotes."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


@shared(TALK)
def set_(
    session: Session,
    *,
    key: KeyName,
    value: Annotated[
        str,
        typer.Argument(
            help="Its value; ${NAME} reads the environment.", metavar="VALUE", show_default=False
        ),
    ],
) -> None:
    """Write a setting into the configuration file.

    Examples:
      intercom config set output json
      intercom config set timeout 20
    """
    if key == "workspace":
        session.settings.use_workspace(value)
    else:
        session.settings.set(key, value)
    tell(session, key, f"{key} is {value} now.")


@shared(TALK)
def unset(session: Session, *, key: KeyName) -> None:
    """Take a setting out of the configuration file.

    Examples:
      intercom config unset output
    """
    was_there = session.settings.unset(key)
    if not was_there and key not in KEYS:
        find(key)
    tell(session, key, f"{key} is no longer set." if was_there else f"{key} was not set.")


@shared(TALK)
def path(session: Session) -> None:
    """Print where the configuration file is.

    Examples:
      intercom config path
    """
    # Not through the printer, which reads the file: it may be the one to be repaired.
    session.streams.out.write(os.fsencode(session.settings.path) + b"\n")


def tell(session: Session, key: str, done: str) -> None:
    """Say what was done, and when something else still wins over it."""
    session.printer.done(done)
    if key not in KEYS:
        return
    try:
        found = session.settings.get(key)
    except Misuse as error:
        session.printer.warn(error.message)
        return
    if found.source == "environment":
        session.printer.warn(f"{found.place} is set and wins over the file.")


commands = {"list": list_, "get": get, "set": set_, "unset": unset, "path": path}
