"""What a workflow is: plain data, read from a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

Kind = Literal["string", "integer", "number", "boolean", "list"]
OnError = Literal["stop", "continue"]
MOST = 1000  # times that a step is done for_each, unless it says at_most
BUILT_IN = ("request", "message", "wait", "shell")


class Input(NamedTuple):
    """A value that a run is given by --set."""

    name: str
    type: Kind = "string"
    required: bool = False
    default: Any = None
    choices: tuple[Any, ...] = ()
    description: str = ""
    secret: bool = False


class Retry(NamedTuple):
    """How often a step that failed is tried again, and after how many seconds."""

    times: int = 0
    pause: float = 1


class Step(NamedTuple):
    """One step: what it does, with what, and when.

    ``with_`` holds texts with ``{{ }}`` as they were written.
    """

    id: str
    do: str
    line: int
    place: tuple[str | int, ...]
    with_: dict[str, Any]
    when: str | None = None
    for_each: Any = None
    at_most: int = MOST
    retry: Retry = Retry()
    on_error: OnError | tuple[Step, ...] = "stop"
    save: str | None = None

    @property
    def noun(self) -> str:
        """The first word of the command."""
        return self.command.partition(".")[0]

    @property
    def verb(self) -> str:
        """The second word of the command; empty where it is none."""
        return self.command.partition(".")[2]

    @property
    def command(self) -> str:
        """What is done, a message being what ``messages send`` sends."""
        return "messages.send" if self.do == "message" else self.do

    @property
    def handlers(self) -> tuple[Step, ...]:
        """The steps that are done when it fails."""
        return self.on_error if isinstance(self.on_error, tuple) else ()


class Workflow(NamedTuple):
    """A whole file."""

    file: str
    name: str
    digest: str
    on: tuple[str, ...]
    inputs: tuple[Input, ...]
    env: tuple[str, ...]
    steps: tuple[Step, ...]

    def every(self) -> Iterator[Step]:
        """Each step in the order of the file, those for failures after the one they are for."""
        for step in self.steps:
            yield step
            yield from step.handlers
