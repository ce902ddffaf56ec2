"""Open a record in Intercom's web app."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli import discovery
from intercom_cli.errors import Misuse, did_you_mean
from intercom_cli.options import CALL, TALK, shared
from intercom_cli.resource import Resource
from intercom_cli.session import Session

USES = {"open": ("GET /me",)}


@shared(CALL, TALK)
def command(
    session: Session,
    noun: Annotated[str, typer.Argument(help="What it is, such as contacts.", metavar="NOUN")],
    id: Annotated[str, typer.Argument(help="Which one, as its get takes it.", metavar="ID")],
    print_: Annotated[
        bool, typer.Option("--print", help="Only write the address.", show_default=False)
    ] = False,
) -> None:
    """Open a record in Intercom's web app.

    Where no browser can be opened, and in a pipe, its address is written instead.

    Examples:
      intercom open contacts jane@acme.test
      intercom open conversations 12 --print
    """
    from intercom_cli.auth import browser
    from intercom_cli.web import address_of

    resource = named(noun)
    address = address_of(session, resource, resource.find(session, id) if resource.find else id)
    wanted = session.streams.out_is_terminal and not print_ and not session.source.is_sandbox
    found = browser.find(session.environ, wanted=wanted)
    if found.start is None:
        session.printer.text(address)
        return
    found.start(address)
    session.printer.say(f"Opened {address}")


def named(noun: str) -> Resource:
    """The noun with a page in the web app. Raises Misuse with those there are."""
    nouns = discovery.names("resources")
    if noun in nouns:
        resource: Resource = discovery.load("resources", noun).resource
        if resource.page:
            return resource
    shown = [name for name in nouns if discovery.load("resources", name).resource.page]
    hint = did_you_mean(noun, shown) or f"there are pages of {', '.join(shown)}"
    raise Misuse(f"The web app has no page for {noun!r} that is known here.", hint=hint)
