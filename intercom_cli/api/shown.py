"""A request written down instead of sent: for --dry-run, and as a curl command."""

from __future__ import annotations

import json
import shlex
from typing import Any

from intercom_cli import __version__
from intercom_cli.api.hosts import url_of
from intercom_cli.api.redaction import masked
from intercom_cli.api.request import Request

SECRET = "Bearer $INTERCOM_ACCESS_TOKEN"  # noqa: S105 - stands in for the secret
USER_AGENT = f"intercom-cli/{__version__}"


def headers_of(request: Request, *, version: str, authorization: str | None) -> dict[str, str]:
    """The headers of a request as they go on the wire; the caller's own beat the usual ones."""
    headers = {
        "Accept": "application/json",
        "Intercom-Version": version,
        "User-Agent": USER_AGENT,
    }
    if authorization:
        headers["Authorization"] = authorization
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    usual = {name.lower(): name for name in headers}
    for name, value in request.headers:
        headers.pop(usual.get(name.lower(), ""), None)
        headers[name] = value
    return headers


def as_document(request: Request, *, base_url: str, version: str) -> dict[str, Any]:
    """The request as JSON: method, url, headers without the secret, and body where there is one."""
    document: dict[str, Any] = {
        "method": request.method,
        "url": url_of(base_url, request.target, ()),
        "headers": headers_of(request, version=version, authorization=SECRET),
    }
    if request.body is not None:
        document["body"] = body_of(request.body)
    return document


def body_of(body: bytes) -> Any:
    """The body decoded when it is JSON, else as text; a secret in it is not shown."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")
    return masked(found)


def as_curl(request: Request, *, base_url: str, version: str) -> str:
    """The same request for curl; the token stays in the shell's variable."""
    words = ["curl", "--request", request.method, shlex.quote(url_of(base_url, request.target, ()))]
    if any(mark in request.target for mark in "[]{}"):
        words.append("--globoff")  # curl would read them as a range of addresses
    for name, value in headers_of(request, version=version, authorization=SECRET).items():
        quoted = f'"{name}: {value}"' if value == SECRET else shlex.quote(f"{name}: {value}")
        words += ["--header", quoted]
    if request.body is not None:
        words += ["--data-raw", shlex.quote(request.body.decode("utf-8", "surrogateescape"))]
    return " ".join(words)
