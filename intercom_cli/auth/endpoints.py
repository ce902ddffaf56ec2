"""Where a sign-in happens: the consent page and the token endpoint."""

from __future__ import annotations

from typing import NamedTuple

from intercom_cli.api.hosts import REGIONS

DEVELOPER_HUB = "https://app.intercom.com/a/apps/_/developer-hub"


class Endpoints(NamedTuple):
    """The consent page's address, and the base URL of the token endpoint."""

    consent: str
    token: str


def endpoints(*, region: str | None, base_url: str | None) -> Endpoints:
    """The region's own consent page and the one token host, or both below a configured base URL.

    People who sign in through another region's page can be turned away, so a known region counts.
    """
    if base_url:
        return Endpoints(f"{base_url}/oauth", base_url)
    return Endpoints(f"{REGIONS[region or 'us'].app}/oauth", REGIONS["us"].api)
