"""Which environment variables hold secrets, and an environment for other programs without them."""

from __future__ import annotations

from collections.abc import Mapping

TOKEN_VARIABLES = ("INTERCOM_ACCESS_TOKEN", "INTERCOM_TOKEN")
CLIENT_SECRET = "INTERCOM_CLIENT_SECRET"  # noqa: S105 - a variable's name


def without_secrets(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a browser or another helper, which needs none of our secrets."""
    secret = {*TOKEN_VARIABLES, CLIENT_SECRET}
    return {name: value for name, value in environ.items() if name not in secret}
