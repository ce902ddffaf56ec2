"""Tables fit the terminal at any width, and --wide cuts nothing at all."""

from __future__ import annotations

import pytest
from front_door import FrontDoor

from intercom_cli.output.layout import width_of

NOUNS = ("contacts", "companies", "conversations", "tickets", "articles", "tags", "admins",
         "segments", "data-attributes", "teams", "ticket-types", "news-items", "calls")  # fmt: skip


def lines_of(run: FrontDoor, noun: str, *words: str, columns: int) -> list[str]:
    ran = run(noun, "list", *words, "--color", "never", terminal=True, COLUMNS=str(columns)).ok()
    return ran.out.splitlines()


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
@pytest.mark.parametrize("noun", NOUNS)
def test_every_line_fits_and_every_id_is_whole(run: FrontDoor, noun: str, columns: int) -> None:
    head, _, *rows = lines_of(run, noun, columns=columns)
    assert head.startswith("Id ")
    assert max(width_of(line) for line in [head, *rows]) <= columns
    ids = run(noun, "list", "-o", "ids", "-q").ok().out.split("\n")[:-1]
    assert [id for row in rows if (id := row.split("  ")[0])] == [one.strip() for one in ids]


@pytest.mark.parametrize("noun", NOUNS)
def test_wide_shows_every_column_whole_on_any_terminal(run: FrontDoor, noun: str) -> None:
    wide = run(noun, "list", "--wide", "--color", "never", terminal=True, COLUMNS="60").ok()
    assert "No room" not in wide.err
    head, _, *rows = wide.out.splitlines()
    plenty = lines_of(run, noun, columns=5000)
    assert head == plenty[0]
    assert not any("…" in row for row in rows) or any("…" in row for row in plenty[2:])


def test_what_has_no_room_is_named_with_the_way_to_it(run: FrontDoor) -> None:
    narrow = run("contacts", "list", terminal=True, COLUMNS="60").ok()
    assert "No room for" in narrow.err
    assert "--wide shows them" in narrow.err


def test_in_a_pipe_wide_is_no_mistake(run: FrontDoor) -> None:
    assert run("contacts", "list", "--wide").ok().bytes == run("contacts", "list").ok().bytes
    wide = run("contacts", "list", "--wide", "-o", "table").ok()
    assert wide.bytes == run("contacts", "list", "-o", "table").ok().bytes


@pytest.mark.parametrize("noun", ["contacts", "companies", "articles"])
def test_a_narrow_table_still_names_its_records(run: FrontDoor, noun: str) -> None:
    rows = run(noun, "list", "--limit", "20").ok().rows
    seen = run(noun, "list", "--limit", "20", terminal=True, COLUMNS="40").ok().out
    names = [one.get("name") or one.get("title") for one in rows]
    assert any(name and name[:6] in seen for name in names)
