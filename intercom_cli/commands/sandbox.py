"""Serve, fill and reset a workspace on this machine."""

from __future__ import annotations

import time
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local.places import data_dir
from intercom_cli.options import TALK, WRITE, shared
from intercom_cli.sandbox.options import CONTACTS, DEFAULT_TOKEN, RATE_LIMIT, SEED, Options
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.sandbox.core import Sandbox
    from intercom_cli.sandbox.store import Store
    from intercom_cli.sandbox.webhooks.sender import Sender
    from intercom_cli.serving import Place

FILE = "sandbox.db"
MOST = 5_000_000
LOCAL = "localhost"

Port = Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")]
Host = Annotated[str, typer.Option(help="Address to listen on.")]
Database = Annotated[Path | None, typer.Option("--db", dir_okay=False, help="Keep it in a file.")]
Seed = Annotated[int, typer.Option(help="Which data set; the same number, the same people.")]
Contacts = Annotated[int, typer.Option(min=0, max=MOST, help="How many contacts to make.")]
Latency = Annotated[int, typer.Option(min=0, metavar="MS", help="Added to each answer.")]
RateLimit = Annotated[int, typer.Option(min=0, help="Requests per 10 seconds.")]
Token = Annotated[str, typer.Option(help="The access token to accept.")]
Fault = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Spoil some answers; repeatable.")
]
Expiring = Annotated[
    int | None, typer.Option(min=1, metavar="SECONDS", help="Let OAuth tokens expire.")
]
Redirect = Annotated[
    list[str] | None, typer.Option(metavar="URL", help="Register for OAuth; repeatable.")
]
Certificate = Annotated[Path | None, typer.Option(help="Certificate for https, as PEM.")]
Key = Annotated[Path | None, typer.Option(help="Its key, as PEM.")]
Webhook = Annotated[
    str | None, typer.Option(metavar="URL", help="Tell this address of every change, signed.")
]
WebhookTopics = Annotated[
    str | None, typer.Option(metavar="A,B.*", help="Only these; all of them is usual.")
]
WebhookRetry = Annotated[
    float,
    typer.Option(min=0.01, metavar="SECONDS", help="When a failed webhook is tried once more."),
]


@shared(TALK)
def serve(
    session: Session,
    port: Port = 8585,
    host: Host = "127.0.0.1",
    db: Database = None,
    seed: Seed = SEED,
    contacts: Contacts = CONTACTS,
    latency: Latency = 0,
    rate_limit: RateLimit = RATE_LIMIT,
    token: Token = DEFAULT_TOKEN,
    fault: Fault = None,
    expiring_tokens: Expiring = None,
    redirect_uri: Redirect = None,
    cert: Certificate = None,
    key: Key = None,
    webhook: Webhook = None,
    webhook_topics: WebhookTopics = None,
    webhook_retry: WebhookRetry = 60,
) -> None:
    """Serve a sandbox workspace for any client.

    It is kept in memory unless --db names a file; a file that holds a workspace keeps it. For
    OAuth the client id is sandbox-client and the secret sandbox-secret.

    A fault RULE is a method, a path, and what happens to those requests. * stands for anything,
    page=N for one page of a list, nth=N for the Nth request and on, times=N for so many. Then:
    status=N, retry-after=SECONDS, html (a gateway's page), close (no answer), cut (half of one),
    empty, malformed, delay=MS.

    --webhook sends what Intercom would send: notifications signed with the client secret, one
    retry, a pause of 15 times --webhook-retry after 10 failures, an end at 410. What the address
    does not take is told here; -v tells of every delivery.

    Examples:
      intercom sandbox serve --contacts 100000 --latency 150
      intercom sandbox serve --fault 'GET /contacts page=3 status=500'
      intercom sandbox serve --fault 'POST /contacts status=503 times=2'
      intercom sandbox serve --fault 'PUT /contacts/* cut' --fault 'GET /me delay=2000'
      intercom sandbox serve --webhook http://127.0.0.1:8000/hooks --webhook-topics 'contact.*'
    """
    from intercom_cli.sandbox import faults
    from intercom_cli.sandbox.options import REDIRECT_URIS
    from intercom_cli.serving import Place

    if (cert is None) != (key is None):
        raise Misuse("--cert and --key belong together.", hint="intercom sandbox serve --help")
    options = Options(
        seed=seed,
        contacts=contacts,
        token=token,
        rate_limit=rate_limit,
        faults=tuple(faults.parse(rule) for rule in fault or ()),
        redirect_uris=(*(redirect_uri or ()), *REDIRECT_URIS),
        expiring_tokens=expiring_tokens,
    )
    sender = sender_to(session, webhook, webhook_topics, webhook_retry)
    place = Place(host, port, cert, key)
    run(session, options, place, db=db, latency=latency / 1000, sender=sender)


