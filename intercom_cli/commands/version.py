"""Show the version."""

from __future__ import annotations

import json
import platform

from intercom_cli import __version__
from intercom_cli.options import SHOW, TALK, shared
from intercom_cli.session import Session


@shared(SHOW, TALK)
def command(session: Session) -> None:
    """Show the version.

    Examples:
      intercom version
      intercom version -o json
    """
    chosen = session.choices
    if not (chosen.output or chosen.jq or chosen.fields):
        # Past the settings, for it must also be told where they cannot be read.
        session.streams.out.write(f"intercom {__version__}\n".encode())
        return
    facts = {
        "version": __version__,
        "python": platform.python_version(),
        "platform": platform.platform(),
        "api_version": str(session.settings.get("api_version").value),
    }
    session.printer.record(json.dumps(facts).encode())
