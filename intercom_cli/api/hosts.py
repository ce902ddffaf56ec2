"""Where Intercom lives, and which hosts may ever see a token."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import urlsplit

from intercom_cli.errors import Misuse
from intercom_cli.local.keys import UNCLEAR

PORTS = {"http": 80, "https": 443}


class Region(NamedTuple):
    """The hosts of one region: its API, and its web app where people sign in."""

    api: str
    app: str


REGIONS = {
    "us": Region("https://api.intercom.io", "https://app.intercom.com"),
    "eu": Region("https://api.eu.intercom.io", "https://app.eu.intercom.com"),
    "au": Region("https://api.au.intercom.io", "https://app.au.intercom.com"),
}
NAMES = {
    "us": "us",
    "usa": "us",
    "united states": "us",
    "eu": "eu",
    "europe": "eu",
    "au": "au",
    "australia": "au",
}

Origin = tuple[str, str, int]


def region_of(text: str) -> str:
    """The region somebody means: us, eu or au, in any case or written out.

    Raises Misuse for anything else; guessing would send a token to the wrong continent.
    """
    try:
        return NAMES[text.strip().lower()]
    except KeyError:
        raise Misuse(
            f"{text!r} is not a region of Intercom.", hint="Regions are us, eu and au."
        ) from None


def origin_of(url: str) -> Origin | None:
    """Scheme, host and port of an address; None when it has none or could be read in two ways."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not host or "@" in parts.netloc or UNCLEAR.search(url):
        return None
    return parts.scheme, host.rstrip("."), port or PORTS[parts.scheme]


def is_loopback(host: str) -> bool:
    """Whether a host is this machine; names under localhost are by RFC 6761."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    if not (host[:1].isdigit() or ":" in host):
        return False
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_trusted(url: str, trusted: Collection[str] = ()) -> bool:
    """Whether the token may go to this address.

    It may go to Intercom's three API hosts over TLS, to this machine, and to the origins in
    ``trusted``: addresses, or bare hosts, that the person configured.
    """
    origin = origin_of(url)
    if origin is None:
        return False
    if is_loopback(origin[1]) or is_intercom(url):
        return True
    return any(
        origin == origin_of(item if "://" in item else f"https://{item}") for item in trusted
    )


def is_intercom(url: str) -> bool:
    """Whether this is one of Intercom's three API hosts, over TLS."""
    return origin_of(url) in {origin_of(region.api) for region in REGIONS.values()}


def url_of(base_url: str, target: str, trusted: Collection[str] = ()) -> str:
    """The full address of a target: a path below the base, or an address of a trusted host.

    Raises Misuse for a path without its leading slash, which would otherwise run into the host's
    name or port, and for an address on any other host.
    """
    if origin_of(base_url) is None:
        raise Misuse(
            f"{base_url!r} is not an address of an API.",
            hint="It looks like https://api.intercom.io.",
        )
    if target.startswith("/"):
        return base_url.rstrip("/") + target
    if "://" not in target:
        raise Misuse(f"The path {target!r} must begin with a slash.", hint=f"Try /{target}")
    if not is_trusted(target, (base_url, *trusted)):
        host = urlsplit(target).netloc.rpartition("@")[2]
        raise Misuse(
            f"{host!r} is not a host of Intercom; your token was not sent there.",
            hint="Give the path alone, as in /contacts.",
        )
    return target
