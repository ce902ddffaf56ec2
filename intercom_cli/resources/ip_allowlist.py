"""Addresses from which teammates may reach the workspace."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Annotated, Any

import typer

from intercom_cli import foreign
from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, Refused
from intercom_cli.resource import Column, Resource, Verb
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

GETTING, PUTTING = "GET /ip_allowlist", "PUT /ip_allowlist"
KEPT = "WHAT_IS_LISTED_NOW"  # stands in a dry run for the addresses that are there

resource = Resource(
    name="ip-allowlist",
    one="IP allowlist",
    columns=(Column("Enabled", "enabled", "flag"), Column("Addresses", "ip_allowlist")),
    verbs=(
        Verb(
            "get",
            GETTING,
            "intercom ip-allowlist get",
            "Show the addresses, and whether the list is in force.",
        ),
    ),
    examples=(("update", "intercom ip-allowlist update --add 203.0.113.0/24"),),
)


def addresses(flag: str, help: str) -> Any:
    """An option that names addresses, given once for each."""
    return typer.Option(flag, help=help, metavar="ADDRESS", show_default=False)


@action(resource, uses=(PUTTING, GETTING))
def update(
    session: Session,
    add: Annotated[
        list[str] | None, addresses("--add", "Let this address or range in; once for each.")
    ] = None,
    remove: Annotated[
        list[str] | None, addresses("--remove", "Take this one off; once for each.")
    ] = None,
    enable: Annotated[
        bool | None,
        typer.Option("--enable/--disable", help="Whether it is in force.", show_default=False),
    ] = None,
) -> None:
    """Change which addresses are let in, or whether that is looked at."""
    new, old = checked(add), checked(remove)
    if not new and not old and enable is None:
        raise Misuse("Nothing was given; use --add, --remove, --enable or --disable.")
    question = f"Change the IP allowlist of {session.source.name}: {{}}?"
    if session.asks:
        session.need_person(question.format(deeds(new, old, enable=enable)))
    body: dict[str, Any] = {} if enable is None else {"enabled": enable}
    if new or old:
        body["ip_allowlist"] = changed(session, new, old)
    told = deeds(new, old, enable=enable)
    confirm_write(session, f"{question.format(told)} {what_then(enable)}")
    try:
        answer = session.write(call(PUTTING).with_json(body))
    except Refused as error:
        if "lock you out" in error.message:
            error.hint = "name your own address too: --add ADDRESS"
        raise
    show_written(session, answer, resource.columns, "Changed the IP allowlist")


def what_then(enable: bool | None) -> str:
    """What comes of it, as a question goes on."""
    if enable is False:
        return "Everybody is let in then."
    out = "Whoever is not on it is locked out"
    return f"{out}." if enable else f"{out} while it is enabled."


def deeds(new: list[str], old: list[str], *, enable: bool | None) -> str:
    """What is done to the list, as a question names it."""
    parts = [f"add {', '.join(new)}"] if new else []
    parts += [f"remove {', '.join(old)}"] if old else []
    parts += [] if enable is None else ["enable it" if enable else "disable it"]
    return "; ".join(parts)


def changed(session: Session, new: list[str], old: list[str]) -> list[str]:
    """The list as it is to be. Raises Misuse for taking off what is not on it."""
    request = call(GETTING)
    if session.choices.dry_run:
        return [session.rehearsal.look_up(request, KEPT, "what is on the list"), *new]
    answer = session.send(request)
    listed = foreign.required_texts(answer.json(), "ip_allowlist", http=answer.http)
    if missing := [one for one in old if one not in listed]:
        there = ", ".join(listed) or "nothing"
        raise Misuse(f"Not on the list: {', '.join(missing)}; it holds {there}.")
    return list(dict.fromkeys(one for one in (*listed, *new) if one not in old))


def checked(texts: list[str] | None) -> list[str]:
    """Addresses and ranges. Raises Misuse for what is neither."""
    for text in texts or ():
        try:
            ip_network(text, strict=False)
        except ValueError as error:
            raise Misuse(
                f"{text!r} is neither an IP address nor a range.",
                hint="write 203.0.113.7 or 203.0.113.0/24",
            ) from error
    return texts or []
