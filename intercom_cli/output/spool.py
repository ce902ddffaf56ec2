"""Hold output back until it is whole, in memory at first and on disk when it grows."""

from __future__ import annotations

from typing import IO, Self

from intercom_cli.errors import StorageFailed

IN_MEMORY = 8 << 20


class Spool:
    """Bytes that are read back once all are there; gone when closed."""

    def __init__(self) -> None:
        from tempfile import SpooledTemporaryFile

        self.file: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115

    def __enter__(self) -> Self:
        """Hold until the block ends."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let everything go."""
        self.file.close()

    def write(self, data: bytes) -> None:
        """Hold some more. Raises StorageFailed when the disk cannot take it."""
        try:
            self.file.write(data)
        except OSError as error:
            raise StorageFailed(
                f"The answer is too large to hold back: {error.strerror or error}.",
                hint="Set TMPDIR to a place with room, or use -o ndjson, which holds nothing back.",
            ) from error

    def read_back(self) -> IO[bytes]:
        """All of it from its beginning, to read in parts or line by line."""
        self.file.seek(0)
        return self.file
