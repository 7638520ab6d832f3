"""Ctrl+K while somebody types: the slowest of many beginnings, beside looking at every text."""

from leadership_model.people.snapshot import Snapshot
from tests.bench.domain import City, same
from tests.bench.table import Row, median_ms
from ui.palette import index
from ui.tables import pinyin

LETTERS = ("z", "zh", "zhang", "zjg", "shan", "zeng", "qiu", "xie", "yuchi", "a", "x")
WORDS = ("张", "张建", "单", "财政局", "书记", "县委 书记", "镇长", "2514", "001x")


class Unhurried:
    """What a job is handed, where nobody waits."""

    def check(self) -> None:
        """Go on."""


def naively(snapshot: Snapshot, word: str) -> set[str]:
    """Find people by name or by what their name sounds like, in the most obvious way."""
    found = set()
    for id, name in zip(snapshot.people.ids, snapshot.people.raw("name"), strict=True):
        spellings, letters = pinyin.searchable(name or "")
        heard = any(each.startswith(word) for each in (*spellings, *letters))
        if word in (name or "").lower() or heard:
            found.add(id)
    return found


def finding(city: City) -> Row:
    """The worst median over what is typed; what letters find is what looking at all names finds."""
    snapshot = city.world.snapshot
    built = index.build(snapshot, Unhurried())  # type: ignore[arg-type]
    for word in LETTERS:
        found = index.search(built, word, limit=100_000)
        mine = {each.id for each in found if each.kind == "person"}
        same(mine - naively(snapshot, word), set())
        same(naively(snapshot, word) - mine, set())
    typed = (*LETTERS, *WORDS)
    taken = {word: median_ms(lambda: index.search(built, word), 5) for word in typed}  # noqa: B023
    worst = max(taken, key=lambda word: taken[word])
    other = median_ms(lambda: naively(snapshot, worst), 1)
    size = f"{len(built.entries)} entries, worst “{worst}”"
    return Row("find while typing", size, taken[worst], "ms", "all names looked at", other, 50.0)


ROWS = (finding,)
