"""Contacts that are hard on software: everything people and their imports really leave behind."""

from __future__ import annotations

from typing import Any

LONG = "A very long value that somebody pasted into the wrong field. " * 82
BIG = 9_007_199_254_740_993
BIGGEST = 9_223_372_036_854_775_807

NAMES = (
    "Order [/close] please",
    "[red]Not[/red] a colour",
    "[bold]unclosed markup",
    "\x1b[31mRed\x1b[0m Alert",
    "Title \x1b]0;owned\x07 setter",
    "Link \x1b]8;;https://example.test\x1b\\here\x1b]8;;\x1b\\",
    "C1 \x9b31m control",
    "Line one\nline two\r\nline three",
    "Tab\tin\tthe\tmiddle",
    "Bell\x07 and backspace\x08\x08",
    "مريم الحسن",
    "\u05d3\u05e0\u05d9\u05d0\u05dc \u05db\u05d4\u05df",
    "Reversed \u202etxt.exe\u202c end",
    "Isolated \u2067\u05e2\u05d1\u05e8\u05d9\u05ea\u2069 and left",
    "山田太郎",
    "김서연",
    "王小明",
    "Zoë Ångström",
    "Zoe\u0308 A\u030angstro\u0308m",
    "👩🏽‍🚀 Astronaut",
    "🇩🇪🇫🇷 Flags ❤️",
    "Z\u0351\u036b\u0343a\u0363\u0341l\u0364\u0366g\u0335\u0321o\u0353\u0342",
    "  spaces around  ",
    "comma, \"quote\" 'single' `tick`",
    '=HYPERLINK("https://example.test")',
    "+1+1 as a formula",
    "-",
    "null",
    "true",
    "12345678901234567890",
    "0xDEADBEEF",
    "a;b|c&d $(whoami) `id`",
    "<script>alert(1)</script>",
    "{{ jinja }} {% raw %} ${var} %s %d",
    "back\\slash \\n not a newline",
    "zero\u200bwidth\u200djoin\ufeff",
    "no\u00a0break and wide\u3000space",
    "line\u2028separator\u2029paragraph",
    "\U0001d509\U0001d51e\U0001d52b\U0001d520\U0001d536 \U0001d54b\U0001d556\U0001d569\U0001d565",
    LONG[:5000],
)

CUSTOM: tuple[dict[str, Any], ...] = (
    {"order_note": "Order [/close] please"},
    {"order_note": "line one\nline two"},
    {"order_note": "\x1b]0;owned\x07"},
    {"order_note": LONG[:5000]},
    {"ledger_id": BIG},
    {"ledger_id": BIGGEST},
    {"ledger_id": -BIG},
    {"mrr": 0.1},
    {"mrr": 1e21},
    {"order_note": ""},
)


def oddity(number: int) -> tuple[str, dict[str, Any]]:
    """The name of an odd contact, and what its custom attributes hold besides."""
    return NAMES[number % len(NAMES)], CUSTOM[number % len(CUSTOM)]
