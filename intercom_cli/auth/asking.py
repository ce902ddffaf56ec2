"""What a sign-in in the browser needs from the person, and what it tells them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from intercom_cli.auth import browser
from intercom_cli.auth.door import Redirect
from intercom_cli.auth.listener import Listener
from intercom_cli.auth.waiting import Waiting

Say = Callable[[str], None]
AGAIN = "intercom connect --oauth"
WARNING = (
    "Your browser will first warn about a certificate: intercom made it for this machine only.",
    "Choose Advanced, then Proceed to localhost; Intercom's page follows.",
)
REFUSED = "The browser did not accept the certificate. Choose Advanced, then Proceed to localhost"


@dataclass(frozen=True, slots=True)
class Asking:
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


@dataclass(frozen=True, slots=True)
class Way:
    """How the browser comes back: ``first`` is opened; without a listener, why there is none."""

    first: str
    listener: Listener | None
    warns: bool = False
    why_not: str = ""


def guide(asking: Asking, way: Way, redirect: Redirect) -> None:
    """Tell what happens now, and open the browser; the address is always shown, too."""
    found = browser.find(asking.environ, wanted=asking.open_browser)
    if way.why_not:
        asking.insist(f"The browser cannot come back by itself: {way.why_not}.")
    if way.warns:
        for line in WARNING:
            asking.say(line)
    if found.start:
        asking.say("Opening your browser. If nothing opens, go to:")
        asking.say(f"  {way.first}")
        found.open(way.first)
    else:
        asking.insist(f"No browser is opened: {found.reason}. Go to:")
        asking.insist(f"  {way.first}")
        if way.listener and any(asking.environ.get(name) for name in browser.SSH):
            tunnel = f"ssh -L {redirect.port}:localhost:{redirect.port} HOST"
            asking.insist(f"With a tunnel ({tunnel}) the browser comes back by itself.")
    if asking.stdin:
        alone = way.listener is None
        asking.insist(
            f"{'Then' if alone else 'Or'} paste here the address that you end on, "
            "even if the page there cannot be shown:"
        )
    asking.say(f"Waiting for {asking.seconds:g} seconds at most; Ctrl-C stops.")


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
