"""What stands in {{ }}: expressions over data, and over nothing else.

Values are only what JSON has. Nothing of Python can be named from them: no attribute, no method, no
file, no module; what can be called are the functions named here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from intercom_cli.errors import Misuse
from intercom_cli.workflows.dates import FILTERS, is_ours

OPEN = ("{{", "{%", "{#")
FROM_OUTSIDE = frozenset({"event", "steps", "item", "error"})  # what others can have written
# Of Jinja's own filters those that look at Python, or make HTML of data.
NOT_OURS = ("attr", "pprint", "xmlattr", "safe", "urlize", "forceescape", "filesizeformat")
LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
PLAIN_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
LARGEST = 1_000_000  # letters that one text may become
Way = tuple[str | int, ...]


class Used(NamedTuple):
    """What an expression speaks of: a name and the members that follow it."""

    name: str
    way: Way


class Unresolved(Exception):
    """A value is not there, or not yet."""


def is_template(value: Any) -> bool:
    """Whether a value is a text with something to be filled in."""
    return isinstance(value, str) and any(mark in value for mark in OPEN)


@cache
def environment(finish: Callable[[Any], Any] | None = None) -> Any:
    """Jinja's sandbox, made narrower: it sees data, and knows no way to anything else."""
    import jinja2
    from jinja2.runtime import LoopContext, Macro
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class OnlyData(ImmutableSandboxedEnvironment):
        """Members of mappings and lists; attributes of nothing."""

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
            return is_ours(obj) or isinstance(obj, Macro)

    made = OnlyData(
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        finalize=finish or shown,
    )
    made.globals = {}
    made.filters |= {**FILTERS, "json": as_json, "split": split}
    for name in NOT_OURS:
        made.filters.pop(name, None)
    return made


def as_json(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(plain(value), ensure_ascii=False)


def split(value: Any, by: str | None = None) -> list[str]:
    """A text in parts."""
    return str(value).split(by)


def shown(value: Any) -> Any:
    """A value in the middle of a text: lists and objects as JSON, true and false in JSON's way."""
    found = plain(value)
    if found is None:
        return ""
    return as_json(found) if isinstance(found, bool | list | dict) else found


def in_path(value: Any) -> str:
    """A value in an address: one part of it, whatever it says."""
    found = quote(str(shown(value)), safe="")
    # A dot alone would lead elsewhere.
    return found.replace(".", "%2E") if found in {".", ".."} else found


def in_query(value: Any) -> Any:
    """A value in --where: a text in quotes, a number as it is, a list's values parted by commas."""
    if isinstance(value, list | tuple):
        return ", ".join(str(in_query(one)) for one in value)
    if isinstance(value, str):
        marked = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{marked}"'
    return "null" if value is None else shown(value)


def fill(value: Any, known: Mapping[str, Any], finish: Callable[[Any], Any] | None = None) -> Any:
    """A value with everything filled in, in all of its parts.

    A text that is one expression becomes what that gives, with its type. Raises Unresolved.
    """
    if isinstance(value, dict):
        return {key: fill(one, known, finish) for key, one in value.items()}
    if isinstance(value, list):
        return [fill(one, known, finish) for one in value]
    if not is_template(value):
        return value
    whole = None if finish else expression_of(value)
    return evaluate(whole, known) if whole else render(value, known, finish)


def evaluate(expression: str, known: Mapping[str, Any]) -> Any:
    """What an expression gives. Raises Unresolved, and Misuse for what is no expression."""
    import jinja2

    made = environment()
    try:
        found = made.compile_expression(expression, undefined_to_none=False)(**known)
    except jinja2.UndefinedError as error:
        raise Unresolved(reason(error)) from error
    except jinja2.TemplateSyntaxError as error:
        raise Misuse(f"{{{{ {expression} }}}} cannot be read: {said(error)}.") from error
    except Exception as error:
        raise impossible(expression, error) from error
    return plain(found)


def render(text: str, known: Mapping[str, Any], finish: Callable[[Any], Any] | None) -> str:
    """A text with what stands in it filled in. Raises Unresolved."""
    import jinja2

    try:
        found: str = environment(finish).from_string(text).render(**known)
    except jinja2.UndefinedError as error:
        raise Unresolved(reason(error)) from error
    except jinja2.TemplateSyntaxError as error:
        raise Misuse(f"{text!r} cannot be read: {said(error)}.") from error
    except Exception as error:
        raise impossible(text, error) from error
    if len(found) > LARGEST:
        raise Misuse(f"What {text[:40]!r} becomes is too long.")
    return found


def impossible(text: str, error: Exception) -> Exception:
    """The error for what an expression cannot do with the values it was given."""
    if isinstance(error, Misuse | Unresolved):
        return error
    return Misuse(f"{text.strip()!r} cannot be worked out: {str(error).rstrip('.')}.")


def said(error: Any) -> str:
    """What Jinja says of a text that it cannot read."""
    return str(error.message or error).rstrip(".")


def plain(value: Any) -> Any:
    """A value as JSON has it. Raises Misuse for what is none, such as a function."""
    import jinja2

    if isinstance(value, jinja2.Undefined):
        raise Unresolved(missing(value))
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple) or hasattr(value, "__next__"):
        return [plain(one) for one in value]
    raise Misuse("{{ }} gives a function and no value; call it with ( ).")


