"""Take everything secret out of a text that is going to be shown."""

from __future__ import annotations

import re
from typing import Any

MASK = "***"
TOKEN = re.compile(r"\bdG9rO[\w+/=-]+")
BEARER = re.compile(r"\b(Bearer|Basic)\s+[^\s,\"']+", re.IGNORECASE)
NAMES = r"access_token|refresh_token|client_secret|secret|id_token|password|token"
# ``code`` is the OAuth code in an address or form, but the name of an error in Intercom's JSON.
IN_FORM = re.compile(rf"((?:^|[?&;\s])(?:{NAMES}|code)=)[^&\s#\"]+", re.IGNORECASE)
IN_JSON = re.compile(rf"(\"(?:{NAMES})\"\s*:\s*)\"(?:[^\"\\]|\\.)*\"?", re.IGNORECASE)
CODE_IN_JSON = re.compile(r"(\"code\"\s*:\s*)\"(?:[^\"\\]|\\.)*\"?")
# A header that a connector is to send, as Intercom's JSON has it: {"name": …, "value": …}.
TELLING = re.compile(r"auth|cookie|key|token|secret|password|signature", re.IGNORECASE)
STRING = r"\"(?:[^\"\\]|\\.)*\"?"
NAMED = rf"\"name\"\s*:\s*\"[^\"]*(?:{TELLING.pattern})[^\"]*\""
NAME_FIRST = re.compile(rf"({NAMED}\s*,\s*\"value\"\s*:\s*){STRING}", re.IGNORECASE)
VALUE_FIRST = re.compile(rf"(\"value\"\s*:\s*){STRING}(\s*,\s*{NAMED})", re.IGNORECASE)
HIDDEN = frozenset({"access_token", "refresh_token", "client_secret", "secret", "password"})


def redact(text: str) -> str:
    """Mask everything that is or looks like a secret."""
    text = BEARER.sub(rf"\1 {MASK}", TOKEN.sub(f"dG9rO{MASK}", text))
    text = IN_JSON.sub(rf'\1"{MASK}"', IN_FORM.sub(rf"\1{MASK}", text))
    return VALUE_FIRST.sub(rf'\1"{MASK}"\2', NAME_FIRST.sub(rf'\1"{MASK}"', text))


def masked(value: Any) -> Any:
    """A decoded body without its secrets, wherever they are in it."""
    if isinstance(value, list):
        return [masked(one) for one in value]
    if not isinstance(value, dict):
        return value
    secret = set(HIDDEN)
    if value.keys() == {"name", "value"} and TELLING.search(str(value["name"])):
        secret.add("value")
    return {key: MASK if key in secret else masked(one) for key, one in value.items()}
