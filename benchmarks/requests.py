"""Everyday questions: the requests they take, the fewest possible, and what --explain predicts."""

from __future__ import annotations

import http.client
import json
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from benchmarks import report
from benchmarks.measure import Failed

QUESTIONS = Path(__file__).with_name("questions.txt")
MEMBERS = 151  # contacts of the company that is asked for
COMPANY = "Questions Ltd"
SENT = re.compile(r"([\d,]+) requests? to ")


class Question(NamedTuple):
    """A question, the fewest requests that can answer it, and its command."""

    text: str
    least: str
    command: tuple[str, ...]


def questions() -> Iterator[Question]:
    """Every question of the file."""
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, least, command = (part.strip() for part in line.split(" | "))
            yield Question(text, least, tuple(shlex.split(command.format(company=COMPANY))))


def answering(environ: Mapping[str, str], program: str) -> None:
    """Ask each question and tell the requests."""
    employ(environ)
    report.requests_title("Requests of everyday questions, 100,000 contacts")
    for one in questions():
        command = [program, *one.command]
        predicted = explained(command, environ)
        said = run([*command, "--verbose", "-o", "ndjson"], environ).stderr
        sent = SENT.search(said)
        report.requests(one.text, sent[1] if sent else "0", one.least, predicted)


def explained(command: list[str], environ: Mapping[str, str]) -> str:
    """What --explain predicts; nothing where it has nothing to explain."""
    ran = run([*command, "--explain", "-o", "ndjson"], environ, may_fail=True)
    if ran.returncode:
        return "-"
    steps = [json.loads(line) for line in ran.stdout.splitlines()]
    bounds = {one["bound"] for one in steps} - {"exactly"}
    number = sum(one["requests"] for one in steps)
    return " ".join([*sorted(bounds), f"{number:,}"])


def run(
    command: list[str], environ: Mapping[str, str], *, may_fail: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command. Raises Failed with what it said, unless it may fail."""
    ran = subprocess.run(
        command, env=dict(environ), capture_output=True, text=True, check=False, encoding="utf-8"
    )
    if ran.returncode and not may_fail:
        raise Failed(f"{' '.join(command)}\n{ran.stderr}")
    return ran


def employ(environ: Mapping[str, str]) -> None:
    """Make a company with more contacts than one list of ids holds."""
    address = urlsplit(environ["INTERCOM_API_BASE_URL"])
    connection = http.client.HTTPConnection(address.hostname or "", address.port)
    headers = {
        "Authorization": f"Bearer {environ['INTERCOM_ACCESS_TOKEN']}",
        "Content-Type": "application/json",
        "Intercom-Version": "2.16",
    }

    def call(method: str, target: str, body: Any = None) -> Any:
        connection.request(method, target, json.dumps(body) if body else None, headers)
        return json.loads(connection.getresponse().read())

    company = call("POST", "/companies", {"company_id": "questions", "name": COMPANY})["id"]
    found: list[str] = []
    target = "/contacts?per_page=150"
    while len(found) < MEMBERS:
        page = call("GET", target)
        found += [one["id"] for one in page["data"]]
        after = page["pages"]["next"]["starting_after"]
        target = f"/contacts?per_page=150&starting_after={after}"
    for contact in found[:MEMBERS]:
        call("POST", f"/contacts/{contact}/companies", {"id": company})
