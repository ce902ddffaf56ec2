"""The seeded companies: customers of all sizes, and two that nobody works at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any

from intercom_cli.sandbox.seeding.words import BUSINESSES, INDUSTRIES, PLANS, TAGS, TRADES

DAY = 86_400
EMPTY = 2
TIERS = ("gold", "silver", "bronze")
COMPANY_COLUMNS = (
    "seq", "id", "state", "company_id", "name", "plan", "remote_created_at", "created_at",
    "updated_at", "last_request_at", "size", "website", "industry", "monthly_spend",
    "session_count", "user_count", "custom",
)  # fmt: skip


@dataclass(slots=True)
class SeededCompany:
    """A company while the workspace is being made; contacts count themselves in."""

    seq: int
    id: str
    name: str
    domain: str
    created_at: int
    facts: dict[str, Any]
    tags: tuple[int, ...]
    user_count: int = 0

    def row(self) -> tuple[Any, ...]:
        """The company as a row."""
        known: dict[str, Any] = {
            "seq": self.seq,
            "id": self.id,
            "state": "live",
            "company_id": f"cust-{self.seq:04d}",
            "name": self.name,
            "user_count": self.user_count,
            "created_at": self.created_at,
            **self.facts,
        }
        return tuple(known[column] for column in COMPANY_COLUMNS)


def make_companies(random: Random, today: int, *, count: int) -> list[SeededCompany]:
    """Make companies; the first is Acme, so that examples find it."""
    return [company(random, today, seq=seq) for seq in range(1, count + 1)]


def company(random: Random, today: int, *, seq: int) -> SeededCompany:
    """Make one company."""
    place = seq - 1
    business = BUSINESSES[place % len(BUSINESSES)]
    name = business if place == 0 else f"{business} {TRADES[place % len(TRADES)]}"
    domain = f"{business.lower()}.test"
    created = today - random.randrange(200, 700) * DAY + random.randrange(DAY)
    seen = today - int(random.random() ** 3 * 150 * DAY)
    size = random.choice((3, 12, 40, 180, 650, 4200))
    custom = {"account_tier": TIERS[place % 3], "contract": f"C-{random.randrange(10**6):06d}"}
    facts = {
        "plan": PLANS[random.randrange(len(PLANS))],
        "remote_created_at": created - random.randrange(1, 900) * DAY,
        "updated_at": max(created, seen),
        "last_request_at": seen,
        "size": size,
        "website": f"https://www.{domain}",
        "industry": INDUSTRIES[place % len(TRADES)],
        "monthly_spend": size * random.randrange(5, 40),
        "session_count": random.randrange(5000),
        "custom": json.dumps(custom, separators=(",", ":")),
    }
    tags = tuple(sorted(random.sample(range(1, len(TAGS) + 1), random.randrange(3))))
    identifier = f"{created:08x}{random.getrandbits(64):016x}"
    return SeededCompany(seq, identifier, name, domain, created, facts, tags)
