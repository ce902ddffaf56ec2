"""What --debug shows of the talk with Intercom, with everything secret taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

MASK = "***"
SHOWN = 2000  # bytes of a body
SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


class Trace:
    """Writes each exchange line by line; without a ``write`` it costs nothing."""

    def __init__(self, write: Callable[[str], None] | None) -> None:
        self.write = write
        self.secrets: set[str] = set()

    def hide(self, secret: str | None) -> None:
        """Mask this text from now on, wherever it turns up."""
        if secret and self.write is not None:
            self.secrets.add(secret)

    def sent(
        self, method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes | None
    ) -> None:
        """Show a request as it leaves."""
        if self.write is None:
            return
        signing_in = "/auth/" in url
        self.line(f"> {method} {url}")
        self.headers(">", headers)
        self.body(">", body or b"", signing_in=signing_in)

    def received(
        self, status: int, headers: Iterable[tuple[str, str]], body: bytes | None, seconds: float
    ) -> None:
        """Show an answer; None for a body that is still on its way."""
        if self.write is None:
            return
        size = "" if body is None else f" in {seconds * 1000:.0f} ms, {len(body)} bytes"
        self.line(f"< {status}{size}")
        self.headers("<", headers)
        self.body("<", body or b"")

    def failed(self, words: str, seconds: float) -> None:
        """Show that no answer came."""
        if self.write is not None:
            self.line(f"! {words} ({seconds * 1000:.0f} ms)")

    def headers(self, sign: str, headers: Iterable[tuple[str, str]]) -> None:
        """Show headers, those with credentials masked whole."""
        for name, value in headers:
            shown = MASK if name.lower() in SECRET_HEADERS else value
            self.line(f"{sign} {name}: {shown}")

    def body(self, sign: str, body: bytes, *, signing_in: bool = False) -> None:
        """Show the beginning of a body, as text."""
        if not body:
            return
        from intercom_cli.api.redaction import CODE_IN_JSON, redact

        text = redact(body[: 2 * SHOWN].decode("utf-8", "replace"))
        if signing_in:
            text = CODE_IN_JSON.sub(rf'\1"{MASK}"', text)
        rest = f" … ({len(body)} bytes)" if len(body) > SHOWN else ""
        self.line(f"{sign} {text[:SHOWN]}{rest}")

    def line(self, text: str) -> None:
        """Write one line, its secrets masked, this run's own token wherever it turns up."""
        if self.write is None:
            return
        for secret in self.secrets:
            text = text.replace(secret, MASK)
        from intercom_cli.api.redaction import redact

        self.write(redact(text))
