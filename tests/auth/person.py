"""A person with a real browser: reads the page, presses a button, notes what was seen.

Started as BROWSER, with: the button to press, the file for the notes, the address.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
TIMEOUT = 40_000


def arrive(page: Page, address: str) -> bool:
    """Open the address, and go past the browser's warning about a certificate, if there is one."""
    try:
        page.goto(address)
    except Exception as error:
        if "ERR_CERT" not in str(error):
            raise
        page.locator("#details-button").click()
        page.locator("#proceed-link").click()
        return True
    return False


def act(page: Page, button: str, address: str) -> dict[str, Any]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    warned = arrive(page, address)
    page.get_by_role("button", name=button).wait_for()
    consent = page.title()
    page.get_by_role("button", name=button).click()
    page.wait_for_url("**/callback?**")
    second_warning = page.locator("#proceed-link").count() > 0
    return {
        "warned": warned,
        "second_warning": second_warning,
        "consent": consent,
        "heading": page.locator("h1").inner_text(),
        "text": page.locator("main").inner_text(),
        "background": page.evaluate("getComputedStyle(document.body).marginTop"),
        "asked": asked,
    }


def main() -> None:
    button, notes, address = sys.argv[1:]
    seen: dict[str, Any]
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=CHROMIUM, headless=True, args=["--no-sandbox"]
            )
            page = browser.new_page()
            page.set_default_timeout(TIMEOUT)
            seen = act(page, button, address)
            browser.close()
    except Exception as error:  # noqa: BLE001 - the test shows it
        seen = {"failed": str(error)}
    path = Path(notes)
    path.with_suffix(".new").write_text(json.dumps(seen))
    path.with_suffix(".new").rename(path)


if __name__ == "__main__":
    main()
