"""Watch nouns: ask what changed, put it into notifications, deliver each, and remember that."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import NamedTuple

from intercom_cli.events import notification
from intercom_cli.events.memory import Memory
from intercom_cli.events.notification import Notification
from intercom_cli.events.outlets import Outlets
from intercom_cli.events.polling import MARGIN, Kind, Row, Window, changes
from intercom_cli.events.telling import topics_of
from intercom_cli.events.topics import Chosen
from intercom_cli.session import Session

ENOUGH = 3  # failures in a row after which a round ends, for the target seems to be down
LOOK = 12


class Counts(NamedTuple):
    """What came of a round."""

    requests: int
    delivered: int
    failed: int


class Watch:
    """A watch over some nouns.

    ``again`` says whether what an outlet did not take is handed to it with every round until it
    does; ``shield`` is put around each delivery.
    """

    def __init__(
        self, session: Session, kinds: Sequence[Kind], memory: Memory, outlets: Outlets
    ) -> None:
        self.session = session
        self.kinds = kinds
        self.memory = memory
        self.outlets = outlets
        self.topics = Chosen(())
        self.again = True
        self.shield: Callable[[], AbstractContextManager[None]] = nullcontext
        self.stop = threading.Event()
        self.delivered = self.failed = 0

    def begin(self, since: int | None) -> list[str]:
        """Begin with the nouns that were not watched before, and name them.

        Without a moment they begin now: what is there already is known then.
        """
        fresh = [kind for kind in self.kinds if kind.noun not in self.memory.nouns]
        for kind in fresh:
            if since is None:
                rows = ((row, look_of(row)) for row in changes(self.session, kind, Window()))
                self.memory.begin(kind, 0, list(rows))
            else:
                self.memory.begin(kind, since + MARGIN, ())
        return [kind.noun for kind in fresh]

    def round(self) -> Counts:
        """Deliver what is left over, then ask each noun what changed and deliver that."""
        sent = self.session.client.pace.sent
        self.delivered = self.failed = 0
        self.deliver_pending()
        for kind in self.kinds:
            self.poll(kind)
        requests = self.session.client.pace.sent - sent
        return Counts(requests, self.delivered, len(self.memory.pending))

    def poll(self, kind: Kind) -> None:
        """Ask one noun what changed since the last time, and tell it."""
        known = self.memory.nouns[kind.noun]
        window = Window(known.floor, known.origin)
        known.began()
        for row in changes(self.session, kind, window):
            look = look_of(row)
            if known.is_news(row, look):
                told = self.notifications(kind, row, look, window)
                self.tell(kind, row, look, told)
        self.memory.ended(kind)

    def notifications(self, kind: Kind, row: Row, look: str, window: Window) -> list[Notification]:
        """What is to be told of a changed record; nothing where nobody asked for that.

        The ids follow from the change, so that whoever gets one twice can know it.
        """
        sight = self.memory.nouns[kind.noun].seen.get(row.id)
        floor = window.floor or 0
        created = sight is None and row.made >= (window.origin if kind.walk else floor)
        before = floor - 1 if sight is None else sight.changed
        again = f"_{look}" if sight is not None and sight.changed == row.changed else ""
        return [
            notification.of(
                notification.envelope(
                    topic,
                    row.record,
                    app_id=self.memory.workspace,
                    id=f"watch_{topic}_{row.id}_{row.changed}{again}",
                    at=row.changed,
                )
            )
            for topic in topics_of(kind.one, row, created=created, before=before)
            if topic in self.topics
        ]

    def tell(self, kind: Kind, row: Row, look: str, told: list[Notification]) -> None:
        """Write down what is to be told, and deliver it, unless earlier news of it waits."""
        about = f"{kind.noun}:{row.id}"
        waits = any(pending.about == about for pending in self.memory.pending.values())
        for one in told:
            self.outlets.take(one)
        self.memory.note(kind, row, look, {one.id: one.body.decode() for one in told})
        if waits or self.failed >= ENOUGH:
            return
        for one in told:
            if not self.deliver(one):
                return

    def deliver_pending(self) -> None:
        """Deliver what was not taken in earlier rounds, each record's news in their order."""
        stuck: set[str] = set()
        for pending in list(self.memory.pending.values()):
            if self.failed >= ENOUGH:
                return
            if pending.about in stuck:
                continue
            if not self.deliver(notification.read(pending.body.encode())):
                stuck.add(pending.about)

    def deliver(self, one: Notification) -> bool:
        """Hand one to the outlets, and write down that they took it."""
        with self.shield():
            if not self.outlets.deliver(one, self.stop) and self.again:
                self.failed += 1
                return False
            self.memory.done(one.id)
        self.failed = 0
        self.delivered += 1
        return True


def look_of(row: Row) -> str:
    """How a record looks, in a few letters."""
    return hashlib.sha256(row.body).hexdigest()[:LOOK]
