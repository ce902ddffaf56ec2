"""The pages a person sees while letting an app in. Nothing on them comes from elsewhere."""

from __future__ import annotations

from html import escape
from importlib import resources

from intercom_cli.sandbox.call import Answer
from intercom_cli.sandbox.workspace import APP_NAME

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "content-security-policy": POLICY,
}


def page(request: str, redirect: str) -> Answer:
    """The question, with its two buttons."""
    shown = template("consent.html").format(
        workspace=escape(APP_NAME), redirect=escape(redirect), request=escape(request)
    )
    return Answer(200, HEADERS, shown.encode())


def problem(what: str, which: str) -> Answer:
    """Why there is no question to ask; nobody is sent anywhere from here."""
    shown = template("problem.html").format(what=escape(what), which=escape(which))
    return Answer(400, HEADERS, shown.encode())


def template(name: str) -> str:
    """A page's text from beside this module."""
    return resources.files(__package__).joinpath(name).read_text("utf-8")
