"""What an event may tell besides its name: at most ten things, and no deeper than one level."""

from __future__ import annotations

from typing import Any

from intercom_cli.sandbox import values

KEPT = 10
CURRENCY = 3


def metadata(value: Any) -> dict[str, Any]:
    """The first ten members, checked; what comes after them is dropped without a word.

    Text, numbers, times in seconds under names that end with ``_date``, links and amounts of
    money are taken. Truth values and null are in no list of what is allowed, and refused.
    """
    if not isinstance(value, dict):
        raise values.Unfit("must be an object")
    first = dict(list(value.items())[:KEPT])
    for name, item in first.items():
        require(name, item)
    return first


def require(name: str, item: Any) -> None:
    """Refuse a value that an event cannot hold."""
    if isinstance(item, dict):
        if not is_link(item) and not is_money(item):
            raise values.Unfit(f"cannot be nested: {name}")
    elif isinstance(item, bool) or not isinstance(item, str | int | float):
        raise values.Unfit(f"must hold text and numbers: {name}")
    elif name.endswith("_date"):
        values.moment(item)


def is_link(item: dict[str, Any]) -> bool:
    """Whether an object is a link with its label."""
    address, label = item.get("url"), item.get("value")
    named = isinstance(address, str) and isinstance(label, str) and len(item) == 2  # noqa: PLR2004
    return named and str(address).startswith(("http://", "https://"))


def is_money(item: dict[str, Any]) -> bool:
    """Whether an object is an amount, in hundredths, of a currency."""
    amount, currency = item.get("amount"), item.get("currency")
    known = isinstance(currency, str) and len(currency) == CURRENCY and currency.isalpha()
    counted = isinstance(amount, int) and not isinstance(amount, bool) and amount > 0
    return known and counted and len(item) == 2  # noqa: PLR2004
