"""Read an expression into a tree.

where      = either
either     = both { "or" both }
both       = part { "and" part }
part       = "not" part | "(" either ")" | comparison
comparison = field test
test       = sign value
           | [ "not" ] "in" "(" value { "," value } ")"
           | "is" [ "not" ] "null"
           | [ "not" ] "between" value "and" value
sign       = "=" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "!~" | "^" | "$"
field      = step { "." step | "[" step "]" }
step       = bare word | 'quoted' | "quoted"
value      = [ "in" ] bare word [ "ago" ] | 'quoted' | "quoted"
"""

from __future__ import annotations

import re
import time
from typing import Any

from intercom_cli.errors import Misuse, close_matches
from intercom_cli.query.fields import MEANING, TIMES, Known
from intercom_cli.query.nodes import Condition, Group, Joint, Node, Not, Text, group
from intercom_cli.query.scan import END, Token, scan, unquoted, wrong
from intercom_cli.resource import Asked
from intercom_cli.times import MORE_WORDS, WHOLE_TIME, span, zone
from intercom_cli.unset import is_unset, kind_of
from intercom_cli.values import plain, titled, typed

EQUALITY = frozenset({"=", "!=", "in", "not in"})
PATTERNS = frozenset({"~", "!~", "^", "$"})
FLAGS = {"yes": "true", "1": "true", "no": "false", "0": "false"}
NO_TIME = frozenset({"0", ""})  # what a date that is not set holds
DEEPEST = 60  # parentheses and nots inside each other


def parse(text: str, known: Known) -> Node:
    """Read an expression about a noun. Raises Misuse, naming the place that is wrong."""
    reader = Reader(text, known)
    found = reader.either(0)
    end = reader.take()
    if end.kind != END:
        raise reader.wrong(end, "expected 'and' or 'or' here")
    return found


