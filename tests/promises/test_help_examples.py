"""Every example in the help runs as it stands there; every page of help can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from example_lines import prepared
from front_door import FrontDoor

from intercom_cli import discovery, overview
from intercom_cli.noun import entries

# These serve, wait for a person, or change this machine: their words are only parsed.
ONLY_PARSED = {
    ("connect",), ("login",), ("disconnect",), ("logout",), ("sandbox", "serve"),
    ("sandbox", "reset"), ("sandbox", "seed"), ("doctor",),
    ("listen",), ("trigger",), ("replay",), ("watch",),
}  # fmt: skip


def commands() -> list[list[str]]:
    """The words of every command there is."""
    found = [[]] + [[name] for name in discovery.names("commands")]
    for name in discovery.names("commands"):
        found += [
            [name, verb] for verb in getattr(discovery.load("commands", name), "commands", {})
        ]
    for noun in discovery.names("resources"):
        resource = discovery.load("resources", noun).resource
        found += [[noun], *([noun, verb] for verb in entries(resource))]
    return found


def help_pages(run: FrontDoor) -> dict[str, str]:
    pages = {" ".join(words): run(*words, "--help").ok().out for words in commands()}
    return pages | {f"help {topic}": run("help", topic).ok().out for topic in discovery.topics()}


def examples(run: FrontDoor) -> list[str]:
    """Each line of the help that is a whole command."""
    found: dict[str, None] = {}
    for page in help_pages(run).values():
        for line in page.splitlines():
            example = re.match(r"\s+(intercom [a-z-].*)", line)
            if example and "COMMAND" not in line and "TOPIC" not in line:
                found[re.split(r"\s{2,}#?", example[1].strip())[0]] = None
    return list(found)


def test_every_example_runs(
    run: FrontDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of nouns are run, and judged, in tests/operations."""
    monkeypatch.chdir(tmp_path)
    config = (run.config / "config.toml").read_text()
    nouns = discovery.names("resources")
    found = [line for line in examples(run) if line.split()[1] not in nouns]
    assert len(found) > 30
    for example in found:
        (run.config / "config.toml").write_text(config + '[workspaces.acme]\nkind = "sandbox"\n')
        run.inner.close()  # a fresh sandbox for each
        words = prepared(run, tmp_path, example)
        if tuple(words[:1]) in ONLY_PARSED or tuple(words[:2]) in ONLY_PARSED:
            ran = run(*words, "--help")
        else:
            ran = run(*words)
        assert ran.code == 0, f"{example}\n{ran.err}"


def test_every_command_has_an_example(run: FrontDoor) -> None:
    for words in commands():
        assert re.search(r"^ +intercom .*[a-z]", run(*words, "--help").ok().out, re.MULTILINE), (
            words
        )


def test_every_page_of_help_is_plain_and_fits(run: FrontDoor) -> None:
    for name, page in help_pages(run).items():
        assert "\x1b" not in page
        assert "Traceback" not in page
        for line in page.splitlines():
            assert len(line) <= 100, f"{name}: {line}"


def test_help_is_found_wherever_people_look_for_it(run: FrontDoor) -> None:
    for words in commands():
        wanted = run(*words, "--help").ok().out
        assert run(*words, "-h").ok().out == wanted
        if not (len(words) == 1 and words[0] in discovery.topics()):
            assert run("help", *words).ok().out == wanted
        assert run(*words, "--help").err == ""
    assert run().ok().out == run("--help").out


def test_a_group_alone_shows_its_help(run: FrontDoor) -> None:
    for group in ("contacts", "companies", "config", "workspaces", "sandbox"):
        assert run(group).ok().out == run(group, "--help").out


def test_every_command_takes_the_talking_options(run: FrontDoor) -> None:
    for words in commands():
        page = run(*words, "--help").out
        if "ptions:" in page and "COMMAND" not in page.split("\n")[0]:
            for flag in ("--quiet", "--verbose", "--debug", "--no-input", "--color"):
                assert flag in page, words


