"""Play the person in the browser: read the consent page, press Authorize, end on the tool's page.

The sign-in starts this as it would start any browser, with the address as the last word. It uses
the same pages and redirects that a browser would, and writes what it saw into the file that
INTERCOM_DEMO_DIARY names.
"""

from __future__ import annotations

import html
import os
import re
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, build_opener

SECONDS = 20


def main() -> None:
    """Sign in at the address given, and keep a diary."""
    diary = Path(os.environ["INTERCOM_DEMO_DIARY"])
    try:
        lines = authorize(sys.argv[-1])
    except (OSError, LookupError) as problem:
        lines = [f"could not sign in: {problem!r}"]
    draft = diary.with_suffix(".draft")
    draft.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    draft.replace(diary)


def authorize(address: str) -> list[str]:
    """Open the page and press Authorize; tell each page's heading."""
    # Loopback is never reached through a proxy.
    browser = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
    place, page = read(browser, address)
    form = {name: html.unescape(value) for name, value in hidden_fields(page)}
    form["decision"] = "authorize"
    _, result = read(browser, urljoin(place, action(page)), urlencode(form).encode())
    return [f"the page asks: {heading(page)}", "pressing Authorize", f"it says: {heading(result)}"]


def read(browser: OpenerDirector, address: str, form: bytes | None = None) -> tuple[str, str]:
    """Where a request ended after its redirects, and the page that was there."""
    with browser.open(address, form, SECONDS) as answer:
        return answer.geturl(), answer.read().decode("utf-8")


def heading(page: str) -> str:
    """The words of the page's first heading. Raises LookupError when it has none."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    if not found:
        raise LookupError("a page without a heading")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", found[1])).split())


def action(page: str) -> str:
    """Where the page's form goes. Raises LookupError when there is no form."""
    found = re.search(r'<form[^>]*action="([^"]+)"', page)
    if not found:
        raise LookupError("a page without a form")
    return html.unescape(found[1])


def hidden_fields(page: str) -> list[tuple[str, str]]:
    """What the form sends besides the button."""
    return re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)


if __name__ == "__main__":
    main()