def is_true(when: str, known: Mapping[str, Any]) -> bool:
    """Whether a condition holds; its braces may be left out."""
    found = fill(when, known) if is_template(when) else evaluate(when, known)
    return (
        found.strip().lower() not in {"", "false", "0"} if isinstance(found, str) else bool(found)
    )


def expression_of(text: str) -> str | None:
    """The expression that a text is, when it is nothing else."""
    stripped = text.strip()
    if not (stripped.startswith("{{") and stripped.endswith("}}")):
        return None
    parsed = tree(stripped)
    if parsed is None or len(parsed.body) != 1 or len(parsed.body[0].nodes) != 1:
        return None
    return stripped[2:-2].strip("-+ \n\t")


@cache
def tree(text: str) -> Any:
    """A text as Jinja reads it; None for what it cannot read."""
    import jinja2

    try:
        return environment().parse(text)
    except jinja2.TemplateSyntaxError:
        return None


def fault_of(text: str) -> str | None:
    """What is wrong with how a text is written; None when nothing is."""
    import jinja2

    try:
        environment().from_string(text)
    except jinja2.TemplateSyntaxError as error:
        return said(error)
    return None


def used_in(value: Any) -> list[Used]:
    """What the expressions in a value, and in all its parts, speak of."""
    if isinstance(value, dict):
        return [used for one in value.values() for used in used_in(one)]
    if isinstance(value, list):
        return [used for one in value for used in used_in(one)]
    parsed = tree(value) if is_template(value) else None
    return used_by(parsed) if parsed else []


def used_by(parsed: Any) -> list[Used]:
    """What a text as Jinja reads it speaks of, without the names that it makes itself."""
    from jinja2 import meta, nodes

    free = meta.find_undeclared_variables(parsed)
    names = [found for found in parsed.find_all(nodes.Name) if found.name in free]
    chains = {id(root): way for root, way in ways(parsed)}
    return [Used(found.name, chains.get(id(found), ())) for found in names]


def ways(parsed: Any) -> list[tuple[Any, Way]]:
    """Each name that members follow, with the longest way of members known beforehand."""
    from jinja2 import nodes

    found: dict[int, tuple[Any, Way]] = {}
    for node in parsed.find_all((nodes.Getattr, nodes.Getitem)):
        way: list[str | int] = []
        inner = node
        while isinstance(inner, nodes.Getattr | nodes.Getitem):
            part = inner.attr if isinstance(inner, nodes.Getattr) else constant(inner.arg)
            way = [part, *way] if part is not None else []
            inner = inner.node
        if isinstance(inner, nodes.Name) and len(way) > len(found.get(id(inner), ((), ()))[1]):
            found[id(inner)] = (inner, tuple(way))
    return list(found.values())


def constant(node: Any) -> str | int | None:
    """The name or number of a member, where it is written as one."""
    value = getattr(node, "value", None)
    return value if isinstance(value, str | int) else None


def reason(error: Any) -> str:
    """What is missing, in our words."""
    said = str(error.message or error)
    if found := re.search(r"'([^']*)' is undefined", said):
        return f"there is no {found[1]}"
    if found := re.search(r"has no (?:attribute|element) '?([^']*)'?$", said):
        return f"there is no {found[1]} in it"
    return said


def missing(undefined: Any) -> str:
    """What an undefined value stands for."""
    return reason(type("Said", (), {"message": undefined._undefined_message})())  # noqa: SLF001 - it has no other way to say it
