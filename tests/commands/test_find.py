"""One look for a text everywhere: where it is looked for, what is shown, and what is said of it."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from typing import Any

import httpx2 as httpx
import pytest
from front_door import TOKEN, FrontDoor, Ran, refusal

Fails = Callable[[httpx.Request], httpx.Response | None]


class Failing(httpx.BaseTransport):
    """Passes requests on, but for those that are answered by the test."""

    def __init__(self, inner: httpx.BaseTransport, fails: Fails) -> None:
        self.inner = inner
        self.fails = fails

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self.fails(request) or self.inner.handle_request(request)


def failing(run: FrontDoor, *words: str, status: int, path: str = "", **more: Any) -> Ran:
    """Run where every request whose path begins so is refused."""

    def fails(request: httpx.Request) -> httpx.Response | None:
        return refusal(status) if request.url.path.startswith(path) else None

    return run(*words, transport=Failing(run.inner, fails), **more)


def kinds(ran: Ran) -> list[str]:
    return [row["kind"] for row in ran.ok().rows]


def paths(ran: Ran) -> set[str]:
    return {request.url.path for request in ran.requests}


def a_contact(run: FrontDoor, **more: str) -> dict[str, Any]:
    options = [word for name, value in more.items() for word in (f"--{name}", value)]
    made: dict[str, Any] = run("contacts", "create", *options).ok().json
    return made


def test_an_address_finds_who_has_it_and_what_they_wrote(run: FrontDoor) -> None:
    ran = run("find", "front.desk@acme.test", "--all").ok()
    people = [row for row in ran.rows if row["kind"] == "contacts"]
    wanted = run("contacts", "list", "--where", "email = front.desk@acme.test", "--all").ok().rows
    assert sorted(row["id"] for row in people) == sorted(one["id"] for one in wanted)
    said = run("conversations", "list", "--where", "source.author.email = front.desk@acme.test")
    assert {row["id"] for row in ran.rows if row["kind"] == "conversations"} >= {
        one["id"] for one in said.ok().rows
    }
    assert {row["fit"] for row in people} == {"exact"}


def test_with_somebody_come_their_conversations_and_tickets(run: FrontDoor) -> None:
    ticket = run("tickets", "list", "--limit", "1").ok().rows[0]
    owner = ticket["contacts"]["contacts"][0]
    email = run("contacts", "get", owner["id"]).ok().json["email"]
    for text in (email, owner["id"], f"external:{owner['external_id']}"):
        ran = run("find", text, "--all").ok()
        found = {(row["kind"], row["id"]) for row in ran.rows}
        assert {("contacts", owner["id"]), ("tickets", ticket["id"])} <= found
        theirs = [row for row in ran.rows if row["kind"] == "tickets"]
        where = f"contact_ids = {owner['id']}"
        assert len(theirs) == int(run("tickets", "list", "--where", where, "--count").ok().out)
        assert {row["fit"] for row in theirs} == {"theirs"}
        assert len(found) == len(ran.rows)
    only = run("find", owner["id"], "--kind", "contacts").ok()
    assert kinds(only) == ["contacts"]
    assert len(only.requests) == 1


def test_an_id_finds_the_contact_or_the_company(run: FrontDoor) -> None:
    for noun in ("contacts", "companies"):
        record = run(noun, "list", "--limit", "1").ok().rows[0]
        ran = run("find", record["id"]).ok()
        row = ran.rows[0]
        assert (row["kind"], row["id"], row["record"]["id"]) == (noun, record["id"], record["id"])
        assert len(ran.requests) == (4 if noun == "contacts" else 2)


def test_a_number_finds_what_has_it_also_the_number_that_people_see(run: FrontDoor) -> None:
    ticket = next(one for one in run("tickets", "list").ok().rows if one["ticket_id"] == "12")
    found = {(row["kind"], row["id"]) for row in run("find", "12").ok().rows}
    assert {("conversations", "12"), ("articles", "12"), ("tickets", ticket["id"])} <= found
    assert ("tickets", ticket["id"]) in {
        (row["kind"], row["id"]) for row in run("find", f"#{ticket['id']}").ok().rows
    }


def test_ids_of_ones_own_are_named_as_everywhere(run: FrontDoor) -> None:
    made = a_contact(run, **{"external-id": "4711", "email": "own@acme.test"})
    company = run("companies", "create", "--company-id", "4711", "--name", "Own Ltd").ok().json
    assert [row["id"] for row in run("find", "external:4711").ok().rows] == [made["id"]]
    assert [row["id"] for row in run("find", "company:4711").ok().rows] == [company["id"]]
    assert {made["id"], company["id"]} <= {row["id"] for row in run("find", "4711").ok().rows}


@pytest.mark.parametrize("typed", ["+353 86 123 4567", "+353861234567", "086 123-4567"])
def test_a_phone_number_is_found_however_it_is_typed(run: FrontDoor, typed: str) -> None:
    made = a_contact(run, email="phone@acme.test", phone="+353861234567")
    [row] = run("find", typed).ok().rows
    assert (row["id"], row["fit"]) == (made["id"], "exact")


def test_an_address_of_the_web_app_finds_what_it_shows(run: FrontDoor) -> None:
    page = "https://app.intercom.com/a/inbox/sandbox1/inbox/conversation/12"
    assert ("conversations", "12") in {(r["kind"], r["id"]) for r in run("find", page).ok().rows}


def test_words_are_found_in_every_kind_whatever_their_case(run: FrontDoor) -> None:
    a_contact(run, email="other@acme.test", name="Lighthouse Keeper")
    run("companies", "create", "--company-id", "lh", "--name", "Lighthouse Keeper").ok()
    run("companies", "attach", "company:lh", "other@acme.test").ok()
    run("tags", "create", "--name", "Lighthouse Keepers").ok()
    run("tickets", "create", "-y", "--type", "Question", "--contact", "other@acme.test",
        "--title", "The Lighthouse is dark", "--set",
        "ticket_attributes._default_description_=Ask the keeper").ok()  # fmt: skip
    run("internal-articles", "create", "--title", "Lighthouse keepers", "--body", "Light.").ok()
    ran = run("find", "lighthouse", "keeper").ok()
    assert {"contacts", "companies", "tags", "tickets", "internal-articles"} <= set(kinds(ran))


def test_the_best_come_first_and_the_order_is_the_same_every_time(run: FrontDoor) -> None:
    for number, name in enumerate(["Old Harbor", "Harbor", "Harborside", "Oharbory"]):
        a_contact(run, email=f"harbor{number}@x.test", name=name)
    first = run("find", "harbor", "--all").ok()
    fits = ["exact", "beginning", "word", "part", "text"]
    places = [fits.index(row["fit"]) for row in first.rows]
    assert places == sorted(places)
    names = [row["title"] for row in first.rows if row["kind"] == "contacts"]
    assert names.index("Harbor") == 0
    for _ in range(3):
        assert run("find", "harbor", "--all").ok().bytes == first.bytes


def test_each_kind_shows_a_few_and_says_that_there_is_more(run: FrontDoor) -> None:
    ran = run("find", "invoice", "--limit", "2").ok()
    counts = {kind: kinds(ran).count(kind) for kind in set(kinds(ran))}
    assert set(counts.values()) == {2}
    assert "--all" in ran.err
    more = run("find", "invoice", "--all").ok()
    assert len(more.rows) > len(ran.rows)
    assert "There is more" not in more.err


def test_only_the_kinds_that_are_named_are_asked_for(run: FrontDoor) -> None:
    ran = run("find", "invoice", "--kind", "tickets, articles").ok()
    assert paths(ran) == {"/tickets/search", "/articles/search"}
    wrong = run("find", "invoice", "--kind", "ticket")
    assert (wrong.code, wrong.requests) == (2, [])
    assert wrong.error["hint"] == "did you mean tickets?"


def test_what_is_nowhere_is_said_and_is_no_failure(run: FrontDoor) -> None:
    for text in ("zzqqy", "0" * 24, "nobody@nowhere.test", "99999999"):
        ran = run("find", text)
        assert (ran.code, ran.out) == (0, ""), text
        assert "Nothing found" in ran.err
    assert run("find", "zzqqy", "-o", "json").ok().json == []
    assert run("find", "zzqqy", "--jq", "length").ok().json == 0


def test_what_is_no_address_of_anybody_is_looked_for_in_texts(run: FrontDoor) -> None:
    run("tickets", "create", "-y", "--type", "Question", "--contact", "front.desk@x.test",
        "--title", "Bounced: gone@nowhere.test")  # fmt: skip
    a_contact(run, email="z@x.test", name="Was gone@nowhere.test")
    ran = run("find", "gone@nowhere.test", "-v").ok()
    assert "contacts" in kinds(ran)
    assert "looking for words" in ran.err


def test_a_kind_that_is_not_allowed_is_told_and_the_others_are_shown(run: FrontDoor) -> None:
    ran = failing(run, "find", "invoice", status=403, path="/tickets")
    assert "tickets could not be looked through" in ran.err
    assert "articles" in kinds(ran)
    assert "tickets" not in kinds(ran)


def test_where_nothing_was_found_and_something_failed_it_is_not_said_to_be_nowhere(
    run: FrontDoor,
) -> None:
    ran = failing(run, "find", "zzqqy", status=403, path="/tickets")
    assert (ran.code, ran.out) == (5, "")
    assert "tickets" in ran.error["message"]
    assert "Nothing found" not in ran.err
    assert failing(run, "find", "invoice", status=401).code == 4


def test_what_was_skipped_and_why_is_told_when_asked_for(run: FrontDoor) -> None:
    assert "skipped" not in run("find", "12").ok().err
    told = run("find", "front.desk@acme.test", "-v").ok().err
    assert re.search("articles: skipped, .*e-mail", told)
    assert "tickets: skipped" not in told
    old = run("find", "invoice", "-v", "--api-version", "2.14").ok().err
    assert re.search("internal-articles: not looked through.*2.16", old)


def test_a_bound_of_what_is_read_is_told_and_goes_with_all(run: FrontDoor) -> None:
    """Intercom cannot search companies by a word, and lists the latest active first."""
    a_contact(run, email="works@there.test")
    [person] = run("find", "works@there.test", "--kind", "contacts").ok().rows
    for number in range(190):
        name = "Found At Last" if number == 0 else f"Many {number}"
        made = sent(run, "/companies", company_id=f"many-{number}", name=name)
        sent(run, f"/contacts/{person['id']}/companies", id=made["id"])
    ran = run("find", "at last", "--kind", "companies", "--all").ok()
    assert [row["title"] for row in ran.rows] == ["Found At Last"]
    assert "looked through" not in ran.err
    bounded = run("find", "at last", "--kind", "companies").ok()
    assert re.search(r"companies: only the 180 .* of \d+ were looked through.*--all", bounded.err)


def sent(run: FrontDoor, path: str, **body: str) -> dict[str, Any]:
    """Make something in the sandbox, as another program would."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Intercom-Version": "2.16"}
    request = httpx.Request("POST", f"http://sandbox.localhost{path}", headers=headers, json=body)
    answer: dict[str, Any] = run.inner.handle_request(request).json()
    return answer


