"""Find what can never be worked out in the expressions of a text, whatever the data are."""

from __future__ import annotations

import operator
from json import dumps
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.workflows import comparing, dates
from intercom_cli.workflows.calls import NOW, Calls
from intercom_cli.workflows.kinds import (
    ANY,
    Never,
    Value,
    closed,
    described,
    exactly,
    of,
    operate,
    union,
)
from intercom_cli.workflows.limits import bounded
from intercom_cli.workflows.loading import meant
from intercom_cli.workflows.rewriting import source

ARITHMETIC = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
NUMBERS = ("index", "index0", "revindex", "revindex0", "length")
LOOPING = closed(
    **dict.fromkeys(NUMBERS, of("number")), **dict.fromkeys(("first", "last"), of("boolean"))
)
OBJECT = of("object")
ITERABLE = frozenset({"text", "list", "object", "undefined"})
FILES_OWN = frozenset({"steps", "inputs", "env"})
ITEM = "item"  # what a notification is about, in its data


class Checker(Calls):
    """Checks all that expressions are made of."""

    def check(self, parsed: Any) -> Value:
        """Check a text as Jinja reads it, and give the value of its last expression."""
        from jinja2 import nodes

        self.own = {one.name for one in parsed.find_all(nodes.Name) if one.ctx != "load"}
        self.macros = {one.name for one in parsed.find_all(nodes.Macro)} | {"caller"}
        return self.see(parsed)

    # --- values -----------------------------------------------------------------------------------

    def see_name(self, node: Any) -> Value:
        """A name: data, a function, or what the text itself defines."""
        if node.name in self.own or node.name in self.macros or node.ctx != "load":
            return ANY
        if node.name == "loop" and node.name not in self.names:
            return LOOPING
        if node.name in self.functions:
            return self.fault(f"{node.name} is a function: write {node.name}(…).")
        return self.names.get(node.name, ANY)

    def see_const(self, node: Any) -> Value:
        """A value that is written out."""
        return exactly(node.value)

    def see_list(self, node: Any) -> Value:
        """A list that is written out."""
        items = tuple(self.see(one) for one in node.items)
        exact = all(one.exact for one in items)
        known = ([one.exact[0] for one in items],) if exact else ()
        return Value(frozenset({"list"}), known, items=items)

    see_tuple = see_list

    def see_dict(self, node: Any) -> Value:
        """An object that is written out."""
        keys = [self.see(one.key) for one in node.items]
        values = [self.see(one.value) for one in node.items]
        names = [one.exact[0] for one in keys if one.exact and isinstance(one.exact[0], str)]
        if len(names) < len(keys):
            return OBJECT
        return closed(**dict(zip(names, values, strict=True)))

    def see_output(self, node: Any) -> Value:
        """Expressions between texts, or one alone."""
        found = of("text")
        for one in node.nodes:
            found = self.see(one)
            if found.kinds == {"undefined"}:
                self.fault(f"{source(one)} never has a value.")
        return found if len(node.nodes) == 1 else of("text")

    def see_templatedata(self, _: Any) -> Value:
        """Text around expressions."""
        return of("text")

    # --- members ----------------------------------------------------------------------------------

    def member(self, node: Any, *, guarded: bool) -> Value:
        """A member of an object, an item of a list, or a letter of a text."""
        inner = self.see(node.node, guarded=guarded)
        if type(node).__name__ == "Getattr":
            return self.named(node, inner, exactly(node.attr), guarded=guarded)
        if type(node.arg).__name__ == "Slice":
            self.children(node.arg)
            why = f"{described(inner)} has no parts"
            return self.tried(node, lambda one: one[:1], [inner], why)
        return self.named(node, inner, self.see(node.arg), guarded=guarded)

    def named(self, node: Any, inner: Value, key: Value, *, guarded: bool) -> Value:
        """A member by what is known of its name."""
        name = key.exact[0] if key.exact else None
        if inner.members is not None and isinstance(name, str):
            if name in inner.members:
                return inner.members[name]
            if guarded:
                return of("undefined")
            if source(node.node) in FILES_OWN:
                return ANY  # the names of a file are checked with their places in it
            return self.fault(f"{source(node.node)} has no {name!r}{near(node, name, inner)}")
        if not key.kinds & {"text", "number"}:
            return self.fault(f"{source(node)}: {described(key)} is no name of a member.")
        if "object" in inner.kinds or guarded:
            return ANY
        number = "number" in key.kinds
        if number and "list" in inner.kinds and not inner.exact:
            return ANY
        if number and inner.kinds & {"list", "text"}:
            found = self.tried(node, self.made.getitem, [inner, key], "there is no such item")
            if found.kinds == {"undefined"} and not guarded:
                return self.fault(f"{source(node)} never has a value.")
            return found
        if inner.kinds == {"list"}:
            text = source(node.node)
            return self.fault(
                f"{text} is a list and has no {name!r}: write ({text} | first).{name},"
                f' or {text} | map(attribute="{name}").'
            )
        return self.fault(f"{source(node.node)} is {described(inner)} and has no {name!r}.")

    # --- operations -------------------------------------------------------------------------------

    def see_binexpr(self, node: Any) -> Value:
        """Arithmetic."""
        left, right = self.see(node.left), self.see(node.right)

        def work_out(one: Any, other: Any) -> Any:
            bounded(node.operator, one, other)
            return ARITHMETIC[node.operator](one, other)

        why = f"{node.operator} does not work on {described(left)} and {described(right)}"
        if node.operator == "+" and "text" in left.kinds | right.kinds:
            why += "; write ~ to put texts together"
        found = self.tried(node, work_out, [left, right], why)
        if node.operator == "-" and found.kinds == {"moment"} and not right.exact:
            return of("moment", "number")  # a number that is a time leaves seconds
        return found

    see_add = see_sub = see_mul = see_div = see_floordiv = see_mod = see_pow = see_binexpr

    def see_neg(self, node: Any) -> Value:
        """A number with a sign."""
        inner = self.see(node.node)
        return self.tried(node, operator.neg, [inner], f"it is {described(inner)}")

    see_pos = see_neg

    def see_not(self, node: Any) -> Value:
        """The opposite."""
        self.see(node.node)
        return of("boolean")

    def see_and(self, node: Any) -> Value:
        """The second value where the first holds, else the first."""
        left, right = self.see(node.left), self.see(node.right)
        return self.decided(left, right, left)

    def see_or(self, node: Any) -> Value:
        """The first value where it holds, else the second."""
        left, right = self.see(node.left), self.see(node.right)
        return self.decided(left, left, right)

    def see_condexpr(self, node: Any) -> Value:
        """One value or the other, as a test decides."""
        test, then = self.see(node.test), self.see(node.expr1)
        other = self.see(node.expr2) if node.expr2 is not None else of("undefined")
        return self.decided(test, then, other)

    def decided(self, test: Value, then: Value, other: Value) -> Value:
        """One value where a test is known, else one of two."""
        if test.exact and test.kinds != {"undefined"}:
            return then if test.exact[0] else other
        return union([then, other])

    def see_concat(self, node: Any) -> Value:
        """Texts put together."""
        self.children(node)
        return of("text")

    def see_compare(self, node: Any) -> Value:
        """A comparison, or a chain of them."""
        left, written = self.see(node.expr), node.expr
        for one in node.ops:
            right = self.see(one.expr)
            self.compared(written, left, one, right)
            left, written = right, one.expr
        return of("boolean")

    def compared(self, written: Any, left: Value, one: Any, right: Value) -> None:
        """Check that two values can be compared."""
        sign = comparing.SIGNS.get(one.op, "not in" if one.op == "notin" else one.op)
        whole = f"{source(written)} {sign} {source(one.expr)}"
        for value, other in ((left, right), (right, left)):
            if value.kinds == {"moment"} and is_small(other):
                number = other.exact[0]
                self.fault(f"{whole}: {number} is not a time; write days_ago({number}) for days.")
                return
        try:
            operate(lambda a, b: comparing.compare(a, one.op, b, dates.utc), [left, right])
        except Never:
            self.fault(
                f"{whole} can never be worked out: {described(left)} and {described(right)}"
                f" have no {sign}{as_moment(left, right)}"
            )

    # --- statements -------------------------------------------------------------------------------

    def see_for(self, node: Any) -> Value:
        """A loop over a list."""
        over = self.see(node.iter)
        if not over.kinds & ITERABLE:
            self.fault(f"{{% for %}} needs a list, and {source(node.iter)} is {described(over)}.")
        return self.children(node)

    def see_nsref(self, _: Any) -> Value:
        """A member that is set, of which there are none."""
        return self.fault("{% set %} sets a name, not a member of one.")


def near(node: Any, name: str, inner: Value) -> str:
    """The end of a sentence about a member: the one that was probably meant, or all there are."""
    members = inner.members or {}
    subject = source(node.node)
    if name not in members and ITEM in members:
        return f"; did you mean {subject}.{ITEM}.{name}?"
    return meant(name, sorted(members)).replace("mean ", f"mean {subject}.")


def as_moment(*values: Value) -> str:
    """The end of a sentence on a text that is compared with a time: how to write it as one."""
    for one in values:
        text = one.exact[0] if one.exact else None
        if isinstance(text, str) and any(other.kinds == {"moment"} for other in values):
            try:
                dates.functions(NOW)["moment"](text)
            except Misuse:
                continue
            return f"; write moment({dumps(text)})"
    return "."


def is_small(value: Value) -> bool:
    """Whether a value is a number that is hardly meant as a time; 0 stands for none."""
    number = value.exact[0] if value.exact else None
    return value.kinds == {"number"} and number is not None and 0 < abs(number) < dates.OLDEST
