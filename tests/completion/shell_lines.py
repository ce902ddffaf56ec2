"""Type command lines in real shells and press TAB, with programs on PATH that tell when started."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent.parent / "completions"
BREAKS = re.escape("=:@<>&|;(")
PIECE = re.compile(rf"""\s+|[{BREAKS}]+|(?:\\.|"[^"]*"?|'[^']*'?|[^\s{BREAKS}])+""")
TOLD = "=====told====="
PATIENCE = 20.0


def need(*programs: str) -> None:
    """Skip without these programs, or fail where all tests were asked for."""
    missing = [name for name in programs if not shutil.which(name)]
    if missing and os.environ.get("INTERCOM_TEST_ALL") == "1":
        pytest.fail(f"INTERCOM_TEST_ALL is set, but {', '.join(missing)} is not installed")
    if missing:
        pytest.skip(f"{', '.join(missing)} is not installed")


@dataclass
class Desk:
    """A directory with files, workspaces with harmless and hostile names, and watched programs."""

    root: Path

    def __post_init__(self) -> None:
        for name in ("bin", "config", "home", "files", "files/my dir"):
            (self.root / name).mkdir(parents=True)
        for name in ("data.json", "my file.json", "own $(touch run) file"):
            (self.root / "files" / name).write_text("{}")
        for name in ("intercom", "intercom-cli", "python", "python3"):
            program = self.root / "bin" / name
            program.write_text(f"#!/bin/sh\necho {name} >> {shlex.quote(str(self.started))}\n")
            program.chmod(0o755)
        hostile = ["$(touch run)", "`touch run`", "a b", '"quoted"', "semi;colon", "-w", "über"]
        lines = ["acme", *hostile, "beta.eu", "jane@home"]
        (self.root / "config" / "workspaces.txt").write_text("\n".join(lines))

    @property
    def started(self) -> Path:
        return self.root / "started"

    @property
    def files(self) -> Path:
        return self.root / "files"

    @property
    def environ(self) -> dict[str, str]:
        return {
            "PATH": f"{self.root / 'bin'}:/usr/bin:/bin",
            "HOME": str(self.root / "home"),
            "INTERCOM_CONFIG_DIR": str(self.root / "config"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def check_nothing_ran(self) -> None:
        assert not self.started.exists(), self.started.read_text()
        assert not list(self.root.rglob("run"))

    def run(self, *words: str, **more: str) -> str:
        done = subprocess.run(
            words,
            cwd=self.files,
            env={**self.environ, **more},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout


def bash_words(line: str) -> list[str]:
    """The words bash hands over: cut at blanks, and at COMP_WORDBREAKS."""
    words = [m.group() for m in PIECE.finditer(line) if not m.group().isspace()]
    ended = line[-1:].isspace() and not words[-1][-1:].isspace()
    return [*words, ""] if ended else words


def bash(
    desk: Desk,
    lines: Sequence[str],
    *,
    before: str = "",
    words: Sequence[str] | None = None,
    **environ: str,
) -> list[list[str]]:
    """What the function of bash replies to each line, in one shell that is not interactive."""
    script = [before, f"source {shlex.quote(str(SCRIPTS / 'intercom.bash'))}"]
    for line in lines:
        cut = words or bash_words(line)
        script += [
            f"COMP_WORDS=({' '.join(map(shlex.quote, cut))})",
            f"COMP_CWORD={len(cut) - 1} COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)}",
            "_intercom",
            """printf '%s\\n' "${COMPREPLY[@]-}" """,
            f"echo {TOLD}",
        ]
    return parted(desk.run("bash", "--norc", "-c", "\n".join(script), **environ))


def fish(desk: Desk, lines: Sequence[str], **environ: str) -> list[list[str]]:
    """What fish offers for each line, without the descriptions."""
    script = [f"source {shlex.quote(str(SCRIPTS / 'intercom.fish'))}"]
    for line in lines:
        script += [f"complete -C {shlex.quote(line)}", f"echo {TOLD}"]
    every = parted(desk.run("fish", "--no-config", "-c", "\n".join(script), **environ))
    return [[offer.partition("\t")[0] for offer in offers] for offers in every]


def parted(text: str) -> list[list[str]]:
    """The offers to each line."""
    return [[o for o in part.split("\n") if o] for part in text.split(TOLD + "\n")[:-1]]


class Screen:
    """A shell on a terminal of 100 columns."""

    def __init__(self, desk: Desk, *words: str) -> None:
        self.socket = f"intercom-{uuid.uuid4().hex[:12]}"
        self.tmux("new-session", "-d", "-x", "100", "-y", "60", *words, desk=desk)

    def tmux(self, *words: str, desk: Desk | None = None) -> str:
        command = ["tmux", "-L", self.socket, "-f", os.devnull, *words]
        return subprocess.run(
            command,
            env=desk.environ if desk else None,
            cwd=desk.files if desk else None,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def type(self, text: str, *keys: str) -> None:
        self.tmux("send-keys", "-l", text)
        for key in keys:
            self.tmux("send-keys", key)

    def shown(self) -> str:
        return self.tmux("capture-pane", "-p").rstrip()

    def until(self, met: Callable[[str], bool]) -> str:
        """Wait until the screen meets a condition, and no longer changes."""
        deadline, before = time.monotonic() + PATIENCE, ""
        while time.monotonic() < deadline:
            now = self.shown()
            if met(now) and now == before:
                return now
            before = now
            time.sleep(0.05)
        raise AssertionError(f"the screen stayed\n{before}")

    def clear(self) -> None:
        for key in ("C-e", "C-u", "C-l"):
            self.tmux("send-keys", key)
        self.until(lambda screen: screen in {">", "> "})

    def close(self) -> None:
        self.tmux("kill-server")


ZSH = """PROMPT='> '; LISTMAX=1000; autoload -Uz compinit; {load}
tab() {{ zle expand-or-complete; print -r -- "$BUFFER" >> {told} }}; zle -N tab; bindkey '^I' tab
clear; echo REA''DY
"""


class Zsh:
    """A zsh that tells in a file when it has answered a TAB, and what the line is then."""

    def __init__(self, desk: Desk, load: str) -> None:
        self.told = desk.root / "told"
        self.told.touch()
        setup = desk.root / "setup.zsh"
        setup.write_text(ZSH.format(load=load, told=shlex.quote(str(self.told))))
        self.screen = Screen(desk, "zsh", "-f")
        self.screen.type(f"source {shlex.quote(str(setup))}", "Enter")
        self.screen.until(lambda screen: screen.startswith("READY\n>"))

    def tab(self, line: str) -> tuple[str, list[str], str]:
        """The line after TAB, the names offered, and the screen."""
        before = len(self.told.read_text().splitlines())
        self.screen.clear()
        self.screen.type(line, "Tab")
        shown = self.screen.until(lambda _: len(self.told.read_text().splitlines()) > before)
        return self.told.read_text().splitlines()[-1], offered(shown), shown


def offered(screen: str) -> list[str]:
    """The names in the list below the line, which are in columns or have descriptions."""
    names = [re.split(r" +-- ", line)[0] for line in screen.splitlines()[1:]]
    return [name for part in names for name in re.split(r"\s{2,}", part.strip()) if name]