def test_a_dry_run_shows_the_requests_and_sends_none(run: FrontDoor) -> None:
    ran = run("find", "jane@acme.test", "-n").ok()
    assert ran.requests == []
    asked = {row["url"].partition("localhost")[2] for row in ran.rows}
    assert asked == {"/contacts/search", "/conversations/search", "/admins"}


def test_requests_are_under_way_at_the_same_time(run: FrontDoor) -> None:
    """Each of the first three waits for the two others: one after the other would never end."""
    together = threading.Barrier(3, timeout=20)
    first = iter(range(3))

    def meets(_: httpx.Request) -> None:
        if next(first, None) is not None:
            together.wait()

    assert run("find", "invoice", transport=Failing(run.inner, meets)).ok().rows


def test_a_terminal_groups_by_kind_with_the_command_for_each(run: FrontDoor) -> None:
    ran = run("find", "invoice", "--limit", "2", "--color", "always", terminal=True).ok()
    plain = re.sub(r"\x1b\[[0-9;]*m", "", ran.out)
    assert re.search(r"^Conversations \(2 of \d+\)$", plain, re.MULTILINE)
    assert re.search(r"^    intercom conversations get \d+$", plain, re.MULTILINE)
    assert re.search("\x1b\\[1;33minvoice\x1b\\[0m", ran.out, re.IGNORECASE)
    assert max(map(len, plain.splitlines())) <= 80
    assert "\x1b" not in run("find", "invoice", "-o", "table").ok().out


