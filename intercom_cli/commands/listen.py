"""Receive webhooks on this machine, and pass them on."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from intercom_cli.commands import _outlets as o
from intercom_cli.errors import Misuse
from intercom_cli.options import CALL, SHOW, TALK, shared
from intercom_cli.session import Session

PORT = 8383
Port = Annotated[
    int, typer.Option("--port", min=0, max=65535, help="0 takes any free one.", metavar="N")
]
Host = Annotated[str, typer.Option("--host", help="Address to listen on.")]
Path_ = Annotated[str, typer.Option("--path", help="Where notifications are taken.", metavar="P")]
Public = Annotated[
    str | None,
    typer.Option(
        "--public-url",
        help="Your own public address that leads here.",
        metavar="URL",
        show_default=False,
    ),
]
Through = Annotated[
    Literal["cloudflared", "ngrok"] | None,
    typer.Option("--tunnel", help="Run this to get a public address.", show_default=False),
]
Skip = Annotated[
    bool,
    typer.Option("--skip-verify", help="Take what nobody signed, too.", show_default=False),
]
SecretHelp = Annotated[
    bool,
    typer.Option(
        "--print-secret-help", help="Tell where the client secret is.", show_default=False
    ),
]


@shared(SHOW, o.YES, CALL, TALK)
def command(
    session: Session,
    port: Port = PORT,
    path: Path_ = "/",
    topics: o.Topics = None,
    forward_to: o.ForwardTo = None,
    exec_: o.Exec = None,
    run: o.Run = None,
    record: o.Record = None,
    public_url: Public = None,
    tunnel: Through = None,
    host: Host = "127.0.0.1",
    retries: o.Retries = 6,
    skip_verify: Skip = False,
    print_secret_help: SecretHelp = False,
) -> None:
    """Receive webhooks on this machine, and pass them on.

    A line for each event; in a pipe, its JSON. Signatures are checked with the client secret of
    your app, from INTERCOM_CLIENT_SECRET, the workspace, or a question. Intercom is answered at
    once; what comes is delivered in order for each contact, conversation and so on, once each. A
    failing target is tried again; what it never took is told, and stays in the --record file.

    --exec runs a program without a shell, with the JSON on its standard input. --run runs the
    workflow where the topic is its own; --yes lets it reach customers. See: intercom help webhooks

    Examples:
      intercom listen --forward-to http://127.0.0.1:3000/hooks
      intercom listen --tunnel cloudflared --topics 'contact.created,ticket.*'
      intercom listen --record all.ndjson --exec 'handle.py {data.item.id}'
      intercom listen -o ndjson --jq .data.item.email
    """
    from intercom_cli.commands._listening import Wished, listen
    from intercom_cli.events.outlets import Wishes
    from intercom_cli.events.secret import HELP
    from intercom_cli.events.topics import chosen

    if print_secret_help:
        session.printer.text(HELP)
        return
    if public_url and tunnel:
        raise Misuse("--tunnel finds the public address; leave out --public-url.")
    if not path.startswith("/"):
        raise Misuse(f"--path: {path!r} must begin with a slash.", hint=f"--path /{path}")
    wished = Wished(
        host,
        port,
        path,
        chosen(topics, session.printer.warn),
        Wishes(forward_to, exec_, run, record, retries),
        public_url,
        tunnel,
        skip_verify,
    )
    listen(session, wished)
