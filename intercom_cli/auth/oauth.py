"""Sign in with the browser: the person's own app, a consent page, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO
from urllib.parse import urlencode

from intercom_cli.auth import browser, certificate
from intercom_cli.auth.callback import Answer
from intercom_cli.auth.door import Redirect, redirect_of, responder, tls_of
from intercom_cli.auth.listener import Listener, PortTaken
from intercom_cli.auth.paste import Paste
from intercom_cli.auth.waiting import Result, Waiting
from intercom_cli.errors import InputNeeded, IntercomError, NotSignedIn, Unreachable

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


def sign_in(asking: Asking, complete: Callable[[str], Result]) -> None:
    """Get a code from the person's browser and ``complete`` the sign-in with it.

    What ``complete`` gives or raises is what the browser's last page tells. Raises NotSignedIn when
    it was refused, Unreachable when no answer came in time, InputNeeded when none can come.
    """
    waiting = Waiting()
    redirect = redirect_of(asking.redirect_uri)
    with _way_back(asking, redirect, waiting) as way:
        _need_someone(asking, way)
        code = _code(_answer(asking, way, waiting, redirect), waiting)
        try:
            waiting.finish(complete(code))
        except IntercomError as error:
            waiting.finish(Result(ok=False, title="Not connected", text=error.message))
            raise


@contextmanager
def _way_back(asking: Asking, redirect: Redirect, waiting: Waiting) -> Iterator[Way]:
    """Listen where that is possible, and to the end, whichever end it is."""
    way = _open_door(asking, redirect, waiting)
    try:
        yield way
    finally:
        waiting.finish(Result(ok=False, title="Not connected", text="The sign-in was stopped."))
        if way.listener:
            way.listener.close()


def _open_door(asking: Asking, redirect: Redirect, waiting: Waiting) -> Way:
    consent = consent_address(asking, redirect, waiting.state)
    if not asking.listen:
        return Way(consent, None)
    if not redirect.is_here:
        return Way(consent, None, why_not=f"{redirect.host} is not this machine")
    tls, warns = tls_of(
        redirect, lambda: certificate.find(asking.environ, cert=asking.cert, key=asking.key)
    )
    try:
        listener = Listener(
            host=redirect.host,
            port=redirect.port,
            respond=responder(waiting, redirect, consent),
            tls=tls,
            alerted=_hint_once(asking, waiting),
        )
    except PortTaken as taken:
        return Way(consent, None, why_not=f"port {redirect.port} cannot be used: {taken}")
    return Way(redirect.start if warns and redirect.path != "/" else consent, listener, warns)


def consent_address(asking: Asking, redirect: Redirect, state: str) -> str:
    """The address of Intercom's consent page for this sign-in."""
    values = {
        "client_id": asking.client_id,
        "redirect_uri": redirect.address,
        "response_type": "code",
        "state": state,
    }
    return f"{asking.consent}?{urlencode(values)}"


def _need_someone(asking: Asking, way: Way) -> None:
    """Refuse to wait for an answer that cannot come, as in a script. Raises InputNeeded."""
    if asking.stdin is not None:
        return
    if way.listener is None:
        reason = way.why_not or "nothing listens"
        raise InputNeeded(
            f"The browser cannot come back ({reason}), and nobody can paste the address.",
            hint=f"{AGAIN} --paste, or free the port, or register another --redirect-uri",
        )
    found = browser.find(asking.environ, wanted=asking.open_browser)
    if found.start is None and asking.open_browser:
        raise InputNeeded(
            f"No browser can be opened here: {found.reason}.",
            hint=f"{AGAIN} --no-browser, or --paste, or connect with --token-stdin",
        )


def _answer(asking: Asking, way: Way, waiting: Waiting, redirect: Redirect) -> Answer:
    """Open the browser and wait for an answer from it or from the keyboard."""
    _guide(asking, way, redirect)
    paste = Paste(waiting, asking.stdin, asking.insist) if asking.stdin else None

    def hopeless() -> bool:
        return way.listener is None and (paste is None or paste.ended.is_set())

    try:
        answer = waiting.wait(asking.seconds, given_up=hopeless)
        ended = hopeless()
    finally:
        if paste:
            paste.close()
    if answer:
        return answer
    if ended:
        raise InputNeeded("No address was pasted.", hint=AGAIN)
    raise Unreachable(
        f"No answer came within {asking.seconds:g} seconds; nothing was stored.",
        hint=f"{AGAIN} --timeout 600, or with --paste",
        retryable=True,
    )


def _guide(asking: Asking, way: Way, redirect: Redirect) -> None:
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


def _hint_once(asking: Asking, waiting: Waiting) -> Callable[[], None]:
    told: list[bool] = []

    def alerted() -> None:
        if told or waiting.is_answered:
            return
        told.append(True)
        instead = ", or paste the address from its address bar here." if asking.stdin else "."
        asking.insist(REFUSED + instead)

    return alerted


def _code(answer: Answer, waiting: Waiting) -> str:
    """The code of an answer. Raises NotSignedIn when it is a refusal."""
    if answer.code and not answer.error:
        return answer.code
    if answer.error == "access_denied":
        message = "The sign-in was cancelled in the browser; nothing was stored."
    else:
        more = f" ({answer.description})" if answer.description else ""
        message = f"Intercom refused the sign-in: {answer.error}{more}."
    waiting.finish(Result(ok=False, title="Not connected", text=message))
    raise NotSignedIn(message, hint=AGAIN)