def test_what_is_found_cannot_speak_to_the_terminal(run: FrontDoor) -> None:
    a_contact(run, email="evil@x.test", name="evil\x1b[2J name")
    assert "\x1b[2J" not in run("find", "evil", terminal=True).ok().out


def test_programs_get_records_as_intercom_sent_them(run: FrontDoor) -> None:
    ran = run("find", "front.desk@acme.test", "--kind", "contacts").ok()
    row = ran.rows[0]
    assert list(row) == ["kind", "id", "title", "detail", "says", "fit", "command", "record"]
    assert row["record"] == run("contacts", "get", row["id"]).ok().json
    words = row["command"].split()[1:]
    assert run(*words).ok().json["id"] == row["id"]
    assert run("find", "invoice", "-o", "ids", "--kind", "tickets").ok().out.split()
    fields = run("find", "invoice", "-o", "csv", "--fields", "kind,id,record.state").ok().out
    assert fields.splitlines()[0] == "kind,id,record.state"


def test_programs_get_the_sentence_that_matches(run: FrontDoor) -> None:
    words = ["find", "invoice", "--kind", "conversations,articles", "--all"]
    rows = run(*words, "-o", "json").ok().json
    said = [row["says"] for row in rows if row["says"]]
    assert "Hello, I cannot find the invoice for March." in said
    assert all("invoice" in one.lower() and "<" not in one for one in said)
    by_name = run("find", "front.desk@acme.test", "--kind", "contacts").ok().rows
    assert by_name[0]["says"] is None


def test_what_is_found_can_be_counted(run: FrontDoor) -> None:
    every = kinds(run("find", "invoice", "--all"))
    assert int(run("find", "invoice", "--count").ok().out) == len(every)
    groups = run("find", "invoice", "--group-by", "kind").ok().rows
    assert {row["kind"]: row["count"] for row in groups} == {
        kind: every.count(kind) for kind in every
    }
    assert run("find", "zzqqy", "--count").ok().out == "0\n"


def test_nothing_to_look_for_is_a_slip(run: FrontDoor) -> None:
    ran = run("find", "  ")
    assert (ran.code, ran.requests) == (2, [])


def test_it_is_told_to_programs_as_a_command_that_only_reads(run: FrontDoor) -> None:
    every = json.loads(run("commands", "--json").ok().out)["commands"]
    [told] = [one for one in every if one["name"] == "find"]
    assert told["writes"] is False
    assert "GET /companies" in told["operations"]
