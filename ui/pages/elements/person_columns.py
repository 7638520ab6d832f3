"""Columns of the list of people and of the readings of a 简历."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from leadership_model.people import codes, fields
from ui import names
from ui.pages.elements.person_work import Listing, Names, ReadLine, span
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot


class PeopleColumns:
    """The columns of all people; items are positions in the snapshot."""

    def __init__(
        self, snapshot: "Snapshot", as_of: int, listing: Listing | None, narrow: bool
    ) -> None:
        self._snapshot, self._as_of, self._listing = snapshot, as_of, listing
        self._people = snapshot.people
        self._narrow = narrow

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order; fields beyond the usual ones are hidden at first."""
        usual = self._usual()
        known = {each.id for each in usual} | {"post_text"}
        more = (self._field(each) for each in fields.FIELDS if each.name not in known)
        return (*usual, *more)

    def _field(self, field: fields.Field) -> Column:
        """Make the column of one field of the record."""
        months = field.kind in ("month", "birth")
        return Column(
            id=field.name,
            title=field.label,
            cell=partial(self._value, field),
            width=80 if months else 96,
            keys=self._ints(field.name) if months else None,
            texts=None if months or field.kind in ("flag", "unit") else self._texts(field.name),
            shown=False,
        )

    def _value(self, field: fields.Field, item: int) -> Cell:
        """Write a field as the form does, 无 and 待核 told apart."""
        absent = self._people.raw("absent")[item]
        if absent and field.name in absent.split():
            return Cell(text=fields.NONE_WORD, faint=True)
        value = self._people.raw(field.name)[item]
        if value in (None, ""):
            return Cell(text=fields.UNKNOWN_WORD, faint=True)
        match field.kind:
            case "month":
                return Cell(text=names.month(value))
            case "flag":
                return Cell(text=fields.YES_NO[0] if value else fields.YES_NO[1])
            case "unit":
                return Cell(text=Names(self._snapshot).units.get(value, value))
            case _:
                return Cell(text=str(value).replace("\n", " "))

    def _usual(self) -> tuple[Column, ...]:
        return (
            Column(
                id="name",
                title="姓名",
                cell=self._name,
                width=70,
                texts=self._texts("name"),
                search=True,
                fixed=True,
            ),
            Column(id="sex", title="性别", cell=self._raw("sex"), width=50, shown=False),
            Column(
                id="birth",
                title="出生年月",
                cell=self._birth,
                width=74,
                keys=self._ints("birth"),
                shown=False,
            ),
            Column(
                id="post",
                title="现任职务",
                cell=self._raw("post_text"),
                width=120 if self._narrow else 190,
                texts=self._texts("post_text"),
                search=True,
                stretch=True,
            ),
            Column(
                id="level",
                title="层次",
                cell=self._level,
                width=86,
                shown=not self._narrow,
                keys=self._ranks,
            ),
            Column(id="status", title="状态", cell=self._raw("status"), width=60, shown=False),
            Column(
                id="gaps",
                title="待核",
                cell=self._gaps,
                width=44,
                align="right",
                keys=self._counts("gaps"),
                heading_tip="性别、出生、民族、政治面貌、参加工作、层次、成长地、简历中待核的项数",
            ),
            Column(
                id="issues",
                title="问题",
                cell=self._issues,
                width=44,
                align="right",
                keys=self._counts("issues"),
                heading_tip="数据体检发现的问题数",
            ),
        )

    def _name(self, item: int) -> Cell:
        return Cell(text=names.person_name(self._snapshot, item))

    def _raw(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
        values = self._people.raw(name)

        def cell(item: int) -> str:
            return values[item] or ""

        return cell

    def _texts(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
        values = self._people.raw(name)

        def texts(items: Sequence[int]) -> list[str]:
            return [values[item] or "" for item in items]

        return texts

    def _ints(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
        values = self._people.ints(name)

        def keys(items: Sequence[int]) -> object:
            return values[list(items)]

        return keys

    def _birth(self, item: int) -> str:
        return names.month(int(self._people.ints("birth")[item]))

    def _level(self, item: int) -> Cell:
        level = self._people.raw("level")[item]
        return Cell(text=level) if level else Cell(text=names.NOTHING, faint=True)

    def _ranks(self, items: Sequence[int]) -> object:
        return self._people.texts("level").mapped(codes.ranks("levels"))[list(items)]

    def _counts(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
        def keys(items: Sequence[int]) -> object:
            import numpy as np

            found = () if self._listing is None else getattr(self._listing, name)
            return np.array([found[item] if found else 0 for item in items], dtype=np.int32)

        return keys

    def _gaps(self, item: int) -> Cell:
        count = self._listing.gaps[item] if self._listing else 0
        return Cell(text=str(count), tone="grey_text") if count else Cell(text="", faint=True)

    def _issues(self, item: int) -> Cell:
        count = self._listing.issues[item] if self._listing else 0
        return Cell(text=str(count), tone="yellow_text") if count else Cell(text="", faint=True)


def _reading_cell(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def cell(item: ReadLine) -> Cell:
        value = getattr(item.entry, name)
        return Cell(text=value) if value else Cell(text=names.NOTHING, faint=True)

    return cell


def _when(item: ReadLine) -> Cell:
    chip = {"其间": "其间", "跨段": "跨段"}.get(item.entry.kind or "", "")
    return Cell(text=span(item.entry.start, item.entry.end), chip=chip, chip_tone="soft")


def _what(item: ReadLine) -> str:
    return item.entry.text or ""


def _months(item: ReadLine) -> str:
    return "" if item.months is None else str(item.months)


def _sure(item: ReadLine) -> Cell:
    if item.entry.by_hand:
        return Cell(text="更正", mark="green")
    return Cell(text=f"{item.entry.sure or 0}", mark=item.sure)


def _fresh(item: ReadLine) -> Cell:
    return Cell(text="新读", tone="accent") if item.fresh else Cell(text="已存", faint=True)


def reading_columns(narrow: bool = False) -> tuple[Column, ...]:
    """Give the columns of the readings beside the text; items are `ReadLine`.

    Where there is little room, what the unit and the level say already is left out.
    """
    every = (
        Column(id="when", title="起止", cell=_when, width=142, tip=_what, fixed=True),
        Column(id="unit", title="单位类别", cell=_reading_cell("unit_kind"), width=68),
        Column(id="post", title="岗位类别", cell=_reading_cell("post_kind"), width=68),
        Column(id="level", title="层次", cell=_reading_cell("level"), width=62, stretch=narrow),
        Column(id="role", title="角色", cell=_reading_cell("role"), width=42),
        Column(
            id="functions",
            title="职责",
            cell=_reading_cell("functions"),
            width=52,
            stretch=True,
        ),
        Column(id="area", title="地区", cell=_reading_cell("area"), width=84, shown=False),
        Column(id="months", title="月数", cell=_months, width=42, align="right"),
        Column(
            id="sure",
            title="把握",
            cell=_sure,
            width=58,
            heading_tip="读得有多准，0 到 100；低于 60 的只作“可能”，不作定论",
        ),
        Column(id="fresh", title="状态", cell=_fresh, width=44),
    )
    out = {"role", "functions", "months", "fresh"} if narrow else set()
    return tuple(each for each in every if each.id not in out)
