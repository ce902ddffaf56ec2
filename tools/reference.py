"""Write the command reference, the questions and the man pages, from the program itself.

python -m tools.reference [--check]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from intercom_cli.facts.operations import operation
from intercom_cli.overview import topic
from intercom_cli.tree import Argument, Command, Option, Tree, read

HERE = Path(__file__).resolve().parent.parent
NAME = "intercom"
MANUAL = "Intercom from the terminal"


def pages() -> dict[str, str]:
    """Every generated file by its place in the project."""
    tree = read()
    shared = {option.flags for option in tree.shared}
    found = {
        "docs/commands.md": reference(tree, shared),
        "docs/questions.md": questions(topic("questions")),
        "man/intercom.1": first_page(tree),
    }
    for command in tree.commands:
        if not command.hidden:
            found[f"man/intercom-{command.name}.1"] = man_page(command, shared)
    return found


# --- Markdown -----------------------------------------------------------------------------------


def reference(tree: Tree, shared: set[tuple[str, ...]]) -> str:
    """The whole reference: every command with what it takes, and the operations it sends."""
    return "\n".join(reference_lines(tree, shared)) + "\n"


def reference_lines(tree: Tree, shared: set[tuple[str, ...]]) -> Iterator[str]:
    """The lines of the reference."""
    yield "# Commands"
    yield ""
    yield "Made from the program by `make generated`; `intercom COMMAND --help` says the same."
    yield ""
    yield "Options that every command shares, where they apply:"
    yield ""
    yield from map(option_line, tree.shared)
    for command in tree.commands:
        if command.hidden:
            continue
        yield ""
        yield f"## {command.name}"
        yield ""
        yield command.summary
        for one in command.commands or (command,):
            yield from command_lines(one, shared, alone=not command.commands)


def command_lines(one: Command, shared: set[tuple[str, ...]], *, alone: bool) -> Iterator[str]:
    """One command of the reference."""
    if not alone:
        yield ""
        yield f"### {' '.join(one.path)}"
        yield ""
        yield one.summary
    yield ""
    yield f"    {usage(one)}"
    own = [option for option in one.options if option.flags not in shared and not is_help(option)]
    if own or one.arguments:
        yield ""
        yield from (argument_line(argument) for argument in one.arguments if argument.help)
        yield from map(option_line, own)
    if one.examples:
        yield ""
        yield "```"
        yield from one.examples
        yield "```"
    if one.operations:
        yield ""
        yield f"Sends {', '.join(f'`{name}`' for name in one.operations)}{preview(one)}."


def preview(one: Command) -> str:
    """A mark for what only the Preview version has."""
    known = operation(one.operations[0])
    return " (Preview)" if known and known.is_preview else ""


def option_line(option: Option) -> str:
    """An option of the reference."""
    return f"- `{spelling(option)}` {option.help}".rstrip()


def argument_line(argument: Argument) -> str:
    """An argument of the reference."""
    return f"- `{argument.metavar}` {argument.help}"


def spelling(option: Option) -> str:
    """An option with all its flags, and its value."""
    flags = ", ".join([*option.flags, *option.opposites])
    return f"{flags} {option.metavar}".rstrip()


def is_help(option: Option) -> bool:
    """Whether an option only shows help."""
    return "--help" in option.flags


def usage(one: Command) -> str:
    """The shape of a command line."""
    words = []
    for argument in one.arguments:
        word = argument.metavar + ("..." if argument.repeatable else "")
        words.append(word if argument.required else f"[{word}]")
    return " ".join([NAME, *one.path, *words, "[OPTIONS]"])


def questions(text: str) -> str:
    """The topic of questions as a page: what stands deeper is a question, then its line."""
    title, *lines = text.splitlines()
    page = [f"# {title}", "", "Made from `intercom help questions` by `make generated`."]
    for line in lines:
        if line.startswith("    "):
            page += ["", "```sh", line.strip(), "```"]
        elif line.startswith("  "):
            page += ["", line.strip()]
        elif line:
            page += ["", f"## {line}"]
    return "\n".join(page) + "\n"


# --- man ----------------------------------------------------------------------------------------


def first_page(tree: Tree) -> str:
    """The man page of the program, which names all others."""
    lines = [
        *heading("INTERCOM", NAME, "work with Intercom from a terminal"),
        ".SH SYNOPSIS",
        r".B intercom",
        "COMMAND [ARGUMENTS] [OPTIONS]",
        ".SH COMMANDS",
    ]
    for command in tree.commands:
        if not command.hidden:
            lines += [
                ".TP",
                rf".BR intercom\-{escaped(command.name)} (1)",
                escaped(command.summary),
            ]
    lines += [".SH SHARED OPTIONS", *option_entries(tree.shared)]
    lines += [".SH HELP TOPICS", escaped(f"intercom help TOPIC: {', '.join(tree.topics)}")]
    return "\n".join(lines) + "\n"


def man_page(command: Command, shared: set[tuple[str, ...]]) -> str:
    """The man page of a command, with all that are below it."""
    name = f"intercom-{command.name}"
    lines = heading(name.upper(), name, command.summary.rstrip("."))
    lines += [".SH SYNOPSIS", escaped(f"intercom {command.name} ...")]
    for one in command.commands or (command,):
        own = [o for o in one.options if o.flags not in shared and not is_help(o)]
        title = " ".join(one.path)
        lines += [f".SH {escaped(title.upper())}", ".B", escaped(usage(one)), ".PP"]
        lines += [escaped(one.summary)]
        for argument in one.arguments:
            if argument.help:
                lines += [".TP", f".I {escaped(argument.metavar)}", escaped(argument.help)]
        lines += option_entries(own)
        if one.examples:
            lines += [".PP", ".nf", *map(escaped, one.examples), ".fi"]
    lines += [".SH SEE ALSO", r".BR intercom (1)"]
    return "\n".join(lines) + "\n"


def heading(title: str, name: str, summary: str) -> list[str]:
    """The beginning of a man page."""
    return [
        f'.TH {escaped(title)} 1 "" "intercom-cli" "{MANUAL}"',
        ".SH NAME",
        rf"{escaped(name)} \- {escaped(summary)}",
    ]


def option_entries(options: list[Option] | tuple[Option, ...]) -> Iterator[str]:
    """Options as entries of a man page."""
    for option in options:
        yield ".TP"
        yield f".B {escaped(spelling(option))}"
        yield escaped(option.help)


def escaped(text: str) -> str:
    """Text that troff shows as it is, on one line."""
    text = re.sub(r"\s+", " ", text.strip()).replace("\\", r"\e").replace("-", r"\-")
    return r"\&" + text if text.startswith((".", "'")) else text


# --- writing ------------------------------------------------------------------------------------


def stale() -> list[Path]:
    """Files that are not as they would be written now, and pages of commands that are gone."""
    found = pages()
    wrong = [HERE / name for name, text in found.items() if not is_fresh(HERE / name, text)]
    return wrong + [page for page in there() if str(page.relative_to(HERE)) not in found]


def there() -> list[Path]:
    """The man pages that are there."""
    return sorted((HERE / "man").glob("*.1"))


def is_fresh(path: Path, text: str) -> bool:
    """Whether a file holds this text."""
    return path.is_file() and path.read_text(encoding="utf-8") == text


def write() -> None:
    """Write every file, and take away pages of commands that are gone."""
    found = pages()
    for page in there():
        if str(page.relative_to(HERE)) not in found:
            page.unlink()
    for name, text in found.items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write, or with ``--check`` name the files that are stale; 1 when there are any."""
    if "--check" not in arguments:
        write()
        return 0
    wrong = stale()
    sys.stderr.writelines(f"{path.relative_to(HERE)} is stale\n" for path in wrong)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
