"""Search of contacts: one field against one value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import Any

from intercom_cli.sandbox.people import segments, tag_rows
from intercom_cli.sandbox.people.contact_pages import Condition
from intercom_cli.sandbox.refusals import invalid
from intercom_cli.sandbox.search_fields import SearchField
from intercom_cli.sandbox.values import Unfit
from intercom_cli.sandbox.versions import V2_17
from intercom_cli.sandbox.visit import Visit
from intercom_cli.sandbox.workspace import day_around

ROLES = ("user", "lead")
LISTS = ("IN", "NIN")


def compare(visit: Visit, field: SearchField, operator: str, value: Any) -> Condition:
    """Compile a comparison whose operator fits the field."""
    if operator in LISTS:
        if not isinstance(value, list) or not value:
            raise invalid(f"The value of {operator} must be a list", "value")
        values = [typed(field, item) for item in value]
    else:
        values = [None if value is None else typed(field, value)]
    if field.type == "membership":
        return member(visit, field, operator, values)
    if field.type == "list":
        return in_list(field, operator, values)
    if field.type == "words":
        return in_words(field, operator, values)
    if value is None:
        return unset(field, operator)
    if field.type in ("date", "custom_date"):
        return on_day(visit, field, operator, values[0])
    return plain(field.expression, operator, values)


def typed(field: SearchField, value: Any) -> Any:
    """The value as the field's type has it."""
    try:
        return READERS[field.type](value)
    except Unfit as error:
        raise invalid(f"The value of {field.name} {error}", "value") from error


def read_text(value: Any) -> str:
    """Text, and nothing that only looks like it."""
    if not isinstance(value, str):
        raise Unfit("must be a string")
    return value


def read_role(value: Any) -> str:
    """A role's name."""
    if value not in ROLES:
        raise Unfit("must be user or lead")
    return str(value)


def read_truth(value: Any) -> int:
    """True or false."""
    if not isinstance(value, bool):
        raise Unfit("must be true or false")
    return int(value)


def read_integer(value: Any) -> int:
    """A whole number, or its digits."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unfit("must be an integer")
    try:
        number = int(value)
    except ValueError:
        raise Unfit("must be an integer") from None
    if abs(number) >= 2**63:
        raise Unfit("is too large")
    return number


def read_number(value: Any) -> float:
    """A number, or its digits."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise Unfit("must be a number")
    try:
        return read_integer(value) if isinstance(value, int) else float(value)
    except ValueError:
        raise Unfit("must be a number") from None


def read_id(value: Any) -> str:
    """An id, as text or digits."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise Unfit("must be an id")
    return str(value)


READERS: dict[str, Callable[[Any], Any]] = {
    "string": read_text,
    "role": read_role,
    "boolean": read_truth,
    "integer": read_integer,
    "float": read_number,
    "date": read_integer,
    "datetime": read_integer,
    "custom_date": read_integer,
    "membership": read_id,
    "list": read_id,
    "words": read_text,
}


def unset(field: SearchField, operator: str) -> Condition:
    """Compare with null."""
    if operator not in ("=", "!="):
        raise invalid(f"Operator '{operator}' needs a value", "value")
    return Condition(f"{field.expression} IS {'' if operator == '=' else 'NOT '}NULL")


def on_day(visit: Visit, field: SearchField, operator: str, moment: int) -> Condition:
    """Compare times by calendar day: the workspace's up to 2.16, that of UTC from 2.17 on.

    From 2.17 on only custom dates come here. Source: the descriptions of SearchContacts in 2.16
    and Preview, and the 2.17 changelog.
    """
    try:
        if visit.version < V2_17:
            start, end = visit.zone.day(moment)
        else:
            start, end = day_around(moment, UTC)
    except ValueError:
        raise invalid(f"The value of {field.name} is not a Unix timestamp", "value") from None
    value = field.expression
    if operator == "=":
        return Condition(f"{value} >= ? AND {value} < ?", (start, end))
    if operator == ">":
        return Condition(f"{value} >= ?", (end,))
    return Condition(f"{value} < ?", (start,))


def plain(value: str, operator: str, given: list[Any]) -> Condition:
    """Compare text, numbers and truth values."""
    marks = ", ".join("?" * len(given))
    statements = {
        "=": f"{value} = ?",
        "!=": f"{value} IS NOT ?",
        "IN": f"{value} IN ({marks})",
        "NIN": f"({value} IS NULL OR {value} NOT IN ({marks}))",
        "~": f"instr({value}, ?) > 0",
        "!~": f"({value} IS NULL OR instr({value}, ?) = 0)",
    }
    if operator in ("^", "$"):
        return at_end(value, operator, given[0])
    return Condition(statements.get(operator, f"{value} {operator} ?"), tuple(given))


def at_end(value: str, operator: str, given: str) -> Condition:
    """Compare the beginning or the end of text."""
    size = len(given)
    start, length = ("1", str(size)) if operator == "^" else (f"-{size or 1}", str(size))
    return Condition(f"substr({value}, {start}, {length}) = ?", (given,))


def in_list(field: SearchField, operator: str, given: list[Any]) -> Condition:
    """Compare a list: whether any of its members is one of the values, compared as text."""
    marks = ", ".join("?" * len(given))
    inner = f"SELECT 1 FROM json_each({field.expression}) WHERE CAST(value AS TEXT) IN ({marks})"  # noqa: S608 - marks
    return Condition(f"{'' if operator in ('=', 'IN') else 'NOT '}EXISTS ({inner})", tuple(given))


def in_words(field: SearchField, operator: str, given: list[Any]) -> Condition:
    """Compare a text word by word: whether any of them fits, or for the negative, none does."""
    positive = {"!=": "=", "NIN": "IN", "!~": "~"}.get(operator, operator)
    fits = plain("value", positive, given)
    inner = f"SELECT 1 FROM json_each({field.expression}) WHERE {fits.sql}"  # noqa: S608 - ours
    return Condition(f"{'' if positive == operator else 'NOT '}EXISTS ({inner})", fits.values)


def member(visit: Visit, field: SearchField, operator: str, given: list[Any]) -> Condition:
    """Compare tags and segments: whether the contact carries any of them."""
    joint = "IN" if operator in ("=", "IN") else "NOT IN"
    if field.expression == "tag":
        known = tuple(tag_rows.number(item) for item in given if item is not None)
        marks = ", ".join("?" * len(known))
        inner = f"SELECT contact FROM contact_tags WHERE tag IN ({marks})"  # noqa: S608 - marks
        return Condition(f"seq {joint} ({inner})", known)
    rules = [segments.rule_of(visit, item) for item in given if item is not None]
    either = " OR ".join(f"({rule})" for rule in rules) or "0"
    return Condition(f"{'' if joint == 'IN' else 'NOT '}({either})")
