"""What a 7z archive unpacks to: its files one after the other in one temporary file."""

import io

from py7zr.io import Py7zIO, WriterFactory

from leadership_model.exchange.photos import Shelf


class _Written(Py7zIO):
    """One file being unpacked; complete as soon as the next one begins."""

    def __init__(self, most: int) -> None:
        self._content, self._most = io.BytesIO(), most

    def write(self, s: bytes | bytearray) -> int:
        """Take a piece; ValueError when the file is larger than all may be together."""
        if self._content.tell() + len(s) > self._most:
            raise ValueError("the archive unpacks to more than it said")
        return self._content.write(s)

    def read(self, size: int | None = None) -> bytes:
        """Give what was written."""
        return self._content.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._content.seek(offset, whence)

    def flush(self) -> None:
        """Nothing waits to be written."""

    def size(self) -> int:
        """Give the number of bytes written."""
        return len(self._content.getbuffer())

    def whole(self) -> bytes:
        """Give everything that was written."""
        return self._content.getvalue()


class Unpacked(WriterFactory):
    """Takes the files of an archive in their turn and lays each on a shelf."""

    def __init__(self, most: int) -> None:
        self._left, self._shelf = most, Shelf()
        self._places: dict[str, tuple[int, int]] = {}
        self._current: tuple[str, _Written] | None = None

    def create(self, filename: str) -> Py7zIO:
        """Begin another file."""
        self._lay()
        made = _Written(self._left)
        self._current = filename.replace("\\", "/"), made
        return made

    def names(self) -> tuple[str, ...]:
        """List the files; called when all have been unpacked."""
        self._lay()
        return tuple(self._places)

    def read(self, name: str) -> bytes:
        """Give the content of a file."""
        return self._shelf.get(*self._places[name])

    def _lay(self) -> None:
        if self._current is None:
            return
        name, written = self._current
        content = written.whole()
        self._left -= len(content)
        self._places[name] = (self._shelf.put(content), len(content))
        self._current = None
