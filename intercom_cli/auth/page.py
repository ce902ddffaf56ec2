"""The pages a browser sees during a sign-in: text and one style, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template
from typing import NamedTuple

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:18vh auto;max-width:32em;padding:0 1.5em;"
    "color:#1a1a1a;background:#fff}h1{font-size:1.4em}"
    "@media(prefers-color-scheme:dark){body{color:#eee;background:#1a1a1a}}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_DOCUMENT = Template(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>$title</title><style>$style</style></head>"
    "<body><main><h1>$title</h1><p>$text</p></main></body></html>\n"
)
HEADERS = (
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    (
        "Content-Security-Policy",
        (
            f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
    ),
    ("Connection", "close"),
)
REASONS = {
    200: "OK",
    302: "Found",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
}


class Page(NamedTuple):
    """One answer of the listener; ``location`` sends the browser on."""

    status: int
    title: str = ""
    text: str = ""
    location: str | None = None

    def encode(self) -> bytes:
        """The whole answer as it goes over the wire; whatever came from outside is escaped."""
        document = _DOCUMENT.substitute(
            title=escape(self.title or REASONS[self.status]), text=escape(self.text), style=STYLE
        )
        body = document.encode()
        headers = [
            *HEADERS,
            ("Content-Type", "text/html; charset=utf-8"),
            ("Content-Length", str(len(body))),
        ]
        if self.location:
            headers.append(("Location", self.location))
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        return f"HTTP/1.1 {self.status} {REASONS[self.status]}\r\n{head}\r\n".encode() + body


FORGED = Page(
    400,
    "This is not the sign-in that is waiting",
    "The answer does not carry the state of this sign-in, so it was ignored. "
    "Use the address that the terminal shows.",
)
STILL_WORKING = Page(200, "Almost there", "The terminal is still working; it shows how it ends.")
