"""Jinja's sandbox, made narrower; imported late, for Jinja is slow to load."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import Undefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from intercom_cli.workflows import comparing, dates
from intercom_cli.workflows.limits import bounded

LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})


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


def related(context: Any, left: Any, sign: str, right: Any) -> Any:
    """Whether two values are in a relation. Raises what Jinja does where one is not there."""
    for one in (left, right):
        if isinstance(one, Undefined):
            one._fail_with_undefined_error()  # noqa: SLF001 - what StrictUndefined calls itself
    return comparing.compare(left, sign, right, dates.zone_of(context))
