"""Which proxy, if any, stands between this machine and an address."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from urllib.parse import urlsplit

from intercom_cli.api.hosts import PORTS, is_loopback


def proxy_for(url: str, environ: Mapping[str, str]) -> str | None:
    """The proxy's address from HTTPS_PROXY, HTTP_PROXY or ALL_PROXY; None to connect directly.

    Lower case wins, as in curl. This machine is never reached through a proxy. On macOS and
    Windows the system's own proxy counts when the environment names none.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    port = parts.port or PORTS.get(parts.scheme, 0)
    if is_loopback(host) or is_exempt(host, port, read(environ, "no_proxy")):
        return None
    proxy = read(environ, f"{parts.scheme}_proxy") or read(environ, "all_proxy")
    if not proxy and sys.platform in {"darwin", "win32"}:
        proxy = system_proxy(parts.scheme)
    if not proxy:
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def read(environ: Mapping[str, str], name: str) -> str:
    """A variable in lower case, then in upper case."""
    return environ.get(name) or environ.get(name.upper()) or ""


def system_proxy(scheme: str) -> str:
    """The proxy set in the operating system's network settings."""
    from urllib.request import getproxies

    return getproxies().get(scheme, "")


def is_exempt(host: str, port: int, exemptions: str) -> bool:
    """Whether NO_PROXY names this host: a name and all below it, host:port, an address, or *."""
    return any(matches(host, port, item.strip().lower()) for item in exemptions.split(","))


def matches(host: str, port: int, item: str) -> bool:
    """Whether one entry of NO_PROXY covers a host."""
    if not item:
        return False
    if item == "*":
        return True
    if "/" in item or item.count(":") > 1:
        return is_in_network(host, item)
    name, _, wanted = item.partition(":")
    if wanted and wanted != str(port):
        return False
    name = name.removeprefix("*").removeprefix(".")
    return host == name or host.endswith(f".{name}")


def is_in_network(host: str, network: str) -> bool:
    """Whether an address lies in a network such as 10.0.0.0/8 or fd00::/8."""
    from ipaddress import ip_address, ip_network

    try:
        return ip_address(host) in ip_network(network.strip("[]"), strict=False)
    except ValueError:
        return False
