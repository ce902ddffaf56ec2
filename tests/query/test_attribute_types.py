"""Types of attributes come from Intercom's list of them, never from how a value looks."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from front_door import FrontDoor, Unreachable, answer, refusal

NEW_YORK = ZoneInfo("America/New_York")
LISTING = "GET /data_attributes?model="


def start(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=NEW_YORK).timestamp())


def renewed(row: dict[str, Any]) -> int | None:
    found: int | None = row["custom_attributes"].get("renewal_on")
    return found


def found(run: FrontDoor, where: str) -> set[str]:
    ran = run("contacts", "list", "--where", f"custom_attributes.{where}", "--all").ok()
    return {row["id"] for row in ran.rows}


def test_a_custom_date_is_compared_as_a_span(run: FrontDoor) -> None:
    rows = run("contacts", "list", "--all").ok().rows
    dates = {row["id"]: second for row in rows if (second := renewed(row))}
    first = datetime.fromtimestamp(min(dates.values()), NEW_YORK)
    day, month, year = first.date().isoformat(), f"{first:%Y-%m}", f"{first.year}"
    following = start(f"{first.year + 1}-01-01")
    for where, wanted in {
        f"renewal_on < {first.year + 1}": {id for id, s in dates.items() if s < following},
        f"renewal_on <= {year}": {id for id, s in dates.items() if s < following},
        f"renewal_on > {year}": {id for id, s in dates.items() if s >= following},
        f"renewal_on > {first.year + 3}": set(),
        f"renewal_on < {month}": {id for id, s in dates.items() if s < start(f"{month}-01")},
        f"renewal_on = {day}": {
            id
            for id, s in dates.items()
            if datetime.fromtimestamp(s, NEW_YORK).date().isoformat() == day
        },
    }.items():
        assert found(run, where) == wanted, where
        assert (
            found(run, f"renewal_on is null or not custom_attributes.{where}")
            == {row["id"] for row in rows} - wanted
        )
    assert found(run, f"renewal_on = {day}")


def test_a_boolean_is_true_or_false_in_any_case(run: FrontDoor) -> None:
    rows = run("contacts", "list", "--all").ok().rows
    wanted = {row["id"] for row in rows if row["custom_attributes"].get("is_trial")}
    assert wanted
    for value in ("true", "TRUE", "'True'"):
        assert found(run, f"is_trial = {value}") == wanted
    for value, meant in {"yes": "true", "1": "true", "No": "false", "0": "false"}.items():
        ran = run("contacts", "list", "--where", f"custom_attributes.is_trial = {value}")
        assert ran.code == 2
        assert ran.error["hint"] == f"write {meant}"


def test_the_date_of_a_company_finds_its_day(run: FrontDoor) -> None:
    words = ["--name", "founded_on", "--model", "company", "--type", "date"]
    run("data-attributes", "create", *words).ok()
    every = {row["id"] for row in run("companies", "list", "--all").ok().rows}
    one = run("companies", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    value = "custom_attributes.founded_on=2019-05-02"
    made = run("companies", "update", one, "--set", value).ok().json
    assert made["custom_attributes"]["founded_on"] == start("2019-05-02")
    for where, wanted in {
        "= 2019-05-02": {one},
        "!= 2019-05-02": every - {one},
        "< 2020": {one},
        "is null": every - {one},
    }.items():
        ran = run("companies", "list", "--where", f"custom_attributes.founded_on {where}", "--all")
        assert {row["id"] for row in ran.ok().rows} == wanted


def test_the_list_is_asked_for_once_and_again_for_a_new_name(run: FrontDoor) -> None:
    words = ["contacts", "list", "--limit", "1", "--where"]
    sent = run(*words, "custom_attributes.seats > 1").ok().sent()
    assert sent.count(f"{LISTING}contact") == 1
    sent = run(*words, "custom_attributes.mrr > 1 or custom_attributes.seats > 1").ok().sent()
    assert f"{LISTING}contact" not in sent
    run("data-attributes", "create", "--name", "x", "--model", "contact", "--type", "float").ok()
    assert f"{LISTING}contact" in run(*words, "custom_attributes.x > 1.5").ok().sent()
    assert f"{LISTING}contact" not in run(*words, "custom_attributes.x > 1.5").ok().sent()


def test_an_attribute_that_does_not_exist_is_refused_with_near_names(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "custom_attributes.seat > 5")
    assert ran.code == 2
    assert ran.error["hint"] == "did you mean seats?"
    words = ["--email", "seat@acme.test", "--set", "custom_attributes.seat=5"]
    written = run("contacts", "create", *words)
    assert "did you mean seats? Else: intercom data-attributes create --name seat" in written.err
    wrong = run("companies", "list", "--where", "custom_attributes.nope = gold")
    assert wrong.code == 2
    for value in ("1", "gold"):
        ran = run(
            "contacts",
            "create",
            "--email",
            "q@acme.test",
            "--set",
            f"custom_attributes.seat={value}",
        )
        assert ran.code == 7
        assert "did you mean seats?" in ran.error["hint"]
    ran = run(
        "contacts", "create", "--email", "q@acme.test", "--set", "custom_attributes.seats=many"
    )
    assert (ran.code, ran.error["hint"]) == (7, "seats is of type integer")


def test_types_that_cannot_be_known_are_said_to_be_unknown(run: FrontDoor) -> None:
    ran = run.scripted(
        refusal(403, "forbidden", "No scope."),
        answer({"type": "list", "data": [], "total_count": 0}),
        words=["contacts", "list", "--where", "custom_attributes.seats > 5"],
    ).ok()
    assert "types of attributes are not known" in ran.err


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("external_id=27", "27"),
        ("name=123", "123"),
        ("name=true", "true"),
        ("phone=353861234567", "353861234567"),
        ("custom_attributes.order_note=1.10", "1.10"),
        ("custom_attributes.order_note=2027-01-31", "2027-01-31"),
        ("custom_attributes.order_note=true", "true"),
        ("custom_attributes.seats=12", 12),
        ("custom_attributes.ledger_id=9007199254740993", 9007199254740993),
        ("custom_attributes.is_trial=TRUE", True),
        ("custom_attributes.renewal_on=2027-01-31", start("2027-01-31")),
        ("custom_attributes.renewal_on=2027-01", start("2027-01-01")),
        ("custom_attributes.renewal_on=2027-01-31T09:00Z", 1801386000),
        ("custom_attributes.renewal_on=1801386000", 1801386000),
        ("custom_attributes.renewal_on=null", None),
        ("signed_up_at=2026-01-31", start("2026-01-31")),
        ("unsubscribed_from_emails=TRUE", True),
    ],
)
def test_a_value_is_set_as_the_type_of_its_field(run: FrontDoor, given: str, kept: Any) -> None:
    id = run("contacts", "list", "--limit", "1", "-o", "ids").ok().out.strip()
    ran = run("contacts", "update", id, "--set", given).ok()
    path = given.partition("=")[0].split(".")
    sent: Any = ran.bodies()[-1]
    for step in path:
        sent = sent[step]
    assert sent == kept
    assert type(sent) is type(kept)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("custom_attributes.renewal_on=7d", "write '7d ago' or 'in 7d'"),
        ("custom_attributes.renewal_on=1773084600000", "did you mean 1773084600 (seconds"),
        ("custom_attributes.renewal_on:=1773084600000", "did you mean 1773084600?"),
        ("custom_attributes.renewal_on=20270131", "did you mean 2027-01-31?"),
        ("custom_attributes.is_trial=yes", "write custom_attributes.is_trial=true"),
        ("signed_up_at=1773084600000", "did you mean 1773084600 (seconds"),
        ("signed_up_at:=1773084600000", "did you mean signed_up_at=1773084600?"),
        ("signed_up_at=30", "did you mean 30d?"),
        ("unsubscribed_from_emails=1", "write unsubscribed_from_emails=true"),
    ],
)
def test_what_a_field_cannot_hold_is_refused_before_it_is_sent(
    run: FrontDoor, given: str, hint: str
) -> None:
    ran = run("contacts", "update", "6b0d10e0469a8a20b05c4a59", "--set", given)
    assert ran.code == 2
    assert ran.error["hint"].startswith(hint)
    assert all(request.method == "GET" for request in ran.requests)


def test_milliseconds_are_refused_in_data_and_in_events(run: FrontDoor) -> None:
    late = 1773084600000
    ran = run(
        "contacts", "create", "--data", json.dumps({"email": "m@acme.test", "signed_up_at": late}),
        transport=Unreachable(),
    )  # fmt: skip
    assert ran.code == 2
    assert "seconds" in ran.error["message"]
    event = json.dumps({"event_name": "x", "id": "1", "created_at": late})
    ran = run("events", "track", "--data", "-", stdin=event, transport=Unreachable())
    assert ran.code == 2
    assert "Line 1" in ran.error["message"]


def test_a_dry_run_uses_what_is_remembered_and_says_what_is_not(run: FrontDoor) -> None:
    words = ["contacts", "update", "6b0d10e0469a8a20b05c4a59", "--dry-run", "--set"]
    value = "custom_attributes.renewal_on=2027-01-31"
    ran = run(*words, value, transport=Unreachable()).ok()
    assert "types of attributes are not known" in ran.err
    run("contacts", "list", "--where", "custom_attributes.seats > 1").ok()
    ran = run(*words, value, transport=Unreachable()).ok()
    assert ran.json["body"] == {"custom_attributes": {"renewal_on": start("2027-01-31")}}
    assert ran.err == ""


ME = {"type": "admin", "id": "1", "app": {"type": "app", "timezone": "Asia/Kolkata"}}
NONE = {"type": "list", "data": [], "total_count": 0}
DAY = int(datetime(2026, 3, 1, tzinfo=ZoneInfo("Asia/Kolkata")).timestamp())


def test_with_a_token_alone_the_zone_is_asked_once_when_a_day_matters(
    with_token: FrontDoor, tmp_path: Path
) -> None:
    words = ["contacts", "list", "--where"]
    with_token.scripted(answer(NONE), words=[*words, "created_at > 7d"]).ok()
    ran = with_token.scripted(
        answer(ME), answer(NONE), words=[*words, "created_at >= 2026-03-01"]
    ).ok()
    assert ran.sent()[0] == "GET /me"
    assert ran.bodies()[1]["query"]["value"] == DAY - 26 * 3600
    again = with_token.scripted(answer(NONE), words=[*words, "created_at >= 2026-03-01"]).ok()
    assert again.bodies() == ran.bodies()[1:]
    other = with_token.scripted(
        answer(ME), answer(NONE), words=[*words, "created_at = today"], INTERCOM_ACCESS_TOKEN="b"
    ).ok()
    assert other.sent()[0] == "GET /me"
    token = with_token.environ["INTERCOM_ACCESS_TOKEN"]
    kept = [file for file in with_token.config.rglob("*") if file.is_file()]
    assert kept
    assert not any(token in file.name + file.read_text() for file in kept)


@pytest.mark.parametrize(
    ("me", "told"),
    [
        (answer({**ME, "app": None}), "not known"),
        (answer({**ME, "app": {"timezone": "Mars/Base"}}), "'Mars/Base' is not known here"),
        (refusal(403, "forbidden", "No scope."), "not known"),
    ],
)
def test_an_unknown_zone_is_a_warning_and_never_silently_utc(
    with_token: FrontDoor, me: Any, told: str
) -> None:
    ran = with_token.scripted(
        me, answer(NONE), words=["contacts", "list", "--where", "created_at >= 2026-03-01"]
    ).ok()
    assert told in ran.err
    assert "days are those of UTC" in ran.err


def test_a_custom_date_takes_times_of_several_words(run: FrontDoor) -> None:
    rows = run("contacts", "list", "--all").ok().rows
    now = int(datetime.now(NEW_YORK).timestamp())
    dates = {row["id"]: second for row in rows if (second := renewed(row))}
    soon, noon = now + 60 * 86_400, start("2027-01-01") + 12 * 3_600
    for where, wanted in {
        "renewal_on < in 60d": {id for id, second in dates.items() if second < soon},
        "renewal_on > 2w ago": {id for id, second in dates.items() if second > now - 14 * 86_400},
        "renewal_on > 2027-01-01 12:00": {id for id, second in dates.items() if second > noon},
    }.items():
        assert found(run, where) == wanted, where
        assert (
            found(run, f"renewal_on is null or not (custom_attributes.{where})")
            == {row["id"] for row in rows} - wanted
        )
    assert found(run, "renewal_on < in 60d")


def test_a_time_of_several_words_is_no_text(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "custom_attributes.plan = in 60d")
    assert (ran.code, ran.error["hint"]) == (2, 'write "in 60d"')
    ran = run("contacts", "list", "--where", "custom_attributes.seats > 2w ago")
    assert ran.code == 2


@pytest.mark.parametrize(
    ("where", "says", "hint"),
    [
        ("custom_attributes.seats = abc", "is a whole number, not 'abc'", None),
        (
            "custom_attributes.nope = abc",
            "No contact attribute is called 'nope'",
            "there are plan,",
        ),
        ("custom_attributes.paln = abc", "No contact attribute is called 'paln'", "mean plan?"),
    ],
)
def test_an_attribute_that_is_compared_with_text_is_checked_before_it_is_sent(
    run: FrontDoor, where: str, says: str, hint: str | None
) -> None:
    ran = run("contacts", "list", "--where", where)
    assert ran.code == 2
    error = json.loads(ran.err)["error"]
    assert says in error["message"]
    assert hint in error["hint"] if hint else error["hint"] is None
    assert not any("search" in str(request) for request in ran.requests)
