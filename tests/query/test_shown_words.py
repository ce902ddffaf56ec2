"""What a table shows can be typed back: titles are fields, and cells are values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from front_door import FrontDoor, answer, connected, sandbox

from intercom_cli import discovery
from intercom_cli.resource import Column

NOUNS = ("contacts", "companies", "conversations", "tickets", "articles")
FEW = 4  # cells of each column that are typed back


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    config: Path = tmp_path_factory.mktemp("shown") / "config"
    connected(config)
    transport = sandbox(contacts=60, rate_limit=1_000_000)
    yield FrontDoor(config, transport)
    transport.close()


def columns(noun: str) -> tuple[Column, ...]:
    found = discovery.load("resources", noun).resource.columns
    return tuple(column for column in found if not column.extra)


def table(run: FrontDoor, noun: str) -> list[dict[str, str]]:
    """The rows of a table by its titles, each with its Id."""
    out = run(noun, "list", "--all", "--wide", "-o", "table").ok().out.rstrip("\n").split("\n")
    titles = [column.title for column in columns(noun)]
    starts: list[int] = []
    for title in titles:
        starts.append(out[0].index(title, starts[-1] + 1 if starts else 0))
    rows = []
    for line in filter(str.isascii, out[1:]):  # wide letters shift what follows
        row = {}
        for column, start, end in zip(columns(noun), starts, [*starts[1:], None], strict=True):
            number = line[: start + len(column.title)].split()[-1]
            row[column.title] = number if column.kind == "count" else line[start:end].strip()
        rows.append(row)
    return rows


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@pytest.mark.parametrize("noun", NOUNS)
def test_each_cell_typed_back_under_its_title_finds_its_row(run: FrontDoor, noun: str) -> None:
    rows = table(run, noun)
    tried = 0
    for column in columns(noun):
        cells: dict[str, str] = {}
        for row in rows:
            if row[column.title]:
                cells.setdefault(row[column.title], row["Id"])
        for cell, id in list(cells.items())[:FEW]:
            title = column.title.lower()
            value = cell if column.kind == "count" else quoted(cell)
            ran = run(noun, "list", "--where", f"{quoted(title)} = {value}", "--all")
            assert id in [row["id"] for row in ran.ok().rows], (title, cell)
            tried += 1
    assert tried > 2 * len(columns(noun))


@pytest.mark.parametrize(
    ("noun", "title", "path"),
    [
        ("contacts", "seen", "last_seen_at"),
        ("contacts", "Country", "location.country"),
        ("companies", "spend", "monthly_spend"),
        ("companies", "users", "user_count"),
        ("conversations", "from", "source.author.name"),
        ("articles", "author", "author_id"),
    ],
)
def test_a_title_stands_for_its_field(run: FrontDoor, noun: str, title: str, path: str) -> None:
    for where in ("{} is null", "{} is not null"):
        told = run(noun, "list", "--where", where.format(title), "--all").ok().rows
        meant = run(noun, "list", "--where", where.format(path), "--all").ok().rows
        assert [row["id"] for row in told] == [row["id"] for row in meant]


def test_a_list_is_put_in_the_order_of_a_title(run: FrontDoor) -> None:
    for noun, title, path in (
        ("contacts", "seen", "last_seen_at"),
        ("companies", "-spend", "-monthly_spend"),
    ):
        told = run(noun, "list", "--sort", title, "--limit", "9").ok().rows
        assert told == run(noun, "list", "--sort", path, "--limit", "9").ok().rows


def state(row: dict[str, Any]) -> str:
    found: str = row["ticket_state"]["internal_label"]
    return found


def test_the_state_of_a_ticket_goes_by_its_label(run: FrontDoor) -> None:
    rows = run("tickets", "list", "--all").ok().rows
    for label in {state(row) for row in rows}:
        for written in (label, label.upper()):
            ran = run("tickets", "list", "--where", f"state = {quoted(written)}", "--all").ok()
            assert {row["id"] for row in ran.rows} == {
                row["id"] for row in rows if state(row) == label
            }
        rest = run("tickets", "list", "--where", f"state != {quoted(label)}", "--all").ok().rows
        assert {row["id"] for row in rest} == {row["id"] for row in rows if state(row) != label}
    refused = run("tickets", "list", "--where", "state = nonsense")
    assert refused.code == 2
    assert "Waiting on customer" in refused.error["message"]
    assert "in_progress" in refused.error["message"]


class Older(httpx.BaseTransport):
    """A workspace whose tickets, as up to 2.11, have the label of their state and not its id."""

    tickets = tuple(
        {
            "type": "ticket",
            "id": str(number),
            "ticket_state": "in_progress",
            "ticket_state_internal_label": label,
        }
        for number, label in enumerate(["With us", "At the supplier", "With us"])
    )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/ticket_states":
            labels = enumerate(["With us", "At the supplier"], start=1)
            states = [
                {"id": str(number), "category": "in_progress", "internal_label": label}
                for number, label in labels
            ]
            return answer({"type": "list", "data": states})
        # All of them are in progress.
        found = [] if b'"NIN"' in request.content else list(self.tickets)
        listed = {"type": "ticket.list", "tickets": found, "total_count": len(found)}
        return answer({**listed, "pages": None})


def test_labels_find_tickets_of_older_versions_too(run: FrontDoor) -> None:
    words = ["tickets", "list", "--all", "-o", "ids"]
    found = run(*words, "--where", "state = 'With us'", transport=Older()).ok()
    rest = run(*words, "--where", "state != 'With us'", transport=Older()).ok()
    assert (found.out.split(), rest.out.split()) == (["0", "2"], ["1"])


def test_assigned_is_an_admin_a_team_or_both(run: FrontDoor) -> None:
    rows = run("conversations", "list", "--all").ok().rows
    both = [row for row in rows if row["admin_assignee_id"] and row["team_assignee_id"]]
    admins = {row["id"]: row["name"] for row in run("admins", "list").ok().rows}
    teams = {row["id"]: row["name"] for row in run("teams", "list").ok().rows}
    admin, team = str(both[0]["admin_assignee_id"]), str(both[0]["team_assignee_id"])

    def found(where: str) -> set[str]:
        ran = run("conversations", "list", "--where", where, "--all").ok()
        return {row["id"] for row in ran.rows}

    def having(field: str, id: str) -> set[str]:
        return {row["id"] for row in rows if str(row[field]) == id}

    by_admin, by_team = having("admin_assignee_id", admin), having("team_assignee_id", team)
    assert found(f"assigned = {quoted(admins[admin])}") == by_admin
    assert found(f"assigned = {quoted(teams[team])}") == by_team
    assert found(f"assigned = {quoted(f'{admins[admin]}, {teams[team]}')}") == by_admin & by_team
    every = {row["id"] for row in rows}
    assert found(f"assigned != {quoted(admins[admin])}") == every - by_admin
    nobody = {
        row["id"] for row in rows if not (row["admin_assignee_id"] or row["team_assignee_id"])
    }
    assert found("assigned is null") == found("assigned = none") == nobody
    assert found("assigned is not null") == every - nobody
    wrong = run("conversations", "list", "--where", "assigned = Nobodyatall")
    assert wrong.code == 6
    assert "no admin or team" in wrong.error["message"]


def test_me_is_who_signed_in(run: FrontDoor) -> None:
    own = run("request", "/me").ok().json["id"]
    for noun, name, field in (
        ("contacts", "owner", "owner_id"),
        ("conversations", "assignee", "admin_assignee_id"),
        ("articles", "author", "author_id"),
    ):
        mine = run(noun, "list", "--where", f"{name} = me", "--all").ok().rows
        assert mine
        assert {str(row[field]) for row in mine} == {own}


def test_a_ticket_is_found_by_the_number_that_people_see(run: FrontDoor) -> None:
    one = run("tickets", "list", "--limit", "1").ok().rows[0]
    for written in (one["ticket_id"], f"No. {one['ticket_id']}", f"#{one['ticket_id']}"):
        ran = run("tickets", "get", written).ok()
        assert ran.json["id"] == one["id"]
        assert f"this is No. {one['ticket_id']}" in ran.err
        where = f"no = {quoted(written)}"
        assert [row["id"] for row in run("tickets", "list", "--where", where).ok().rows] == [
            one["id"]
        ]
    assert run("tickets", "get", one["id"]).ok().err == ""
    missing = run("tickets", "get", "999")
    assert missing.code == 6
    assert json.loads(missing.err.splitlines()[-1])["error"]["http"]["status"] == 404


def test_a_title_is_a_field_of_fields_in_every_format(run: FrontDoor) -> None:
    rows = run("contacts", "list", "--limit", "9").ok().rows
    told = run("contacts", "list", "--limit", "9", "--fields", "id,seen,country").ok().rows
    assert told == [
        {"id": row["id"], "seen": row["last_seen_at"], "country": row["location"]["country"]}
        for row in rows
    ]
    shown = run("contacts", "list", "--limit", "9", "--fields", "seen,country", "-o", "csv").ok()
    assert shown.out.startswith("seen,country")
    assert shown.err == ""
    ticket = run("tickets", "list", "--limit", "1", "--fields", "no,type,state").ok().rows[0]
    assert ticket["type"] == "ticket"  # a real field wins
    assert ticket["no"].isdigit()
