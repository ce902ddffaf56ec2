"""What the shared options chose."""

from __future__ import annotations

from typing import NamedTuple

SURVEYS = ("?", "help")  # what lists the fields in place of records


class Choices(NamedTuple):
    """What the shared options chose; None means nothing was said."""

    output: str | None = None
    fields: str | None = None
    jq: str | None = None
    raw: bool = False
    workspace: str | None = None
    api_version: str | None = None
    timeout: float | None = None
    max_wait: float | None = None
    wide: bool = False
    pager: bool = False
    guard_formulas: bool = False
    bom: bool = False
    counts: bool = False
    group_by: str | None = None
    top: int | None = None
    stat: str | None = None
    explain: bool = False
    dry_run: bool = False
    plan: bool = False
    yes: bool = False
    no_validate: bool = False
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    no_input: bool = False
    color: str | None = None

    @property
    def groups(self) -> bool:
        """Whether groups or statistics are asked for in place of records."""
        return self.group_by is not None or self.stat is not None

    @property
    def rehearses(self) -> bool:
        """Whether nothing is written: requests are shown, or planned."""
        return self.dry_run or self.plan

    @property
    def special(self) -> tuple[str, ...]:
        """The options among them that not everything can be shown with."""
        said = {
            "--wide": self.wide,
            "--guard-formulas": self.guard_formulas,
            "--bom": self.bom,
            "--count": self.counts,
            "--group-by": self.group_by is not None,
            "--top": self.top is not None,
            "--stat": self.stat is not None,
            "--fields ?": self.fields in SURVEYS,
        }
        return tuple(name for name, chosen in said.items() if chosen)
