"""Photos on their way in: kept in one temporary file, so that thousands need no memory.

A picture read into memory and the same one laid on a shelf are equal.
"""

import re
import tempfile
import threading
import weakref
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO

from leadership_model.errors import UserError

_OPEN, _CLOSE = b"<ZhaoPian>", b"</ZhaoPian>"
_BASE64 = re.compile(rb"[A-Za-z0-9+/=\s]{400,}")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that bear the size


class Shelf:
    """A temporary file of contents one after the other; gone when nobody needs it any more."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by finalize
        self._lock = threading.Lock()
        self._end = 0
        weakref.finalize(self, self._file.close)

    def put(self, content: bytes) -> int:
        """Lay a content down; gives its place. UserError when the disk is full."""
        with self._lock:
            at = self._end
            try:
                self._file.seek(at)
                self._file.write(content)
                self._file.flush()
            except OSError as error:
                text = "临时文件夹所在的磁盘已满，没有导入任何内容，请腾出空间后再试。"
                raise UserError(text) from error
            self._end += len(content)
            return at

    def get(self, at: int, size: int) -> bytes:
        """Give a content back."""
        with self._lock:
            self._file.seek(at)
            return self._file.read(size)


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo, in memory or on a shelf; `digest` is the SHA-256 of its content."""

    digest: str
    size: int
    _content: bytes | None = field(default=None, compare=False, repr=False)
    _shelf: Shelf | None = field(default=None, compare=False, repr=False)
    _at: int = field(default=0, compare=False, repr=False)

    def read(self) -> bytes:
        """Give the content."""
        if self._shelf is not None:
            return self._shelf.get(self._at, self.size)
        return self._content or b""


def picture(content: bytes, shelf: Shelf | None = None) -> Picture:
    """Make a picture of a content, on a shelf where there is one."""
    digest = sha256(content).hexdigest()
    if shelf is None:
        return Picture(digest, len(content), content)
    return Picture(digest, len(content), None, shelf, shelf.put(content))


def cut_out(data: bytes) -> tuple[bytes, bytes]:
    """Part a form file into what stands around the text of its photo, and that text.

    The text is cut out only where it is plain base64 between the one pair of tags, so that nothing
    else is ever missed; its line feeds stay, so that lines are counted as before.
    """
    begin, end = data.find(_OPEN) + len(_OPEN), data.find(_CLOSE)
    if begin < len(_OPEN) or end < begin or data.startswith(_WIDE):
        return data, b""
    if data.find(_OPEN, begin) >= 0 or data.find(_CLOSE, end + 1) >= 0:
        return data, b""
    text = data[begin:end]
    if not _BASE64.fullmatch(text):
        return data, b""
    return data[:begin] + b"\n" * text.count(b"\n") + data[end:], text


def frame(jpeg: bytes) -> tuple[int, int] | None:
    """Give width and height in px that the head of a JPEG tells; None where it tells none."""
    at = 2
    while at + 9 <= len(jpeg):
        if jpeg[at] != 0xFF:
            return None
        marker = jpeg[at + 1]
        if marker in _FRAMES:
            high, wide = jpeg[at + 5 : at + 7], jpeg[at + 7 : at + 9]
            return int.from_bytes(wide, "big"), int.from_bytes(high, "big")
        alone = marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8
        at += 1 if marker == 0xFF else 2
        if not alone:
            at += int.from_bytes(jpeg[at : at + 2], "big")
    return None
