"""Jinja's sandbox, made narrower: expressions see data, and know no way to anything else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.workflows import comparing, dates
from intercom_cli.workflows.results import as_json, shown, split

# Of Jinja's own filters those that look at Python, or make HTML of data.
NOT_OURS = ("attr", "pprint", "xmlattr", "safe", "urlize", "forceescape", "filesizeformat")
LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
LARGEST = 1_000_000  # letters that one text may become
EXPONENT = 1_000
ANY_DAY = "2026-01-31"  # whose start depends on the zone
SIZED = ("batch", "slice", "center", "indent", "truncate", "wordwrap")  # filters that take sizes
WIDTH = re.compile(r"%[^%A-Za-z]*(?:\d{5}|\*)")  # of %-formatting
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
    from jinja2.compiler import CodeGenerator
    from jinja2.runtime import LoopContext, Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Comparing(CodeGenerator):
        """Compares as comparing.py does."""

        def visit_Compare(self, node: Any, frame: Any) -> None:  # noqa: N802 - Jinja's name
            """Write a comparison, or a chain of them."""
            self.write("environment.compare(context, ")
            self.visit(node.expr, frame)
            for operand in node.ops:
                self.write(f", {operand.op!r}, ")
                self.visit(operand.expr, frame)
            self.write(")")

    class OnlyData(ImmutableSandboxedEnvironment):
        """Members of mappings and lists; attributes of nothing."""

        code_generator_class = Comparing
        intercepted_binops = frozenset({"*", "**", "%"})

        def getattr(self, obj: Any, attribute: str) -> Any:
            """A member by its name."""
            if isinstance(obj, LoopContext) and attribute in LOOP:
                return getattr(obj, attribute)
            return self.getitem(obj, attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            """A member by its name or number."""
            if isinstance(obj, Mapping | list | tuple | str):
                try:
                    return obj[argument]
                except (KeyError, IndexError, TypeError):
                    pass
            return self.undefined(obj=obj, name=argument)

        def is_safe_attribute(self, *_: Any) -> bool:
            """No attribute is."""
            return False

        def is_safe_callable(self, obj: Any) -> bool:
            """What was put here, and what a text itself defines."""
            return dates.is_ours(obj) or isinstance(obj, Macro)

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """Multiply, unless what comes of it is too large."""
            bounded(operator, left, right)
            return super().call_binop(context, operator, left, right)

        def compare(self, context: Any, left: Any, *others: Any) -> Any:
            """Whether each value is in its relation to the next."""
            for sign, right in zip(others[::2], others[1::2], strict=True):
                if not related(context, left, sign, right):
                    return False
                left = right
            return True

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
        lambda context, value: dates.day(value, zone_of(context)(ANY_DAY))
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

    @pass_context
    def tested(context: Any, left: Any, right: Any) -> Any:
        return related(context, left, sign, right)

    return tested


def related(context: Any, left: Any, sign: str, right: Any) -> Any:
    """Whether two values are in a relation. Raises what Jinja does where one is not there."""
    from jinja2 import Undefined

    for one in (left, right):
        if isinstance(one, Undefined):
            one._fail_with_undefined_error()  # noqa: SLF001 - what StrictUndefined calls itself
    return comparing.compare(left, sign, right, zone_of(context))


def zone_of(context: Any) -> dates.Zone:
    """The time zone of a run, which its functions know."""
    moment = context.resolve_or_missing("moment")
    return moment.__self__.zone if dates.is_ours(moment) else dates.utc


def bounded(operator: str, left: Any, right: Any) -> None:
    """Raise Misuse for a product that is too large to be meant."""
    if operator == "**":
        too_large = isinstance(right, int | float) and abs(right) > EXPONENT
    elif operator == "%":
        too_large = isinstance(left, str) and WIDTH.search(left) is not None
    else:
        sizes = [len(one) for one in (left, right) if isinstance(one, str | list | tuple)]
        counts = [one for one in (left, right) if isinstance(one, int)]
        too_large = bool(sizes and counts) and sizes[0] * counts[0] > LARGEST
    if too_large:
        raise Misuse(f"What {operator} gives is too large.")


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
