"""A career entry 履历 line in its structured reading. One line with two posts gives two entries."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, End, Flag, Id, Month, Number, Ref, Text

# Words of the reading; the lists stand in data/codes/career.toml and are used by the reader, the
# sample city and the experience filters alike.
KINDS = ("任职", "学习", "其间", "跨段")
Said = tuple[str | None, int | None, int | None, str | None]
CONFIDENCE = 60  # a reading below this only "may" match; `confidence` in the settings goes before


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerEntry:
    """What was understood of one line (or one post within a line) of the 简历.

    `line` numbers the main lines from 0; a 其间 or 跨段 entry carries the line it stands under.
    start <= month < end; end None = open. `sure` is the confidence of the reading, 0 to 100; a
    correction by hand is 100 and `by_hand`. `functions` are names joined by 、.
    """

    id: Id
    person: Ref
    line: int
    kind: Code = "任职"
    start: Month = None
    end: End = None
    text: Text = None
    unit_text: Text = None
    unit_kind: Code = None
    area: Code = None  # name of the county-level area, or 市直 / 市外
    unit: Ref = None  # the unit of this base, where it was recognised
    post_kind: Code = None
    level: Code = None
    role: Code = None  # 正职 / 副职 / 其他
    functions: Code = None
    secondment: Flag = False  # 挂职
    sure: Number = 100
    by_hand: Flag = False


def said_of(entry: CareerEntry) -> Said:
    """Give what the 简历 itself says of an entry: kind, start, end, text. Equal = the same line."""
    return entry.kind, entry.start, entry.end, entry.text
