"""Statistics of the numbers in a field: mean, median and other percentiles, sum, min, max, count.

Numbers are exact: whole numbers of any size, and decimals as they were written. A percentile
between two values is interpolated between them, as spreadsheets do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation, localcontext
from fractions import Fraction
from typing import Any, NamedTuple

from intercom_cli.errors import Misuse

from .cells import column_for
from .rows import Literal

FUNCTIONS = ("mean", "median", "p90", "sum", "min", "max", "count")
OTHER_NAMES = {"avg": "mean", "average": "mean", "total": "sum", "minimum": "min", "maximum": "max"}
PERCENTILE = re.compile(r"p([1-9]\d?)")
FORM = "--stat median:FIELD; functions: " + ", ".join(FUNCTIONS)
LARGEST = 400  # digits before or behind the point of a decimal
DIGITS = 17  # significant digits of a number that has no end
PLACES = 2  # decimals a person reads


class Stat(NamedTuple):
    """A statistic as it was typed: a function, and the path of its numbers."""

    title: str
    function: str
    path: str

    @property
    def used(self) -> str:
        """The key of how many values were used."""
        return f"count:{self.path}"

    @property
    def is_time(self) -> bool:
        """Whether its values, and so what it gives, are times."""
        return is_time(self.path) and self.function != "count"


def is_time(path: str) -> bool:
    """Whether a field holds times, by its name."""
    return column_for(path, ()).kind == "time"


def stat(title: str) -> Stat:
    """Read one of --stat. Raises Misuse for an unknown function, and where there is no field."""
    function, colon, path = title.partition(":")
    if not colon or not path:
        raise Misuse(f"--stat {title}: a field is missing.", hint=FORM)
    if function not in FUNCTIONS and not PERCENTILE.fullmatch(function):
        near = OTHER_NAMES.get(function.lower())
        hint = f"did you mean {near}:{path}?" if near else FORM
        raise Misuse(f"--stat: unknown function {function!r}.", hint=hint)
    if function == "sum" and is_time(path):
        raise Misuse(f"--stat {title}: dates have no sum.", hint=f"--stat max:{path}")
    return Stat(title, function, path)


def number_of(value: Any) -> Fraction | int | None:
    """A value as a number; None for anything else, and for a decimal of absurd size."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, Literal):
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return Fraction(found) if abs(found.adjusted()) < LARGEST else None


def result(function: str, numbers: Sequence[Fraction | int]) -> Fraction | int | None:
    """What a function gives; None where there are no numbers and there is nothing to say."""
    if function == "count":
        return len(numbers)
    if not numbers:
        return None
    match function:
        case "sum":
            return sum(numbers)
        case "min":
            return min(numbers)
        case "max":
            return max(numbers)
        case "mean":
            return Fraction(sum(numbers)) / len(numbers)
        case "median":
            return percentile(sorted(numbers), 50)
        case _:
            return percentile(sorted(numbers), int(function[1:]))


def percentile(ordered: Sequence[Fraction | int], percent: int) -> Fraction | int:
    """A percentile of numbers in order.

    >>> percentile([1, 2, 3, 5], 50), percentile([7], 90)
    (Fraction(5, 2), 7)
    """
    place = Fraction(percent * (len(ordered) - 1), 100)
    below = int(place)
    if place == below:
        return ordered[below]
    return ordered[below] + (place - below) * (ordered[below + 1] - ordered[below])


def written(number: Fraction | int | None, *, places: int | None = None) -> str:
    """A number as JSON: exact where decimals can be, else to 17 digits; null for none.

    >>> written(Fraction(5, 2)), written(Fraction(1, 3)), written(Fraction(4, 2)), written(None)
    ('2.5', '0.33333333333333333', '2', 'null')
    """
    if number is None:
        return "null"
    number = Fraction(number)
    if places is not None:
        number = round(number, places)
    if number.denominator == 1:
        return str(number.numerator)
    with localcontext() as context:
        context.prec = DIGITS
        if is_finite(number.denominator):
            context.prec += number.numerator.bit_length() + number.denominator.bit_length()
        found = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{found:f}"


def is_finite(denominator: int) -> bool:
    """Whether a fraction has an end as a decimal: twos and fives divide its denominator."""
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1
