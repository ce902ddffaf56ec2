"""Each question of `intercom help questions` is answered by its line, as counted in another way."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from front_door import FrontDoor, sandbox
from real_process import seeded, shell

from intercom_cli.overview import topic

Record = dict[str, Any]
Answer = Callable[[dict[str, list[Record]]], Any]
HERE = ZoneInfo("America/New_York")
DAY = 86400
PATHS = {
    "contacts": "/contacts?per_page=150",
    "conversations": "/conversations?per_page=150",
    "companies": "/companies/scroll",
    "articles": "/articles?per_page=150",
    "admins": "/admins",
    "internal": "/internal_articles?per_page=150",
}


def questions() -> dict[str, str]:
    """Each question with its line."""
    found = re.findall(r"^  (\S.*)\n    (intercom .*)$", topic("questions"), re.MULTILINE)
    return dict(found)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration with a sandbox, in which what the lines speak of was made."""
    config = seeded(tmp_path_factory.mktemp("questions") / "config", 250)
    transport = sandbox(config / "data" / "sandbox.db")
    run = FrontDoor(config, transport)
    run("contacts", "create", "--email", "jane@acme.test", "--name", "Jane Doe").ok()
    run("companies", "create", "--company-id", "42", "--name", "Acme Ltd").ok()
    run("companies", "attach", "company:42", "jane@acme.test").ok()
    transport.close()
    return config


@pytest.fixture(scope="module")
def world(place: Path) -> Iterator[dict[str, list[Record]]]:
    """Every record, read without --where, --jq and counts."""
    transport = sandbox(place / "data" / "sandbox.db")
    run = FrontDoor(place, transport)
    found = {name: run("request", path, "--all").ok().rows for name, path in PATHS.items()}
    found["tickets"] = run("tickets", "list", "--all").ok().rows
    for one in found["contacts"]:
        if one["tags"]["has_more"]:  # a contact shows ten of its tags
            one["tags"]["data"] = run("request", f"/contacts/{one['id']}/tags", "--all").ok().rows
    yield found
    transport.close()


def answered(place: Path, line: str) -> str:
    ran: subprocess.CompletedProcess[bytes] = shell(place, f"cd {place} && {line}")
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


def rows(text: str) -> list[Any]:
    return [json.loads(line) for line in text.splitlines()]


def ids(text: str) -> set[str]:
    return {row["id"] for row in rows(text)}


def ids_where(noun: str, test: Callable[[Record], bool]) -> Answer:
    return lambda world: {one["id"] for one in world[noun] if test(one)}


def count_where(noun: str, test: Callable[[Record], bool]) -> Answer:
    return lambda world: sum(map(test, world[noun]))


def groups(text: str) -> dict[Any, int]:
    found = {}
    for row in rows(text):
        *values, count = row.values()
        found[tuple(values)] = count
    return found


def local(second: int | None) -> str:
    return "" if second is None else datetime.fromtimestamp(second, HERE).strftime("%Y-%m-%d")


def grouped(noun: str, *keys: Callable[[Record], Any]) -> Answer:
    return lambda world: Counter(tuple(key(one) for key in keys) for one in world[noun])


def ago(days: int) -> float:
    return time.time() - days * DAY


def unfriendly(one: Record) -> bool:
    email = one["email"] or ""
    return "@acme.test" not in email and "@globex.test" not in email


def lead_or_early(one: Record) -> bool:
    return one["role"] == "lead" or "2026-01-01" <= local(one["created_at"]) <= "2026-03-31"


def tagged(one: Record) -> bool:
    return any(tag["id"] == "1" for tag in one["tags"]["data"])


def fits_plan(one: Record) -> bool:
    size = one.get("size")
    plan = (one.get("plan") or {}).get("name")
    return size is not None and 10 <= size <= 50 and plan not in ("pro", "team")


def first_replies(world: dict[str, list[Record]]) -> dict[int, float]:
    found: dict[int, list[int]] = {}
    for one in world["conversations"]:
        seconds = one["statistics"].get("time_to_admin_reply")
        if seconds is not None:
            found.setdefault(int(one["team_assignee_id"] or 0), []).append(seconds)
    return {team: median(seconds) for team, seconds in found.items()}


def closing(world: dict[str, list[Record]]) -> float:
    found = [one["statistics"].get("time_to_first_close") for one in world["conversations"]]
    told = [seconds for seconds in found if seconds is not None]
    return sum(told) / len(told)


def shared_addresses(world: dict[str, list[Record]]) -> list[str]:
    counts = Counter(one["email"] for one in world["contacts"] if one["email"])
    return sorted(email for email, count in counts.items() if count > 1)


def domains(world: dict[str, list[Record]]) -> list[int]:
    counts = Counter(one["email_domain"] for one in world["contacts"])
    return [count for _, count in counts.most_common(5)]


def richest(world: dict[str, list[Record]]) -> list[int]:
    return sorted((one["monthly_spend"] or 0 for one in world["companies"]), reverse=True)[:10]


def oldest_open(world: dict[str, list[Record]]) -> list[str]:
    opened = [one for one in world["conversations"] if one["state"] == "open"]
    return [one["id"] for one in sorted(opened, key=lambda one: one["created_at"])][:10]


def of_refunds(world: dict[str, list[Record]]) -> set[tuple[str, str]]:
    def says(one: Record) -> bool:
        return "refund" in json.dumps([one[name] for name in ("title", "body")]).lower()

    own = {("internal-articles", one["id"]) for one in world["internal"] if says(one)}
    return own | {("articles", "9")}


