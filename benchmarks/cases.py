"""What is measured: start-up, completion, one request, pages, and long lists."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import report
from benchmarks.measure import cost, cpu, in_turn, ratios

HERE = Path(__file__).parent
PASS = [sys.executable, "-c", "pass"]
INTERCOM = str(Path(sys.executable).with_name("intercom"))
BASH_SCRIPT = HERE.parent / "completions" / "intercom.bash"
OFFICIAL = "INTERCOM_OFFICIAL_CLI"
MANY, MOST = 10_000, 100_000
TAB = """
source "$1"
COMP_WORDS=(intercom contacts l) COMP_CWORD=2 COMP_LINE="intercom contacts l" COMP_POINT=19
words=($(complete -p intercom))
while [ "${words[0]}" != -F ]; do words=("${words[@]:1}"); done
"${words[1]}" intercom l contacts
[ "${COMPREPLY[*]% }" = list ]
"""
WITHIN = """
source "$1"
COMP_WORDS=(intercom contacts list --where "'role = user and ") COMP_CWORD=4
COMP_LINE="intercom contacts list --where 'role = user and " COMP_POINT=48
_intercom
[ "${#COMPREPLY[@]}" -gt 40 ]
"""


def intercom(*words: str) -> list[str]:
    """A command line of the installed tool."""
    return [INTERCOM, *words]


def start_up(environ: Mapping[str, str]) -> None:
    """Commands that send nothing."""
    bounds = {
        "--version": 2,
        "--help": 8,
        "contacts --help": 8,
        "contacts list --help": 8,
    }
    commands = {"pass": PASS} | {line: intercom(*line.split()) for line in bounds}
    costs = in_turn(commands, environ, rounds=21)
    report.title("Start-up, CPU time as multiples of `python -c pass`")
    for line, bound in bounds.items():
        report.line(f"intercom {line}", ratios(cpu(costs[line]), cpu(costs["pass"])), bound)


def completion(environ: Mapping[str, str]) -> None:
    """TAB on `intercom contacts l` and within --where, in bash with the script loaded."""
    report.title("TAB, CPU time as multiples of `python -c pass`")
    bash = shutil.which("bash")
    if not bash or not BASH_SCRIPT.exists():
        report.fact("static bash script", "skipped: no bash, or no completions/intercom.bash")
        return
    tab = [bash, "--norc", "--noprofile", "-c", TAB, "bash", str(BASH_SCRIPT)]
    within = [bash, "--norc", "--noprofile", "-c", WITHIN, "bash", str(BASH_SCRIPT)]
    empty = [bash, "--norc", "--noprofile", "-c", ":"]
    commands = {"pass": PASS, "bash": empty, "tab": tab, "where": within}
    costs = in_turn(commands, environ, rounds=21)
    told = {"bash": "an empty bash", "tab": "bash, the script loaded, one TAB"}
    for name, what in (told | {"where": "the same, within --where"}).items():
        report.line(what, ratios(cpu(costs[name]), cpu(costs["pass"])))
    cost(tab, dict(environ) | {"PATH": "/nowhere"})
    report.fact("programs started by TAB", "none: it answers with an empty PATH too")


def one_request(environ: Mapping[str, str]) -> None:
    """One request as a whole process, beside what others need for the same."""
    ours = intercom("contacts", "list", "--limit", "50", "-o", "ndjson")
    commands: dict[str, Sequence[str]] = {"pass": PASS, "ours": ours}
    commands["sdk"] = [sys.executable, str(HERE / "sdk_list.py"), "50"]
    official = os.environ.get(OFFICIAL)
    if official:
        commands["official"] = [official, "contacts", "list", "--limit", "50", "--json"]
    costs = in_turn(commands, environ, rounds=9)
    report.title("One request for 50 contacts, whole process, CPU time")
    mine = cpu(costs["ours"])
    report.line("to `python -c pass`", ratios(mine, cpu(costs["pass"])))
    report.line("to Intercom's Python library", ratios(mine, cpu(costs["sdk"])), 0.6)
    if official:
        report.line("to Intercom's own CLI", ratios(mine, cpu(costs["official"])), 0.45)
    else:
        report.fact("to Intercom's own CLI", f"skipped: {OFFICIAL} does not name its program")


def printing(environ: Mapping[str, str]) -> None:
    """The same rows as JSON lines and as a table."""
    report.title("A table, CPU time as multiples of the same as ndjson")
    for rows, rounds, bound in ((150, 9, None), (MANY, 5, 10.0)):
        commands = {name: listing(rows, name) for name in ("ndjson", "table")}
        costs = in_turn({"pass": PASS} | commands, environ, rounds)
        table, ndjson = cpu(costs["table"]), cpu(costs["ndjson"])
        report.line(f"{rows:,} rows, whole process", ratios(table, ndjson), bound)
        if rows < MANY:
            base = cpu(costs["pass"])
            report.line("  ndjson, to `python -c pass`", ratios(ndjson, base))
            report.line("  table, to `python -c pass`", ratios(table, base))


def streaming(environ: Mapping[str, str]) -> None:
    """Long lists: memory must not grow, and the pace should be the server's."""
    bare = [sys.executable, str(HERE / "bare_list.py"), str(MOST)]
    commands = {
        "many": listing(MANY, "ndjson"),
        "most": listing(MOST, "ndjson"),
        "table": listing(MOST, "table"),
        "bare": bare,
    }
    costs = {name: [cost(command, environ)] for name, command in commands.items()}
    for _ in range(2):
        for name, command in commands.items():
            costs[name].append(cost(command, environ))
    peak = {name: [float(one.peak) for one in found] for name, found in costs.items()}
    wall = {name: [one.wall for one in found] for name, found in costs.items()}
    report.title(f"{MOST:,} rows streamed")
    report.line(f"peak memory, to {MANY:,} rows, ndjson", ratios(peak["most"], peak["many"]), 1.2)
    report.line(f"peak memory, to {MANY:,} rows, table", ratios(peak["table"], peak["many"]))
    pace = ratios(wall["bare"], wall["most"])
    report.line("rows a second, to a bare HTTP loop, ndjson", pace)
    report.line("CPU time, to a bare HTTP loop", ratios(cpu(costs["most"]), cpu(costs["bare"])))


def listing(rows: int, shape: str) -> list[str]:
    """A list of so many contacts in a format."""
    return intercom("contacts", "list", "--limit", str(rows), "-o", shape)
