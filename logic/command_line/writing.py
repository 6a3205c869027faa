"""Where a command puts what it made, and how it says that something is wrong."""

import sys
from collections.abc import Mapping
from pathlib import Path


def write(data: bytes, out: Path | None) -> int:
    """Write a file, or to standard output where none is named. Returns 0, or 1 where it cannot be written."""
    if out is None:
        sys.stdout.buffer.write(data)
        return 0
    try:
        out.write_bytes(data)
    except OSError:
        return refuse(f"{out}: the file cannot be written")
    return 0


def write_all(files: Mapping[str, str], folder: Path) -> int:
    """Write files of these names into a folder, which is made. Returns 0, or 1 where one cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return refuse(f"{folder}: the folder cannot be made")
    return max((write(text.encode(), folder / name) for name, text in files.items()), default=0)


def refuse(message: str) -> int:
    """Say what is wrong. Returns 1."""
    print(message, file=sys.stderr)
    return 1
