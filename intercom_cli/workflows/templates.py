"""What stands in {{ }}: expressions over data, and over nothing else.

Values are only what JSON has. Nothing of Python can be named from them: no attribute, no method, no
file, no module; what can be called are the functions named here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from intercom_cli.errors import IntercomError, Misuse
from intercom_cli.workflows.environment import environment
from intercom_cli.workflows.limits import LARGEST
from intercom_cli.workflows.results import Unresolved, plain, reason
from intercom_cli.workflows.syntax import expression_of, is_template, said


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
        return plain(found)  # what is worked out as it is read may fail here
    except jinja2.UndefinedError as error:
        raise Unresolved(reason(error)) from error
    except jinja2.TemplateSyntaxError as error:
        raise Misuse(f"{{{{ {expression} }}}} cannot be read: {said(error)}.") from error
    except Exception as error:
        raise impossible(expression, error) from error


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
    if isinstance(error, IntercomError | Unresolved):
        return error
    return Misuse(f"{text.strip()!r} cannot be worked out: {str(error).rstrip('.')}.")


def is_true(when: str, known: Mapping[str, Any]) -> bool:
    """Whether a condition holds; its braces may be left out."""
    found = fill(when, known) if is_template(when) else evaluate(when, known)
    return (
        found.strip().lower() not in {"", "false", "0"} if isinstance(found, str) else bool(found)
    )
