"""What a text that somebody looks for can be, and how well a record fits it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from intercom_cli.commands._find_kinds import Kind, Record, texts_at
from intercom_cli.errors import Misuse
from intercom_cli.finding import INTERCOM_ID

Form = Literal["external", "company", "mail", "id", "number", "phone", "words"]
# How well a record fits; "theirs" is what a contact has who fits exactly.
Fit = Literal["exact", "beginning", "word", "part", "text", "theirs"]
FITS: tuple[Fit, ...] = ("exact", "beginning", "word", "part", "text", "theirs")
PEOPLE = ("external", "mail", "id", "phone")  # what names somebody

MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
PHONE = re.compile(r"\+?[\d\s()./-]+")
DIGITS = 7  # fewer are hardly a phone number
LONGEST = 300  # letters; nobody looks for more
FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("external", re.compile(r"external:.+")),
    ("company", re.compile(r"company:.+")),
    ("mail", MAIL),
    ("id", INTERCOM_ID),
    ("number", re.compile(r"[0-9]+")),
)
# An address of the web app, and of the record that it shows.
PAGE = re.compile(r"https?://\S+/(users|companies|conversation|articles)/([0-9a-f]+)\b\S*")


class Asked:
    """A text that is looked for."""

    def __init__(self, typed: str) -> None:
        self.typed = " ".join(typed.split())
        if not self.typed:
            raise Misuse("There is nothing to look for.", hint="intercom find --help")
        if len(self.typed) > LONGEST:
            raise Misuse(f"Nobody can look for more than {LONGEST} letters at once.")
        page = PAGE.fullmatch(self.typed)
        self.text = page[2] if page else self.typed.removeprefix("#")
        self.form: Form = self.form_of()

    def form_of(self) -> Form:
        """What the text is by its looks."""
        for form, pattern in FORMS:
            if pattern.fullmatch(self.text):
                return form
        return "phone" if PHONE.fullmatch(self.text) and len(self.digits) >= DIGITS else "words"

    @property
    def name(self) -> str:
        """The text without the word that tells what it is."""
        if self.form in ("external", "company"):
            return self.text.partition(":")[2]
        return self.text

    @property
    def digits(self) -> str:
        """Only its digits."""
        return re.sub(r"\D", "", self.text)

    @property
    def phone(self) -> str:
        """How the phone number of somebody ends, however it was typed here."""
        return self.digits.removeprefix("00").lstrip("0")

    @cached_property
    def words(self) -> list[str]:
        """The words of the text, all of which are looked for."""
        return self.name.split()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What of a text fits, to be made visible."""
        return re.compile("|".join(map(re.escape, [self.name, *self.words])), re.IGNORECASE)

    def is_in(self, texts: list[str]) -> bool:
        """Whether each of the words stands somewhere in these texts."""
        whole = "\n".join(texts).casefold()
        return all(word.casefold() in whole for word in self.words)

    def fit(self, kind: Kind, record: Record) -> Fit:
        """How well a record fits."""
        wanted = self.name.casefold()
        names = [text.casefold() for text in texts_at(record, kind.names)]
        exact = [text.casefold() for text in texts_at(record, kind.exact)]
        phones = [re.sub(r"\D", "", text) for text in exact if text.startswith("+")]
        if wanted in [*names, *exact] or any(self.is_phone(phone) for phone in phones):
            return "exact"
        if any(name.startswith(wanted) for name in [*names, *exact]):
            return "beginning"
        if any(re.search(rf"\b{re.escape(wanted)}\b", name) for name in names):
            return "word"
        return "part" if self.is_in([*names, *exact]) else "text"

    def is_phone(self, phone: str) -> bool:
        """Whether the text is that phone number."""
        typed = self.form in ("phone", "number") and len(self.digits) >= DIGITS
        return typed and phone.endswith(self.phone)
