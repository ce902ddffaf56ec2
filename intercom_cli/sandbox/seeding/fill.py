"""Fill a workspace with a data set that looks like a business, and is the same each time.

Everything follows from the seed, the numbers asked for and the day it is made on: times are
counted back from the last midnight of the workspace, so that "the last 30 days" is never empty.
"""

from __future__ import annotations

import json
import sqlite3
from collections import OrderedDict
from importlib import import_module
from random import Random
from typing import Any

from intercom_cli.errors import StorageFailed
from intercom_cli.sandbox.office import brands
from intercom_cli.sandbox.seeding.companies import COMPANY_COLUMNS, SeededCompany, make_companies
from intercom_cli.sandbox.seeding.contacts import CONTACT_COLUMNS
from intercom_cli.sandbox.seeding.parts import Batch, make_contacts
from intercom_cli.sandbox.seeding.words import ADMINS, PLANS, SUBSCRIPTIONS, TAGS
from intercom_cli.sandbox.store import MEMORY, Store
from intercom_cli.sandbox.workspace import APP_CREATED_AT, ME, Zone, new_app_id

COMPANIES = 40
# Modules with a ``seed(store, today)`` of their own, in the order in which they need each other.
MORE: tuple[str, ...] = (
    "office.teams",
    "content.folders",
    "seeding.conversations",
    "office.brands",
    "office.ip_allowlist",
    "office.office_hours",
    "office.office_hours_exceptions",
    "people.audiences",
    "people.banners",
    "conversations.receipts",
    "conversations.workflows",
    "seeding.connectors",
    "seeding.custom_objects",
    "seeding.activity",
    "seeding.tickets",
    "seeding.calls",
    "people.visitors",
    "people.event_rows",
    "seeding.help",
    "seeding.content",
    "seeding.macros",
    "conversations.fin_preview",
)
BATCH = 5_000
COPIES, MOST_COPIED = 4, 1_000  # copies that are kept, and contacts in one at the most
KEPT: OrderedDict[tuple[str, int, int, int], bytes] = OrderedDict()

CONTACT_ATTRIBUTES = (
    ("plan", "string", PLANS, "Which plan this person pays for"),
    ("seats", "integer", None, "How many seats were bought"),
    ("mrr", "float", None, "Monthly revenue"),
    ("is_trial", "boolean", None, "Whether the trial still runs"),
    ("renewal_on", "date", None, "When the contract is renewed"),
    ("ledger_id", "integer", None, "The number in the ledger, often above 2^53"),
    ("order_note", "string", None, "What was written on the order"),
)
COMPANY_ATTRIBUTES = (
    ("account_tier", "string", ("gold", "silver", "bronze"), "How much care this account gets"),
    ("contract", "string", None, "The number on the contract"),
    ("branches", "integer", None, "How many branches there are"),
)
SEGMENTS = (
    ("Customers on a paid plan", "contact", "user", "plan",
     "json_extract(custom, '$.plan') IN ('starter', 'pro', 'team', 'enterprise')"),
    ("Active this month", "contact", "user", None,
     "role = 'user' AND last_seen_at > {now} - 2592000"),
    ("Slipping away", "contact", "user", None,
     "role = 'user' AND last_seen_at <= {now} - 5184000"),
    ("New leads", "contact", "contact", None,
     "role = 'lead' AND created_at > {now} - 1209600"),
    ("VIP customers", "contact", "user", "VIP",
     "seq IN (SELECT contact FROM contact_tags WHERE tag = 1)"),
    ("Large companies", "company", "user", None, "size >= 500"),
    ("Gold accounts", "company", "user", "account_tier",
     "json_extract(custom, '$.account_tier') = 'gold'"),
)  # fmt: skip
JOBS = (("1", "success", "20"), ("2", "pending", None), ("3", "failed", None))


def fill_if_empty(
    store: Store, *, zone: Zone, now: int, seed: int, contacts: int, app_id: str
) -> bool:
    """Fill a database that was never used; tell whether that was done."""
    with store.lock:
        if not store.is_empty():
            return False
        if store.database == MEMORY:
            become_seeded(store, zone=zone, now=now, seed=seed, contacts=contacts)
            become_workspace(store, app_id)
            return True
        with store.transaction(writing=True):
            # Somebody else may have been quicker while this one waited for its turn.
            if not store.is_empty():
                return False
            build(store, zone=zone, now=now, seed=seed, contacts=contacts)
            become_workspace(store, app_id)
        return True


def become_workspace(store: Store, app_id: str) -> None:
    """Give a workspace its id, which its default brand has too."""
    brands.rename_default(store, app_id)
    store.take_app_id(app_id)


def become_seeded(store: Store, *, zone: Zone, now: int, seed: int, contacts: int) -> None:
    """Fill a database in memory; the next one of the same kind is a copy, which is quicker."""
    key = (zone.name, zone.day(now)[0], seed, contacts)
    if key not in KEPT:
        with store.transaction(writing=True):
            build(store, zone=zone, now=now, seed=seed, contacts=contacts)
        while len(KEPT) >= COPIES:
            KEPT.popitem(last=False)
        if contacts <= MOST_COPIED:
            KEPT[key] = store.copied()
        return
    store.become(KEPT[key])
    store.run("UPDATE meta SET value = ? WHERE name = 'seeded_at'", (str(now),))


