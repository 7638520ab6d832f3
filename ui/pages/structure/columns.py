"""Columns of categories, requirements, teams before and after, and holders of key posts."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadership_model.assessment.impact import Shift
from leadership_model.structure import phrase
from ui import marks, names, theme
from ui.pages.structure.category_work import CategoryRow
from ui.pages.structure.portrait_work import Holder
from ui.pages.structure.work import RequirementRow, short_name
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot


def category_columns(narrow: bool = False) -> tuple[Column, ...]:
    """Give the columns of categories; items are `CategoryRow`."""
    return (
        Column(id="title", title="模型类别", cell=_title, width=92 if narrow else 150,
               stretch=True, fixed=True,
               tip=_title_tip),
        Column(id="count", title="班子", cell=_count, width=42, align="right"),
        Column(id="bar", title="状态", cell=_bar, width=60 if narrow else 84, tip=_bar_tip),
    )  # fmt: skip


def _title(row: CategoryRow) -> Cell:
    text = f"　{row.title}" if row.under else row.title
    if row.retired:
        return Cell(text=text, tail="已停用", faint=True)
    if row.team is not None:
        return Cell(text=f"　{text}", tail="本班子", tone="text2")
    if row.model is None:
        return Cell(text=text, tail="" if row.under else "未配置", tone="text2")
    return Cell(text=text)


def _title_tip(row: CategoryRow) -> str:
    if row.model is not None:
        return row.model.label
    if row.under:
        return f"{row.title}：没有自己的差异，全部继承{row.category}的模型"
    return f"{row.title}：尚未配置结构模型"


def _count(row: CategoryRow) -> str:
    return str(len(row.teams))


def _bar(row: CategoryRow) -> Cell:
    return Cell(bar=Bar(parts=row.parts(), total=max(len(row.teams), 1))) if row.states else Cell()


def _bar_tip(row: CategoryRow) -> str:
    return "　".join(f"{marks.WORDS[state]} {count}" for state, count in row.states)


def requirement_columns(narrow: bool = False, own: bool = False) -> tuple[Column, ...]:
    """Give the columns of requirements; items are `RequirementRow`. Large text leaves some out.

    `own`: of a difference, with where each line comes from.
    """
    scale = theme.px(100) if narrow else 100
    every = (
        Column(id="dimension", title="类别", cell=_dimension, width=66, fixed=True),
        Column(id="label", title="要求", cell=_label, stretch=True, search=True,
               width=220 if scale < 125 else 150, fixed=True, tip=_sentence),
        Column(id="origin", title="来源", cell=_origin, width=62, tip=_origin_tip),
        Column(id="scope", title="范围", cell=_scope, width=96),
        Column(id="target", title="目标", cell=_target, width=96, align="right", tip=_target_tip),
        Column(id="ideal", title="理想", cell=_ideal, width=56, align="right"),
        Column(id="tolerance", title="容差", cell=_tolerance, width=52, align="right"),
        Column(id="points", title="分值", cell=_points, width=48, align="right"),
        Column(id="veto", title="否决", cell=_veto, width=68),
        Column(id="basis", title="依据", cell=_basis, width=150, tip=_basis_tip),
        Column(id="counts", title="达标/接近/不达标", cell=_counts, width=134, tip=_counts_tip),
    )  # fmt: skip
    out = {"tolerance", "basis"} if narrow else set()
    out |= ({"scope"} if narrow else set()) if own else {"origin"}
    out |= {"dimension", "scope", "ideal"} if scale >= 125 else set()
    out |= {"veto", "counts"} if scale >= 150 else set()
    return tuple(each for each in every if each.id not in out)


def _dimension(row: RequirementRow) -> Cell:
    return Cell(text=row.requirement.dimension, tone="text2") if row.first else Cell()


def _label(row: RequirementRow) -> Cell:
    return Cell(text=row.requirement.label, chip=row.changed, chip_tone="accent")


def _sentence(row: RequirementRow) -> str:
    return phrase.sentence(row.requirement)


def _origin(row: RequirementRow) -> Cell:
    if row.conflict:
        return Cell(text="冲突", icon="alert-outline", tone="red_text", bold=True)
    return Cell(text=row.origin or "继承", tone="accent" if row.origin else "text2")


def _origin_tip(row: RequirementRow) -> str:
    if row.conflict:
        return "上级改过这一条，本级也改过：到“继承”中决定保留哪一个"
    return f"本级{row.origin}" if row.origin else "与上级相同，上级改动时随之改动"


def _scope(row: RequirementRow) -> Cell:
    words = phrase.scope_words(row.requirement.scope)
    return Cell(text="全部" if words == "全部成员" else words, tone="text2")


def _target(row: RequirementRow) -> Cell:
    return Cell(text=phrase.target(row.requirement), bold=bool(row.changed))


def _target_tip(row: RequirementRow) -> str:
    return phrase.target(row.requirement)


def _basis_tip(row: RequirementRow) -> str:
    return row.requirement.basis


def _ideal(row: RequirementRow) -> Cell:
    return Cell(text=phrase.ideal(row.requirement), tone="text2")


def _tolerance(row: RequirementRow) -> Cell:
    value = row.requirement.tolerance
    return Cell(text="惯例" if value is None else f"{value:g}", tone="text2", faint=value is None)


def _points(row: RequirementRow) -> str:
    return f"{row.requirement.points:g}"


def _veto(row: RequirementRow) -> Cell:
    return Cell(text="否决", mark="veto") if row.requirement.veto else Cell(text="–", faint=True)


def _basis(row: RequirementRow) -> Cell:
    return Cell(text=row.requirement.basis or "未填写", tone="text2")


def _counts(row: RequirementRow) -> Cell:
    green, yellow, red, unknown = row.counts
    total = green + yellow + red + unknown
    if not total:  # no team, or none judged yet
        return Cell(text="–", tone="text2")
    parts = ((green, "green"), (yellow, "yellow"), (red, "red"), (unknown, "grey"))
    bar = Bar(parts=tuple((float(n), tone) for n, tone in parts), total=float(total))
    return Cell(text=f"{green}/{yellow}/{red}", bar=bar)


def _counts_tip(row: RequirementRow) -> str:
    green, yellow, red, unknown = row.counts
    return f"达标 {green}　接近 {yellow}　不达标 {red}　待核 {unknown}"


class ShiftColumns:
    """Columns of teams before and after; items are `Shift`."""

    def __init__(self, snapshot: "Snapshot", narrow: bool = False) -> None:
        self._snapshot, self._width = snapshot, 70 if narrow else 92

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        return (
            Column(id="team", title="班子", cell=self._team, width=90, stretch=True, search=True,
                   fixed=True),
            Column(id="before", title="现行", cell=self._before, width=self._width),
            Column(id="after", title="改动后", cell=self._after, width=self._width),
            Column(id="gain", title="增减", cell=self._gain, width=50, align="right",
                   keys=self._gains),
        )  # fmt: skip

    def _team(self, shift: Shift) -> Cell:
        return Cell(text=short_name(self._snapshot, shift.team), bold=shift.moved)

    def _before(self, shift: Shift) -> Cell:
        return Cell(text=score(shift.before.score_low), mark=shift.before.state)

    def _after(self, shift: Shift) -> Cell:
        tints = {"veto": "red", "unknown": "grey", "unconfigured": ""}
        tint = tints.get(shift.after.state, str(shift.after.state)) if shift.moved else ""
        return Cell(text=score(shift.after.score_low), mark=shift.after.state, tint=tint)

    def _gain(self, shift: Shift) -> Cell:
        gain = shift.gain
        if not gain:
            return Cell(text="0" if gain == 0 else names.NOTHING, faint=True)
        return Cell(text=names.signed(gain), tone="green_text" if gain > 0 else "red_text")

    def _gains(self, items: Sequence[Shift]) -> object:
        import numpy as np

        return np.array([np.nan if s.gain is None else s.gain for s in items], dtype=np.float64)


def score(value: float | None) -> str:
    """Write a score with one decimal place, or a dash."""
    return names.number(value, 1)


def holder_columns() -> tuple[Column, ...]:
    """Give the columns of present holders; items are `Holder`."""
    return (
        Column(id="place", title="班子", cell=_place, width=62, tip=_whole_place),
        Column(id="name", title="姓名", cell=_name, width=58, fixed=True),
        Column(id="fit", title="匹配度", cell=_fit, width=84, stretch=True, keys=_fits),
    )


def _place(holder: Holder) -> Cell:
    """Show a township without its county: there is room for four characters."""
    tail = re.split("[县市区]", holder.place, maxsplit=1)[-1]
    short = tail if tail.endswith(("镇", "乡", "街道")) else holder.place
    return Cell(text=short or holder.place, tone="text2")


def _whole_place(holder: Holder) -> str:
    return holder.place


def _name(holder: Holder) -> Cell:
    return Cell(text=holder.name, link=True)


def _fit(holder: Holder) -> Cell:
    low, high = int(holder.low + 0.5), int(holder.high + 0.5)
    text = str(low) if low == high else f"{low}～{high}"
    if low == high:
        return Cell(text=text, bar=Bar(parts=((holder.low, "c1"),)))
    bar = Bar(parts=((holder.low, "c1"),), low=holder.low, high=holder.high)
    return Cell(text=text, bar=bar)


def _fits(items: Sequence[Holder]) -> object:
    import numpy as np

    return np.array([holder.low for holder in items], dtype=np.float64)
