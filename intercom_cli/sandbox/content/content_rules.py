"""What the bodies of articles, snippets and news have in common, and what is wrong with them."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import documents, markup, values
from intercom_cli.sandbox.fields import boolean
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid
from intercom_cli.sandbox.values import Check, Unfit
from intercom_cli.sandbox.visit import Visit

DEFAULT_LOCALE = "en"
LOCALES = frozenset(
    [
        "ar",
        "bg",
        "bs",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "fi",
        "fr",
        "he",
        "hr",
        "hu",
        "id",
        "it",
        "ja",
        "ko",
        "lt",
        "lv",
        "mn",
        "nb",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sl",
        "sr",
        "sv",
        "tr",
        "vi",
        "pt-BR",
        "zh-CN",
        "zh-TW",
    ]
)
AI = ("ai_chatbot_availability", "ai_copilot_availability", "ai_sales_agent_availability")


def numbers(value: Any) -> list[int]:
    """A list of whole numbers."""
    if not isinstance(value, list):
        raise Unfit("must be an array of integers")
    return [values.integer(item) for item in value]


def optional_numbers(value: Any) -> list[int]:
    """A list of whole numbers; null stands for an empty one."""
    return [] if value is None else numbers(value)


def strings(value: Any) -> list[str]:
    """A list of texts."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Unfit("must be an array of strings")
    return value


def address(value: Any) -> str:
    """The address of a web page."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise Unfit("must be an absolute URL")
    if value != "".join(value.split()) or not value.partition("://")[2]:
        raise Unfit("must be an absolute URL")
    return value


def availability() -> dict[str, Check]:
    """The checks of the switches that let Fin and Copilot use a piece of content."""
    return dict.fromkeys(AI, boolean)


def body_in(sent: dict[str, Any]) -> str | None:
    """The HTML of a body, sent as such or as Markdown; None when there is neither.

    Both at once are refused.
    """
    if "body" in sent and "body_markdown" in sent:
        raise invalid("body and body_markdown are mutually exclusive", "body_markdown")
    if "body_markdown" in sent:
        return markup.html_of(sent["body_markdown"])
    return sent.get("body")


def require_admin(visit: Visit, number: int, name: str) -> None:
    """Refuse somebody who is not a teammate. Which status the platform has for it is not told."""
    if visit.store.value("SELECT 1 FROM admins WHERE id = ?", (str(number),)) is None:
        raise invalid(f"{name} must be a teammate of the workspace", name)


def require_audiences(visit: Visit, wanted: list[int]) -> None:
    """Refuse audiences that are not there: 404, with a code of a wrong value."""
    unknown = unknown_audiences(visit, wanted)
    if unknown:
        listed = ", ".join(str(number) for number in unknown)
        message = f"audience_ids contains unknown audience IDs: {listed}"
        raise Refusal(404, Fault("parameter_invalid", message))


def unknown_audiences(visit: Visit, wanted: list[int]) -> list[int]:
    """Those of some audiences that are not there."""
    known = visit.store
    return [number for number in wanted if documents.get(known, "audience", str(number)) is None]


def workspace_locales(visit: Visit) -> frozenset[str]:
    """The languages of the workspace: those of all its help centers."""
    centers = documents.every(visit.store, documents.Query("help_center"))
    return frozenset(locale for center in centers for locale in center["locales"])


def require_locale(visit: Visit, locale: str) -> str:
    """Refuse a language the workspace is not set up for."""
    if locale not in workspace_locales(visit):
        raise invalid("Unknown locale")
    return locale


def deleted(identifier: str, kind: str) -> dict[str, Any]:
    """What is answered when something was deleted."""
    return {"id": identifier, "object": kind, "deleted": True}
