"""Sign in with the browser: the person's own app, a consent page, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from intercom_cli.auth import browser, certificate
from intercom_cli.auth.asking import AGAIN, Asking, Way, guide, hint_once
from intercom_cli.auth.callback import Answer
from intercom_cli.auth.door import Redirect, redirect_of, responder, tls_of
from intercom_cli.auth.listener import Listener, PortTaken
from intercom_cli.auth.paste import Paste
from intercom_cli.auth.waiting import Result, Waiting
from intercom_cli.errors import InputNeeded, IntercomError, NotSignedIn, Unreachable


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
        return Way(consent, consent, None)
    if not redirect.is_here:
        return Way(consent, consent, None, why_not=f"{redirect.host} is not this machine")
    tls, warns = tls_of(
        redirect, lambda: certificate.find(asking.environ, cert=asking.cert, key=asking.key)
    )
    try:
        listener = Listener(
            host=redirect.host,
            port=redirect.port,
            respond=responder(waiting, redirect, consent),
            tls=tls,
            alerted=hint_once(asking, waiting),
        )
    except PortTaken as taken:
        return Way(consent, consent, None, why_not=f"port {redirect.port} cannot be used: {taken}")
    first = redirect.start if warns and redirect.path != "/" else consent
    return Way(consent, first, listener, warns)


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
    guide(asking, way, redirect)
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
