"""Measure the tool against the smallest Python, its peers and the bounds it was designed for.

Ratios only: everything is measured on one machine in one run, in turn. A bound that does not hold
is told and changes nothing; only a command that fails ends the run with 1.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from benchmarks import cases, requests
from benchmarks.measure import Failed
from demo.server import sandbox

TOKEN = "dG9rOnNhbmRib3g="
MEASURED = (cases.start_up, cases.completion, cases.one_request, cases.printing, cases.streaming)


def main() -> int:
    """Run every measurement against a sandbox of its own."""
    with tempfile.TemporaryDirectory(prefix="intercom-bench-") as folder:
        environ = environment(Path(folder))
        options = ("--contacts", str(cases.MOST), "--rate-limit", "10000000")
        try:
            with sandbox(environ, Path(folder) / "sandbox.log", *options) as address:
                for measure in MEASURED:
                    measure(environ | {"INTERCOM_API_BASE_URL": address})
                requests.answering(environ | {"INTERCOM_API_BASE_URL": address}, cases.INTERCOM)
        except (Failed, RuntimeError) as problem:
            sys.stderr.write(f"\n{problem}\n")
            return 1
    return 0


def environment(folder: Path) -> dict[str, str]:
    """Variables that every measured command gets: nothing of the person's own."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {
        "PATH": path,
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "INTERCOM_CONFIG_DIR": str(folder / "config"),
        "INTERCOM_ACCESS_TOKEN": TOKEN,
        "INTERCOM_TOKEN": TOKEN,
    }


if __name__ == "__main__":
    sys.exit(main())
