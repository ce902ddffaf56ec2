"""Any expression, asked of the sandbox, finds exactly the records it means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from expressions import Maker, at, day_of, means, written
from front_door import FrontDoor, connected, sandbox

PEOPLE = {
    "role": "id",
    "name": "text",
    "email": "text",
    "phone": "text",
    "location.country": "text",
    "custom_attributes.plan": "text",
    "custom_attributes.seats": "number",
    "unsubscribed_from_emails": "flag",
    "created_at": "time",
    "last_seen_at": "time",
    "signed_up_at": "time",
    "last_replied_at": "time",
}
CONVERSATIONS = {
    "id": "id",
    "state": "id",
    "open": "flag",
    "priority": "id",
    "created_at": "time",
    "updated_at": "time",
    "waiting_since": "time",
    "snoozed_until": "time",
}
COMPANIES = {"name": "text", "industry": "text", "size": "number", "created_at": "time"}
# Days with 23 and 25 hours, and the one that only leap years have.
DAYS = ("2026-03-08", "2025-11-02", "2024-02-29")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A sandbox with contacts on the borders of days."""
    config: Path = tmp_path_factory.mktemp("expressions") / "config"
    connected(config)
    transport = sandbox(contacts=60, rate_limit=1_000_000)
    run = FrontDoor(config, transport)
    for number, second in enumerate(borders()):
        own = ["--external-id", f"border-{number}", "--name", f"Border {number}"]
        run("contacts", "create", *own, "--signed-up-at", str(second)).ok()
    yield run
    transport.close()


def borders() -> list[int]:
    return [edge + beside for day in DAYS for edge in day_of(day) for beside in (-1, 0, 1)]


@pytest.mark.parametrize(
    ("noun", "fields", "seed"),
    [
        *(("contacts", PEOPLE, seed) for seed in range(8)),
        *(("conversations", CONVERSATIONS, seed) for seed in range(2)),
        *(("companies", COMPANIES, seed) for seed in range(2)),
    ],
)
def test_what_is_found_is_what_is_meant(
    run: FrontDoor, noun: str, fields: dict[str, str], seed: int
) -> None:
    rows = run(noun, "list", "--all").ok().rows
    maker = Maker(Random(seed), rows, fields)
    for _ in range(30):
        said = maker.said()
        found = run(noun, "list", "--where", written(said), "--all").ok()
        ids = [row["id"] for row in found.rows]
        wanted = {row["id"] for row in rows if holds(said, row, noun)}
        assert len(ids) == len(set(ids))
        assert set(ids) == wanted, written(said)


def holds(said: Any, row: dict[str, Any], noun: str) -> bool:
    """What an expression means; companies are decided here, where case does not matter."""
    if noun != "companies":
        return means(said, row)
    return means(folded(said), {key: folded(value) for key, value in row.items()})


def folded(value: Any) -> Any:
    if isinstance(value, tuple):
        return (
            (value[0], value[1], value[2], *map(folded, value[3:]))
            if is_leaf(value)
            else (value[0], *map(folded, value[1:]))
        )
    return value.casefold() if isinstance(value, str) else value


def is_leaf(value: tuple[Any, ...]) -> bool:
    return value[0] not in {"not", "and", "or"}


def test_tags_join_with_what_intercom_cannot_decide(run: FrontDoor) -> None:
    every = run("contacts", "list", "--all").ok().rows
    people = [row for row in every if row["role"] == "lead"]
    for row in people[:3]:
        run("contacts", "tag", row["id"], "VIP").ok()
    tag = next(t["id"] for t in run("tags", "list").ok().rows if t["name"] == "VIP")
    tagged = {
        row["id"]
        for row in run("contacts", "list", "--where", f"tag_id = {tag}", "--all").ok().rows
    }
    start = day_of(DAYS[0])[0]
    where = f"tag_id = {tag} or signed_up_at >= {DAYS[0]}"
    found = run("contacts", "list", "--where", where, "--all").ok()
    ids = [row["id"] for row in found.rows]
    wanted = {row["id"] for row in every if (at(row, "signed_up_at") or 0) >= start}
    assert len(ids) == len(set(ids))
    assert set(ids) == wanted | tagged
    ordered = run("contacts", "list", "--where", where, "--sort", "created_at", "--all").ok()
    assert {row["id"] for row in ordered.rows} == set(ids)
    times = [row["created_at"] for row in ordered.rows]
    assert times == sorted(times)
