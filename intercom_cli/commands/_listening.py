"""Listen until Ctrl-C: what is said at the start and at the end, and what happens between."""

from __future__ import annotations

import json
import secrets
import shlex
import threading
from contextlib import suppress
from typing import NamedTuple

from intercom_cli.api.posting import address as address_of
from intercom_cli.events.lanes import Lanes
from intercom_cli.events.notification import Notification
from intercom_cli.events.outlets import Wishes, outlets_of
from intercom_cli.events.receiver import Receiver, Rules
from intercom_cli.events.secret import client_secret
from intercom_cli.events.topics import Chosen
from intercom_cli.events.tunnel import Kind, Tunnel, prove
from intercom_cli.output.failure import for_machine
from intercom_cli.serving import Place, serve
from intercom_cli.session import Session
from intercom_cli.streams import write_err

DRAIN_SECONDS = 10.0
NAMED = 10  # events that are named when they were not delivered


class Wished(NamedTuple):
    """What the options of listen say."""

    host: str
    port: int
    path: str
    topics: Chosen
    wishes: Wishes
    public_url: str | None
    tunnel: Kind | None
    skip_verify: bool


class Listening:
    """One run of listen."""

    def __init__(self, session: Session, wished: Wished) -> None:
        self.session = session
        self.wished = wished
        public = wished.public_url
        self.public = address_of(public, "--public-url") if public else ""
        self.tunnel = Tunnel(wished.tunnel, session.environ) if wished.tunnel else None
        self.secret = None if wished.skip_verify else client_secret(session)
        self.outlets = outlets_of(session, wished.wishes, secret=self.secret)
        self.lanes = Lanes(self.outlets.deliver, self.broken)
        rules = Rules(wished.path, self.secret, wished.topics, secrets.token_hex(8))
        self.receiver = Receiver(
            rules, has_room=self.lanes.has_room, give=self.give, tell=self.outlets.screen.warn
        )
        self.ending = threading.Event()
        self.failure: BaseException | None = None
        self.began = False

    def give(self, notification: Notification) -> None:
        """Take one and queue it. Raises OSError when it cannot be recorded."""
        self.outlets.take(notification)
        self.lanes.put(notification)

    def broken(self, error: Exception) -> None:
        """Tell of a delivery that failed in a way nobody thought of.

        Where nobody reads standard output any more, or its disk is full, the whole run ends.
        """
        if isinstance(error, OSError):
            self.failure = self.failure or error
            self.ending.set()
            return
        self.outlets.screen.warn(f"an event was not delivered: {type(error).__name__}: {error}")

    def ready(self, address: str) -> None:
        """Say that all is ready, once it is; the server goes on meanwhile."""
        self.began = True
        threading.Thread(target=self.prepare, args=(address,), daemon=True).start()

    def prepare(self, address: str) -> None:
        """Get the public address and try it; what fails there ends the whole run."""
        try:
            if self.tunnel:
                self.public = self.tunnel.open(address).rstrip("/") + self.wished.path
            if self.public:
                nonce = self.receiver.rules.nonce
                prove(self.public, nonce, self.session.environ, self.ending)
            if not self.ending.is_set():
                self.greet(address)
        except BaseException as error:  # noqa: BLE001 - it is raised again where it can be told
            self.failure = error
            self.ending.set()

    def greet(self, address: str) -> None:
        """Say where notifications are taken, and what to do next."""
        printer, session = self.session.printer, self.session
        url = address + self.wished.path
        if for_machine(printer.look.format, session.streams):
            if not printer.look.quiet:
                told = {"ready": {"url": url, "public_url": self.public or None}}
                write_err(session.streams.err, json.dumps(told) + "\n")
            return
        say = self.outlets.screen.say
        say(f"Ready at {url}")
        if self.public:
            say(f"  and from everywhere at {self.public}")
            say("  Register that address in the Developer Hub: your app > Configure > Webhooks")
        else:
            at = "" if url == "http://127.0.0.1:8383/" else f" --to {url}"
            say(f"  Try it: intercom trigger contact.created{at}")
            say("  Intercom itself needs a public https address: --tunnel cloudflared")

    def warn(self) -> None:
        """Say loudly what is not safe."""
        warn = self.session.printer.warn
        if self.wished.skip_verify:
            warn("NOTHING IS VERIFIED: anybody who can reach this address can send you anything.")
        from intercom_cli.api.hosts import is_loopback

        if not is_loopback(self.wished.host):
            warn("Everybody who can reach this machine can reach this address.")

    def end(self) -> None:
        """Deliver what is queued, for some seconds, and tell what was not."""
        self.ending.set()
        waiting = self.lanes.count
        try:
            if waiting:
                some = f"{waiting:,} event{'s are' if waiting > 1 else ' is'}"
                self.outlets.screen.say(f"{some} still being delivered; Ctrl-C leaves them.")
            left = self.lanes.drain(DRAIN_SECONDS)
        except BaseException:  # noqa: BLE001 - Ctrl-C or SIGTERM: the run ends that way already
            left = self.lanes.drain(0)
        if self.tunnel:
            self.tunnel.close()
        if self.began:
            self.tell(left)
        with suppress(OSError):
            self.outlets.close()

    def tell(self, left: list[Notification]) -> None:
        """Say what came, and name what was not delivered."""
        for notification in left:
            self.outlets.leave(notification)
        counts, lanes, screen = self.receiver.counts, self.lanes, self.outlets.screen
        told = [f"{counts.taken:,} received", f"{lanes.done:,} delivered"]
        for number, word in (
            (lanes.failed, "failed"),
            (counts.again, "came again"),
            (counts.unasked, "not asked for"),
            (counts.refused, "refused"),
        ):
            told += [f"{number:,} {word}"] if number else []
        screen.say(", ".join(told) + ".")
        if left:
            screen.warn(f"{len(left):,} not delivered:")
        for notification in left[:NAMED]:
            screen.warn(f"  {notification.topic} {notification.item_id} ({notification.id})")
        if len(left) > NAMED:
            screen.warn(f"  and {len(left) - NAMED:,} more")
        wishes = self.wished.wishes
        if (left or lanes.failed) and wishes.record and wishes.forward_to:
            words = ["replay", str(wishes.record), "--undelivered", "-f", wishes.forward_to]
            screen.say(f"Later: intercom {shlex.join(words)}")


def listen(session: Session, wished: Wished) -> None:
    """Listen until a signal; it is raised again when all is said."""
    listening = Listening(session, wished)
    listening.warn()
    place = Place(wished.host, wished.port)
    try:
        serve(listening.receiver, place, ready=listening.ready, ending=listening.ending)
    finally:
        listening.end()
    if listening.failure:
        raise listening.failure
