"""Which credentials a run uses: every place they can come from, in order, and the one that wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from intercom_cli.api.hosts import REGIONS, region_of
from intercom_cli.errors import NotSignedIn
from intercom_cli.local.secret_variables import TOKEN_VARIABLES
from intercom_cli.settings import Settings, Workspace

SANDBOX_URL = "http://sandbox.localhost"
SANDBOX_TOKEN = "dG9rOnNhbmRib3g="  # noqa: S105 - the sandbox's published token
SANDBOX_SECRET = "sandbox-secret"  # noqa: S105 - the one its webhooks are signed with
CONNECT = "intercom connect"


class Source(NamedTuple):
    """One place credentials can come from.

    Exactly one of ``variable`` (an environment variable that holds a token) and ``workspace`` is
    set. ``reason`` says in words why it is looked at, such as ``--workspace`` or ``default``.
    """

    reason: str
    base_url: str
    variable: str | None = None
    workspace: Workspace | None = None

    @property
    def name(self) -> str:
        """What to call the workspace in a sentence."""
        return self.workspace.name if self.workspace else f"the workspace of {self.variable}"

    @property
    def is_stored(self) -> bool:
        """Whether its token is in the vault."""
        return self.workspace is not None and not self.is_sandbox

    @property
    def is_sandbox(self) -> bool:
        """Whether it is the embedded sandbox, which needs no server and no secret."""
        return self.workspace is not None and self.workspace.kind == "sandbox"


def sources(settings: Settings, environ: Mapping[str, str]) -> Iterator[Source]:
    """Every usable source, the winner first: --workspace, environment token, default workspace."""
    wished = settings.get("workspace")
    if wished.source == "flag":
        yield named(settings, str(wished.value), "--workspace")
    for variable in TOKEN_VARIABLES:
        if environ.get(variable, "").strip():
            yield Source("environment", base_url(settings, None), variable=variable)
    if wished.source != "flag" and wished.value:
        reason = "INTERCOM_WORKSPACE" if wished.source == "environment" else "default"
        yield named(settings, str(wished.value), reason)
    elif not wished.value and len(known := settings.workspaces()) == 1:
        yield named(settings, next(iter(known)), "the only workspace")


def winner(settings: Settings, environ: Mapping[str, str]) -> Source:
    """The source this run uses. Raises NotSignedIn when there is none."""
    for source in sources(settings, environ):
        return source
    if names := ", ".join(settings.workspaces()):
        raise NotSignedIn(
            f"No workspace is chosen; there are {names}.", hint="intercom workspaces use NAME"
        )
    raise NotSignedIn("Not signed in to any workspace.", hint=CONNECT)


def named(settings: Settings, name: str, reason: str) -> Source:
    """The workspace of that name. Raises NotSignedIn, with a close name, when there is none."""
    workspace = settings.workspace(name)
    return Source(reason, base_url(settings, workspace), workspace=workspace)


def base_url(settings: Settings, workspace: Workspace | None) -> str:
    """Where requests go: a sandbox, a configured base URL, or the region's host."""
    if workspace and workspace.kind == "sandbox":
        return SANDBOX_URL
    configured = settings.get("base_url").value or (workspace and workspace.base_url)
    if configured:
        return str(configured).rstrip("/")
    region = workspace.region if workspace else settings.get("region").value
    return REGIONS[region_of(str(region or "us"))].api
