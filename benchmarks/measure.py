"""Run whole processes in turn and compare what they cost."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median


class Failed(Exception):
    """A measured command ended with another exit code than 0."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: CPU and wall time in seconds, peak memory in the system's unit."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, slots=True)
class Ratios:
    """A cost as multiples of another that was measured beside it."""

    low: float
    middle: float
    high: float


def cost(command: Sequence[str], environ: Mapping[str, str]) -> Cost:
    """Run a command with its output thrown away. Raises Failed with what it said."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    with process.stderr as pipe:
        said = pipe.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{' '.join(command)}\n{said.decode('utf-8', 'replace')}")
    wall = time.perf_counter() - begun
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss)


def in_turn(
    commands: Mapping[str, Sequence[str]], environ: Mapping[str, str], rounds: int
) -> dict[str, list[Cost]]:
    """Run all commands once to warm up, then in turn: what disturbs one round disturbs all."""
    for command in commands.values():
        cost(command, environ)
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(cost(command, environ))
    return costs


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Ratios:
    """Each round's ratio: the lowest, the middle one and the highest."""
    each = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    return Ratios(each[0], median(each), each[-1])


def cpu(costs: Sequence[Cost]) -> list[float]:
    """The CPU seconds of each run."""
    return [one.cpu for one in costs]
