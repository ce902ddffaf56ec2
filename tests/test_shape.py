"""The shape of the house: imports point down, each library has one owner, and starting is light."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from front_door import TOKEN, connected

import intercom_cli
from intercom_cli import discovery
from intercom_cli.resource import Argument, Field, Verb

HOUSE = Path(intercom_cli.__file__).parent
TESTS = Path(__file__).parent

# From the ground up: a part imports from its own floor and from those below, never from above.
# Commands and nouns are found by name, so that what lists them stands below them.
FLOORS = (
    "errors",
    "paths",
    (
        "values streams resource references paging_styles record_places unset discovery"
        " choices serving spans times time_hints future_times foreign titles"
    ),
    "facts",
    "local",
    "settings vault",
    "api output query sandbox",
    "auth",
    "credentials prompts",
    "session",
    "connection rehearsal targets plan_words plan_names plan_bodies planned",
    "remembered workspace_zone attribute_types",
    "options",
    "arriving finding set_values acting agreeing parameters waiting saving web",
    (
        "steady resolving filtering narrowing field_types explaining explained_steps counting"
        " closed_sets grouping sorting tallying reading several writing asking verbs"
    ),
    "help_page parser invoking",
    "noun",
    "words overview",
    "vocabulary taking",
    "tree completion conduct",
    "events workflows",
    "resources commands",
    "app",
    "__main__",
)
# A part that may look up one floor, with the reason.
UPWARDS = {
    ("session", "connection"): "the client is made when it is first asked for",
    ("session", "rehearsal"): "writes are shown or planned only when that is asked for",
}
# Folders on one floor that may not know each other.
ROW = ("api", "output", "query", "sandbox")
OWNERS = {
    "httpx2": ("api/", "sandbox/transport.py"),
    "authlib": ("auth/",),
    "keyring": ("vault.py",),
    "rich": ("output/",),
    "jq": ("output/jq.py",),
    "uvicorn": ("serving.py",),
    "yaml": ("output/", "workflows/reading.py"),
    "jinja2": ("workflows/",),
    "tomlkit": ("local/config_file.py",),
    "filelock": ("local/files.py",),
    "sqlite3": ("sandbox/",),
    "markdownify": ("output/html.py", "output/article_converter.py"),
    "markdown_it": ("output/article_html.py", "sandbox/markup.py"),
    "bs4": ("output/",),
    "cryptography": ("auth/",),
    "platformdirs": ("local/places.py",),
}
FORBIDDEN = ("click", "typer._click", "httpx", "requests", "pydantic")
LINES = 300


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def name_of(file: Path) -> str:
    return str(file.relative_to(HOUSE))


@cache
def imports(file: Path, *, typing_too: bool = False) -> tuple[tuple[str, int], ...]:
    """Every module a file imports, also inside functions, and the line."""
    return tuple(imported(file, typing_too=typing_too))


def imported(file: Path, *, typing_too: bool) -> Iterator[tuple[str, int]]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test) and not typing_too:
            skipped |= set(ast.walk(node))
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((name, node.lineno) for name in from_names(file, node))


def from_names(file: Path, node: ast.ImportFrom) -> Iterator[str]:
    """What a ``from … import …`` names, with a relative one made absolute."""
    base = node.module or ""
    if node.level:
        package = ["intercom_cli", *file.relative_to(HOUSE).parent.parts]
        kept = package[: len(package) - node.level + 1]
        base = ".".join([*kept, *([node.module] if node.module else [])])
    if base == "intercom_cli":
        yield from (f"intercom_cli.{alias.name}" for alias in node.names)
    else:
        yield base


def part_of(module: str) -> str | None:
    """The part of the house a module belongs to."""
    head, _, rest = module.partition(".")
    part = rest.partition(".")[0]
    return part if head == "intercom_cli" and part and part != "__version__" else None


def floor_of(part: str) -> int:
    return next(number for number, parts in enumerate(FLOORS) if part in parts.split())


def own_part(file: Path) -> str:
    return file.relative_to(HOUSE).parts[0].removesuffix(".py")


def test_every_part_has_its_floor() -> None:
    parts = {own_part(file) for file in modules()} - {"__init__"}
    assert parts == {part for parts in FLOORS for part in parts.split()}


def test_imports_only_point_down() -> None:
    wrong = []
    for file in modules():
        if (own := own_part(file)) == "__init__":
            continue
        for module, line in imports(file):
            part = part_of(module)
            if part is None or part == own or (own, part) in UPWARDS:
                continue
            if floor_of(part) > floor_of(own):
                wrong.append(f"{name_of(file)}:{line} imports {module}, a floor above")
    assert not wrong, "\n".join(wrong)


def test_nobody_looks_up_without_need() -> None:
    for own, above in UPWARDS:
        looked = {
            part_of(module)
            for file in modules()
            if own_part(file) == own
            for module, _ in imports(file)
        }
        assert above in looked


def test_neighbours_know_nothing_of_each_other() -> None:
    wrong = [
        f"{name_of(file)}:{line} imports {module}"
        for file in modules()
        if own_part(file) in ROW
        for module, line in imports(file)
        if part_of(module) in ROW and part_of(module) != own_part(file)
    ]
    assert not wrong, "\n".join(wrong)


def test_only_its_adapters_know_the_sandbox() -> None:
    allowed = ("sandbox/", "commands/sandbox.py", "connection.py")
    wrong = [
        f"{name_of(file)}:{line}"
        for file in modules()
        if not name_of(file).startswith(allowed)
        for module, line in imports(file, typing_too=True)
        if part_of(module) == "sandbox"
    ]
    assert not wrong, "\n".join(wrong)


def test_the_sandbox_does_not_know_that_it_is_tested() -> None:
    for file in (HOUSE / "sandbox").rglob("*.py"):
        text = file.read_text(encoding="utf-8").lower()
        assert "pytest" not in text
        assert "user-agent" not in text, "it treats every client alike"


@pytest.mark.parametrize("library", OWNERS)
def test_each_library_has_one_owner(library: str) -> None:
    wrong = [
        f"{name_of(file)}:{line} imports {module}"
        for file in modules()
        if not name_of(file).startswith(OWNERS[library])
        for module, line in imports(file)
        if module.split(".")[0] == library
    ]
    assert not wrong, "\n".join(wrong)


def test_nobody_imports_what_is_not_ours_to_import() -> None:
    wrong = [
        f"{name_of(file)}:{line} imports {module}"
        for file in modules()
        for module, line in imports(file, typing_too=True)
        if module.startswith(FORBIDDEN) and not module.startswith("httpx2")
    ]
    assert not wrong, "\n".join(wrong)


def test_a_noun_is_one_file_and_a_command_another() -> None:
    for noun in discovery.names("resources"):
        resource = discovery.load("resources", noun).resource
        assert resource.name == noun
        assert resource.verbs or resource.actions
        assert resource.columns
    for name in discovery.names("commands"):
        module = discovery.load("commands", name)
        assert hasattr(module, "command") != hasattr(module, "commands"), name
        assert discovery.summary("commands", name).endswith(".")


def test_every_value_a_noun_can_have_is_had_by_one() -> None:
    resources = [
        discovery.load("resources", noun).resource for noun in discovery.names("resources")
    ]
    verbs = [verb for resource in resources for verb in resource.verbs]
    parents = [one for resource in resources for one in resource.parents]
    fields = [one for resource in resources for one in resource.fields]
    fields += [one for verb in verbs for one in (*(verb.fields or ()), *verb.query)]
    for kind, those in (
        (Verb, verbs),
        (Argument, [*parents, *(one for verb in verbs for one in verb.arguments)]),
        (Field, fields),
    ):
        usual = kind._field_defaults
        unused = [name for name in usual if all(getattr(x, name) == usual[name] for x in those)]
        assert not unused, f"{kind.__name__}: {', '.join(unused)}"


def test_files_are_short() -> None:
    long = {
        name_of(file): count
        for file in modules()
        if (count := len(file.read_text(encoding="utf-8").splitlines())) > LINES
    }
    assert not long


def test_functions_are_short() -> None:
    long = [
        f"{name_of(file)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for file in modules()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and body_lines(node) > 50
    ]
    assert not long, "\n".join(long)


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function's body, without its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_test_files_have_names_of_their_own() -> None:
    names = [file.name for file in TESTS.rglob("test_*.py")]
    assert len(names) == len(set(names))


# --- starting ----------------------------------------------------------------------------------

HEAVY = (
    "httpx2", "rich", "keyring", "authlib", "cryptography", "yaml", "jq", "uvicorn", "sqlite3",
    "tomlkit", "platformdirs", "filelock", "msgspec", "ssl", "asyncio", "pydantic", "jinja2",
)  # fmt: skip


def loaded_by(tmp_path: Path, *words: str, **environ: str) -> set[str]:
    """The libraries a run of the program has loaded at its end."""
    code = (
        "import json, sys\n"
        "from intercom_cli.app import main\n"
        "code = main(sys.argv[1:])\n"
        "print(json.dumps([code, sorted({m.split('.')[0] for m in sys.modules})]), file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "INTERCOM_CONFIG_DIR": str(tmp_path / "config"), **environ},
        check=True,
        stdin=subprocess.DEVNULL,
    )
    code_, found = json.loads(ran.stderr.splitlines()[-1])
    assert code_ == 0, ran.stderr
    return set(found)


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], ["contacts", "--help"], ["companies"], ["help", "output"]],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded_to_say_what_there_is(tmp_path: Path, words: list[str]) -> None:
    assert not loaded_by(tmp_path, *words) & set(HEAVY)


def test_nothing_heavy_is_loaded_for_the_help_of_a_verb(tmp_path: Path) -> None:
    for words in (["contacts", "list", "--help"], ["contacts", "create", "--help"]):
        assert not loaded_by(tmp_path, *words) & set(HEAVY)


def test_the_first_page_needs_no_parser(tmp_path: Path) -> None:
    assert "typer" not in loaded_by(tmp_path, "--help")


def test_a_list_in_a_pipe_loads_only_what_it_needs(tmp_path: Path) -> None:
    connected(tmp_path / "config")
    found = loaded_by(tmp_path, "contacts", "list", "--limit", "1")
    assert not found & {"rich", "keyring", "authlib", "yaml", "jq", "uvicorn", "tomlkit", "asyncio"}


def test_a_token_in_the_environment_never_loads_the_keyring(tmp_path: Path) -> None:
    found = loaded_by(tmp_path, "request", "/contacts", "--dry-run", INTERCOM_ACCESS_TOKEN=TOKEN)
    assert not found & {"keyring", "authlib", "cryptography"}