def test_every_noun_and_command_is_on_the_first_page(run: FrontDoor) -> None:
    page = run("--help").ok().out
    for name in (*discovery.names("resources"), *discovery.names("commands")):
        assert re.search(rf"^ .*\b{name}(  |\n)", page, re.MULTILINE), name


def test_every_noun_has_its_place_among_the_nouns(run: FrontDoor) -> None:
    page = run("help", "nouns").ok().out
    for name in discovery.names("resources"):
        assert len(re.findall(rf"^  {name}  ", page, re.MULTILINE)) == 1, name
    assert "\nOther\n" not in page
    missing = {n for names in overview.NOUNS.values() for n in names.split()}
    assert missing - set(discovery.names("resources")) == set(), "named, and not there"


def test_version_is_told_in_every_way_people_ask(run: FrontDoor) -> None:
    for words in (["--version"], ["-V"], ["version"]):
        assert re.fullmatch(r"intercom \d+\.\d+\.\d+\n", run(*words).ok().out)
    assert run("version", "-o", "json").ok().json["version"]
    assert run("--version").requests == []


def test_options_may_stand_before_the_command_the_verb_or_after(run: FrontDoor) -> None:
    wanted = run("contacts", "list", "--limit", "2", "-o", "csv").ok().out
    assert run("-o", "csv", "contacts", "list", "--limit", "2").ok().out == wanted
    assert run("contacts", "-o", "csv", "list", "--limit", "2").ok().out == wanted
    assert run("--output=csv", "contacts", "list", "--limit", "2").ok().out == wanted
    assert run("contacts", "list", "--limit", "2", "-ocsv").ok().out == wanted
    assert run("-q", "-o", "csv", "contacts", "-v", "list", "--limit=2").ok().out == wanted


def test_a_misspelt_command_names_the_one_that_was_meant(run: FrontDoor) -> None:
    for words, meant in (
        (["contact", "list"], "contacts"),
        (["contacts", "serach"], "search"),
        (["compnies"], "companies"),
        (["conect"], "connect"),
        (["contacts", "list", "--limt", "5"], "--limit"),
        (["help", "exit-code"], "exit-codes"),
    ):
        ran = run(*words, "-o", "table") if words[0] != "help" else run(*words)
        assert ran.code == 2
        assert meant in ran.err, words


def test_a_commands_own_options_stand_before_those_that_all_share(run: FrontDoor) -> None:
    page = run("contacts", "list", "--help").ok().out
    own, _, shared = page.partition("\nShared options:\n")
    assert "\nOptions:\n" in own
    assert "--where" in own
    assert "\n  --where" not in shared
    assert "--help" in shared
    assert "--timeout" in run("connect", "--help").out.partition("Shared options:")[0]


def test_the_pages_of_groups_look_alike(run: FrontDoor) -> None:
    for group in ("contacts", "tags", "config", "workspaces", "sandbox"):
        page = run(group).ok().out
        assert f"\nUsage: intercom {group} COMMAND [ARGUMENTS] [OPTIONS]\n" in page
        for heading in ("\nCommands\n", "\nExamples\n  intercom "):
            assert heading in page, group


def test_the_first_page_fits_a_terminal_of_80_columns(run: FrontDoor) -> None:
    assert max(map(len, run("--help").ok().out.splitlines())) <= 80


def test_a_topic_is_shown_by_help_even_where_a_command_has_its_name(run: FrontDoor) -> None:
    for topic in discovery.topics():
        page = run("help", topic).ok().out
        assert "\nUsage: " not in page, topic
    assert "do: contacts.tag" in run("help", "workflows").ok().out
    assert "Usage: intercom workflows export" in run("help", "workflows", "export").ok().out
    assert "Usage: intercom workflows COMMAND" in run("workflows", "--help").ok().out
