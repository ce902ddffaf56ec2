"""Every script knows every command, verb, option and choice, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from front_door import FrontDoor
from shell_lines import SCRIPTS, Desk, need

from intercom_cli import tree
from intercom_cli.completion.__main__ import stale
from intercom_cli.completion.shells import FILES, script
from intercom_cli.completion.table import field_code, option_code, plain, table, word_code
from intercom_cli.tree import Option
from intercom_cli.vocabulary import Name, vocabularies

# Where each script says what can follow a command, and where that ends.
ROWS = {
    "bash": re.compile(r"^    '(?P<path>[^']*)'\) (?P<body>.*)$", re.MULTILINE),
    "zsh": re.compile(r"^    \('(?P<path>[^']*)'\)\n(?P<body>(?:      .*\n)*)", re.MULTILINE),
    "fish": re.compile(
        r"^        case '(?P<path>[a-z -]*)'\n(?P<body>(?:            .*\n)*)", re.MULTILINE
    ),
    "powershell": re.compile(
        r"^        '(?P<path>[^']*)' = @\{\n(?P<body>(?:            .*\n)*)", re.MULTILINE
    ),
}
SHARED = {
    "bash": (r"_intercom_shared_{0}='([^']*)'", r"_intercom_shared_(\d+)"),
    "zsh": (r"_intercom_shared_{0}=\(\n((?:  .*\n)*)\)", r"_intercom_shared_(\d+)"),
    "fish": (r"__intercom_shared_{0}((?: \\\n    .*?(?= \\\n|\n))*)", r"__intercom_shared_(\d+)"),
    "powershell": (r"^        {0} = @\(\n((?:            .*\n)*)", r"Tail = (\d+)"),
}


@pytest.fixture(scope="module")
def every() -> tree.Tree:
    return tree.read()


@pytest.fixture(params=FILES)
def shell(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def rows(shell: str) -> dict[str, str]:
    """What each path's branch says, with the options it shares with others."""
    text = script(shell)
    found = {}
    for row in ROWS[shell].finditer(text):
        shared, number = SHARED[shell]
        tails = [
            re.search(shared.format(n), text, re.MULTILINE) for n in re.findall(number, row["body"])
        ]
        found[row["path"]] = row["body"] + "".join(tail[1] for tail in tails if tail)
    return found


def flags_in(text: str) -> set[str]:
    """Every flag in a branch, outside of descriptions."""
    spelled = re.sub(r"\[(?:\\.|[^\]\\])*\]|(?<=\\t)'(?:\\.|[^'\\])*'", "", text)
    spelled = re.sub(r"('[+]?-[^' ]*) (?:[^']|'')*'", r"\1'", spelled)
    return set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", spelled))


def test_the_scripts_kept_in_the_project_are_fresh() -> None:
    assert stale(SCRIPTS) == []


def test_b43_every_command_and_verb_is_completed_and_none_is_stale(
    every: tree.Tree, shell: str
) -> None:
    assert set(rows(shell)) == {"", *(" ".join(command.path) for command in every.walk())}


def test_b43_every_option_and_choice_is_completed_and_none_is_stale(
    every: tree.Tree, shell: str
) -> None:
    found = rows(shell)
    for command in every.walk():
        if command.commands:
            continue
        text = found[" ".join(command.path)]
        flags = {flag for o in command.options for flag in (*o.flags, *o.opposites)}
        assert flags_in(text) == flags, command.path
        for taking in (*command.options, *command.arguments):
            joined = (" " if shell == "zsh" else "|").join(taking.choices)
            assert joined in text, (command.path, taking)


def test_b43_the_help_of_each_command_names_the_same_options(
    every: tree.Tree, alone: FrontDoor
) -> None:
    for command in every.walk():
        if command.commands:
            continue
        page = alone(*command.path, "--help").ok().out
        heads = [line[2:].partition("  ")[0] for line in page.splitlines() if line[:3] == "  -"]
        told = {
            flag for head in heads for flag in re.findall(r"(?<![\w|-])--?[A-Za-z][\w-]*", head)
        }
        flags = {flag for o in command.options for flag in (*o.flags, *o.opposites)}
        assert told == flags, command.path


def test_every_field_that_can_be_asked_is_in_every_script(shell: str) -> None:
    text = script(shell)
    for noun, fields in vocabularies().items():
        for field in fields:
            assert field_code(field) in text, (noun, field)


