"""What the commands of article files are given, as what it stands for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from intercom_cli.errors import Misuse
from intercom_cli.finding import is_called, only_one
from intercom_cli.resources._named import COLLECTIONS

if TYPE_CHECKING:
    from intercom_cli.resources._article_folder import Folder
    from intercom_cli.resources._article_records import Workspace


def author_of(workspace: Workspace, admin: str | None) -> str:
    """Who writes new articles: the admin named, else the one who is signed in."""
    return workspace.me if admin is None else workspace.author_id(admin, "--admin")


def root_of(folder: str) -> Path:
    """The folder that was named. Raises Misuse for an empty name, and for a file."""
    if not folder.strip():
        raise Misuse("The name of the folder is empty.")
    if (root := Path(folder)).is_file():
        raise Misuse(f"{root} is a file, not a folder.")
    return root


def folder_of(folder: str) -> Folder:
    """The files of a folder that is there, or one file of it. Raises Misuse for none."""
    from intercom_cli.resources._article_folder import Folder

    if (path := Path(folder)).is_file():
        return folder_around(path)
    if path.suffix == ".md" and not path.exists():
        raise Misuse(f"There is no file {path}.")
    if not (root := root_of(folder)).is_dir():
        raise Misuse(f"There is no folder {root}.", hint=f"intercom articles pull {root}")
    return Folder(root)


def folder_around(path: Path) -> Folder:
    """One article file, in the folder that was pulled or else the one it lies in.

    Raises Misuse for a file that is no article.
    """
    from intercom_cli.resources._article_folder import STATE, Folder

    above = path.absolute().parents
    root = next((one for one in above if (one / STATE).is_file()), None)
    only = path.absolute().relative_to(root or above[0]).as_posix()
    folder = Folder(root or path.parent, only)
    if only not in {file.path for file in (*folder.files.values(), *folder.new)}:
        raise Misuse(f"{path} is no article: it has no front matter.")
    return folder


def collection_id(workspace: Workspace, text: str) -> str:
    """A collection by id or name. Raises NotFound for none, and Misuse where several have it."""
    if not text.strip():
        raise Misuse("The name of the collection is empty.")
    known = workspace.collections.by_id
    every = [known[text]] if text in known else list(known.values())
    found = [one for one in every if is_called(one, text, COLLECTIONS.names)]
    return only_one(COLLECTIONS, text, found, every)
