"""The rows behind figures: a workbook whose first sheet lists figures and whose others the people.

Who reads a number can check it name by name without the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.papers.basis import Basis
from leadership_model.papers.roster import in_post_since
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.seating import Seating

HEADS = (
    "序号",
    "姓名",
    "现任职务",
    "性别",
    "民族",
    "政治面貌",
    "出生年月",
    "职务层次",
    "任现职时间",
)
WIDTHS = (6.0, 10.0, 44.0, 6.0, 10.0, 12.0, 11.0, 13.0, 12.0)
TEAM_HEADS, TEAM_WIDTHS = ("序号", "班子", "类别", "地区"), (6.0, 48.0, 16.0, 16.0)
POST_HEADS, POST_WIDTHS = ("序号", "岗位", "班子", "角色"), (6.0, 36.0, 48.0, 10.0)


@dataclass(frozen=True, slots=True)
class Behind:
    """One figure: its words, the number printed, and the people, teams or posts it counts."""

    label: str
    count: str
    people: tuple[int, ...] = ()
    teams: tuple[int, ...] = ()
    posts: tuple[int, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows stand behind it."""
        return len(self.people) + len(self.teams) + len(self.posts)


def workbook(
    seating: Seating, figures: Sequence[Behind], title: str, basis: Basis
) -> tuple[Spread, ...]:
    """Make the sheets: the figures with the name of their sheet, then the rows of each."""
    named = [(each, _sheet_name(number, each)) for number, each in enumerate(figures, 1)]
    return (
        _index(named, title, basis),
        *(_rows(seating, each, name, basis) for each, name in named if each.rows),
    )


def _sheet_name(number: int, each: Behind) -> str:
    """Name a sheet: at most 31 letters, none that a workbook forbids, never twice the same."""
    safe = "".join("_" if letter in "[]:*?/\\'" else letter for letter in each.label)
    return f"{number} {safe}"[:31]


def _index(named: Sequence[tuple[Behind, str]], title: str, basis: Basis) -> Spread:
    cells = [
        SpreadCell(row=0, column=0, columns=3, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=3, value=basis.foot, kind="note", align="left"),
        *(
            SpreadCell(row=2, column=at, value=word, kind="head")
            for at, word in enumerate(("指标", "数值", "明细所在工作表"))
        ),
    ]
    for row, (each, name) in enumerate(named, 3):
        cells += [
            SpreadCell(row=row, column=0, value=each.label, align="left"),
            SpreadCell(row=row, column=1, value=each.count),
            SpreadCell(row=row, column=2, value=name if each.rows else "无", align="left"),
        ]
    return Spread(
        name="目录",
        widths=(48.0, 16.0, 34.0),
        cells=tuple(cells),
        heights=((0, 30.0),),
        repeat=(2, 2),
        freeze=(3, 0),
        landscape=False,
        foot=basis.foot,
    )


def _rows(seating: Seating, each: Behind, name: str, basis: Basis) -> Spread:
    snapshot = seating.snapshot
    heads: Sequence[str] = HEADS
    widths: Sequence[float] = WIDTHS
    if each.teams:
        heads, widths = TEAM_HEADS, TEAM_WIDTHS
        lines = [
            [str(snapshot.teams.raw(field)[at] or "") for field in ("name", "category", "area")]
            for at in each.teams
        ]
    elif each.posts:
        heads, widths = POST_HEADS, POST_WIDTHS
        owners, teams = snapshot.posts.owners(), snapshot.teams.raw("name")
        lines = [
            [
                snapshot.posts.raw("name")[at] or "",
                teams[int(owners[at])] or "",
                snapshot.posts.raw("role")[at] or "",
            ]
            for at in each.posts
        ]
    else:
        lines = [_person(seating, at) for at in each.people]
    return _sheet(name, each, heads, widths, lines, basis)


def _sheet(
    name: str,
    each: Behind,
    heads: Sequence[str],
    widths: Sequence[float],
    lines: Sequence[Sequence[str]],
    basis: Basis,
) -> Spread:
    last = len(heads)
    said = f"{basis.foot}　共 {len(lines)} 行"
    cells = [
        SpreadCell(row=0, column=0, columns=last, value=each.label, kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=said, kind="note", align="left"),
        *(SpreadCell(row=2, column=at, value=word, kind="head") for at, word in enumerate(heads)),
    ]
    for row, line in enumerate(lines, 3):
        cells.append(SpreadCell(row=row, column=0, value=row - 2, kind="number"))
        cells += [
            SpreadCell(
                row=row, column=at, value=value, align="left" if widths[at] > 30 else "center"
            )
            for at, value in enumerate(line, 1)
        ]
    return fitted(
        Spread(
            name=name,
            widths=tuple(widths),
            cells=tuple(cells),
            heights=((0, 28.0),),
            repeat=(2, 2),
            freeze=(3, 0),
            foot=basis.foot,
        )
    )


def _person(seating: Seating, at: int) -> list[str]:
    people = seating.snapshot.people

    def told(field: str) -> str:
        return people.raw(field)[at] or "待核"

    birth, since = people.raw("birth")[at], in_post_since(seating, at)
    return [
        people.raw("name")[at] or "（未填姓名）",
        people.raw("post_text")[at] or "",
        told("sex"),
        told("ethnicity"),
        told("party"),
        "待核" if birth is None else months.show(birth),
        people.raw("level")[at]
        or ("无" if "level" in (people.raw("absent")[at] or "") else "待核"),
        "待核" if since is None else months.show(since),
    ]
