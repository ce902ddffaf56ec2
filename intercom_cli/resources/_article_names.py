"""Names of article files and their folders: safe on every file system, whatever a title says."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from intercom_cli.output.clean import clean

LONGEST = 60  # letters
BYTES = 180  # file systems take 255, and an id, a language and the ending come behind them
PICTURE = re.compile("[\ufe00-\ufe0f]")  # says how the letter before is drawn
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
LOCALE = re.compile(r"(.+)\.([a-z]{2}(?:-[A-Z]{2})?)")


def slug(title: str, otherwise: str) -> str:
    """Letters and digits of a title, in lower case, with hyphens between words.

    >>> slug("Reset your password?", "article-1")
    'reset-your-password'
    """
    letters = [
        letter if unicodedata.category(letter)[0] in "LMN" else " "
        for letter in PICTURE.sub("", unicodedata.normalize("NFKC", clean(title)).lower())
    ]
    words = unicodedata.normalize("NFC", "-".join("".join(letters).split()))
    short = words[:LONGEST].encode()[:BYTES].decode(errors="ignore")
    name = short.strip("-") or otherwise
    return f"{name}_" if RESERVED.fullmatch(name) else name


def same_place(path: str) -> str:
    """A path as file systems compare it that know no capitals and no ways to write an accent."""
    return unicodedata.normalize("NFC", path).casefold()


def of_locale(path: str, locale: str) -> str:
    """The path of a translation beside its article."""
    return f"{path.removesuffix('.md')}.{locale}.md"


def base_of(path: str) -> tuple[str, str] | None:
    """The article a file could be a translation of, by its name, and the language."""
    where = PurePosixPath(path)
    found = LOCALE.fullmatch(where.name.removesuffix(".md"))
    return (str(where.with_name(found[1] + ".md")), found[2]) if found else None
