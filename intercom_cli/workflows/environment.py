"""The filters and tests of expressions, in an environment that sees data only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.workflows import dates
from intercom_cli.workflows.limits import LARGEST, bounded
from intercom_cli.workflows.results import as_json, shown, split

# Of Jinja's own filters those that look at Python, or make HTML of data.
NOT_OURS = ("attr", "pprint", "xmlattr", "safe", "urlize", "forceescape", "filesizeformat")
ANY_DAY = "2026-01-31"  # whose start depends on the zone
SIZED = ("batch", "slice", "center", "indent", "truncate", "wordwrap")  # filters that take sizes
# The tests that compare, by all of their names, and how each is written between two values.
COMPARISONS = {
    **dict.fromkeys(("eq", "==", "equalto"), "eq"),
    **dict.fromkeys(("ne", "!="), "ne"),
    **dict.fromkeys(("lt", "<", "lessthan"), "lt"),
    **dict.fromkeys(("le", "<="), "lteq"),
    **dict.fromkeys(("gt", ">", "greaterthan"), "gt"),
    **dict.fromkeys(("ge", ">="), "gteq"),
}


@cache
def environment(finish: Callable[[Any], Any] | None = None) -> Any:
    """The environment whose expressions see data only; ``finish`` makes texts of values."""
    import jinja2

    from intercom_cli.workflows.only_data import OnlyData

    # Nothing is worked out beforehand: comparisons of times need the zone of a run.
    made = OnlyData(
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        finalize=finish or shown,
        optimized=False,
    )
    made.globals = {}
    made.filters |= {"json": as_json, "split": split, "iso": dates.iso}
    made.filters["day"] = jinja2.pass_context(
        lambda context, value: dates.day(value, dates.zone_of(context)(ANY_DAY))
    )
    for name in NOT_OURS:
        made.filters.pop(name, None)
    for name in (*SIZED, "format"):
        made.filters[name] = limited(made.filters[name])
    made.tests |= TEXT_TESTS
    for name, sign in COMPARISONS.items():
        made.tests[name] = test_of(sign)
    return made


def test_of(sign: str) -> Callable[..., Any]:
    """The test that compares by a sign."""
    from jinja2 import pass_context

    from intercom_cli.workflows.only_data import related

    @pass_context
    def tested(context: Any, left: Any, right: Any) -> Any:
        return related(context, left, sign, right)

    return tested


def limited(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that refuses to make something very large."""

    @wraps(function)
    def made(*given: Any, **named: Any) -> Any:
        for one in (*given, *named.values()):
            if isinstance(one, int) and one > LARGEST:
                raise Misuse(f"What {function.__name__} gives is too large.")
        if function.__name__ == "do_format" and isinstance(given[0], str):
            bounded("%", given[0], None)
        return function(*given, **named)

    return made


def starts_with(value: Any, start: str) -> bool:
    """Whether a text begins with another."""
    return isinstance(value, str) and value.startswith(start)


def ends_with(value: Any, end: str) -> bool:
    """Whether a text ends with another."""
    return isinstance(value, str) and value.endswith(end)


def contains(value: Any, part: Any) -> bool:
    """Whether a text has another in it, or a list an item."""
    if isinstance(value, str):
        return isinstance(part, str) and part in value
    return isinstance(value, list | tuple | Mapping) and part in value


TEXT_TESTS = {"startswith": starts_with, "endswith": ends_with, "contains": contains}