def sender_to(session: Session, url: str | None, topics: str | None, retry: float) -> Sender | None:
    """What sends webhooks to an address. Raises Misuse for one nothing can be sent to."""
    if url is None:
        if topics is not None:
            raise Misuse("--webhook-topics wants --webhook.", hint="add --webhook URL")
        return None
    from intercom_cli.events.topics import chosen
    from intercom_cli.sandbox.options import CLIENT_SECRET
    from intercom_cli.sandbox.webhooks import post
    from intercom_cli.sandbox.webhooks.delivery import Delivery, Target
    from intercom_cli.sandbox.webhooks.sender import Sender

    if not post.usable(url):
        hint = "--webhook http://127.0.0.1:8000/hooks"
        raise Misuse(f"{url!r} is not an address of the web.", hint=hint)
    say = session.printer.say if session.choices.verbose else lambda _: None
    target = Target(url, CLIENT_SECRET, minute=retry)
    delivery = Delivery(target, log=say, worry=session.printer.warn)
    return Sender(delivery, chosen(topics, session.printer.warn).__contains__)


def run(
    session: Session,
    options: Options,
    place: Place,
    *,
    db: Path | None,
    latency: float,
    sender: Sender | None,
) -> None:
    """Serve until a signal ends it."""
    from intercom_cli.sandbox.asgi import make_app
    from intercom_cli.sandbox.core import Sandbox
    from intercom_cli.serving import serve as serve_app

    sandbox = Sandbox(db or ":memory:", options=options)
    if sender is not None:
        sandbox.notify(sender)
    app = make_app(
        sandbox, latency=latency, log=session.printer.say if session.choices.verbose else None
    )
    try:
        serve_app(app, place, ready=partial(begin, session, place.host, sandbox, sender))
    finally:
        sandbox.close()
        if sender is not None and (left := sender.delivery.close()):
            several = "s were" if left > 1 else " was"
            session.printer.warn(f"{left:,} webhook{several} not delivered.")


def begin(
    session: Session, host: str, sandbox: Sandbox, sender: Sender | None, address: str
) -> None:
    """Say that the server answers, and let webhooks go out."""
    greet(session, host, address, sandbox.options)
    if sender is not None:
        sender.begin(time.time(), sandbox.store.app_id)


def greet(session: Session, host: str, address: str, options: Options) -> None:
    """Say that the server answers, and how to try it."""
    say = session.printer.say
    say(f"Sandbox ready at {address}")
    if options.token == DEFAULT_TOKEN:
        say(f"  INTERCOM_API_BASE_URL={address} INTERCOM_ACCESS_TOKEN={options.token}")
    if not is_loopback(host):
        session.printer.warn("Everybody who can reach this machine can reach it. Stop with Ctrl-C.")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == LOCAL


@shared(WRITE, TALK)
def seed(
    session: Session, seed: Seed = SEED, contacts: Contacts = CONTACTS, db: Database = None
) -> None:
    """Fill the sandbox anew, with a data set of your choice.

    Everything in it now is thrown away.

    Examples:
      intercom sandbox seed --contacts 100000
      intercom sandbox seed --seed 7 --db team.db
    """
    file = db or own_file(session)
    if agreed(session, file):
        refill(session, file, seed=seed, contacts=contacts)


@shared(WRITE, TALK)
def reset(session: Session, db: Database = None) -> None:
    """Bring the sandbox back to how it began.

    It gets the data set it was filled with last. A file that is broken is made anew.

    Examples:
      intercom sandbox reset --yes
    """
    from intercom_cli.sandbox.store import Store

    file = db or own_file(session)
    if not agreed(session, file):
        return
    try:
        with_store = Store(file)
        number, contacts = filled_with(with_store)
        with_store.close()
    except StorageFailed:
        discard(file)
        number, contacts = SEED, CONTACTS
    refill(session, file, seed=number, contacts=contacts)


def own_file(session: Session) -> Path:
    """The file of the sandbox inside this program."""
    return data_dir(session.environ) / FILE


def agreed(session: Session, file: Path) -> bool:
    """Ask before throwing away what a file holds; with --dry-run only say it."""
    if session.choices.rehearses:
        session.printer.say(f"Would fill {file} anew.")
        return False
    if file.exists():
        session.confirm(f"Throw away everything in {file}?")
    return True


def filled_with(store: Store) -> tuple[int, int]:
    """The data set a workspace was filled with."""
    if store.is_empty():
        return SEED, CONTACTS
    found = [
        int(store.value("SELECT value FROM meta WHERE name = ?", (name,)) or default)
        for name, default in (("seed", SEED), ("contacts", CONTACTS))
    ]
    return found[0], found[1]


def discard(file: Path) -> None:
    """Delete a database that cannot be read, with what belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        try:
            file.with_name(file.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise StorageFailed(f"{file} cannot be removed: {error.strerror}.") from error


def refill(session: Session, file: Path, *, seed: int, contacts: int) -> None:
    """Fill a file and say so."""
    from intercom_cli.remembered import forget
    from intercom_cli.sandbox.seeding.fill import refill as fill
    from intercom_cli.sandbox.store import Store
    from intercom_cli.sandbox.workspace import workspace_zone

    store = Store(file)
    fill(store, zone=workspace_zone(), now=int(time.time()), seed=seed, contacts=contacts)
    store.close()
    forget(session.environ)  # types of attributes may be others now
    session.printer.done(f"Filled {file} with {contacts} contacts.")


commands = {"serve": serve, "seed": seed, "reset": reset}
