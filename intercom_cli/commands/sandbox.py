"""Serve, fill and reset a workspace on this machine."""

from __future__ import annotations

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
    from intercom_cli.sandbox.serve import Place
    from intercom_cli.sandbox.store import Store

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
) -> None:
    """Serve a sandbox workspace for any client.

    It is kept in memory unless --db names a file; a file that holds a workspace keeps it. For
    OAuth the client id is sandbox-client and the secret sandbox-secret.

    A fault RULE is a method, a path, and what happens to those requests. * stands for anything,
    page=N for one page of a list, nth=N for the Nth request and on, times=N for so many. Then:
    status=N, retry-after=SECONDS, html (a gateway's page), close (no answer), cut (half of one),
    empty, malformed, delay=MS.

    Examples:
      intercom sandbox serve --contacts 100000 --latency 150
      intercom sandbox serve --fault 'GET /contacts page=3 status=500'
      intercom sandbox serve --fault 'POST /contacts status=503 times=2'
      intercom sandbox serve --fault 'PUT /contacts/* cut' --fault 'GET /me delay=2000'
    """
    from intercom_cli.sandbox import faults
    from intercom_cli.sandbox.options import REDIRECT_URIS
    from intercom_cli.sandbox.serve import Place

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
    run(session, options, Place(host, port, cert, key), db=db, latency=latency / 1000)


def run(
    session: Session, options: Options, place: Place, *, db: Path | None, latency: float
) -> None:
    """Serve until a signal ends it."""
    from intercom_cli.sandbox.asgi import make_app
    from intercom_cli.sandbox.core import Sandbox
    from intercom_cli.sandbox.serve import serve as serve_app

    sandbox = Sandbox(db or ":memory:", options=options)
    app = make_app(
        sandbox, latency=latency, log=session.printer.say if session.choices.verbose else None
    )
    try:
        serve_app(app, place, ready=lambda address: greet(session, place.host, address, options))
    finally:
        sandbox.close()


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
    if session.choices.dry_run:
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
    import time

    from intercom_cli.sandbox.seeding.fill import refill as fill
    from intercom_cli.sandbox.store import Store
    from intercom_cli.sandbox.workspace import workspace_zone

    store = Store(file)
    fill(store, zone=workspace_zone(), now=int(time.time()), seed=seed, contacts=contacts)
    store.close()
    session.printer.done(f"Filled {file} with {contacts} contacts.")


commands = {"serve": serve, "seed": seed, "reset": reset}
