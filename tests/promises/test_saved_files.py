"""Files that are saved: whole or not at all, where they were meant to be, and nothing else hurt."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import FrontDoor, Unreachable, answer

DONE = {"job_identifier": "j1", "status": "completed", "download_url": "https://x.test"}
ROWS = b"id,name\r\n1,Ann\r\n"
DOWNLOAD = ["exports", "download", "j1"]


def file() -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "application/octet-stream"}, content=ROWS)


def test_a_place_where_no_file_can_be_is_told_before_anything_is_started(
    run: FrontDoor, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    for to, said in (("folder", "is a folder"), ("none/sent.csv", "no folder")):
        for more in ([], ["--force"]):
            words = ["exports", "run", "--to", str(tmp_path / to), *more]
            ran = run(*words, transport=Unreachable())
            assert ran.code == 2
            assert said in ran.error["message"]
    assert run("calls", "recording", "7001", "--to", str(tmp_path / "folder")).code == 2


def test_a_link_that_lies_in_wait_is_not_followed(run: FrontDoor, tmp_path: Path) -> None:
    prey = tmp_path / "prey"
    prey.write_text("mine")
    for name in (".sent.csv.part", ".sent.csv"):
        (tmp_path / name).symlink_to(prey)
    words = [*DOWNLOAD, "--to", str(tmp_path / "sent.csv")]
    run.scripted(answer(DONE), file(), words=words).ok()
    assert (tmp_path / "sent.csv").read_bytes() == ROWS
    assert prey.read_text() == "mine"
    assert (tmp_path / ".sent.csv.part").is_symlink(), "it is not ours to take away"


def test_a_link_to_nothing_is_there_already(run: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "sent.csv").symlink_to(tmp_path / "elsewhere")
    words = [*DOWNLOAD, "--to", str(tmp_path / "sent.csv")]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_what_a_link_leads_to_is_replaced_and_the_link_stays(
    run: FrontDoor, tmp_path: Path
) -> None:
    (tmp_path / "march.csv").write_text("old")
    (tmp_path / "march.csv").chmod(0o640)
    (tmp_path / "latest.csv").symlink_to("march.csv")
    words = [*DOWNLOAD, "--force", "--to", str(tmp_path / "latest.csv")]
    run.scripted(answer(DONE), file(), words=words).ok()
    assert (tmp_path / "latest.csv").is_symlink()
    assert (tmp_path / "march.csv").read_bytes() == ROWS
    assert (tmp_path / "march.csv").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_into_and_not_replaced(run: FrontDoor, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    run.scripted(answer(DONE), file(), words=[*DOWNLOAD, "--to", str(pipe)]).ok()
    reader.join(30)
    assert read == [ROWS]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_with_the_name_of_the_file(run: FrontDoor) -> None:
    ran = run.scripted(answer(DONE), file(), words=[*DOWNLOAD, "--to", "/dev/full"])
    assert ran.code == 12
    assert "/dev/full cannot be written: No space left" in ran.error["message"]


def test_an_answer_cut_in_the_middle_leaves_nothing_and_spoils_nothing(
    run: FrontDoor, tmp_path: Path
) -> None:
    class Cut(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield ROWS[:5]
            raise httpx.ReadError("gone")

    place = tmp_path / "sent.csv"
    place.write_text("old")
    words = [*DOWNLOAD, "--force", "--to", str(place)]
    ran = run.scripted(answer(DONE), httpx.Response(200, stream=Cut()), words=words)
    assert ran.code == 10
    assert place.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir() if one.name.endswith(".part")] == []


def test_ctrl_c_in_the_middle_leaves_nothing(run: FrontDoor, tmp_path: Path) -> None:
    class Ended(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield ROWS[:5]
            raise KeyboardInterrupt

    words = [*DOWNLOAD, "--to", str(tmp_path / "sent.csv")]
    ran = run.scripted(answer(DONE), httpx.Response(200, stream=Ended()), words=words)
    assert ran.code == 130
    assert {one.name for one in tmp_path.iterdir()} == {"config"}
