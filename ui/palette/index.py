"""What Ctrl+K finds: people, posts, teams, saved queries and commands.

People are found by name, pinyin, initials, the tail of the id number, and last by their post and
unit. Pure: built in a reader's
job, asked on the main thread. Asking looks at every entry with a few string comparisons, some
milliseconds for ten thousand entries.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ui.jobs import Control
from ui.tables import pinyin

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot

Kind = Literal["person", "team", "post", "query", "command"]
TAIL = 4  # digits of an id number that must be typed at least


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found. `spellings` and `letters` in lower case, without gaps."""

    kind: Kind
    id: str
    title: str
    note: str = ""
    spellings: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """All entries, people first, then teams, then posts.

    `texts` holds one text an entry with everything that is searched: most entries are passed over
    by one look at it.
    """

    entries: tuple[Entry, ...] = ()
    texts: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(map(_text, self.entries)))


def _text(entry: Entry) -> str:
    parts = (entry.title, entry.number, *entry.spellings, *entry.letters)
    return "\n".join(("", *parts, entry.note)).lower()


def build(snapshot: "Snapshot", control: Control) -> Index:
    """Gather what can be found in a database."""
    found: list[Entry] = []
    people = snapshot.people
    columns = (people.ids, *(people.raw(name) for name in ("name", "post_text", "id_number")))
    for at, (id, name, note, number) in enumerate(zip(*columns, strict=True)):
        if at % 500 == 0:
            control.check()
        spellings, letters = pinyin.searchable(name or "")
        found.append(Entry("person", id, name or "", note or "", spellings, letters, number or ""))
    teams = snapshot.teams
    names = teams.raw("name")
    areas = teams.raw("area")
    for id, name, area in zip(teams.ids, names, areas, strict=True):
        found.append(_named("team", id, name or "", area or ""))
    posts = snapshot.posts
    for at, (id, name) in enumerate(zip(posts.ids, posts.raw("name"), strict=True)):
        if at % 500 == 0:
            control.check()
        found.append(_named("post", id, name or "", names[int(posts.owners()[at])] or ""))
    return Index(tuple(found))


def command(id: str, text: str, note: str) -> Entry:
    """Make an entry of a command of the program."""
    return _named("command", id, text, note)


def query(label: str, sentence: str, id: str = "") -> Entry:
    """Make an entry of a saved query: its id, or the sentence of a common one, is what is asked."""
    return _named("query", id or sentence, label, sentence)


def _named(kind: Kind, id: str, name: str, note: str) -> Entry:
    syllables = [each.rstrip("012345") for each in pinyin.toned(name, name=False)]
    letters = "".join(each[:1] for each in syllables).lower()
    return Entry(kind, id, name, note, ("".join(syllables).lower(),), (letters,))


def search(index: Index, text: str, more: Iterable[Entry] = (), limit: int = 40) -> list[Entry]:
    """Find entries, best first: exact names, beginnings, initials, full pinyin, then anywhere.

    Further words narrow the search to entries whose note or title holds them.
    """
    words = text.lower().split()
    if not words:
        return []
    word, rest = words[0], words[1:]
    scored = []
    # Letters begin a spelling or initials of a person; of teams and posts they may stand inside.
    begins = f"\n{word}" if word.isascii() and word.isalpha() else word
    possible = [
        entry
        for entry, text in zip(index.entries, index.texts, strict=True)
        if begins in text or (entry.kind != "person" and word in text)
    ]
    for at, entry in enumerate((*possible, *more)):
        score = _score(entry, word)
        if score is not None and all(each in entry.note or each in entry.title for each in rest):
            scored.append((score, at, entry))
    scored.sort(key=_by_score)
    found = [entry for _, _, entry in scored]
    first, others = found[:limit], found[limit:]
    if others and all(each.kind != "person" for each in first):
        # A post or a unit was typed: some of the people who have it are wanted as well.
        holders = [each for each in others if each.kind == "person"][: limit // 4]
        first = [*first[: limit - len(holders)], *holders]
    return first


def _by_score(item: tuple[int, int, Entry]) -> tuple[int, int]:
    return item[0], item[1]


def _score(entry: Entry, word: str) -> int | None:
    """Say how well an entry answers a word, smaller is better; None when it does not."""
    title = entry.title.lower()
    if word in title:
        return 0 if title == word else 1 if title.startswith(word) else 6
    if word in entry.letters:
        return 2
    if _begins(entry.spellings, word):
        return 3
    if _begins(entry.letters, word):
        return 4
    if entry.number and len(word) >= TAIL and entry.number.lower().endswith(word):
        return 5
    if entry.kind != "person" and any(word in each for each in entry.letters):
        return 7
    if entry.kind != "person" and word in entry.note.lower():
        return 8
    if entry.kind == "person" and len(word) > 1 and word in entry.note.lower():
        return 9
    return None


def _begins(texts: Sequence[str], word: str) -> bool:
    return any(each.startswith(word) for each in texts)
