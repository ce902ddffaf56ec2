"""Take everything secret out of a text that is going to be shown."""

from __future__ import annotations

import re

MASK = "***"
TOKEN = re.compile(r"\bdG9rO[\w+/=-]+")
BEARER = re.compile(r"\b(Bearer|Basic)\s+[^\s,\"']+", re.IGNORECASE)
NAMES = r"access_token|refresh_token|client_secret|secret|id_token|password|token"
# ``code`` is the OAuth code in an address or form, but the name of an error in Intercom's JSON.
IN_FORM = re.compile(rf"((?:^|[?&;\s])(?:{NAMES}|code)=)[^&\s#\"]+", re.IGNORECASE)
IN_JSON = re.compile(rf"(\"(?:{NAMES})\"\s*:\s*)\"(?:[^\"\\]|\\.)*\"?", re.IGNORECASE)
CODE_IN_JSON = re.compile(r"(\"code\"\s*:\s*)\"(?:[^\"\\]|\\.)*\"?")


def redact(text: str) -> str:
    """Mask everything that is or looks like a secret."""
    text = BEARER.sub(rf"\1 {MASK}", TOKEN.sub(f"dG9rO{MASK}", text))
    return IN_JSON.sub(rf'\1"{MASK}"', IN_FORM.sub(rf"\1{MASK}", text))
