"""What a step can do: the commands of every noun, and what they take, by the names in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from intercom_cli import conduct, discovery, tree
from intercom_cli.errors import close_matches
from intercom_cli.options import LISTS
from intercom_cli.workflows.model import BUILT_IN, Step

# What a run decides for all of its steps, and what would change the results they hand on.
NOT_HERE = frozenset(
    {
        *(
            "--output",
            "--fields",
            "--jq",
            "--raw",
            "--wide",
            "--pager",
            "--guard-formulas",
            "--bom",
        ),
        *("--explain", "--workspace", "--api-version", "--timeout", "--max-wait", "--dry-run"),
        "--plan",
        *("--yes", "--quiet", "--verbose", "--debug", "--no-input", "--color", "--help"),
    }
)
SAFE_TWICE = ("GET", "PUT")


class Taken(NamedTuple):
    """One value that a command takes; ``place`` is its number among words, None of an option.

    ``repeats`` tells whether it can be given several times.
    """

    key: str
    option: tree.Option | None = None
    argument: tree.Argument | None = None
    place: int | None = None
    repeats: bool = False

    @property
    def both(self) -> tree.Option | tree.Argument:
        """What is known of it."""
        found = self.option or self.argument
        assert found is not None
        return found

    @property
    def is_file(self) -> bool:
        """Whether a text given for it can be the name of a file."""
        option = self.option
        return self.both.takes in {"file", "directory"} or bool(option and option.kind == "json")


class Target(NamedTuple):
    """A command that a step runs, and what it takes; ``other`` is another name of a key."""

    command: tree.Command
    takes: dict[str, Taken]
    other: tuple[str, str] = ("", "")

    @property
    def lists(self) -> bool:
        """Whether it gives a list that can be cut off."""
        return LISTS in self.takes and "all" in self.takes

    @property
    def writes(self) -> bool:
        """Whether it can change something."""
        return conduct.writes(self.command)

    @property
    def asks(self) -> bool:
        """Whether a person is asked before it: it reaches customers, or cannot be undone."""
        return conduct.may_ask(self.command)

    @property
    def is_safe_twice(self) -> bool:
        """Whether doing it a second time changes nothing more."""
        operations = self.command.operations
        method = operations[0].partition(" ")[0] if operations else ""
        return not self.writes or (method in SAFE_TWICE and not self.asks)

    def taken(self, key: str) -> Taken | None:
        """What a key of ``with`` stands for; an option may be spelled as it is typed."""
        if key in self.takes:
            return self.takes[key]
        plain = self.other[1] if plain_key(key) == self.other[0] else plain_key(key)
        if not key.startswith("-") and plain in self.takes:
            return self.takes[plain]
        typed = key if key.startswith("-") else f"--{key.replace('_', '-')}"
        every = (one for one in self.takes.values() if one.option)
        return next((one for one in every if one.option and typed in one.option.flags), None)


def plain_key(text: str) -> str:
    """How a name is written in a file.

    >>> plain_key("--start-conversation")
    'start_conversation'
    """
    return text.lstrip("-").replace("-", "_").lower()


@cache
def target(noun: str, verb: str) -> Target | None:
    """The command of a noun; None where there is none."""
    if noun not in discovery.names("resources"):
        return None
    found = next((one for one in commands(noun) if one.name == verb), None)
    if not found:
        return None
    takes = dict(keys_of(found))
    return Target(found, takes, other_name(noun, takes))


def other_name(noun: str, takes: Mapping[str, Taken]) -> tuple[str, str]:
    """What its own record is called besides: ``contact`` for the id of a contact, or ``id``."""
    one = discovery.load("resources", noun).resource.one.replace(" ", "_")
    words = [key for key, taken in takes.items() if taken.argument]
    if words[:1] == ["id"] and one not in takes:
        return one, "id"
    return ("id", one) if words[:1] == [one] and "id" not in takes else ("", "")


@cache
def commands(noun: str) -> tuple[tree.Command, ...]:
    """The commands of a noun."""
    return tree.read_command(noun).commands


def keys_of(command: tree.Command) -> Iterator[tuple[str, Taken]]:
    """What a command takes, by the names it has in a file.

    Where a word and an option share one, it is the word's; the option is spelled as it is typed.
    A word that can be given as an option instead is that option.
    """
    options = {
        plain_key(long_flag(one)): one
        for one in command.options
        if not NOT_HERE.intersection(one.flags)
    }
    words = [
        (plain_key(one.metavar), one, number)
        for number, one in enumerate(command.arguments)
        if one.name != "word"
    ]
    # Words that one placeholder stands for, as ID... [ADMIN], are told apart by their number.
    repeating = {argument.name for _, argument, _ in words if argument.repeatable}
    for key, argument, number in words:
        repeats = argument.name in repeating
        yield key, Taken(key, argument=argument, place=number, repeats=repeats)
    named = {key for key, _, _ in words}
    for key, option in options.items():
        written = long_flag(option) if key in named else key
        yield written, Taken(written, option=option, repeats=option.repeatable)


def long_flag(option: tree.Option) -> str:
    """The first of the flags that say what they are."""
    return next((one for one in option.flags if one.startswith("--")), option.flags[0])


def target_of(step: Step) -> Target | None:
    """The command that a step runs; None for what is no noun's."""
    return target(step.noun, step.verb) if step.verb else None


def nearest(do: str) -> str:
    """The end of a sentence about what cannot be done: what was probably meant."""
    noun, _, verb = do.partition(".")
    nouns = discovery.names("resources")
    if noun in nouns:
        verbs = [one.name for one in commands(noun)]
        near = close_matches(verb, verbs, n=1)
        return f"; did you mean {noun}.{near[0]}?" if near else f"; {noun} has {', '.join(verbs)}."
    from intercom_cli.words import near_to

    if not verb and (near := close_matches(noun, BUILT_IN, n=1)):
        return f"; did you mean {near[0]}?"
    meant = near_to(noun)
    if meant in nouns:
        return f"; did you mean {meant}.{verb or 'list'}?"
    return f"; it is a noun and a verb, as contacts.list, or {', '.join(BUILT_IN)}."
