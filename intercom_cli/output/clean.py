"""Make text from elsewhere safe to show: its author may have written it for a terminal to obey."""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Direction overrides, embeddings and isolates reorder what is around them; shown, so that one sees
# that something is there. Lone surrogates cannot be encoded.
REORDERING = "\u202a-\u202e\u2066-\u2069"
# Nothing to see, but "admin" with one of these inside is not "admin": marks, joiners of words,
# blank letters, invisible operators, and the tag characters that smuggle text.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065"
    "\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
# The pictures of control characters follow each other in their characters' order.
PICTURES = {chr(code): chr(ord("\N{SYMBOL FOR NULL}") + code) for code in range(ord(" "))}
BREAKS = dict.fromkeys(("\r\n", "\n", "\t", "\u2028", "\u2029"), " ")
STAND_INS = PICTURES | BREAKS | {"\x7f": "\N{SYMBOL FOR DELETE}"}

UNSAFE = re.compile(
    f"\r\n|[\x00-\x1f\x7f-\x9f\u2028\u2029{REORDERING}{INVISIBLE}\ud800-\udfff]", re.DOTALL
)
REPLACED = re.compile(f"[\x80-\x9f{REORDERING}\ud800-\udfff]")
# Persian, the scripts of India and emoji need joiners; Latin, Greek and Cyrillic only hide them.
STRAY_JOINERS = re.compile(
    "(?:^|(?<=[\x00-\u058f]))[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+"
)
HIDDEN = re.compile(f"[\x7f-\x9f\u2028\u2029{REORDERING}{INVISIBLE}]")


def clean(text: str) -> str:
    """Neutralise control, direction and invisible characters; leave everything else exact.

    The result is one line: line breaks and tabs become a space, other controls their visible
    picture (ESC is shown as U+241B).
    """
    if text.isascii() and text.isprintable():
        return text
    return STRAY_JOINERS.sub("", UNSAFE.sub(harmless, text))


def clean_lines(text: str) -> str:
    """Neutralise as ``clean`` does, but keep the text's own line breaks."""
    return "\n".join(clean(line) for line in re.split("\r\n|[\n\u2028\u2029]", text))


def harmless(match: re.Match[str]) -> str:
    """The visible stand-in for one unsafe character; none where there was nothing to see."""
    found = match[0]
    return STAND_INS.get(found) or (REPLACEMENT if REPLACED.match(found) else "")


def escape_json(data: bytes) -> bytes:
    r"""Write what a terminal must not receive as ``\uXXXX``: the same JSON, safe to look at."""
    if data.isascii() and b"\x7f" not in data:
        return data
    text = data.decode("utf-8", "replace")
    return HIDDEN.sub(lambda match: escaped(match[0]), text).encode()


def escaped(character: str) -> str:
    """A character as JSON's escape, two of them beyond the basic plane."""
    units = character.encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