def test_a_field_is_spelled_for_the_scripts() -> None:
    assert field_code(Name("role", "id", ("user", "lead"), sorts=True)) == "role:i=user|lead"
    assert field_code(Name("tag_id", "tag", shown=False, sorts=True)) == "tag_id:t-"
    assert field_code(Name("owner", "id", shown=False)) == "owner:i-/"
    assert field_code(Name("plan.name")) == "plan.name:."
    assert field_code(Name("open", "boolean", ("true", "false"), sorts=True)) == "open:b"


def test_hidden_names_are_known_and_not_offered(every: tree.Tree) -> None:
    assert {"login": "connect", "logout": "disconnect", "api": "request"}.items() <= (
        every.aliases.items()
    )
    assert not set(every.aliases) & {command.name for command in every.commands}
    for shell in FILES:
        text = script(shell)
        assert all(alias in text for alias in every.aliases)


def test_help_offers_commands_and_topics(every: tree.Tree, shell: str) -> None:
    text = script(shell)
    listed = re.search(
        r"(?:_intercom_help=|__intercom_help|^    Help = )(.*?)\n(?:\)|    \)|\n)",
        text,
        re.DOTALL | re.MULTILINE,
    )
    assert listed
    for name in (*(command.name for command in every.commands), *every.topics):
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", listed[1])


def test_both_program_names_are_completed(shell: str) -> None:
    assert re.search(r"intercom,? intercom-cli", script(shell))


def test_nothing_in_a_script_starts_the_program(shell: str) -> None:
    code = [line for line in script(shell).splitlines() if not line.lstrip().startswith("#")]
    assert not [line for line in code if re.search(r"\$\(\s*intercom|`|python", line)]


def unquoted(text: str) -> Iterator[str]:
    """The characters of a PowerShell script outside of strings and comments."""
    rest = re.sub(r"'(?:[^']|'')*'|\"[^\"\n]*\"|#.*", "", text)
    yield from rest


def test_powershell_is_well_formed() -> None:
    pairs, waiting = {")": "(", "]": "[", "}": "{"}, []
    for character in unquoted(script("powershell")):
        if character in pairs.values():
            waiting.append(character)
        elif character in pairs:
            assert waiting.pop() == pairs[character]
        assert character not in "'\"`"
    assert waiting == []


def test_powershell_arrays_have_a_comma_after_all_but_the_last() -> None:
    arrays = re.findall(r"= @\(\n((?: +'.*\n)+) +\)", script("powershell"))
    assert arrays
    for lines in (array.splitlines() for array in arrays):
        assert [line.endswith("',") for line in lines] == [True] * (len(lines) - 1) + [False]


@pytest.mark.shells
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_itself_finds_the_script_well_formed(shell: str, desk: Desk) -> None:
    need(shell)
    assert desk.run(shell, "-n", str(SCRIPTS / FILES[shell])) == ""


def test_text_that_shells_would_read_is_quoted() -> None:
    text = 'It\'s $(touch x) `touch x` [a]: \u2019 \\ "b"'
    found = tree.Tree(
        commands=(tree.Command(("odd",), text, options=(Option(("--odd",), help=text),)),),
        aliases={},
        topics=(),
        shared=(),
    )
    told = {name: script(name, of=table(found)) for name in FILES}
    assert "It'\\''s $(touch x) `touch x` \\[a\\]\\: \u2019 \\\\ \"b\"'" in told["zsh"]
    assert "'It\\'s $(touch x) `touch x` [a]: \u2019 \\\\ \"b\"'" in told["fish"]
    assert "It''s $(touch x) `touch x` [a]: \u2019\u2019 \\ \"b\"'" in told["powershell"]
    assert "touch" not in told["bash"]


@pytest.mark.parametrize("text", ["", "a b", "$(x)", "a'b", "a|b", "a,b", "a=b", "*", "a\n"])
def test_a_name_that_would_need_quoting_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot stand"):
        plain(text)


CODES: list[tuple[Option | tree.Argument, str, Callable[..., str]]] = [
    (
        Option(("-o", "--output"), takes="choice", choices=("a", "b")),
        "-o,--output=a|b",
        option_code,
    ),
    (Option(("--set",), takes="pair", repeatable=True), "+--set=@pair", option_code),
    (Option(("--on",), opposites=("--no-on",)), "--on,--no-on", option_code),
    (tree.Argument("id", repeatable=True), "+.", word_code),
    (tree.Argument("name", takes="workspace"), "@workspace", word_code),
    (Option(("--where",), takes="expression"), "--where=@where", option_code),
    (Option(("--fields",), takes="fields"), "--fields=@fields", option_code),
]


@pytest.mark.parametrize(("taking", "code", "spell"), CODES)
def test_an_option_or_word_is_spelled_for_the_scripts(
    taking: Option | tree.Argument, code: str, spell: Callable[..., str]
) -> None:
    assert spell(taking) == code
