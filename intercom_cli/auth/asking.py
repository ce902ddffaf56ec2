"""What a sign-in in the browser needs from the person, and what it tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, TextIO

from intercom_cli.auth import browser
from intercom_cli.auth.door import Redirect
from intercom_cli.auth.listener import Listener
from intercom_cli.auth.waiting import Waiting

Say = Callable[[str], None]
AGAIN = "intercom connect --oauth"
WARNS_FIRST = (
    "Your browser will first warn about a certificate: intercom made it for this machine only.",
    "Choose Advanced, then Proceed to localhost; Intercom's page follows.",
)
WARNS_LAST = (
    "When you come back from Intercom, the browser will warn about this machine's certificate:",
    "choose Advanced, then Proceed to localhost.",
)
REFUSED = "The browser did not accept the certificate. Choose Advanced, then Proceed to localhost"


class Asking(NamedTuple):
    """What a sign-in in the browser needs to know.

    ``stdin`` is None where nobody can paste. ``insist`` says what even --quiet must not hide.
    """

    environ: Mapping[str, str]
    client_id: str
    consent: str
    redirect_uri: str
    say: Say
    insist: Say
    stdin: TextIO | None = None
    seconds: float = 300
    listen: bool = True
    open_browser: bool = True
    cert: Path | None = None
    key: Path | None = None


class Way(NamedTuple):
    """How the browser goes and comes back; without a listener, ``why_not`` says why there is none.

    ``first`` is where the browser is sent from here: the listener's own page where its certificate
    is to be accepted before anything else, otherwise the ``consent`` page.
    """

    consent: str
    first: str
    listener: Listener | None
    warns: bool = False
    why_not: str = ""


def guide(asking: Asking, way: Way, redirect: Redirect) -> None:
    """Tell what happens now, and open the browser; the address is always shown, too."""
    found = browser.find(asking.environ, wanted=asking.open_browser)
    if way.why_not:
        asking.insist(f"The browser cannot come back by itself: {way.why_not}.")
    if found.start:
        _tell_opened(asking, way)
        found.open(way.first)
    else:
        _tell_not_opened(asking, way, redirect, found.reason)
    if asking.stdin:
        first = "Then" if way.listener is None else "Or"
        asking.insist(
            f"{first} paste here the address that you end on, even if its page cannot be shown:"
        )
    asking.say(f"Waiting for {asking.seconds:g} seconds at most; Ctrl-C stops.")


def _tell_opened(asking: Asking, way: Way) -> None:
    for line in WARNS_FIRST if way.first != way.consent else ():
        asking.say(line)
    asking.say("Opening your browser. If nothing opens, go to:")
    asking.say(f"  {way.first}")


def _tell_not_opened(asking: Asking, way: Way, redirect: Redirect, reason: str) -> None:
    """Show Intercom's own page: the browser may be on a machine that cannot reach this one."""
    asking.insist(f"No browser is opened: {reason}. Go to:")
    asking.insist(f"  {way.consent}")
    for line in WARNS_LAST if way.warns else ():
        asking.say(line)
    if way.listener and any(asking.environ.get(name) for name in browser.SSH):
        tunnel = f"ssh -L {redirect.port}:localhost:{redirect.port} HOST"
        asking.insist(f"With a tunnel ({tunnel}) the browser comes back by itself.")


def hint_once(asking: Asking, waiting: Waiting) -> Callable[[], None]:
    """Make what tells, once and only while it helps, that a browser refused the certificate."""
    told: list[bool] = []

    def alerted() -> None:
        if told or waiting.is_answered:
            return
        told.append(True)
        instead = ", or paste the address from its address bar here." if asking.stdin else "."
        asking.insist(REFUSED + instead)

    return alerted