def refill(store: Store, *, zone: Zone, now: int, seed: int, contacts: int) -> None:
    """Throw away what is there and fill the database anew; the workspace keeps its id."""
    with store.lock, store.transaction(writing=True):
        app_id = kept_app_id(store) or new_app_id()
        store.drop_everything()
        build(store, zone=zone, now=now, seed=seed, contacts=contacts)
        become_workspace(store, app_id)


def kept_app_id(store: Store) -> str:
    """The id of the workspace in a database; "" where there is none that can be read."""
    try:
        return "" if store.is_empty() else store.app_id
    except (StorageFailed, sqlite3.Error):
        return ""


def build(store: Store, *, zone: Zone, now: int, seed: int, contacts: int) -> None:
    """Make tables, rows and indexes, in this order."""
    random = Random(seed)  # noqa: S311 - a data set, not a secret
    today = zone.day(now)[0]
    store.make_tables()
    for name, value in (("seeded_at", now), ("seed", seed), ("contacts", contacts)):
        store.insert("meta", {"name": name, "value": str(value)})
    add_setting(store)
    companies = make_companies(random, today, count=COMPANIES)
    for batch in make_contacts(random, today, count=contacts, companies=companies, size=BATCH):
        add_contacts(store, batch)
    add_companies(store, companies)
    for name in MORE:
        import_module(f"intercom_cli.sandbox.{name}").seed(store, today)
    store.make_indexes()


def add_setting(store: Store) -> None:
    """Add what contacts and companies refer to."""
    for number, (identifier, name, email, title) in enumerate(ADMINS):
        away = int(number == len(ADMINS) - 1)
        row = (identifier, name, email, title, json.dumps([number % 2 + 1]), 1, away, 0, None)
        store.run("INSERT INTO admins VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    store.run_many("INSERT INTO tags (name) VALUES (?)", [(name,) for name in TAGS])
    store.run_many("INSERT INTO plans (name) VALUES (?)", [(name,) for name in PLANS])
    store.run_many(
        "INSERT INTO subscription_types VALUES (?, 'live', ?, ?, ?, ?)",
        [(*row[:4], json.dumps(row[4])) for row in SUBSCRIPTIONS],
    )
    store.run_many("INSERT INTO jobs VALUES (?, ?, 'ticket', ?)", JOBS)
    for model, attributes in (("contact", CONTACT_ATTRIBUTES), ("company", COMPANY_ATTRIBUTES)):
        for attribute in attributes:
            store.insert("attributes", attribute_row(model, attribute))
    for number, segment in enumerate(SEGMENTS):
        store.insert("segments", segment_row(number, segment))


def attribute_row(model: str, attribute: tuple[Any, ...]) -> dict[str, Any]:
    """A custom attribute as a row."""
    name, kind, options, description = attribute
    return {
        "model": model,
        "name": name,
        "data_type": kind,
        "options": json.dumps(options) if options else None,
        "description": description,
        "messenger_writable": 0,
        "archived": 0,
        "admin": ME,
        "created_at": APP_CREATED_AT,
        "updated_at": APP_CREATED_AT,
    }


def segment_row(number: int, segment: tuple[str, str, str, str | None, str]) -> dict[str, Any]:
    """A segment as a row, with the tag or attribute it depends on."""
    name, model, person, needs, rule = segment
    return {
        "id": f"{APP_CREATED_AT:08x}5e9{number:013x}",
        "name": name,
        "model": model,
        "person_type": person,
        "created_at": APP_CREATED_AT,
        "updated_at": APP_CREATED_AT,
        "rule": rule,
        "tag": TAGS.index(needs) + 1 if needs in TAGS else None,
        "attribute": None if needs in TAGS else needs,
    }


def add_contacts(store: Store, batch: Batch) -> None:
    """Write a batch of contacts with everything on them."""
    insert(store, "contacts", CONTACT_COLUMNS, batch.rows)
    store.run_many("INSERT INTO contact_bodies VALUES (?, ?)", batch.bodies)
    store.run_many("INSERT INTO contact_companies VALUES (?, ?, ?)", batch.companies)
    store.run_many("INSERT INTO contact_tags VALUES (?, ?, ?, ?)", batch.tags)
    store.run_many("INSERT INTO contact_subscriptions VALUES (?, ?, ?)", batch.subscriptions)
    columns = ("id", "contact", "admin", "body", "created_at")
    insert(store, "notes", columns, batch.notes)


def add_companies(store: Store, companies: list[SeededCompany]) -> None:
    """Write the companies, now that it is known how many people each has."""
    insert(store, "companies", COMPANY_COLUMNS, [company.row() for company in companies])
    tagged = [
        (company.seq, tag, company.created_at, ME) for company in companies for tag in company.tags
    ]
    store.run_many("INSERT INTO company_tags VALUES (?, ?, ?, ?)", tagged)


def insert(store: Store, table: str, columns: tuple[str, ...], rows: list[Any]) -> None:
    """Write rows into some columns of a table."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    store.run_many(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608 - ours
