"""API versions: which are served, and where their behaviour parts.

Served are 2.14 to 2.17 and Preview. Older versions exist on the platform but answer in shapes
that are not kept here, so they are refused rather than answered wrongly.
"""

from __future__ import annotations

from intercom_cli.sandbox.refusals import Fault, Refusal

Version = tuple[int, int]

V2_14: Version = (2, 14)
V2_15: Version = (2, 15)
V2_16: Version = (2, 16)
V2_17: Version = (2, 17)
PREVIEW: Version = (99, 0)

SERVED: dict[str, Version] = {
    "2.14": V2_14,
    "2.15": V2_15,
    "2.16": V2_16,
    "2.17": V2_17,
    "Preview": PREVIEW,
    "Unstable": PREVIEW,
}
DEFAULT = "2.16"


def version_of(header: str | None) -> Version:
    """Read ``Intercom-Version``; without one the app's own version counts.

    Raises Refusal 400 ``intercom_version_invalid`` for a version that is not served.
    """
    version = SERVED.get(DEFAULT if header is None else header.strip())
    if version is None:
        raise version_invalid("The requested version could not be found")
    return version


def require(version: Version, since: Version) -> None:
    """Refuse a resource that is newer than the version asked for."""
    if version < since:
        raise version_invalid("Requested resource is not available in current API version.")


def version_invalid(message: str) -> Refusal:
    """Refuse a version: 400 ``intercom_version_invalid``."""
    return Refusal(400, Fault("intercom_version_invalid", message))
