"""Everything that can go wrong, each class with its exit code.

    IntercomError             1   a bug of ours, when nothing below fits
      Misuse                  2   wrong usage, or refused before sending
      InputNeeded             3   a question had to be asked and could not be
      NotSignedIn             4   no credentials, or 401
      Forbidden               5   402, 403
      NotFound                6   404, 410
      Refused                 7   any other 4xx
      RateLimited             8   429 after all allowed waiting
      ServerFailed            9   5xx, or an answer that makes no sense
      Unreachable            10   DNS, connection, TLS, timeout
      PartlyFailed           11   some items of a bulk failed
      StorageFailed          12   local configuration or storage

Commands never catch these: ``app.main`` turns them into one line, a hint and an exit code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

INTERRUPTED = 130
CLOSED_PIPE = 141
TERMINATED = 143


class Http(NamedTuple):
    """The exchange an error speaks of; ``status`` is None when no answer came."""

    method: str
    path: str
    status: int | None = None


class Detail(NamedTuple):
    """One entry of Intercom's ``error.list``: a code, and where given a field and a sentence."""

    code: str
    message: str | None = None
    field: str | None = None


class IntercomError(Exception):
    """A failure that can be told in one sentence, with the next command to type as its hint."""

    exit_code: ClassVar[int] = 1
    type: ClassVar[str] = "internal_error"
    # What was given, with a mark at the place that is wrong; shown to people below the sentence.
    excerpt: str | None = None

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        http: Http | None = None,
        details: Sequence[Detail] = (),
        request_id: str | None = None,
        retryable: bool = False,
    ) -> None:
        """Keep the sentence and whatever is known of the exchange it came from."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.http = http
        self.details = tuple(details)
        self.request_id = request_id
        self.retryable = retryable
        # The answer (an api.Response) where there was one; this module knows nothing above it.
        self.response: Any = None


class Misuse(IntercomError):
    """The command line or its data is wrong; nothing was sent."""

    exit_code = 2
    type = "usage"


class InputNeeded(IntercomError):
    """A person's answer is needed and nobody can be asked."""

    exit_code = 3
    type = "input_needed"


class NotSignedIn(IntercomError):
    """No credentials, or Intercom does not accept them (401)."""

    exit_code = 4
    type = "not_signed_in"


class Forbidden(IntercomError):
    """The plan or the app's permissions do not allow it (402, 403)."""

    exit_code = 5
    type = "forbidden"


class NotFound(IntercomError):
    """It does not exist, or no longer (404, 410)."""

    exit_code = 6
    type = "not_found"


class Refused(IntercomError):
    """Intercom refused the request (any other 4xx)."""

    exit_code = 7
    type = "refused"


class RateLimited(IntercomError):
    """Still 429 after all the waiting that was allowed."""

    exit_code = 8
    type = "rate_limited"


class ServerFailed(IntercomError):
    """Intercom failed (5xx), or gave an answer that cannot be read."""

    exit_code = 9
    type = "server_error"


class Unreachable(IntercomError):
    """No answer: DNS, connection, TLS or timeout."""

    exit_code = 10
    type = "unreachable"


class PartlyFailed(IntercomError):
    """Some items of a bulk failed; the others are done."""

    exit_code = 11
    type = "partly_failed"


class StorageFailed(IntercomError):
    """Local configuration or storage cannot be read or written."""

    exit_code = 12
    type = "storage"


def did_you_mean(
    word: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6
) -> str | None:
    """The hint that names what comes near to a word nobody knows; None where nothing does.

    ``cutoff`` is how alike they are at least, from 0 to 1.
    """
    near = close_matches(word, known, n=most, cutoff=cutoff)
    return f"did you mean {' or '.join(near)}?" if near else None


def close_matches(word: str, known: Iterable[str], *, n: int = 3, cutoff: float = 0.6) -> list[str]:
    """Those of the known words that look most like one, which is itself never among them."""
    from difflib import get_close_matches

    return get_close_matches(word, [one for one in known if one != word], n=n, cutoff=cutoff)
