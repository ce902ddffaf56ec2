"""The seeded contacts: users and leads, most of them ordinary, some of them odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import msgspec

from intercom_cli.sandbox.seeding import words
from intercom_cli.sandbox.seeding.companies import DAY, SeededCompany
from intercom_cli.sandbox.seeding.oddities import NAMES, oddity

CONTACT_COLUMNS = (
    "seq", "id", "state", "role", "external_id", "email", "email_domain", "phone", "name",
    "avatar", "owner_id", "has_hard_bounced", "marked_email_as_spam", "unsubscribed_from_emails",
    "created_at", "updated_at", "signed_up_at", "last_seen_at", "last_replied_at",
    "last_contacted_at", "last_email_opened_at", "last_email_clicked_at", "language_override",
    "browser", "browser_version", "browser_language", "os", "country", "region", "city", "custom",
    "device", "activity",
)  # fmt: skip

YEARS = 730
# How far from the last midnight of the workspace the first contacts were made, in seconds: a
# search by day must put each on the right side, in the workspace's timezone and in UTC.
BORDERS = (0, -1, 1, -DAY, -DAY - 1, -DAY + 1, -4 * 3600, -5 * 3600, 3600, -30 * DAY, -30 * DAY - 1)
ODD_EVERY = 5
DEVICE_EVERY = 40
SHARED = "front.desk@acme.test"


@dataclass(slots=True)
class Maker:
    """What contacts are made from, and what was used up so far."""

    random: Random
    today: int
    companies: Sequence[SeededCompany]
    addresses: set[str] = field(default_factory=set)
    note: int = 0

    def chance(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.random.random() < share


def contact(maker: Maker, place: int) -> dict[str, Any]:
    """Make the contact at a place of the list, as a row."""
    created = created_at(maker, place)
    lead = maker.chance(0.2)
    seen = None if lead and maker.chance(0.5) else between(maker.random, created, maker.today)
    odd = place % ODD_EVERY == ODD_EVERY - 2 and place // ODD_EVERY < len(NAMES)
    name, extra = oddity(place // ODD_EVERY) if odd else (None, {})
    return {
        "seq": place + 1,
        "id": f"{created:08x}{maker.random.getrandbits(64):016x}",
        "state": "live",
        "role": "lead" if lead else "user",
        "external_id": None if lead else f"user-{place + 1:06d}",
        **person(maker, place, name, lead=lead),
        "created_at": created,
        "updated_at": max(created, seen or 0),
        "signed_up_at": None if lead else created,
        **deeds(maker, seen),
        **surroundings(maker),
        "custom": custom(maker, extra, lead=lead),
        "device": device(place, seen) if place % DEVICE_EVERY == 1 else "{}",
        "activity": created if seen is None else seen,
    }


def created_at(maker: Maker, place: int) -> int:
    """When a contact was made: the first around midnights, the others more and more of late."""
    if place < len(BORDERS):
        return maker.today + BORDERS[place]
    return maker.today - int(maker.random.random() ** 2 * YEARS * DAY)


def between(random: Random, start: int, end: int) -> int:
    """A moment between two others."""
    return start if end <= start else random.randrange(start, end)


def person(maker: Maker, place: int, odd: str | None, *, lead: bool) -> dict[str, Any]:
    """Who it is; leads may share an address, and some have only a phone or no name."""
    random = maker.random
    first, last = random.choice(words.FIRST), random.choice(words.LAST)
    email: str | None = address(maker, place, f"{first}.{last}".lower())
    if lead and place % 3 == 0:
        email = SHARED
    nameless = lead and odd is None and maker.chance(0.3)
    return {
        "email": email,
        "email_domain": email and email.rpartition("@")[2],
        "phone": f"+1202555{random.randrange(10000):04d}" if maker.chance(0.4) else None,
        "name": None if nameless else odd or f"{first} {last}",
        "avatar": f"https://images.example/{place + 1}.png" if maker.chance(0.2) else None,
        "owner_id": random.choice(words.ADMINS)[0] if maker.chance(0.5) else None,
        "has_hard_bounced": int(maker.chance(0.02)),
        "marked_email_as_spam": int(maker.chance(0.01)),
        "unsubscribed_from_emails": int(maker.chance(0.07)),
    }


def address(maker: Maker, place: int, local: str) -> str:
    """An e-mail address nobody else has."""
    host = words.MAIL_HOSTS[place % len(words.MAIL_HOSTS)]
    email = f"{local}@{host}"
    if email in maker.addresses:
        email = f"{local}.{place + 1}@{host}"
    maker.addresses.add(email)
    return email


def deeds(maker: Maker, seen: int | None) -> dict[str, Any]:
    """What a contact did last, and when."""
    return {
        "last_seen_at": seen,
        "last_replied_at": seen if maker.chance(0.25) else None,
        "last_contacted_at": seen if maker.chance(0.6) else None,
        "last_email_opened_at": seen if maker.chance(0.45) else None,
        "last_email_clicked_at": seen if maker.chance(0.15) else None,
    }


def surroundings(maker: Maker) -> dict[str, Any]:
    """Where a contact is, and with what."""
    country, region, city = maker.random.choice(words.PLACES)
    browser, version = maker.random.choice(words.BROWSERS)
    return {
        "language_override": "de" if maker.chance(0.02) else None,
        "browser": browser,
        "browser_version": version,
        "browser_language": maker.random.choice(words.LANGUAGES),
        "os": maker.random.choice(words.SYSTEMS),
        "country": country,
        "region": region,
        "city": city,
    }


def custom(maker: Maker, extra: dict[str, Any], *, lead: bool) -> str:
    """A contact's custom attributes, as JSON; leads have none but the odd ones."""
    known: dict[str, Any] = {}
    if not lead:
        plan = maker.random.randrange(len(words.PLANS))
        seats = 1 + maker.random.randrange(plan * 20 + 1)
        known = {
            "plan": words.PLANS[plan],
            "seats": seats,
            "mrr": round(seats * plan * 4.9, 2),
            "is_trial": maker.chance(0.1),
        }
        if plan:
            known["renewal_on"] = maker.today + maker.random.randrange(-30, 365) * DAY
    return msgspec.json.encode({**known, **extra}).decode()


def device(place: int, seen: int | None) -> str:
    """A phone, as JSON: by turns one kind and the other."""
    system, model, version = (
        ("ios", "iPhone16,2", "18.1") if place // DEVICE_EVERY % 2 else ("android", "Pixel 9", "15")
    )
    known = {
        f"{system}_app_name": "Harbor Lights",
        f"{system}_app_version": "4.2.0",
        f"{system}_device": model,
        f"{system}_os_version": version,
        f"{system}_sdk_version": "17.0.1",
        f"{system}_last_seen_at": seen,
    }
    return msgspec.json.encode(known).decode()
