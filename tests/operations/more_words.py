"""Command lines for operations that no example reaches, by the command."""

from __future__ import annotations

MORE: dict[str, tuple[str, ...]] = {}
