"""Read ``field op value and …`` into conditions.

where     = condition { "and" condition }
condition = field operator value
field     = bare word | "quoted", where a name holds spaces
operator  = "=" "!=" "<" "<=" ">" ">=" "~" "!~" "^" "$" | "in" list | "not" "in" list
list      = "(" value { "," value } ")"
value     = bare word | 'quoted' | "quoted"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse
from intercom_cli.query.fields import MEANING, Known
from intercom_cli.resource import Asked
from intercom_cli.values import typed

TOKEN = re.compile(
    r"""\s*(?:
      (?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<sign>!=|<=|>=|!~|[=<>~^$])
    | (?P<mark>[(),])
    | (?P<word>[^\s=<>~^$!(),"']+)
    )""",
    re.VERBOSE | re.DOTALL,
)
END = "end"
EQUALITY = frozenset({"=", "!=", "in", "not in"})


class Text(str):
    """A value in quotes: text, also where it looks like a number, true, false or null."""

    __slots__ = ()


class Condition(NamedTuple):
    """One comparison; ``values`` holds one text, or several for ``in`` and ``not in``."""

    field: str
    type: Asked
    operator: str
    values: tuple[str, ...]


class Token(NamedTuple):
    """A piece of the expression and where it begins."""

    kind: str
    text: str
    at: int


def parse(text: str, known: Known) -> tuple[Condition, ...]:
    """Read an expression about a noun. Raises Misuse, naming the place that is wrong."""
    return tuple(Reader(text, known).conditions())


class Reader:
    """Goes through an expression once, token by token."""

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known
        self.tokens = list(scan(text))
        self.next = 0

    def conditions(self) -> Iterator[Condition]:
        """Every condition, joined by ``and``."""
        while True:
            yield self.condition()
            token = self.take()
            if token.kind == END:
                return
            if token.text.lower() != "and":
                raise self.wrong(token, "expected 'and' here")

    def condition(self) -> Condition:
        """One field, operator and value."""
        name = self.take()
        if name.kind == "quoted":
            name = name._replace(text=unquoted(name.text))
        elif name.kind != "word":
            raise self.wrong(name, "expected the name of a field")
        kind = self.located(name)
        sign = self.take()
        operator = self.operator(sign)
        if operator not in MEANING[kind]:
            allowed = " ".join(sorted(MEANING[kind]))
            raise self.wrong(sign, f"{name.text} is a {kind}; it takes {allowed}")
        values = self.values() if operator in {"in", "not in"} else (self.value(),)
        return Condition(name.text, kind, operator, values)

    def located(self, name: Token) -> Asked:
        """The type of a field, an unknown one refused with its place."""
        try:
            return self.known.type_of(name.text)
        except Misuse as error:
            raise self.wrong(name, error.message, error.hint) from error

    def operator(self, sign: Token) -> str:
        """The operator: a sign, ``in``, or ``not in``."""
        if sign.kind == "sign":
            return sign.text
        if sign.text.lower() == "in":
            return "in"
        if sign.text.lower() == "not" and self.peek().text.lower() == "in":
            self.take()
            return "not in"
        raise self.wrong(sign, "expected an operator such as = or ~")

    def values(self) -> tuple[str, ...]:
        """A list in parentheses."""
        if (opening := self.take()).text != "(" or opening.kind != "mark":
            raise self.wrong(opening, "expected '('")
        found = [self.value()]
        while (token := self.take()).text == ",":
            found.append(self.value())
        if token.text != ")":
            raise self.wrong(token, "expected ',' or ')'")
        return tuple(found)

    def value(self) -> str:
        """A word or a quoted text."""
        token = self.take()
        if token.kind == "quoted":
            return Text(unquoted(token.text))
        if token.kind != "word":
            raise self.wrong(token, "expected a value; quote it if it holds signs or spaces")
        return token.text

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


def unquoted(text: str) -> str:
    """What stands between quotes; a backslash makes the next sign plain."""
    return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)


def is_null(value: str) -> bool:
    """Whether a value stands for what is not set."""
    return value == "null" and not isinstance(value, Text)


def asks_unset(condition: Condition) -> bool:
    """Whether a condition speaks of what is not set."""
    return condition.operator in EQUALITY and any(map(is_null, condition.values))


def meant(value: str) -> Any:
    """What a value stands for: a number, true, false or null where it is not quoted, else text."""
    return str(value) if isinstance(value, Text) else typed(value)


def scan(text: str) -> Iterator[Token]:
    """Cut an expression into tokens, ending with one of kind ``end``."""
    at = 0
    while text[at:].strip():
        found = TOKEN.match(text, at)
        if not found or not found.lastgroup:
            at += len(text[at:]) - len(text[at:].lstrip())
            raise wrong(text, at, "this cannot be read; is a quote open?")
        yield Token(found.lastgroup, found[found.lastgroup], found.start(found.lastgroup))
        at = found.end()
    yield Token(END, "", len(text))


def wrong(text: str, at: int, why: str, hint: str | None = None) -> Misuse:
    """An error about an expression that names the place it speaks of."""
    rest = text[at:].split(maxsplit=1)
    place = f"before {rest[0]!r}" if rest else "at the end"
    return Misuse(f"--where: {why}, {place} (character {at + 1}).", hint=hint)
