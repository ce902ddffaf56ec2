"""Check filters, tests and calls in expressions: those there are, with values they can have."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.errors import Misuse
from intercom_cli.workflows import dates
from intercom_cli.workflows.environment import environment
from intercom_cli.workflows.kinds import ANY, Never, Value, described, of, operate
from intercom_cli.workflows.rewriting import (
    instead_of_filter,
    instead_of_function,
    instead_of_method,
    source,
    values_of,
)

NOW = 1_700_000_000
# The filters that are given the names of others, and at which place.
NAMED = {
    "map": (0, "filter"),
    "select": (0, "test"),
    "reject": (0, "test"),
    "selectattr": (1, "test"),
    "rejectattr": (1, "test"),
}
GUARDS = frozenset({"defined", "undefined"})
FALLBACKS = frozenset({"default", "d"})
FILES = ("Include", "Import", "FromImport", "Extends")
SEE = "; intercom help workflows names those there are."
EXAMPLE = {"moment": '"2027-02-01"'}
Given = tuple[list[Value], dict[str, Value]]


class Calls(ABC):
    """Works an expression out over kinds of values.

    ``names`` is what it can use. Faults go to ``add``; ``called`` are the unknown names that were
    called as functions.
    """

    def __init__(self, names: Mapping[str, Value], add: Callable[[str], None]) -> None:
        self.names = names
        self.add = add
        self.made = environment()
        self.functions = dates.functions(NOW)
        self.context = self.made.from_string("").new_context(self.functions)
        self.own: set[str] = set()
        self.macros: set[str] = set()
        self.called: set[str] = set()

    def see(self, node: Any, *, guarded: bool = False) -> Value:
        """What a part gives; what is below it is checked too."""
        kind = type(node).__name__
        if kind in {"Getattr", "Getitem"}:
            return self.member(node, guarded=guarded)
        look = getattr(self, f"see_{kind.lower()}", None)
        if look is not None:
            found: Value = look(node)
            return found
        if kind in FILES:
            return self.fault("other files cannot be used here: no {% include %}, no {% import %}.")
        return self.children(node)

    def children(self, node: Any) -> Value:
        """Check all parts of a statement."""
        found = of("text")
        for one in node.iter_child_nodes():
            found = self.see(one)
        return found

    def fault(self, why: str) -> Value:
        """Note a fault; what would follow from it is not told besides."""
        self.add(why)
        return ANY

    def tried(
        self, node: Any, function: Callable[..., Any], values: list[Value], why: str
    ) -> Value:
        """What an operation gives; a fault where it fails for all values of these kinds."""
        try:
            return operate(function, values)
        except Never as never:
            exact = all(one.exact for one in values)
            reason = f": {str(never).rstrip('.')}" if exact and is_ours(never) else f": {why}"
            return self.fault(f"{source(node)} can never be worked out{reason}.")

    @abstractmethod
    def member(self, node: Any, *, guarded: bool) -> Value:
        """A member of a value."""

    # --- filters, tests, functions ----------------------------------------------------------------

    def see_filter(self, node: Any) -> Value:
        """A value with a filter."""
        guarded = node.name in FALLBACKS
        inner = of("text") if node.node is None else self.see(node.node, guarded=guarded)
        given = self.given(node)
        subject = "VALUE" if node.node is None else source(node.node)
        if node.name not in self.made.filters:
            instead = instead_of_filter(node.name, subject, self.made.filters)
            if instead is None and node.name in self.made.tests:
                instead = f"{subject} is {node.name}"
            end = written_as(instead) if instead else SEE
            return self.fault(f"there is no filter {node.name!r}{end}")
        if not self.names_known(node):
            return ANY
        if guarded and inner.members is not None:
            return inner  # what is there needs no other value
        why = arity(self.made.filters[node.name], node, "filter") or (
            f"the filter {node.name} cannot do this with {described(inner)}"
        )
        return self.applied(node, self.made.call_filter, inner, given, why)

    def see_test(self, node: Any) -> Value:
        """A value with a test."""
        inner = self.see(node.node, guarded=node.name in GUARDS)
        given = self.given(node)
        if node.name not in self.made.tests:
            near = meant_test(node.name, self.made.tests)
            return self.fault(f"there is no test {node.name!r}{near}")
        why = arity(self.made.tests[node.name], node, "test") or (
            f"the test {node.name} cannot do this with {described(inner)}"
        )
        self.applied(node, self.made.call_test, inner, given, why)
        return of("boolean")

    def given(self, node: Any) -> Given | None:
        """The values that a call is given; None where their number is not known."""
        values = [self.see(one) for one in node.args]
        named = {one.key: self.see(one.value) for one in node.kwargs}
        for one in (node.dyn_args, node.dyn_kwargs):
            if one is not None:
                self.see(one)
        return None if node.dyn_args or node.dyn_kwargs else (values, named)

    def applied(
        self,
        node: Any,
        call: Callable[..., Any],
        inner: Value,
        given: Given | None,
        why: str,
    ) -> Value:
        """What a filter or a test gives."""
        if given is None:
            return ANY
        values, named = given

        def work_out(one: Any, *more: Any) -> Any:
            words = dict(zip(named, more[len(values) :], strict=True))
            return call(node.name, one, list(more[: len(values)]), words, self.context)

        return self.tried(node, work_out, [inner, *values, *named.values()], why)

    def names_known(self, node: Any) -> bool:
        """Whether the filters and tests that a filter is given by name exist."""
        at, kind = NAMED.get(node.name, (len(node.args), ""))
        if len(node.args) <= at or type(node.args[at]).__name__ != "Const":
            return True
        known = self.made.filters if kind == "filter" else self.made.tests
        name = str(node.args[at].value)
        if name in known:
            return True
        near = meant_test(name, known)
        self.fault(f"there is no {kind} {name!r}{near}")
        return False

    def see_call(self, node: Any) -> Value:
        """A call: only of the functions there are, and of macros."""
        callee = node.node
        kind, name = type(callee).__name__, getattr(callee, "name", "")
        given = self.given(node)
        if kind == "Name" and name in self.macros:
            return of("text")
        if kind == "Name" and name in self.functions:
            if given is None:
                return of("moment")
            values, named = given
            function = self.functions[name]

            def work_out(*more: Any) -> Any:
                words = dict(zip(named, more[len(values) :], strict=True))
                return function(*more[: len(values)], **words)

            why = f"it takes one value, as {name}({EXAMPLE.get(name, '7')})"
            return self.tried(node, work_out, [*values, *named.values()], why)
        return self.uncallable(node, kind, name)

    def uncallable(self, node: Any, kind: str, name: str) -> Value:
        """The fault for a call of what is no function, with how to write it."""
        filters, values = self.made.filters, values_of(node)
        if kind == "Getattr":
            inner = self.see(node.node.node)
            if node.node.attr in (inner.members or ()):
                return self.fault(f"{source(node.node)} is no function: write it without ( ).")
            subject = source(node.node.node)
            instead = instead_of_method(node.node.attr, subject, values, filters)
            return self.fault(f"values have no methods here: {source(node)}{written_as(instead)}")
        if kind == "Name" and name not in self.names and name not in self.own:
            self.called.add(name)
            instead = instead_of_function(name, values, filters)
            known = f"; there are {', '.join(self.functions)}."
            end = written_as(instead) if instead else meant_or(name, self.functions, known)
            return self.fault(f"there is no function {name!r}{end}")
        self.see(node.node)
        return self.fault(f"{source(node.node)} is no function: write it without ( ).")


def arity(function: Callable[..., Any], node: Any, kind: str) -> str | None:
    """What a filter or a test takes, where it is given too much, too little or unknown names."""
    inside = hasattr(function, "jinja_pass_arg")
    try:
        parameters = list(inspect.signature(function).parameters.values())[inside:]
        signature = inspect.Signature(parameters)
    except (TypeError, ValueError):
        return None
    named = {one.key: None for one in node.kwargs}
    try:
        signature.bind(None, *node.args, **named)
    except TypeError:
        names = ", ".join(one.name for one in parameters[1:])
        return f"the {kind} {node.name} takes {names or 'nothing'}"
    return None


def is_ours(never: Never) -> bool:
    """Whether the reason of a failure is in our own words."""
    return isinstance(never.__cause__, Misuse)


def written_as(instead: str | None) -> str:
    """The end of a sentence: how to write it."""
    return f"; write {instead}" if instead else "."


def meant_or(name: str, known: Any, other: str) -> str:
    """The end of a sentence about a word: the known one it comes near to, or something else."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]}?" if near else other


def meant_test(name: str, known: Any) -> str:
    """The end of a sentence about a test or a filter that there is not."""
    words = [one for one in known if one.isidentifier()]
    return meant_or(name, words, f"; there are {', '.join(sorted(words))}.")
