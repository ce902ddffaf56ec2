"""The workspace everybody signs in to: a company that sells software to other companies."""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

APP_ID = "sandbox1"  # of the usual data set, and of files from before they had ids of their own
APP_NAME = "Harbor Lights (sandbox)"
APP_CREATED_AT = 1_672_617_600
TIMEZONE = "America/New_York"
ME = "991267459"
LETTERS = string.ascii_lowercase + string.digits


@dataclass(frozen=True, slots=True)
class Zone:
    """The workspace's timezone: its name as shown in ``/me``, and the rules behind it."""

    name: str
    rules: tzinfo

    def day(self, moment: int) -> tuple[int, int]:
        """The start of the calendar day around a Unix time, and the start of the next one."""
        return day_around(moment, self.rules)


def day_around(moment: int, rules: tzinfo) -> tuple[int, int]:
    """The start of the calendar day around a Unix time, and of the next, in a timezone.

    Raises ValueError for a time outside the calendar.
    """
    try:
        here = datetime.fromtimestamp(moment, rules)
        start = datetime(here.year, here.month, here.day, tzinfo=rules)
        following = datetime.fromordinal(here.toordinal() + 1).replace(tzinfo=rules)
        return int(start.timestamp()), int(following.timestamp())
    except (OverflowError, OSError) as error:
        raise ValueError(f"{moment} is not in the calendar") from error


def workspace_zone() -> Zone:
    """The workspace's timezone; UTC on systems that carry no timezone data."""
    try:
        return Zone(TIMEZONE, ZoneInfo(TIMEZONE))
    except ZoneInfoNotFoundError:
        return Zone("Etc/UTC", UTC)


def new_app_id() -> str:
    """An id that no other workspace has, in the platform's form."""
    return "".join(secrets.choice(LETTERS) for _ in range(len(APP_ID)))


def seeded_app_id(seed: int) -> str:
    """The id of a workspace that is the same each time, as its records are."""
    return f"sandbox{seed}"


def app_object(zone: Zone, app_id: str) -> dict[str, Any]:
    """The workspace as ``/me`` shows it."""
    return {
        "type": "app",
        "id_code": app_id,
        "name": APP_NAME,
        "region": "US",
        "timezone": zone.name,
        "created_at": APP_CREATED_AT,
        "secure": False,
        "identity_verification": False,
    }
