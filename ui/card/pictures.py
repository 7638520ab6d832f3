"""Photos in memory: those looked at last, so that memory does not grow while one pages on."""

from collections.abc import Collection, Mapping

from PySide6.QtGui import QPixmap

MOST = 240  # of 188 x 230 px, 170 kB each


class Pictures:
    """Photos by person id; an empty one says there is none. The oldest go when there are many."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: dict[str, QPixmap] = {}  # the one used last is the last one

    def __contains__(self, id: object) -> bool:
        return id in self._held

    def __len__(self) -> int:
        return len(self._held)

    def get(self, id: str) -> QPixmap | None:
        """Give the photo of a person if it is there, which counts as a use of it."""
        found = self._held.pop(id, None)
        if found is not None:
            self._held[id] = found
        return found

    def add(self, pictures: Mapping[str, QPixmap], needed: Collection[str] = ()) -> None:
        """Take photos; those `needed` stay, however many they are."""
        self._held |= pictures
        spare = len(self._held) - self._most
        for id in [each for each in self._held if each not in needed][: max(spare, 0)]:
            del self._held[id]
