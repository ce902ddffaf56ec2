"""The addresses from which the workspace may be used."""

from __future__ import annotations

from ipaddress import ip_address, ip_network
from typing import Any

from intercom_cli.sandbox import documents, fields, values
from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.office import activity
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.visit import Route, Visit

KIND = "ip_allowlist"
CALLER = "127.0.0.1"  # the sandbox is reached from the machine it runs on


def seed(store: Store, today: int) -> None:  # noqa: ARG001 - a setting has no time
    """Start with a list that is not in force."""
    ranges = ["192.0.2.0/24", "198.51.100.7"]
    documents.add(store, KIND, {"id": KIND, "enabled": False, "ip_allowlist": ranges})


def address(value: Any) -> str:
    """An address, or a range in CIDR notation."""
    text = values.text(value)
    try:
        ip_network(text, strict=False)
    except ValueError as error:
        raise Unfit(f"must hold IP addresses and ranges: {text} is neither") from error
    return text


CHECKS: dict[str, values.Check] = {
    "type": fields.choice((KIND,)),
    "enabled": fields.boolean,
    "ip_allowlist": fields.many(address),
}


def retrieve(visit: Visit) -> Answer:
    """Show the list, and whether it is in force."""
    return reply(shape(kept(visit)))


def update(visit: Visit) -> Answer:
    """Replace the list, unless that would lock the caller out."""
    given = fields.checked(visit.body(), CHECKS)
    changed = {**kept(visit), **given}
    changed.pop("type", None)
    if changed["enabled"] and not covers(changed["ip_allowlist"]):
        raise locked_out()
    activity.note(visit, "security_settings_change", "changed the IP allowlist")
    return reply(shape(documents.save(visit.store, KIND, changed)))


def covers(ranges: list[str]) -> bool:
    """Whether the caller is on a list."""
    return any(ip_address(CALLER) in ip_network(one, strict=False) for one in ranges)


def locked_out() -> Refusal:
    """Refuse a list the caller is not on: 422."""
    message = (
        f"Your IP ({CALLER}) is not on the allowlist. Saving would lock you out of this workspace."
    )
    return Refusal(422, Fault("parameter_invalid", message))


def kept(visit: Visit) -> documents.Record:
    """The setting; there is one of it."""
    return documents.found(visit, KIND, KIND)


def shape(record: documents.Record) -> dict[str, Any]:
    """The setting as JSON."""
    names = ("enabled", "ip_allowlist")
    return {"type": KIND, **{name: record[name] for name in names}}


routes = (
    Route("GET", "/ip_allowlist", retrieve, reads=True),
    Route("PUT", "/ip_allowlist", update),
)