def invoices(world: dict[str, list[Record]]) -> list[str]:
    sources = [one["source"] for one in world["conversations"]]
    return sorted(one["author"]["email"] for one in sources if "invoice" in one["body"])


Read = Callable[[str], Any]
# For each line, by a part of it: how its answer is read, and how it is found in another way.
CHECKS: dict[str, tuple[Read, Answer]] = {
    "find jane": (
        lambda text: {row["title"] for row in rows(text)},
        lambda _: {"Jane Doe"},
    ),
    "role = lead and created_at > 7d": (
        ids,
        ids_where("contacts", lambda one: one["role"] == "lead" and one["created_at"] > ago(7)),
    ),
    "location.country": (groups, grouped("contacts", lambda one: one["location"]["country"])),
    "signed_up_at:month": (
        groups,
        lambda world: Counter(
            (local(one["signed_up_at"])[:7] or None,)
            for one in world["contacts"]
            if one["role"] == "user"
        ),
    ),
    "plan = pro": (
        ids,
        ids_where(
            "contacts",
            lambda one: (
                one["custom_attributes"].get("plan") == "pro"
                and one["last_seen_at"] is not None
                and one["last_seen_at"] < ago(60)
            ),
        ),
    ),
    "last_replied_at is null": (
        int,
        count_where("contacts", lambda one: one["last_replied_at"] is None),
    ),
    "not (email": (int, count_where("contacts", unfriendly)),
    "between 2026-01": (int, count_where("contacts", lead_or_early)),
    "uniq -d": (str.split, shared_addresses),
    "email_domain --top": (lambda text: [row["count"] for row in rows(text)], domains),
    "country --top": (
        lambda text: {row["country"]: row["count"] for row in rows(text)},
        lambda world: dict(
            Counter(one["location"]["country"] for one in world["contacts"]).most_common(5)
        ),
    ),
    "median:statistics": (
        lambda text: {
            int(row["team_id"] or 0): row["median:statistics.time_to_admin_reply"]
            for row in rows(text)
        },
        first_replies,
    ),
    "tag = VIP": (
        lambda text: sorted(row["name"] for row in csv.DictReader(text.splitlines())),
        lambda world: sorted(one["name"] or "" for one in world["contacts"] if tagged(one)),
    ),
    "--sort -monthly_spend": (
        lambda text: [row["monthly_spend"] for row in rows(text)],
        richest,
    ),
    "map(.monthly_spend": (
        int,
        lambda world: sum(one["monthly_spend"] or 0 for one in world["companies"]),
    ),
    "size between": (ids, ids_where("companies", fits_plan)),
    "companies contacts": (rows, lambda _: [{"name": "Jane Doe", "email": "jane@acme.test"}]),
    "group-by state": (groups, grouped("conversations", lambda one: one["state"])),
    "state = open' --sort": (lambda text: [row["id"] for row in rows(text)], oldest_open),
    "admin_assignee_id = 0": (
        ids,
        ids_where(
            "conversations",
            lambda one: one["state"] == "open" and one["admin_assignee_id"] == 0,
        ),
    ),
    "created_at:day": (groups, grouped("conversations", lambda one: local(one["created_at"]))),
    "~ invoice": (
        lambda text: sorted(row["source"]["author"]["email"] for row in rows(text)),
        invoices,
    ),
    "mean:statistics": (
        lambda text: rows(text)[0]["mean:statistics.time_to_first_close"],
        closing,
    ),
    "xargs": (ids, ids_where("conversations", lambda one: one["state"] == "snoozed")),
    "ticket_type.name,ticket_state": (
        groups,
        grouped(
            "tickets",
            lambda one: one["ticket_type"]["name"],
            lambda one: one["ticket_state"]["internal_label"],
        ),
    ),
    "category = in_progress": (
        ids,
        ids_where(
            "tickets",
            lambda one: (
                one["ticket_state"]["category"] == "in_progress" and one["updated_at"] < ago(7)
            ),
        ),
    ),
    "> tickets.csv": (lambda text: text, lambda _: ""),
    "state = draft": (
        lambda text: set(text.split()),
        ids_where("articles", lambda one: one["state"] == "draft"),
    ),
    "find refund": (
        lambda text: {(row["kind"], row["id"]) for row in rows(text)},
        of_refunds,
    ),
    "away_mode_enabled": (
        str.splitlines,
        lambda world: [one["name"] for one in world["admins"] if one["away_mode_enabled"]],
    ),
}


def check_of(line: str) -> tuple[Read, Answer]:
    [found] = [check for part, check in CHECKS.items() if part in line]
    return found


@pytest.mark.parametrize("question", questions())
def test_a_line_answers_its_question(
    place: Path, world: dict[str, list[Record]], question: str
) -> None:
    line = questions()[question]
    read, other = check_of(line)
    assert read(answered(place, line)) == other(world), line


def test_the_file_of_the_report_holds_every_ticket(
    place: Path, world: dict[str, list[Record]]
) -> None:
    [line] = [one for one in questions().values() if "tickets.csv" in one]
    answered(place, line)
    with (place / "tickets.csv").open(newline="") as file:
        told = list(csv.DictReader(file))
    assert [row["ticket_id"] for row in told] == [one["ticket_id"] for one in world["tickets"]]
    first = datetime.fromisoformat(told[0]["created_at"]).astimezone(UTC).timestamp()
    assert first == world["tickets"][0]["created_at"]


def test_there_are_many_questions_each_with_a_line_of_its_own() -> None:
    found = questions()
    assert len(found) >= 25
    assert len(set(found.values())) == len(found)
    assert all(question.endswith("?") for question in found)
