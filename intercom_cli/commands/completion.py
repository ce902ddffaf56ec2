"""Print the script that completes command lines in a shell."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Literal, get_args

import typer

from intercom_cli.errors import Misuse
from intercom_cli.options import TALK, shared
from intercom_cli.session import Session

Shell = Literal["bash", "zsh", "fish", "powershell"]


@shared(TALK)
def command(
    session: Session,
    shell: Annotated[
        Shell | None, typer.Argument(help="Which shell.", metavar="SHELL", show_default=False)
    ] = None,
) -> None:
    """Print the script that completes command lines in a shell.

    It knows every command and option, and starts no program when TAB is pressed. Let the shell
    read it each time it starts, or keep it in a file.

    Examples:
      bash        eval "$(intercom completion bash)"                in ~/.bashrc
                  intercom completion bash > FILE                   or source that FILE there
      zsh         source <(intercom completion zsh)                 in ~/.zshrc, after compinit
                  intercom completion zsh > DIRECTORY/_intercom     or in a directory of $fpath
      fish        intercom completion fish > ~/.config/fish/completions/intercom.fish
      PowerShell  intercom completion powershell | Out-String | Invoke-Expression    in $PROFILE
    """
    if shell is None:
        raise Misuse(
            f"Which shell? There are scripts for {', '.join(get_args(Shell))}.",
            hint=f"intercom completion {likely(session.environ.get('SHELL', ''))}",
        )
    from intercom_cli.completion.shells import script

    session.streams.out.write(script(shell).encode())


def likely(path: str) -> str:
    """The shell a person seems to use, by what $SHELL holds."""
    name = PurePath(path).name
    return name if name in get_args(Shell) else "bash"
