"""The workspace as one function: a call goes in, an answer comes out.

Two thin adapters stand before it: a transport for clients in the same process, and an ASGI app
for everybody else. Both give the same answers, byte for byte.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from intercom_cli.sandbox import access, oauth
from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.conversations import calls
from intercom_cli.sandbox.faults import Rules
from intercom_cli.sandbox.options import Options
from intercom_cli.sandbox.rate import RateLimit
from intercom_cli.sandbox.refusals import Refusal, bad_request
from intercom_cli.sandbox.router import routes_below, segments_of
from intercom_cli.sandbox.store import MEMORY, Store
from intercom_cli.sandbox.versions import DEFAULT, require, version_of
from intercom_cli.sandbox.visit import Visit, route_of
from intercom_cli.sandbox.workspace import new_app_id, seeded_app_id, workspace_zone

if TYPE_CHECKING:
    from intercom_cli.sandbox.webhooks.sender import Sender


class Sandbox:
    """One workspace. Threads may call it at once; other processes may share its file.

    An empty database is filled with the seeded data set first.
    """

    def __init__(
        self,
        database: Path | str = MEMORY,
        *,
        options: Options | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.options = options or Options()
        self.clock = clock
        self.zone = workspace_zone()
        self.store = Store(database)
        self.tokens = {self.options.token}
        self.limit = RateLimit(self.options.rate_limit)
        self.rules = Rules(self.options.faults)
        self.consents = oauth.Consents()
        self.sender: Sender | None = None
        if self.store.is_empty():
            self.fill()

    def fill(self) -> None:
        """Put the seeded data set into a database that was never used."""
        # What makes the data set is not needed ever after.
        from intercom_cli.sandbox.seeding.fill import fill_if_empty

        fill_if_empty(
            self.store,
            zone=self.zone,
            now=int(self.clock()),
            seed=self.options.seed,
            contacts=self.options.contacts,
            app_id=self.new_app_id(),
        )

    def new_app_id(self) -> str:
        """The id of a new workspace: one of its own where it is kept in a file."""
        if self.options.app_id:
            return self.options.app_id
        in_memory = self.store.database == MEMORY
        return seeded_app_id(self.options.seed) if in_memory else new_app_id()

    def handle(self, call: Call) -> Answer:
        """Answer one call, whatever it is; never raises for what a caller did."""
        request_id = str(uuid.uuid4())
        with self.store.lock:
            rule = self.rules.hit(call)
            if rule is not None and rule.replaces:
                answer = rule.answer(request_id)
            else:
                answer = self.answered(call, request_id)
        if rule is not None and not rule.replaces:
            answer = rule.spoil(answer)
        named = {**answer.headers, "x-request-id": request_id}
        return Answer(answer.status, named, answer.body, answer.delay, answer.ending)

    def answered(self, call: Call, request_id: str) -> Answer:
        """Answer a call that no fault stands in the way of."""
        limits: dict[str, str] = {}
        try:
            if (call.method, call.path) in oauth.PUBLIC:
                return oauth.answer(self, call)
            now = self.clock()
            if calls.is_recording(call):
                return calls.sound(call, now)
            header = call.headers.get("authorization")
            token = access.check(self.store, header, tokens=self.tokens, now=now)
            limits = self.limit.take(now)
            if (call.method, call.path) == oauth.UNINSTALL:
                return oauth.uninstall(self, token)
            answer = self.routed(call, now)
        except Refusal as refusal:
            answer = refusal.answer(request_id)
        version = call.headers.get("intercom-version", DEFAULT)
        headers = {**answer.headers, **limits, "intercom-version": version}
        return Answer(answer.status, headers, answer.body)

    def routed(self, call: Call, now: float) -> Answer:
        """Answer a call that came in with a good token."""
        version = version_of(call.headers.get("intercom-version"))
        segments = segments_of(call.path)
        route, ids = route_of(routes_below(segments[0]), call.method, segments)
        require(version, route.since)
        visit = Visit(call, ids, version, self.store, self.zone, int(now))
        try:
            with self.store.transaction(writing=not route.reads):
                answer = route.handler(visit)
                news = self.sender.gather(visit) if self.sender and not route.reads else []
        except (UnicodeError, OverflowError, RecursionError) as error:
            # Lone surrogates, numbers beyond 64 bits and what is nested a thousand times are
            # valid JSON, but nothing can hold them.
            raise bad_request("A value cannot be stored") from error
        if self.sender and news:
            self.sender.hand_on(news)
        return answer

    def notify(self, sender: Sender) -> None:
        """Tell a sender of webhooks what is changed from now on."""
        from intercom_cli.sandbox.webhooks import journal

        with self.store.lock:
            journal.install(self.store)
            self.sender = sender

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()
