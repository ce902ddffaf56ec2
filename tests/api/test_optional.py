"""What the HTTP libraries load, and that nothing is missing afterwards."""

from __future__ import annotations

import json
import subprocess
import sys

SCRIPT = """
import json, sys
import intercom_cli.api.transport
loaded = [name for name in ("anyio", "trio") if name in sys.modules]
import anyio
print(json.dumps([loaded, anyio.__name__]))
"""


def test_asynchronous_back_ends_are_not_loaded_and_can_be_later():
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [[], "anyio"]
