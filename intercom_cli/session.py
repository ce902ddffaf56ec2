"""One run of the program: its streams, settings, credentials, client and printer.

Each part is made when it is first asked for, so that a command pays only for what it uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TextIO

from intercom_cli.choices import Choices
from intercom_cli.errors import Misuse
from intercom_cli.streams import Streams

if TYPE_CHECKING:
    from intercom_cli.api.client import Client
    from intercom_cli.api.pages import Records
    from intercom_cli.api.request import Request
    from intercom_cli.api.response import Response
    from intercom_cli.credentials import Source
    from intercom_cli.output.pager import Pager
    from intercom_cli.output.printer import Printer
    from intercom_cli.prompts import Prompts
    from intercom_cli.rehearsal import Rehearsal
    from intercom_cli.resource import Paging
    from intercom_cli.settings import Settings
    from intercom_cli.vault import Vault


class Shown(Exception):
    """What is written was shown or planned instead of sent: the run ends well here."""


UNASKED = "add --yes to do it without asking"
SETTINGS = (
    "output", "workspace", "api_version", "timeout", "max_wait", "color", "guard_formulas",
    "no_input",
)  # fmt: skip


class Session:
    """What commands are given: everything a run needs, and nothing made before its time."""

    def __init__(self, streams: Streams, environ: Mapping[str, str], transport: Any = None) -> None:
        self.streams = streams
        self.environ = environ
        self.transport = transport
        self.choices = Choices()
        self.command = ""  # the words that name what runs, such as "contacts create"
        self.shown = 0  # requests that were shown and not sent
        self.reads = False  # whether what runs changes nothing
        self.foreign = False  # whether values may come from others, who choose no files here
        self.agreed = False  # whether the person was asked about what is written
        self.lists: dict[Any, list[Any]] = {}  # those that were read to their end, to find names
        self.zone: Any = None  # that of the workspace, once it is known
        self.questions: list[Callable[[], str]] = []  # to be confirmed before the next write
        self.names: dict[Any, Mapping[str, str]] = {}  # by id, of the lists that were looked up
        self.names_are_late = False  # whether a look-up of names took too long already

    def choose(self, given: Mapping[str, Any]) -> None:
        """Take the shared options of the command that runs.

        Raises Misuse for those that make no sense together, so that nothing is sent for them.
        """
        self.choices = self.choices._replace(**given)
        self.reads = "dry_run" not in given
        if self.choices.plan and self.choices.dry_run:
            raise Misuse("--plan and --dry-run cannot be combined.")
        if chosen := self.choices.special:
            from intercom_cli.output.choosing import check

            writes = bool(self.command) and not self.reads
            check(chosen, self.choices, self.printer.format, writes=writes)

    @property
    def tallies(self) -> bool:
        """Whether counts are asked for in place of records."""
        return self.choices.counts or self.choices.groups

    @cached_property
    def settings(self) -> Settings:
        """Flags over environment over file over defaults."""
        from intercom_cli.settings import Settings

        given = {key: getattr(self.choices, key) for key in SETTINGS}
        given["pager"] = "always" if self.choices.pager else None
        # A switch that was not given says nothing; a 0 does.
        said = {k: v for k, v in given.items() if v is not None and v is not False}
        return Settings.load(self.environ, said)

    @cached_property
    def vault(self) -> Vault:
        """Where secrets are kept."""
        from intercom_cli.settings import config_dir
        from intercom_cli.vault import Vault

        return Vault(self.environ, config_dir(self.environ))

    @cached_property
    def printer(self) -> Printer:
        """What writes data and says things. Raises Misuse for a --jq that cannot be read."""
        wanted = ("output", "color", "guard_formulas")
        output, color, guard = (self.settings.get(key).value for key in wanted)
        return self.printer_of(output, str(color), guard=guard, pager=self.pager)

    def printer_of(
        self, output: str | None, color: str, *, guard: bool = False, pager: Pager | None = None
    ) -> Printer:
        """A printer for a format and a use of colour, whatever the settings say."""
        from intercom_cli.output.choosing import look_of
        from intercom_cli.output.printer import Printer

        if self.choices.jq is not None:
            from intercom_cli.output.jq import check

            check(self.choices.jq)
        look = look_of(self.choices, format=output, color=color, guard=guard)
        streams = self.streams
        if pager:
            streams = pager.instead_of(streams)
            look = look._replace(paged=True)
        return Printer(streams, self.environ, look, names=lambda one: one.names(self))

    @cached_property
    def pager(self) -> Pager | None:
        """What takes the place of standard output where the person wants a pager; else None.

        Only reading goes through one, unless it was said at the command.
        """
        if not self.streams.out_is_terminal:
            return None
        choice = str(self.settings.get("pager").value)
        if choice == "never" or not (self.reads or self.choices.pager):
            return None
        from intercom_cli.output.pager import pager_of

        return pager_of(choice, self.streams, self.environ, late=self.choices.jq is not None)

    def end_pages(self, *, now: bool = False) -> bool:
        """Wait for the pager, if one was started, and give whether the person left it early."""
        pager = self.__dict__.get("pager")
        return bool(pager and pager.close(now=now))

    @cached_property
    def prompts(self) -> Prompts:
        """What asks the person, where there is one."""
        from intercom_cli.prompts import Prompts

        seen = self.streams.in_is_terminal and self.streams.err_is_terminal
        return Prompts(self.streams, seen and not self.settings.get("no_input").value)

    @cached_property
    def source(self) -> Source:
        """The credentials this run uses. Raises NotSignedIn when there are none."""
        from intercom_cli.credentials import winner

        return winner(self.settings, self.environ)

    @cached_property
    def client(self) -> Client:
        """The connection to the workspace."""
        from intercom_cli.connection import connect

        return connect(self)

    def send(self, request: Request) -> Response:
        """Read records. Raises ServerFailed for what is neither a record nor a list."""
        self.permit(request)
        known = self.rehearsal.answers if self.choices.plan else {}
        if (answer := known.get(request)) is None:
            answer = known[request] = self.client.send(request)
        answer.need_data()
        return answer

    def need_version(self, operation: str) -> None:
        """Raise Misuse, before anything is looked up, when the version lacks an operation."""
        from intercom_cli.facts.permit import need_version

        need_version(operation, str(self.settings.get("api_version").value))

    def permit(self, request: Request, *, writing: bool = False) -> None:
        """Raise Misuse for an operation the version lacks, and a body it does not take."""
        if request.operation:
            from intercom_cli.facts.permit import permit

            version = str(self.settings.get("api_version").value)
            validate = writing and not self.choices.no_validate
            hint = f"intercom schema {self.command}; --no-validate sends it all the same"
            permit(request.operation, request.json_body, version, validate=validate, hint=hint)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """What --dry-run shows and --plan describes instead of sending it."""
        from intercom_cli.rehearsal import Rehearsal

        return Rehearsal(self)

    def write(self, request: Request, *, more: bool = False) -> Response:
        """Send a request that changes something, or rehearse it, which ends it unless ``more``.

        Raises Misuse when the workspace was connected for reading only, and for what the operation
        does not take.
        """
        self.permit(request, writing=not self.shown or self.rehearsal.can_check(request))
        if not self.choices.dry_run:
            self.need_writable()
        self.ask_questions()
        if self.choices.rehearses:
            return self.rehearsal.add(request, last=not more)
        if self.asks and not self.agreed:
            from intercom_cli.rehearsal import ask_about

            ask_about(self, request)
        return self.client.send(request)

    def need_writable(self) -> None:
        """Raise Misuse when the workspace was connected for reading only."""
        workspace = self.source.workspace
        if workspace and workspace.read_only:
            raise Misuse(
                f"Workspace {workspace.name} is connected for reading only; nothing was sent.",
                hint=f"intercom connect --name {workspace.name}",
            )

    def show(self, request: Request) -> None:
        """Write down a request as it would be sent, without its secret and without sending it."""
        self.rehearsal.show(request)

    @property
    def asks(self) -> bool:
        """Whether a person is asked before something that cannot be undone."""
        return self.choices.plan or not (self.choices.yes or self.choices.dry_run)

    def need_person(self, question: str) -> None:
        """Raise InputNeeded when nobody is there to be asked; a plan asks nobody."""
        if not self.choices.plan:
            self.prompts.need(question, UNASKED)

    def confirm(self, question: str) -> None:
        """Ask before what cannot be undone, unless --yes or --dry-run; a plan keeps it."""
        if self.choices.plan:
            self.rehearsal.question = question
        elif self.asks:
            self.prompts.confirm(question, instead=UNASKED)
        self.agreed = True

    def ask_questions(self) -> None:
        """Ask what the next write has to be confirmed for."""
        while self.questions:
            self.confirm(self.questions.pop(0)())

    def read_input(self) -> str:
        """What standard input holds, to its end."""
        return self.standard_input().read().removeprefix("\ufeff")  # some programs mark their text

    def standard_input(self) -> TextIO:
        """Standard input, to be read to its end; a person at a terminal is told to write it."""
        if self.streams.in_is_terminal:
            self.printer.say("Reading standard input; Ctrl-D on a line of its own ends it.")
        return self.streams.stdin

    def did(self, what: str) -> None:
        """Say what was changed, and in which workspace."""
        self.printer.done(f"{what} in {self.source.name}.")

    def walk(self, request: Request, paging: Paging, *, limit: int | None, **how: Any) -> Records:
        """Read a list page by page, at most ``limit`` records; see ``api.pages.walk``."""
        from intercom_cli.api import pages

        self.permit(request)
        return pages.walk(self.client, request, paging, limit=limit, **how)

    def close(self) -> None:
        """Let go of connections, if any were made; with --verbose say what they were used for."""
        self.end_pages()
        if "client" in self.__dict__:
            from intercom_cli.connection import close

            close(self)
