"""What the program tells people to type works, and what it tells of itself is true."""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_door import FrontDoor

import intercom_cli
from intercom_cli import discovery, errors

HOUSE = Path(intercom_cli.__file__).parent
README = (HOUSE.parent / "README.md").read_text(encoding="utf-8")


def written(node: ast.AST) -> str | None:
    """A text of the code; what is put in while running becomes a word."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(written(part) or "contacts" for part in node.values)
    return None


def texts(node: ast.AST) -> Iterator[str]:
    """Each whole text in a piece of code."""
    if (text := written(node)) is not None:
        yield text
        return
    for child in ast.iter_child_nodes(node):
        yield from texts(child)


def hints() -> Iterator[tuple[str, str]]:
    """Each hint of the code that is a command, and the file it stands in."""
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            values: list[ast.AST] = []
            if isinstance(node, ast.keyword) and node.arg in {"hint", "instead"}:
                values = [node.value]
            elif isinstance(node, ast.Return | ast.Dict) and file.name == "hints.py":
                values = list(node.values) if isinstance(node, ast.Dict) else [node.value or node]
            for text in (found for value in values for found in texts(value)):
                if text.startswith("intercom ") and "{" not in text:
                    yield file.name, text


HINTS = sorted(set(hints()))


def test_there_are_hints() -> None:
    assert len(HINTS) > 10


@pytest.mark.parametrize(("file", "hint"), HINTS)
def test_a_hint_that_begins_with_intercom_can_be_typed(
    run: FrontDoor, file: str, hint: str
) -> None:
    words = shlex.split(re.split(r" < |  ", hint)[0])[1:]
    ran = run(*words, *([] if "--help" in words or words[0] == "help" else ["--help"]))
    assert ran.code == 0, f"{file}: {hint}\n{ran.err}"


def codes() -> dict[int, str]:
    """Every exit code there is."""

    def below(kind: type[errors.IntercomError]) -> Iterator[type[errors.IntercomError]]:
        yield kind
        for child in kind.__subclasses__():
            yield from below(child)

    kinds = (kind for kind in below(errors.IntercomError) if kind.__module__ == errors.__name__)
    named = {kind.exit_code: kind.__name__ for kind in kinds}
    return {
        0: "done",
        **named,
        errors.INTERRUPTED: "",
        errors.CLOSED_PIPE: "",
        errors.TERMINATED: "",
    }


def test_the_exit_codes_in_help_are_those_of_the_code(run: FrontDoor) -> None:
    page = run("help", "exit-codes").ok().out
    assert [int(found) for found in re.findall(r"^ +(\d+) ", page, re.MULTILINE)] == sorted(codes())


def test_the_exit_codes_of_the_readme_are_those_of_the_code() -> None:
    table = README.partition("| exit code |")[2].partition("\n\n")[0]
    told = re.findall(r"\d+", "".join(re.findall(r"^\|[\d, ]+\|", table, re.MULTILINE)))
    assert [int(code) for code in told] == sorted(codes())


def test_the_errors_page_of_the_code_names_the_same() -> None:
    for code, name in codes().items():
        if name and name != "done":
            assert re.search(rf"{name} +{code} ", errors.__doc__ or ""), name


def test_the_variables_of_help_and_readme_are_the_same(run: FrontDoor) -> None:
    name = re.compile(r"\b(?:INTERCOM_[A-Z_]+|NO_COLOR|CLICOLOR_FORCE|BROWSER|SSL_CERT_FILE)\b")
    settings = README.partition("| variable |")[2]
    assert set(name.findall(run("help", "environment").out)) == set(name.findall(settings))


def test_the_readme_names_every_topic() -> None:
    for topic in discovery.topics():
        assert f"intercom help {topic}" in README
