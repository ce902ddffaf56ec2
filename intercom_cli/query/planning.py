"""Plan how an expression is answered: its searches, and the counts that give its number."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial

from intercom_cli.query.compile import Compiler, Plan
from intercom_cli.query.counting import terms
from intercom_cli.query.fields import Known
from intercom_cli.query.nodes import Node


def plan(
    node: Node,
    known: Known,
    *,
    now: float,
    tz: tzinfo,
    together: bool = False,
    days: tzinfo | None = None,
) -> Plan:
    """Compile an expression; ``days`` is the zone in which Intercom matches dates by whole days.

    Raises Misuse where it cannot be decided, and says why.
    """
    compiler = Compiler(known, now=now, tz=tz)
    found = compiler.plan(node, together=together)
    return found._replace(counts=partial(terms, node, compiler, days))
