"""The options of ``connect``, and what they come to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import typer

StoreName = Literal["keyring", "file"]
RegionName = Literal["us", "eu", "au"]


class Wishes(NamedTuple):
    """How a workspace is to be remembered, whichever way the person signs in."""

    name: str | None
    region: str | None
    store: str | None
    read_only: bool


class Ways(NamedTuple):
    """What was chosen for a sign-in in the browser."""

    client_id: str | None
    secret_from_stdin: bool
    redirect_uri: str | None
    open_browser: bool
    paste: bool
    seconds: float
    cert: Path | None
    key: Path | None

    @property
    def are_chosen(self) -> bool:
        """Whether something was given that only makes sense in the browser."""
        given = (self.client_id, self.redirect_uri, self.cert, self.key)
        return any(given) or self.secret_from_stdin or self.paste or not self.open_browser


def option(*names: str, text: str, **more: Any) -> Any:
    """Declare an option of ``connect``."""
    return typer.Option(*names, help=text, show_default=False, **more)


Sandbox = Annotated[bool, option("--sandbox", text="A practice workspace on this machine.")]
OAuth = Annotated[bool, option("--oauth", text="Sign in with the browser and your own app.")]
TokenStdin = Annotated[
    bool, option("--token-stdin", text="Read an access token from standard input.")
]
TokenFile = Annotated[
    Path | None, option("--token-file", text="Read an access token from a file.", metavar="FILE|-")
]
Name = Annotated[str | None, option("--name", text="What to call it here.", metavar="NAME")]
RegionOption = Annotated[
    RegionName | None, option("--region", text="Where its data lives; found out by itself.")
]
StoreOption = Annotated[StoreName | None, option("--store", text="Where to keep the token.")]
ReadOnly = Annotated[bool, option("--read-only", text="Refuse commands that change it.")]
ClientId = Annotated[str | None, option("--client-id", text="Your app's id.", metavar="ID")]
ClientSecretStdin = Annotated[
    bool, option("--client-secret-stdin", text="Read the app's secret from standard input.")
]
RedirectUri = Annotated[
    str | None, option("--redirect-uri", text="Redirect URL of your app.", metavar="URL")
]
NoBrowser = Annotated[bool, option("--no-browser", text="Show the address, open nothing.")]
Paste = Annotated[bool, option("--paste", text="Do not listen; paste the address you end on.")]
Timeout = Annotated[
    float, option("--timeout", text="Time to sign in; 300.", metavar="SECONDS", min=0.1)
]
Cert = Annotated[Path | None, option("--cert", text="Certificate of the listener.", metavar="FILE")]
Key = Annotated[Path | None, option("--key", text="The certificate's key.", metavar="FILE")]