class Reader:
    """Goes through an expression once, token by token."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known
        self.tokens = list(scan(text))
        self.next = 0

    def either(self, depth: int) -> Node:
        """Parts joined by ``or``."""
        return self.joined("or", self.both, depth)

    def both(self, depth: int) -> Node:
        """Parts joined by ``and``."""
        return self.joined("and", self.part, depth)

    def joined(self, joint: Joint, read: Any, depth: int) -> Node:
        """Parts with a word between them."""
        parts = [read(depth)]
        while self.peek().says(joint):
            self.take()
            parts.append(read(depth))
        return group(joint, tuple(parts))

    def part(self, depth: int) -> Node:
        """A comparison, something in parentheses, or the opposite of either."""
        token = self.peek()
        if depth > DEEPEST:
            raise self.wrong(token, "this is nested too deeply")
        if token.says("not"):
            self.take()
            return Not(self.part(depth + 1))
        if token.kind == "mark" and token.text == "(":
            self.take()
            found = self.either(depth + 1)
            if (closing := self.take()).text != ")" or closing.kind != "mark":
                raise self.wrong(closing, "expected ')', 'and' or 'or'")
            return found
        return self.comparison()

    def comparison(self) -> Condition:
        """One field and what is asked of it."""
        name = self.take()
        if name.kind == "quoted":
            name = name._replace(text=unquoted(name.text))
        elif name.kind != "word":
            raise self.wrong(name, "expected the name of a field")
        name = name._replace(text=self.known.field_of(name.text))
        kind = self.located(name)
        if kind == "object" and not self.asks_null():
            name = name._replace(text=self.known.titles.get(titled(name.text), name.text))
            kind = self.located(name)
        sign = self.take()
        operator = self.operator(sign)
        if operator not in MEANING[kind]:
            allowed = " ".join(sorted(MEANING[kind]))
            raise self.wrong(sign, f"{name.text} is {a(kind)}; it takes {allowed}")
        return Condition(name.text, kind, operator, self.values(name.text, kind, operator))

    def asks_null(self) -> bool:
        """Whether what follows a field is about its being set, which is all of an object."""
        sign, value = (self.tokens[min(self.next + at, len(self.tokens) - 1)] for at in (0, 1))
        return sign.says("is") or value.says("null") or value.text in {"''", '""'}

    def located(self, name: Token) -> Asked:
        """The type of a field, an unknown one refused with its place."""
        try:
            return self.known.type_of(name.text)
        except Misuse as error:
            raise self.wrong(name, error.message, error.hint) from error

    def operator(self, sign: Token) -> str:
        """The operator: a sign, or words."""
        if sign.kind == "sign":
            return sign.text
        if sign.says("in", "between"):
            return sign.text.lower()
        if sign.says("not") and self.peek().says("in", "between"):
            return f"not {self.take().text.lower()}"
        if sign.says("is"):
            return self.being()
        raise self.wrong(sign, "expected an operator such as = or ~")

    def being(self) -> str:
        """What follows ``is``: null, or not null; they are = null and != null."""
        operator = "="
        if self.peek().says("not"):
            self.take()
            operator = "!="
        if not self.peek().says("null"):
            raise self.wrong(self.peek(), "expected 'null' here; for a value write =")
        return operator

    def values(self, field: str, kind: Asked, operator: str) -> tuple[str, ...]:
        """What a field is compared with: one value, two, or a list."""
        if operator in {"in", "not in"}:
            return self.several(field, kind, operator)
        if operator.endswith("between"):
            first = self.value(field, kind, operator)
            if not (word := self.take()).says("and"):
                raise self.wrong(word, "expected 'and' between the two ends")
            return first, self.value(field, kind, operator)
        return (self.value(field, kind, operator),)

    def several(self, field: str, kind: Asked, operator: str) -> tuple[str, ...]:
        """A list in parentheses."""
        if (opening := self.take()).text != "(" or opening.kind != "mark":
            raise self.wrong(opening, "expected '('")
        found = [self.value(field, kind, operator)]
        while (token := self.take()).text == "," and token.kind == "mark":
            found.append(self.value(field, kind, operator))
        if token.text != ")" or token.kind != "mark":
            raise self.wrong(token, "expected ',' or ')'")
        return tuple(found)

    def value(self, field: str, kind: Asked, operator: str) -> str:
        """A word or a quoted text that the field can be compared with."""
        token = self.take()
        if token.kind not in {"quoted", "word"}:
            raise self.wrong(token, "expected a value; quote it if it holds signs or spaces")
        text = Text(unquoted(token.text)) if token.kind == "quoted" else token.text
        if token.kind == "word" and (kind in TIMES or kind == "custom"):
            text = self.several_words(text, MORE_WORDS if kind in TIMES else WHOLE_TIME)
        if kind in TIMES:
            text = self.time(field, operator, text, token)
        if token.kind == "word" and text.lower() == "null":
            text = "null"
        if operator in PATTERNS and not text:
            raise self.wrong(token, f"{operator} needs some text", f"{field} is null")
        bare = token.kind == "word" and text.lower() == "none"
        people = bare and field in self.known.people
        if operator in EQUALITY and (people or means_unset(kind, text)):
            text = "null"
        unset = operator in EQUALITY and is_null(text)
        if not unset and (why := unfit(field, kind, text)):
            raise self.wrong(token, why.message.rstrip("."), why.hint)
        return self.spelled(field, text, token) if operator in EQUALITY else text

    def time(self, field: str, operator: str, text: str, token: Token) -> str:
        """A time; what stands for no time, as null."""
        if text not in NO_TIME:
            return text
        if operator not in EQUALITY:
            raise self.wrong(
                token, f"a time is neither before nor after {text!r}", f"{field} is null"
            )
        return "null"

    def several_words(self, text: str, pattern: re.Pattern[str]) -> str:
        """A word with those after it that are one time together."""
        while self.peek().kind == "word" and pattern.fullmatch(
            f"{text} {self.peek().text}".lower()
        ):
            text = f"{text} {self.take().text}"
        return text

    def spelled(self, field: str, text: str, token: Token) -> str:
        """A value as the search spells it. An unknown word would find nothing, silently."""
        known = self.known.words.get(field)
        if known is None or is_null(text):
            return text
        if (word := plain(text)) not in known:
            there = ", ".join(dict.fromkeys(known.values()))
            near = close_matches(word, known, n=1)
            hint = f"did you mean {known[near[0]]}?" if near else None
            raise self.wrong(token, f"{field} is one of {there}, not {text!r}", hint)
        return known[word]

    def peek(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.next]

    def take(self) -> Token:
        """The next token; the end stays the end."""
        token = self.tokens[self.next]
        self.next = min(self.next + 1, len(self.tokens) - 1)
        return token

    def wrong(self, token: Token, why: str, hint: str | None = None) -> Misuse:
        """An error that names the place of a token."""
        return wrong(self.text, token.at, why, hint)


def a(kind: Asked) -> str:
    """A type as a sentence names it."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def unfit(field: str, kind: Asked, text: str) -> Misuse | None:
    """What is wrong with a value for a type of field; None when it fits."""
    if kind == "boolean" and text.lower() not in {"true", "false"}:
        flag = FLAGS.get(text.lower())
        return Misuse(f"{field} is true or false, not {text!r}", hint=flag and f"write {flag}")
    if kind == "object":
        return Misuse(f"{field} is an object; it only takes is null and is not null")
    if kind == "integer id" and not text.isdecimal():
        return Misuse(f"{field} is an id of digits, not {text!r}")
    if kind == "integer" and (isinstance(text, Text) or not isinstance(typed(text), int)):
        return Misuse(f"{field} is a whole number, not {text!r}")
    if kind == "number" and (isinstance(text, Text) or not is_number(typed(text))):
        return Misuse(f"{field} is a number, not {text!r}")
    if kind in TIMES:
        try:
            span(text, now=time.time(), tz=zone(None))
        except Misuse as error:
            return error
    return None


def is_number(value: Any) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_null(value: str) -> bool:
    """Whether a value stands for what is not set."""
    return value == "null" and not isinstance(value, Text)


def means_unset(kind: Asked, text: str) -> bool:
    """Whether a value that is compared with a field of this type stands for not set."""
    if is_null(text):
        return True
    kind_of_value = kind_of(kind)
    return is_unset(text, kind_of_value) or (kind_of_value == "date" and text == "0")


def asks_unset(condition: Condition) -> bool:
    """Whether a condition speaks of what is not set."""
    return condition.operator in EQUALITY and any(map(is_null, condition.values))


def meant(value: str) -> Any:
    """What a value stands for: a number, true, false or null where it is not quoted, else text."""
    return str(value) if isinstance(value, Text) else typed(value)


__all__ = [
    "EQUALITY",
    "Condition",
    "Group",
    "Node",
    "Not",
    "Text",
    "asks_unset",
    "is_null",
    "meant",
    "parse",
]
