"""家庭成员登记表: who belongs to each person's family, with birth, age, party and work."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.papers.basis import of_records
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.person import Relative
from leadership_model.people.seating import Seating

HEADS = (
    *(("序号", 6.0), ("姓名", 10.0), ("现任职务", 30.0), ("称谓", 9.0), ("家庭成员\n姓名", 11.0)),
    *(("出生\n年月", 10.0), ("年龄", 6.0), ("政治\n面貌", 11.0), ("工作单位及职务", 40.0)),
    ("备注", 10.0),
)
LEFT = (2, 8)
HEAD_ROW = 2


def family_register(seating: Seating, people: Sequence[int]) -> Spread:
    """Make the register of these people (positions); somebody without relatives keeps one row."""
    snapshot, last = seating.snapshot, len(HEADS)
    table = snapshot["relative"]
    note = f"基准日期 {months.show_iso(seating.as_of)}　共 {len(people)} 人"
    cells = [
        SpreadCell(row=0, column=0, columns=last, value="家庭成员登记表", kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=note, kind="note", align="left"),
    ]
    cells += [
        SpreadCell(row=HEAD_ROW, column=at, value=word, kind="head")
        for at, (word, _) in enumerate(HEADS)
    ]
    row = HEAD_ROW + 1
    for number, person in enumerate(people, 1):
        found = [table.record(at) for at in table.of(person)]
        relatives: list[Relative | None] = [*sorted(found, key=_place)] or [None]
        rows = len(relatives)
        names = (snapshot.people.raw(field)[person] or "" for field in ("name", "post_text"))
        for at, value in enumerate((str(number), *names)):
            cells.append(_cell(row, at, value, rows))
        for offset, relative in enumerate(relatives):
            texts = _texts(relative, seating.as_of)
            cells += [_cell(row + offset, at, text) for at, text in enumerate(texts, 3)]
        row += rows
    return fitted(
        Spread(
            name="家庭成员登记表",
            widths=tuple(width for _, width in HEADS),
            cells=tuple(cells),
            heights=((0, 30.0), (HEAD_ROW, 32.0)),
            repeat=(HEAD_ROW, HEAD_ROW),
            freeze=(HEAD_ROW + 1, 2),
            foot=of_records(seating).foot,
        )
    )


def _place(relative: Relative) -> int:
    return relative.order


def _cell(row: int, column: int, value: str, rows: int = 1) -> SpreadCell:
    return SpreadCell(
        row=row,
        column=column,
        rows=rows,
        value=value,
        align="left" if column in LEFT else "center",
    )


def _texts(relative: Relative | None, as_of: int) -> tuple[str, ...]:
    """Write one relative; the age of somebody deceased stays blank."""
    if relative is None:
        return ("", "未登记", "", "", "", "", "")
    birth, age = str(relative.birth_year or ""), ""
    if relative.birth is not None:
        birth = months.show(relative.birth)
        age = str(months.years_between(relative.birth, as_of))
    elif relative.birth_year is not None:
        age = str(months.year_of(as_of) - relative.birth_year)
    return (
        relative.title or "",
        relative.name or "",
        birth,
        "" if relative.deceased else age,
        relative.party or "",
        relative.post_text or "",
        "已去世" if relative.deceased else "",
    )
