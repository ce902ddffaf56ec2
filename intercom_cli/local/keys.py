"""Every key of config.toml: its environment variable, its default and the values it can have."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from intercom_cli.errors import Misuse, close_matches

FORMATS = ("table", "json", "ndjson", "csv", "tsv", "yaml", "ids")
# A browser and this program could read these in an address differently.
UNCLEAR = re.compile(r"[\x00-\x20\x7f\\]")
PASSWORD = re.compile(r"//[^/]*@")
SHORTEST = 0.001  # seconds; a timeout below that could never be kept


class Key(NamedTuple):
    """One thing that can be configured."""

    name: str
    help: str
    variables: tuple[str, ...]
    default: Any
    parse: Callable[[Any], Any]
    expects: str

    def read(self, value: Any, *, of: str | None = None) -> Any:
        """Turn a text or TOML value into what the program uses. Raises Misuse."""
        try:
            return self.parse(value)
        except (ValueError, TypeError, AttributeError) as error:
            shown = PASSWORD.sub("//***@", repr(value))
            raise Misuse(f"{of or self.name} is {shown}, but must be {self.expects}.") from error


def find(key: str) -> Key:
    """The key of this name. Raises Misuse, naming a close one."""
    if key not in KEYS:
        said = unknown(key)
        raise Misuse(said[0].upper() + said[1:], hint="intercom config list")
    return KEYS[key]


def unknown(key: str) -> str:
    """Say that there is no such key, and which one was perhaps meant."""
    close = close_matches(key.replace("-", "_"), list(KEYS), n=1)
    meant = f"; did you mean {close[0]}?" if close else "."
    return f"there is no setting called {key!r}{meant}"


def _one_of(*allowed: str) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        text = str(value).strip().lower()
        if text not in allowed:
            raise ValueError(text)
        return text

    return parse


def _seconds(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError
    number = float(value)
    if not 0 <= number < 1e9:  # noqa: PLR2004 - thirty years; also refuses nan
        raise ValueError(value)
    return number


def _more_than_none(value: Any) -> float:
    number = _seconds(value)
    if number < SHORTEST:
        raise ValueError(value)
    return number


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = str(value).strip().lower()
    if text in {"1", "true", "yes", "on"}:
        return True
    if text in {"0", "false", "no", "off"}:
        return False
    raise ValueError(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(value)
    return value.strip()


def _version(value: Any) -> str:
    if isinstance(value, bool):
        raise TypeError
    text = _text(str(value))
    if not text.isascii() or not text.replace(".", "").isalnum():  # it goes into a header
        raise ValueError(text)
    return text


def _address(value: Any) -> str:
    """An https address, or an http one: a base URL may be a test server in a private network."""
    text = _text(value)
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.fragment:
        raise ValueError(text)
    if parts.port == 0 or "@" in parts.netloc or UNCLEAR.search(text):  # a wrong port raises, too
        raise ValueError(text)
    return text


def _base(value: Any) -> str:
    text = _address(value)
    if urlsplit(text).query:
        raise ValueError(text)
    return text.rstrip("/")


_FORMATS = _one_of(*FORMATS)
_REGIONS = _one_of("us", "eu", "au")
_PAGERS = _one_of("never", "auto", "always")
_COLORS = _one_of("auto", "always", "never")

KEYS: dict[str, Key] = {
    key.name: key
    for key in (
        Key("workspace", "Workspace used when none is named.",
            ("INTERCOM_WORKSPACE",), None, _text, "a workspace's name"),
        Key("output", "Output format; by default a table on a terminal and ndjson in a pipe.",
            ("INTERCOM_OUTPUT",), None, _FORMATS, "one of " + ", ".join(FORMATS)),
        Key("api_version", "Version of Intercom's API.",
            ("INTERCOM_API_VERSION",), "2.16", _version, "a version as 2.16"),
        Key("timeout", "Seconds to wait for an answer.",
            ("INTERCOM_TIMEOUT",), 60.0, _more_than_none, "a number of seconds"),
        Key("max_wait", "Seconds to wait in all for the rate limit and between retries.",
            ("INTERCOM_MAX_WAIT",), 120.0, _seconds, "a number of seconds"),
        Key("color", "When to colour output.",
            (), "auto", _COLORS, "auto, always or never"),
        Key("pager", "When output on a terminal goes through $PAGER, or less.",
            (), "never", _PAGERS, "never, auto or always"),
        Key("guard_formulas", "In csv and tsv, keep spreadsheets from working out text.",
            (), default=False, parse=_flag, expects="true or false"),
        Key("no_input", "Never ask a question.",
            ("INTERCOM_NO_INPUT",), default=False, parse=_flag, expects="true or false"),
        Key("region", "Where the workspace's data lives.",
            ("INTERCOM_REGION",), None, _REGIONS, "us, eu or au"),
        Key("base_url", "Address of the API, for a sandbox or a proxy of yours.",
            ("INTERCOM_API_BASE_URL", "INTERCOM_BASE_URL"), None, _base, "an address as https://api.intercom.io"),
        Key("client_id", "Client id of your Intercom app, for connect.",
            ("INTERCOM_CLIENT_ID",), None, _text, "the client id of your app"),
        Key("redirect_uri", "Redirect URL registered with your Intercom app.",
            ("INTERCOM_REDIRECT_URI",), "https://localhost:8484/callback", _address,
            "an address as https://localhost:8484/callback"),
    )
}  # fmt: skip
