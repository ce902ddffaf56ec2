"""The fixtures of the sign-in's tests."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from stage import base_url, call, environ, start

__all__ = ["base_url", "call", "environ", "start"]
