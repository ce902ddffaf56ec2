"""Ask a person: on stderr, never without a terminal, never of a script."""

from __future__ import annotations

from typing import NamedTuple

from intercom_cli.errors import InputNeeded
from intercom_cli.output.clean import clean
from intercom_cli.streams import Streams, write_err


class Prompts(NamedTuple):
    """Questions to the person at the terminal; ``allowed`` is False where none can be asked."""

    streams: Streams
    allowed: bool

    def ask(self, question: str, *, instead: str, default: str = "") -> str:
        """Ask for a line. Raises InputNeeded, with what to type ``instead``, when nobody can."""
        self.need(question, instead)
        offer = f" [{default}]" if default else ""
        self._write(f"{clean(question)}{offer}: ")
        line = self.streams.stdin.readline()
        if not line:
            self._write("\n")
            raise InputNeeded(f"No answer to: {question}", hint=instead)
        return line.strip() or default

    def secret(self, question: str, *, instead: str) -> str:
        """Ask for a line that is not shown while typed. Raises InputNeeded as ``ask`` does."""
        self.need(question, instead)
        from getpass import getpass

        try:
            return getpass(f"{clean(question)}: ", stream=self.streams.err).strip()
        except EOFError as error:
            raise InputNeeded(f"No answer to: {question}", hint=instead) from error

    def confirm(self, question: str, *, instead: str) -> None:
        """Ask for a yes. Raises InputNeeded for anything else, and when nobody can be asked."""
        self.need(question, instead)
        self._write(f"{clean(question)} [y/N] ")
        if (line := self.streams.stdin.readline()) and line.strip().lower() in {"y", "yes"}:
            return
        if not line:
            self._write("\n")
        raise InputNeeded("Nothing was done: the answer was no.")

    def need(self, question: str, instead: str) -> None:
        """Raise InputNeeded, with what to type ``instead``, when nobody can be asked."""
        if not self.allowed:
            told = "Input is required, but prompts are disabled or there is no terminal."
            raise InputNeeded(f"{question} {told}", hint=instead)

    def _write(self, text: str) -> None:
        write_err(self.streams.err, text)
