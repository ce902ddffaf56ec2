"""Turn polling into the events of webhooks: no public address is needed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from intercom_cli.commands import _outlets as o
from intercom_cli.options import CALL, SHOW, TALK, shared
from intercom_cli.session import Session

Nouns = Annotated[
    list[str],
    typer.Argument(help="contacts, companies, conversations, tickets.", metavar="NOUN..."),
]
Every = Annotated[
    str, typer.Option("--every", help="How often to ask, such as 10s or 5m.", metavar="TIME")
]
State = Annotated[
    Path | None,
    typer.Option(
        "--state",
        dir_okay=False,
        help="Where to remember what was seen; a file for each workspace.",
        metavar="FILE",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        help="Where the first run begins, such as 1d; it begins now.",
        metavar="TIME",
        show_default=False,
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Ask once and end.", show_default=False)]


@shared(SHOW, o.YES, CALL, TALK)
def command(
    session: Session,
    nouns: Nouns,
    every: Every = "30s",
    topics: o.Topics = None,
    forward_to: o.ForwardTo = None,
    exec_: o.Exec = None,
    run: o.Run = None,
    record: o.Record = None,
    state: State = None,
    since: Since = None,
    once: Once = False,
) -> None:
    """Turn polling into the events of webhooks: no public address is needed.

    Asks what was created or updated, and tells each change once, also over restarts: what was seen
    is kept in a state file. The first run begins now. What a target does not take is offered to it
    again with every round; the id of an event stays the same. A workflow is run once.

    A record shows less than a webhook: several changes between two rounds are one, and what was
    deleted is not told. Contacts are contact.user.created, contact.lead.updated and so on. Of
    conversations it is told who replied, and that they were assigned or closed; of tickets,
    replies, notes, states, assignments and attributes. Anything else is conversation.updated or
    ticket.updated. Companies cannot be searched: all of them are read in every round.

    Examples:
      intercom watch contacts companies --exec 'python3 handle.py {data.item.id}'
      intercom watch conversations --every 10s --topics conversation.user.replied
      intercom watch tickets --forward-to http://127.0.0.1:3000/hooks --since 1d
      intercom watch contacts --once --run welcome.yaml
    """
    from intercom_cli.commands._watching import Wished, watch
    from intercom_cli.events.outlets import Wishes
    from intercom_cli.events.topics import chosen

    wishes = Wishes(forward_to, exec_, run, record, retries=2)
    wanted = chosen(topics, session.printer.warn)
    watch(session, Wished(tuple(nouns), every, wanted, wishes, state, since, once))
