"""What hangs on the seeded contacts: companies, tags, notes and subscriptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from intercom_cli.sandbox.people.contact_bodies import render
from intercom_cli.sandbox.seeding.companies import EMPTY, SeededCompany
from intercom_cli.sandbox.seeding.contacts import CONTACT_COLUMNS, Maker, contact
from intercom_cli.sandbox.seeding.words import ADMINS, NOTES, SUBSCRIPTIONS, TAGS

Part = tuple[Sequence[Any], int]

# One contact in so many has more of everything than the ten entries a nested list shows.
CROWDED_EVERY = 60
CROWD = 12


@dataclass(slots=True)
class Batch:
    """Contacts to be written together, with what hangs on them."""

    rows: list[tuple[Any, ...]] = field(default_factory=list)
    bodies: list[tuple[int, bytes]] = field(default_factory=list)
    companies: list[tuple[int, int, int]] = field(default_factory=list)
    tags: list[tuple[int, int, int, str]] = field(default_factory=list)
    notes: list[tuple[int, int, str, str, int]] = field(default_factory=list)
    subscriptions: list[tuple[int, int, str]] = field(default_factory=list)


def make_contacts(
    random: Random, today: int, *, count: int, companies: Sequence[SeededCompany], size: int
) -> Iterator[Batch]:
    """Make contacts, a batch at a time; the last companies stay without any."""
    maker = Maker(random, today, companies[:-EMPTY])
    for start in range(0, count, size):
        batch = Batch()
        for place in range(start, min(start + size, count)):
            add_one(maker, batch, place)
        yield batch


def add_one(maker: Maker, batch: Batch, place: int) -> None:
    """Make one contact with all its parts."""
    row = contact(maker, place)
    crowded = place % CROWDED_EVERY == CROWDED_EVERY // 3
    parts: dict[str, Part] = {
        "companies": join_companies(maker, batch, row, crowded=crowded),
        "tags": put_tags(maker, batch, row, crowded=crowded),
        "notes": write_notes(maker, batch, row, crowded=crowded),
        **choose_subscriptions(maker, batch, row["seq"]),
    }
    batch.rows.append(tuple([row[column] for column in CONTACT_COLUMNS]))
    batch.bodies.append((row["seq"], render(row, parts)))


def join_companies(maker: Maker, batch: Batch, row: dict[str, Any], *, crowded: bool) -> Part:
    """Let a contact work somewhere, most of them at one company."""
    if not crowded and (row["role"] == "lead" or maker.chance(0.15)):
        return (), 0
    chosen = sorted(
        maker.random.sample(maker.companies, CROWD)
        if crowded
        else [maker.random.choice(maker.companies)],
        key=lambda company: company.seq,
        reverse=True,
    )
    for company in chosen:
        company.user_count += 1
        batch.companies.append((row["seq"], company.seq, row["created_at"]))
    return [company.id for company in chosen], len(chosen)


def put_tags(maker: Maker, batch: Batch, row: dict[str, Any], *, crowded: bool) -> Part:
    """Tag a contact, or not."""
    if crowded:
        chosen = maker.random.sample(range(1, len(TAGS) + 1), CROWD)
    elif maker.chance(0.3):
        chosen = [1 + maker.random.randrange(len(TAGS))]
    else:
        return (), 0
    chosen.sort(reverse=True)
    admin = ADMINS[row["seq"] % len(ADMINS)][0]
    batch.tags.extend((row["seq"], tag, row["updated_at"], admin) for tag in chosen)
    return chosen, len(chosen)


def write_notes(maker: Maker, batch: Batch, row: dict[str, Any], *, crowded: bool) -> Part:
    """Leave notes on a contact, or none."""
    count = CROWD if crowded else int(maker.chance(0.08))
    numbers = range(maker.note + 1, maker.note + count + 1)
    maker.note += count
    for number in numbers:
        admin = ADMINS[number % len(ADMINS)][0]
        body = f"<p>{NOTES[number % len(NOTES)]}</p>"
        batch.notes.append((number, row["seq"], admin, body, row["updated_at"]))
    return list(reversed(numbers)), count


def choose_subscriptions(maker: Maker, batch: Batch, seq: int) -> dict[str, Part]:
    """Let some contacts say what they want to hear, or no longer want to."""
    if not maker.chance(0.06):
        return {}
    number, consent = maker.random.choice(SUBSCRIPTIONS)[:2]
    batch.subscriptions.append((seq, number, consent))
    return {consent: ([number], 1)}
