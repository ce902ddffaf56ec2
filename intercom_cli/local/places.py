"""Where configuration and data belong on this machine."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from intercom_cli.errors import StorageFailed

APP = "intercom-cli"


def config_dir(environ: Mapping[str, str]) -> Path:
    """Name the directory of config.toml: INTERCOM_CONFIG_DIR, else the platform's own place.

    Raises StorageFailed when no place can be told, as for a user without a home.
    """
    if chosen := _chosen(environ):
        return chosen
    return _platform_dir(environ, variable="XDG_CONFIG_HOME", beneath=".config", kind="config")


def data_dir(environ: Mapping[str, str]) -> Path:
    """Name the directory of what the program keeps: exports' checkpoints, the sandbox, and such.

    Raises StorageFailed when no place can be told, as for a user without a home.
    """
    if chosen := _chosen(environ):
        return chosen / "data"
    return _platform_dir(environ, variable="XDG_DATA_HOME", beneath=".local/share", kind="data")


def _chosen(environ: Mapping[str, str]) -> Path | None:
    """The directory that INTERCOM_CONFIG_DIR names."""
    if not (text := environ.get("INTERCOM_CONFIG_DIR")):
        return None
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise StorageFailed(
            f"INTERCOM_CONFIG_DIR is {text!r}, and nobody's home is there.",
            hint="Set it to a directory of yours.",
        ) from error


def _platform_dir(environ: Mapping[str, str], *, variable: str, beneath: str, kind: str) -> Path:
    if sys.platform in {"darwin", "win32"}:
        import platformdirs

        chosen = getattr(platformdirs, f"user_{kind}_dir")(APP, appauthor=False)
        return Path(str(chosen))
    # The XDG rules are two lines; every command starts faster without the library.
    given = Path(environ.get(variable, ""))
    return (given if given.is_absolute() else _home(environ) / beneath) / APP


def _home(environ: Mapping[str, str]) -> Path:
    """The person's home; the user database answers where HOME is unset, as under cron."""
    if environ.get("HOME"):
        return Path(environ["HOME"]).absolute()
    try:
        import os
        import pwd

        home = pwd.getpwuid(os.getuid()).pw_dir
    except (ImportError, KeyError) as error:
        raise _homeless() from error
    if not Path(home).is_dir():
        raise _homeless()
    return Path(home)


def _homeless() -> StorageFailed:
    return StorageFailed(
        "This user has no home directory, so there is no place for settings.",
        hint="Set INTERCOM_CONFIG_DIR to a directory of yours.",
    )
