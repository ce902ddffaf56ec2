"""When no answer came: what happened, in words, and whether the request may have arrived."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from intercom_cli.api.request import Request
from intercom_cli.errors import Http, IntercomError, ServerFailed, Unreachable

if TYPE_CHECKING:
    import httpx2 as httpx

DOCTOR = "Check your connection, or run `intercom doctor`."
LAYERS = frozenset({"httpx2", "httpcore2", "h11"})
UNSENT = frozenset(
    {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "LocalProtocolError"}
)


class Failure(NamedTuple):
    """One attempt that brought no answer.

    ``unsent`` means Intercom cannot have seen it; ``lasting`` that trying again is no use.
    """

    error: IntercomError
    unsent: bool = False
    lasting: bool = False


def failure_of(
    error: httpx.RequestError, request: Request, *, host: str, timeout: float
) -> Failure:
    """Explain an exception of the network in one sentence with its cause."""
    kind = type(error).__name__
    cause = root_of(error)
    http = Http(request.method, request.path.partition("?")[0])
    if kind == "DecodingError":
        unreadable = ServerFailed(
            f"The answer of {host} cannot be unpacked: {error}.", http=http, retryable=True
        )
        unreadable.__cause__ = error
        return Failure(unreadable)
    unsent = kind in UNSENT
    lasting = is_lasting(kind, cause)
    message, hint = sentence(kind, cause, host, timeout)
    again = not lasting and (unsent or request.is_repeatable)
    if not unsent and not request.is_repeatable:
        message += " It may have arrived, so it was not sent again."
        hint = "Look whether it was done before you repeat it."
    explained = Unreachable(message, hint=hint, http=http, retryable=again)
    explained.__cause__ = error
    return Failure(explained, unsent, lasting)


def root_of(error: BaseException) -> BaseException:
    """The exception at the bottom, where the operating system or OpenSSL spoke.

    What the caller was handling when it sent the request also hangs on this chain; it is not ours.
    """
    while True:
        below = error.__cause__ or error.__context__
        if (
            not isinstance(below, OSError)
            and type(below).__module__.partition(".")[0] not in LAYERS
        ):
            return error
        assert below is not None
        error = below


def is_lasting(kind: str, cause: BaseException) -> bool:
    """Whether it would fail the same way again: no such host, TLS refused, a proxy's no."""
    import socket
    import ssl

    if isinstance(cause, socket.gaierror):
        return cause.errno == socket.EAI_NONAME
    handshake = isinstance(cause, ssl.SSLError) and kind == "ConnectError"
    return handshake or kind in {"ProxyError", "UnsupportedProtocol", "LocalProtocolError"}


def sentence(kind: str, cause: BaseException, host: str, timeout: float) -> tuple[str, str]:
    """What happened, and what to try."""
    import socket
    import ssl

    if kind == "LocalProtocolError":  # whose words quote headers, the token among them
        return "HTTP cannot carry what is in a header of this request.", "Check each -H."
    if isinstance(cause, socket.gaierror):
        return f"Cannot find {host}: {reason(cause)}.", DOCTOR
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"The certificate of {host} is not trusted: {cause.verify_message.rstrip('.')}.",
            "Where your network inspects TLS, set SSL_CERT_FILE to its certificate bundle.",
        )
    if isinstance(cause, ssl.SSLError):
        return f"No TLS connection to {host}: {cause.reason or cause}.", DOCTOR
    if kind == "ConnectTimeout":
        return f"Cannot connect to {host} in time ({timeout:g} s).", DOCTOR
    if kind.endswith("Timeout"):
        return (
            f"{host} did not answer completely within {timeout:g} s.",
            "Allow more time with --timeout SECONDS.",
        )
    if kind == "ConnectError":
        return f"Cannot connect to {host}: {reason(cause)}.", DOCTOR
    if kind == "ProxyError":
        return (
            f"The proxy did not connect to {host}: {reason(cause)}.",
            "Check HTTPS_PROXY, or exempt the host with NO_PROXY.",
        )
    return f"The connection to {host} broke: {reason(cause)}.", DOCTOR


def reason(cause: BaseException) -> str:
    """The operating system's words without its numbers."""
    words = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    return (words or type(cause).__name__).strip().rstrip(".")
