"""Watch until Ctrl-C: what is said at the start and at the end, and what happens between."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from intercom_cli import foreign
from intercom_cli.api.request import call
from intercom_cli.errors import (
    IntercomError,
    Misuse,
    RateLimited,
    ServerFailed,
    Unreachable,
    did_you_mean,
)
from intercom_cli.events.memory import Memory
from intercom_cli.events.outlets import Wishes, outlets_of
from intercom_cli.events.polling import SEARCHED, Kind
from intercom_cli.events.topics import Chosen
from intercom_cli.events.watching import Counts, Watch
from intercom_cli.local.places import data_dir
from intercom_cli.narrowing import seconds
from intercom_cli.resources._company_links import Companies
from intercom_cli.session import Session

IDENTITY = "GET /me"
INTERVAL = re.compile(r"(\d{1,6})\s*(s|m|h|d)?")
SECONDS = {None: 1, "s": 1, "m": 60, "h": 3600, "d": 86_400}
HELD = (signal.SIGINT, signal.SIGTERM)
PASSING = (RateLimited, ServerFailed, Unreachable)  # what may be well in the next round

COMPANIES = Kind("companies", "company", walk=lambda session: Companies(session, None))
KINDS = {kind.noun: kind for kind in (SEARCHED[0], COMPANIES, *SEARCHED[1:])}


class Wished(NamedTuple):
    """What the options of watch say."""

    nouns: tuple[str, ...]
    every: str
    topics: Chosen
    wishes: Wishes
    state: Path | None
    since: str | None
    once: bool


def watch(session: Session, wished: Wished) -> None:
    """Watch until a signal, or with --once for one round."""
    kinds, pause = kinds_of(wished.nouns), pause_of(wished.every)
    since = None if wished.since is None else seconds(session, wished.since)
    outlets = outlets_of(session, wished.wishes)
    app = app_of(session)
    memory = Memory(wished.state or own_file(session, app), app)
    one = Watch(session, kinds, memory, outlets)
    one.topics = wished.topics
    # What a workflow did before it failed is not to be done again.
    one.again = wished.wishes.run is None
    if threading.current_thread() is threading.main_thread():
        one.shield = Shield(session, one.stop).__call__
    try:
        fresh = one.begin(since)
        greet(session, wished, memory, fresh, since)
        rounds(session, one, wished, pause)
    except BaseException as ending:
        if not isinstance(ending, Exception):  # Ctrl-C or SIGTERM
            session.printer.say("Stopped. What was seen is kept; the same command goes on from it.")
        raise
    finally:
        outlets.close()
        memory.close()


def kinds_of(nouns: tuple[str, ...]) -> list[Kind]:
    """What is to be watched. Raises Misuse, with a close name, for what cannot be."""
    for noun in nouns:
        if noun not in KINDS:
            hint = did_you_mean(noun, KINDS) or f"intercom watch {' '.join(KINDS)}"
            raise Misuse(f"{noun!r} cannot be watched.", hint=hint)
    return [KINDS[noun] for noun in dict.fromkeys(nouns)]


def pause_of(text: str) -> int:
    """The seconds between two rounds. Raises Misuse for what is no time, or none at all."""
    found = INTERVAL.fullmatch(text.strip())
    pause = int(found[1]) * SECONDS[found[2]] if found else 0
    if not pause:
        raise Misuse(f"--every: {text!r} is not a time.", hint="--every 10s, 5m or 1h")
    return pause


def app_of(session: Session) -> str:
    """The workspace as Intercom names it in notifications."""
    workspace = session.source.workspace
    if workspace and workspace.app_id:
        return workspace.app_id
    answer = session.send(call(IDENTITY))
    return foreign.required_id(answer.json(), "app", "id_code", http=answer.http)


def own_file(session: Session, app: str) -> Path:
    """The state file of a workspace, where none is named."""
    return data_dir(session.environ) / "watch" / f"{re.sub(r'[^A-Za-z0-9_-]', '_', app)}.ndjson"


def greet(
    session: Session, wished: Wished, memory: Memory, fresh: list[str], since: int | None
) -> None:
    """Say what is watched, from where on, and where that is remembered."""
    say = session.printer.say
    say(f"Watching {listed(list(wished.nouns))} of {session.source.name}.")
    begun = [noun for noun in memory.nouns if noun in wished.nouns and noun not in fresh]
    if fresh:
        start = "now" if since is None else f"at {wished.since}"
        say(f"  {listed(fresh)}: the first run; it begins {start}.")
    if begun:
        say(f"  {listed(begun)}: going on where the last run ended.")
        if since is not None:
            session.printer.warn("--since is for a first run; name another --state for one.")
    say(f"  State: {memory.path}")


def listed(names: list[str]) -> str:
    """Names as a sentence lists them."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def rounds(session: Session, one: Watch, wished: Wished, pause: int) -> None:
    """Go round after round; Ctrl-C ends it once what is being delivered is delivered."""
    told = False
    while True:
        counts = attempt(session, one, once=wished.once)
        if wished.once:
            finish(session, counts)
            return
        if counts and not told:
            told = True
            session.printer.say(cost(counts, pause, one.kinds))
        time.sleep(pause)


def attempt(session: Session, one: Watch, *, once: bool) -> Counts | None:
    """One round; with more to come, what may be well by then is told and survived."""
    try:
        return one.round()
    except PASSING as error:
        if once or not is_passing(error):
            raise
        session.printer.warn(f"{error.message} Asking again in the next round.")
        return None


def is_passing(error: IntercomError) -> bool:
    """Whether an error may be gone in a while."""
    return error.retryable or isinstance(error, PASSING)


def cost(counts: Counts, pause: int, kinds: Sequence[Kind]) -> str:
    """What a round costs."""
    whole_lists = [kind.noun for kind in kinds if kind.walk]
    why = f"; {listed(whole_lists)} cannot be searched and are all read" if whole_lists else ""
    return f"  A round takes {requests(counts)}, every {pause:,} s{why}. Ctrl-C ends it."


def requests(counts: Counts) -> str:
    """How many requests it took."""
    return f"{counts.requests:,} request{'s' * (counts.requests != 1)}"


def finish(session: Session, counts: Counts | None) -> None:
    """Say what came of a single round."""
    if counts:
        left = f", {counts.failed:,} not taken yet" if counts.failed else ""
        session.printer.say(f"{counts.delivered:,} delivered{left}; {requests(counts)}.")


class Shield:
    """Holds Ctrl-C and SIGTERM back while something is delivered; a second one is not held."""

    def __init__(self, session: Session, stop: threading.Event) -> None:
        self.session = session
        self.stop = stop

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Let the delivery end; a signal that came meanwhile does what it does then."""
        came: list[signal.Signals] = []

        def hold(number: int, frame: FrameType | None) -> None:
            if came:
                self.stop.set()
                act(before[signal.Signals(number)], number, frame)
            came.append(signal.Signals(number))
            self.session.printer.say("Ending once this is delivered; Ctrl-C again does not wait.")

        before = {number: signal.signal(number, hold) for number in HELD}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        if came:
            act(before[came[0]], came[0], None)


def act(handler: Any, number: int, frame: FrameType | None) -> None:
    """Do what a signal does."""
    if callable(handler):
        handler(number, frame)
