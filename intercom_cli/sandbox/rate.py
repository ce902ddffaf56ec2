"""Rate limits: so many requests in each window of ten seconds, told in three headers."""

from __future__ import annotations

from dataclasses import dataclass

from intercom_cli.sandbox.refusals import Fault, Refusal

WINDOW = 10


@dataclass(slots=True)
class RateLimit:
    """The allowance of the app; windows begin at whole tens of Unix seconds."""

    limit: int
    window: int = 0
    used: int = 0

    def take(self, now: float) -> dict[str, str]:
        """Count one request and tell the headers of its answer.

        Raises Refusal 429 with the same headers once the window is used up. No ``Retry-After``:
        the platform documents none.
        """
        window = int(now // WINDOW)
        if window != self.window:
            self.window, self.used = window, 0
        self.used += 1
        headers = {
            "x-ratelimit-limit": str(self.limit),
            "x-ratelimit-remaining": str(max(0, self.limit - self.used)),
            "x-ratelimit-reset": str((window + 1) * WINDOW),
        }
        if self.used > self.limit:
            message = f"Exceeded rate limit of {self.limit} in {WINDOW}_seconds"
            raise Refusal(429, Fault("rate_limit_exceeded", message), headers=headers)
        return headers
