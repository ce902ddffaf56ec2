"""TAB in real shells: what is offered, what is not, and that nothing is started for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from expected_answers import EXACT, FORMATS, NAMES
from shell_lines import SCRIPTS, Desk, Screen, Zsh, bash, fish, need

pytestmark = pytest.mark.shells

USED = "intercom -o json contacts -q create --email a@b.test --set x=1 --email-verified --"
GONE = {"--output", "--quiet", "--email", "--email-verified", "--no-email-verified"}
LEFT = {"--set", "--name", "--workspace", "--dry-run", "--color", "--help"}

Answers = Callable[[Desk, list[str]], list[list[str]]]


@pytest.fixture(params=[bash, fish], ids=["bash", "fish"])
def answers(request: pytest.FixtureRequest) -> Answers:
    need(request.param.__name__)
    found: Answers = request.param
    return found


def plain(names: list[str]) -> list[str]:
    """Names as they are, however the shell quotes them, without the slash of a directory."""
    return sorted(name.replace("\\", "").rstrip("/") for name in names)


def test_each_line_gets_its_answer(answers: Answers, desk: Desk) -> None:
    found = answers(desk, list(EXACT))
    assert {line: sorted(got) for line, got in zip(EXACT, found, strict=True)} == EXACT


def test_hidden_names_are_not_offered(answers: Answers, desk: Desk) -> None:
    """Without a name that fits, fish looks into what the commands are for."""
    assert "login" not in answers(desk, ["intercom logi"])[0]


def test_options_used_before_are_not_offered_again(answers: Answers, desk: Desk) -> None:
    got = set(answers(desk, [USED])[0])
    assert not got & GONE
    assert got >= LEFT


def test_letters_in_one_word_count_as_used(answers: Answers, desk: Desk) -> None:
    got = set(answers(desk, ["intercom contacts list -qvojson -"])[0])
    assert not got & {"-q", "--quiet", "-v", "--verbose", "-o", "--output"}
    assert {"-r", "--all"} <= got


def test_files_follow_options_that_read_them(answers: Answers, desk: Desk) -> None:
    every = ["data.json", "my dir", "my file.json", "own $(touch run) file"]
    lines = ["intercom contacts create --data ", "intercom request POST /x --input "]
    lines += [
        "intercom conversations reply 1 --file ",
        "intercom connect --token-file ",
        "intercom sandbox serve --db ",
    ]
    for got in answers(desk, lines):
        assert plain(got) == every


def test_directories_alone_follow_where_articles_are_kept(desk: Desk) -> None:
    need("bash")
    assert plain(bash(desk, ["intercom articles pull "])[0]) == ["my dir"]


def test_files_follow_an_at_sign(answers: Answers, desk: Desk) -> None:
    line = ["intercom contacts create --set a=@da", "intercom request POST /x a:=@my\\ f"]
    first, second = answers(desk, line)
    assert [name.split("@")[-1] for name in first] == ["data.json"]
    assert [name.split("@")[-1] for name in plain(second)] == ["my file.json"]


def test_values_after_an_equals_sign(answers: Answers, desk: Desk) -> None:
    lines = ["intercom contacts list --output=nd", "intercom contacts list --workspace=be"]
    lines += ["intercom contacts create --data=my\\ f"]
    got = [offer.split("=")[-1] for offers in answers(desk, lines) for offer in plain(offers)]
    assert got == ["ndjson", "beta.eu", "my file.json"]


def test_workspaces_are_found_where_the_platform_keeps_them(answers: Answers, desk: Desk) -> None:
    home = desk.root / "home" / ".config" / "intercom-cli"
    home.mkdir(parents=True)
    (home / "workspaces.txt").write_text("at-home\n")
    got = answers(desk, ["intercom -w "], INTERCOM_CONFIG_DIR="")  # type: ignore[call-arg]
    assert got == [["at-home"]]


def test_no_workspaces_file_is_no_trouble(answers: Answers, desk: Desk) -> None:
    (desk.root / "config" / "workspaces.txt").unlink()
    assert answers(desk, ["intercom -w "]) == [[]]


@pytest.mark.parametrize("breaks", ["' '", "' =:'", "$' \\t\\n\"\\'@><=;|&(:'"])
def test_bash_does_not_repeat_what_stands_before_a_break(desk: Desk, breaks: str) -> None:
    need("bash")
    before = f"COMP_WORDBREAKS={breaks}"
    line = "intercom contacts list --output=js"
    expected = ["json"] if "=" in breaks else ["--output=json"]
    words = None if "=" in breaks else ["intercom", "contacts", "list", "--output=js"]
    assert bash(desk, [line], before=before, words=words) == [expected]


def test_bash_offers_options_where_no_word_can_follow(desk: Desk) -> None:
    need("bash")
    first, second = bash(desk, ["intercom contacts list ", "intercom contacts archive 1 "])
    assert "--where" in first
    assert "--dry-run" in second


def test_bash_completes_the_file_of_a_redirection(desk: Desk) -> None:
    need("bash")
    assert bash(desk, ["intercom contacts list > da"]) == [["data.json"]]


@pytest.mark.parametrize("strict", ["set -u", "set -f", "IFS=_", "shopt -s nullglob failglob"])
def test_bash_answers_whatever_the_person_has_set(desk: Desk, strict: str) -> None:
    need("bash")
    lines = ["intercom contacts list -o ", "intercom -w ", "intercom contacts create --data da"]
    assert [sorted(got) for got in bash(desk, lines, before=strict)] == [
        FORMATS,
        NAMES,
        ["data.json"],
    ]


@pytest.fixture(params=["", "/usr/share/bash-completion/bash_completion"], ids=["alone", "with"])
def bash_screen(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Screen]:
    """An interactive bash, without and with bash-completion."""
    need("bash", "tmux")
    if request.param and not Path(request.param).exists():
        need("bash-completion")
    screen = Screen(desk, "bash", "--norc", "--noprofile")
    load = f"source {request.param}; " if request.param else ""
    screen.type(f"{load}source '{SCRIPTS}/intercom.bash'; PS1='> '; clear", "Enter")
    screen.until(lambda shown: shown == ">")
    yield screen
    screen.close()


TYPED = {
    "intercom conta": "intercom contacts",
    "intercom contacts list --output=nd": "intercom contacts list --output=ndjson",
    "intercom contacts create --data=my\\ f": "intercom contacts create --data=my\\ file.json",
    'intercom contacts create --data "my f': 'intercom contacts create --data "my file.json"',
    "intercom request PUT /x a:=@da": "intercom request PUT /x a:=@data.json",
    "intercom contacts create --data own": (
        "intercom contacts create --data own\\ \\$\\(touch\\ run\\)\\ file"
    ),
    "intercom -w be": "intercom -w beta.eu",
}


def test_bash_on_a_terminal_puts_the_answer_in_its_place(bash_screen: Screen) -> None:
    for typed, expected in TYPED.items():
        bash_screen.clear()
        bash_screen.type(typed, "Tab")
        bash_screen.until(lambda shown, wanted=expected: shown == f"> {wanted}")  # type: ignore[misc]


LOADED = {
    "sourced": "compinit -u -D; source {script}",
    "sourced without compinit": "source {script}",
    "in fpath": "fpath=({folder} $fpath); compinit -u -D",
}


@pytest.fixture
def zsh(desk: Desk) -> Iterator[Zsh]:
    need("zsh", "tmux")
    shell = Zsh(desk, LOADED["sourced"].format(script=f"'{SCRIPTS}/_intercom'"))
    yield shell
    shell.screen.close()


# zsh puts a single answer into the line instead of offering it.
IN_LINE = ["intercom contacts li", "intercom-cli contacts li", "intercom -o json contacts li"]


def test_zsh_puts_a_single_answer_into_the_line(zsh: Zsh) -> None:
    for line in IN_LINE:
        assert zsh.tab(line)[0].rstrip() == line.removesuffix("li") + "list"
    assert zsh.tab("intercom contacts list --output=nd")[0].rstrip().endswith("--output=ndjson")
    assert zsh.tab("intercom contacts create --data=my\\ f")[0].rstrip().endswith("my\\ file.json")


def test_zsh_offers_what_can_follow(zsh: Zsh) -> None:
    lines = {line: names for line, names in EXACT.items() if len(names) > 1}
    assert {line: sorted(zsh.tab(line)[1]) for line in lines} == lines


def test_zsh_offers_nothing_where_anything_may_follow(zsh: Zsh) -> None:
    lines = [line for line, names in EXACT.items() if not names]
    for line in lines:
        after, names, _ = zsh.tab(line)
        assert after == line
        assert names == []


def test_zsh_shows_descriptions_and_leaves_out_used_options(zsh: Zsh) -> None:
    _, names, screen = zsh.tab(USED)
    assert not set(names) & GONE
    assert set(names) >= LEFT
    assert "-- Show the request, send nothing." in screen


def test_zsh_offers_files_by_their_names(zsh: Zsh) -> None:
    for line in ("intercom contacts create --data ", "intercom request POST /x -F a=@"):
        names = zsh.tab(line)[1]
        expected = ["data.json", "my dir", "my file.json", "own $(touch run) file"]
        assert plain(names) == expected


@pytest.mark.parametrize("way", LOADED)
def test_zsh_takes_the_script_both_ways(desk: Desk, way: str) -> None:
    need("zsh", "tmux")
    load = LOADED[way].format(script=f"'{SCRIPTS}/_intercom'", folder=f"'{SCRIPTS}'")
    shell = Zsh(desk, load)
    try:
        assert shell.tab("intercom contacts li")[0].rstrip() == "intercom contacts list"
        assert shell.tab("intercom-cli conta")[0].rstrip() == "intercom-cli contacts"
    finally:
        shell.screen.close()


def test_fish_shows_descriptions(desk: Desk) -> None:
    need("fish")
    script = f"source '{SCRIPTS}/intercom.fish'; complete -C 'intercom contacts create --dry'"
    told = desk.run("fish", "--no-config", "-c", script)
    assert told == "--dry-run\tShow the request, send nothing.\n"
