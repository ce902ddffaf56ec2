"""Lines of the report: a ratio, and whether the bound that the design sets for it holds."""

from __future__ import annotations

import sys

from benchmarks.measure import Ratios


def title(text: str) -> None:
    """Begin a part, and name its columns."""
    sys.stdout.write(f"\n{text:<52}{'min':>8}{'median':>8}{'max':>8}   bound\n")
    sys.stdout.flush()


def line(what: str, found: Ratios, bound: float | None = None) -> None:
    """Tell a ratio; its median is what the bound is about."""
    figures = "".join(f"{figure:8.2f}" for figure in (found.low, found.middle, found.high))
    sys.stdout.write(f"  {what:<50}{figures}   {verdict(found.middle, bound)}\n")
    sys.stdout.flush()


def verdict(figure: float, bound: float | None) -> str:
    """Whether a bound holds."""
    if bound is None:
        return "-"
    return f"<= {bound:g}  {'holds' if figure <= bound else 'DOES NOT HOLD'}"


def fact(what: str, text: str) -> None:
    """Tell something that is no ratio."""
    sys.stdout.write(f"  {what:<50}{text}\n")
    sys.stdout.flush()


def requests_title(text: str) -> None:
    """Begin a part about requests, and name its columns."""
    sys.stdout.write(f"\n{text:<52}{'sent':>8}{'least':>8}   predicted\n")
    sys.stdout.flush()


def requests(what: str, sent: str, least: str, predicted: str) -> None:
    """Tell how many requests something took, and could have taken."""
    sys.stdout.write(f"  {what:<50}{sent:>8}{least:>8}   {predicted}\n")
    sys.stdout.flush()
