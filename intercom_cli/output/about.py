"""What is known of the records that are written, besides the records themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from intercom_cli.resource import Asked


def never(_: str) -> bool:
    """No field can be asked for."""
    return False


class About(NamedTuple):
    """The fields --where takes, and the address of a record in the web app by its id."""

    filters: tuple[tuple[str, Asked], ...] = ()
    is_asked: Callable[[str], bool] = never
    address: Callable[[str], str] | None = None


NOTHING = About()
