"""What the words of a command line name, before anything is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from intercom_cli import discovery
from intercom_cli.errors import Misuse, close_matches

if TYPE_CHECKING:
    import typer

ALIASES = {
    "login": "connect",
    "logout": "disconnect",
    "api": "request",
    "whoami": "status",
    "--version": "version",
    "-V": "version",
}
# What people call a noun besides its name.
OTHER_NAMES = {
    "find": "search lookup look",
    "contacts": "users user leads lead customers customer people person",
    "companies": "organisations organizations accounts",
    "conversations": "inbox chats chat threads",
    "admins": "teammates teammate agents agent",
    "articles": "kb faq docs",
    "help-centers": "sites",
    "macros": "templates saved-replies",
    "news-items": "news",
    "activity-logs": "audit logs",
    "ecommerce": "products catalogs",
}
HELP = frozenset({"-h", "--help", "help"})


def split(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The command and the words after it; None for the overview and its topics.

    Shared options may stand before the command or its verb: they are moved behind them.
    ``help contacts list`` is read as ``contacts list --help``; a topic of the same name as a
    command, alone, is the topic.
    """
    if not arguments or arguments[0] in HELP:
        named = [word for word in arguments[1:] if not word.startswith("-")]
        if named and known(named[0]) and not (len(named) == 1 and named[0] in discovery.topics()):
            return ALIASES.get(named[0], named[0]), [*named[1:], "--help"]
        return None, named
    first, rest = command_first(arguments)
    if first is None:
        return None, []
    name = ALIASES.get(first, first)
    if not known(name):
        raise unknown(first, rest)
    return name, (rest if rest or not is_group(name) else ["--help"])


def command_first(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Move shared options that stand before the command, or before its verb, behind them."""
    if arguments[0] in ALIASES:
        return arguments[0], arguments[1:]
    early, rest = leading_options(arguments)
    if not rest:
        return None, []
    name, behind = rest[0], rest[1:]
    if not is_group(ALIASES.get(name, name)):
        return name, [*early, *behind]
    between, behind = leading_options(behind)
    if not behind:
        return name, [*early, *between]
    return name, [behind[0], *early, *between, *behind[1:]]


def leading_options(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Split off the options at the front, each with its value where it takes one."""
    if not arguments or not arguments[0].startswith("-"):
        return [], arguments
    from intercom_cli.options import takes_value

    with_value = takes_value()
    at = 0
    while at < len(arguments) and arguments[at].startswith("-") and arguments[at] != "--":
        spelling = arguments[at]
        at += 2 if with_value.get(spelling) and "=" not in spelling else 1
    return arguments[:at], arguments[at:]


def known(name: str) -> bool:
    """Whether a word is a command."""
    name = ALIASES.get(name, name)
    return name in discovery.names("commands") or name in discovery.names("resources")


def is_group(name: str) -> bool:
    """Whether a command has verbs of its own."""
    if name in discovery.names("resources"):
        return True
    return name in discovery.names("commands") and hasattr(
        discovery.load("commands", name), "commands"
    )


def unknown(word: str, behind: list[str]) -> Misuse:
    """An error for a word that is no command, with the one that was probably meant."""
    near = near_to(word.lower())
    if near is None:
        return Misuse(f"There is no command {word!r}.", hint="intercom --help")
    verb = [one for one in behind[:1] if one in verbs_of(ALIASES.get(near, near))]
    return Misuse(f"There is no command {word!r}.", hint=" ".join(["intercom", near, *verb]))


def near_to(word: str) -> str | None:
    """The command that a word comes near to: in meaning, as a part of its name, in its letters."""
    every = [*discovery.names("commands"), *discovery.names("resources"), *ALIASES]
    same = [name for name, others in OTHER_NAMES.items() if word in others.split()]
    parts = [name for name in every if {word, f"{word}s"} & {*name.split("-")}]
    letters = close_matches(word, [name for name in every if not name.startswith("-")], n=1)
    return next(iter([*same, *sorted(parts, key=len), *letters]), None)


def verbs_of(name: str) -> tuple[str, ...]:
    """The commands that a command has of its own."""
    if name not in discovery.names("resources"):
        return tuple(getattr(discovery.load("commands", name), "commands", ()))
    from intercom_cli.noun import entries

    return tuple(entries(discovery.load("resources", name).resource))


def where_to_look(noun: str, verb: str, missing: str) -> str | None:
    """The command that lists a noun's records, where it need not be told anything for that.

    None where Intercom says that something else is missing, as a contact in a conversation.
    """
    from typer.main import get_command

    one = discovery.load("resources", noun).resource.one
    what = missing.lower().partition("not found")[0].strip()
    if what and not any(said in what for said in (one, "resource", "record")):
        return None
    if verb == "list" or "list" not in verbs_of(noun):
        return None
    group: Any = get_command(program(noun, "list"))
    needed = any(parameter.required for parameter in group.commands["list"].params)
    return None if needed else f"intercom {noun} list"


def program(name: str, verb: str | None = None) -> typer.Typer:
    """The commands behind a name: a noun's verbs, or a command about the program itself.

    With ``verb`` a noun brings only that one, which is all that one run needs.
    """
    if name in discovery.names("resources"):
        from intercom_cli.noun import program as noun

        return noun(discovery.load("resources", name).resource, verb)
    return own_program(name)


def own_program(name: str) -> typer.Typer:
    """A command about the program itself, alone or with commands below it."""
    import typer

    from intercom_cli.parser import Command

    module = discovery.load("commands", name)
    settings = {"help_option_names": ["-h", "--help"]}
    app = typer.Typer(
        name=name,
        help=discovery.summary("commands", name),
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=settings,
    )
    if not hasattr(module, "commands"):
        app.command(name, cls=Command, context_settings=settings)(module.command)
        return app
    app.callback()(lambda: None)
    for verb, function in module.commands.items():
        app.command(verb, cls=Command, context_settings=settings)(function)
    return app


def chosen_format(arguments: list[str]) -> str | None:
    """The format among the words, found even when they cannot be parsed."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if word in {"-o", "--output"}:
            return following
        if word.startswith("--output="):
            return word.removeprefix("--output=")
        if word.startswith("-o") and not word.startswith("--"):
            return word.removeprefix("-o").removeprefix("=")
    return None
