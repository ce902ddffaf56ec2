"""The guided way to connect: what to choose, what to create, and where to find it."""

from __future__ import annotations

from intercom_cli.auth.endpoints import DEVELOPER_HUB
from intercom_cli.errors import InputNeeded
from intercom_cli.session import Session

WAYS = {"1": "token", "2": "oauth", "3": "sandbox"}
MENU = """\
How do you want to connect?

  1  With an access token of your own Intercom app. The quickest way to your own workspace.
  2  In the browser (OAuth), with the client id and secret of your own app.
  3  To a sandbox: a practice workspace on this machine. Needs no Intercom account.
"""
TOKEN = f"""\
Open your app in the Developer Hub, or create one with New app:
  {DEVELOPER_HUB}
Under Configure > Authentication it shows the access token. Copy it and paste it here.
"""
APP = f"""\
Open your app in the Developer Hub, or create one with New app:
  {DEVELOPER_HUB}
Under Configure > Authentication, switch on OAuth and add this redirect URL, exactly so:
  {{redirect}}
Under Configure > Basic information are the client id and the client secret.
"""
WITHOUT_ASKING = (
    "intercom connect --token-stdin, --token-file FILE, --oauth --client-id ID, or --sandbox"
)


def choose_way(session: Session) -> str:
    """Ask how to connect: token, oauth or sandbox. Raises InputNeeded where nobody can answer."""
    if not session.prompts.allowed:
        raise InputNeeded("Say how to connect; nobody can be asked here.", hint=WITHOUT_ASKING)
    tell(session, MENU)
    session.printer.say("")
    while True:
        answer = session.prompts.ask("Choose 1, 2 or 3", instead=WITHOUT_ASKING, default="1")
        if answer in WAYS:
            return WAYS[answer]
        if answer in WAYS.values():
            return answer


def tell(session: Session, text: str) -> None:
    """Say some lines, exactly as they are."""
    for line in text.splitlines():
        session.printer.say(line)
