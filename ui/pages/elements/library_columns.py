"""Columns of the elements, of where one is used, and of a trial on one person."""

from collections.abc import Sequence

from leadership_model.structure.usage import Use
from ui.pages.elements import library_work as work
from ui.pages.elements.trial_work import TrialLine
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column

GOOD_SHARE = 95.0  # of 100 people; below it the bar turns yellow


def element_columns(narrow: bool = False) -> tuple[Column, ...]:
    """Give the columns of the elements; items are `ElementRow`."""
    every = (
        Column(id="label", title="要素", cell=_label, width=110 if narrow else 130,
               texts=_labels, search=True, stretch=True, fixed=True),
        Column(id="kind", title="类型", cell=_kind, width=76),
        Column(id="source", title="来源", cell=_source, width=70),
        Column(id="known", title="已知 %", cell=_known, width=112, keys=_shares,
               heading_tip="有值或确认为无的人占全部干部的百分比"),
        Column(id="used", title="用处", cell=_used, width=46, align="right", keys=_uses),
    )  # fmt: skip
    return tuple(each for each in every if not narrow or each.id not in ("kind", "source"))


def _label(row: work.ElementRow) -> Cell:
    chip = "停用" if row.element.retired else "敏感" if row.sensitive else ""
    tone = "grey" if row.element.retired else "yellow"
    return Cell(text=row.element.label, chip=chip, chip_tone=tone, faint=row.element.retired)


def _labels(items: Sequence[work.ElementRow]) -> list[str]:
    return [row.element.label for row in items]


def _kind(row: work.ElementRow) -> str:
    return row.kind


def _source(row: work.ElementRow) -> str:
    return row.source


def _known(row: work.ElementRow) -> Cell:
    tone = "c2" if row.share >= GOOD_SHARE else "yellow"
    return Cell(text=f"{row.share:.1f}", bar=Bar(parts=((row.share, tone),), total=100.0))


def _shares(items: Sequence[work.ElementRow]) -> object:
    import numpy as np

    return np.array([row.share for row in items], dtype=np.float64)


def _used(row: work.ElementRow) -> Cell:
    return Cell(text=str(row.used), link=True) if row.used else Cell(text="–", faint=True)


def _uses(items: Sequence[work.ElementRow]) -> object:
    import numpy as np

    return np.array([row.used for row in items], dtype=np.int32)


def filter_columns(narrow: bool = False) -> tuple[Column, ...]:
    """Give the columns of experience filters; items are `FilterRow`."""
    return (
        Column(id="label", title="经历筛选", cell=_filter_name, width=110 if narrow else 180,
               texts=_filter_names, search=True, stretch=True, fixed=True),
        Column(id="people", title="有过的人", cell=_filter_people, width=76, align="right",
               keys=_filter_counts),
        Column(id="used", title="用处", cell=_filter_used, width=46, align="right",
               keys=_filter_uses),
    )  # fmt: skip


def _filter_name(row: work.FilterRow) -> Cell:
    retired = row.filter.retired
    return Cell(
        text=row.filter.name, chip="停用" if retired else "", chip_tone="grey", faint=retired
    )


def _filter_names(items: Sequence[work.FilterRow]) -> list[str]:
    return [row.filter.name for row in items]


def _filter_people(row: work.FilterRow) -> str:
    return f"{row.people:,}"


def _filter_counts(items: Sequence[work.FilterRow]) -> object:
    import numpy as np

    return np.array([row.people for row in items], dtype=np.int32)


def _filter_used(row: work.FilterRow) -> Cell:
    return Cell(text=str(row.used), link=True) if row.used else Cell(text="–", faint=True)


def _filter_uses(items: Sequence[work.FilterRow]) -> object:
    import numpy as np

    return np.array([row.used for row in items], dtype=np.int32)


def use_columns() -> tuple[Column, ...]:
    """Give the columns of uses; items are `Use`."""
    return (
        Column(id="kind", title="类别", cell=_use_kind, width=52, fixed=True),
        Column(id="title", title="名称", cell=_use_title, width=150, stretch=True),
        Column(id="text", title="怎样用", cell=_use_text, width=150),
    )


def _use_kind(use: Use) -> Cell:
    return Cell(text=use.kind, tone="text2")


def _use_title(use: Use) -> str:
    return use.title


def _use_text(use: Use) -> str:
    return use.text


def trial_columns() -> tuple[Column, ...]:
    """Give the columns of a trial; items are `TrialLine`."""
    return (
        Column(id="when", title="来自", cell=_trial_when, width=120, fixed=True),
        Column(id="text", title="内容", cell=_trial_text, width=120, stretch=True),
        Column(id="months", title="计入", cell=_trial_months, width=56, align="right"),
    )


def _trial_when(line: TrialLine) -> Cell:
    return Cell(text=line.when, tone="text2")


def _trial_text(line: TrialLine) -> Cell:
    return Cell(
        text=line.text, bold=line.counts == "green", tone="text" if line.counts else "text2"
    )


def _trial_months(line: TrialLine) -> Cell:
    if not line.counts:
        return Cell(text="–", faint=True)
    return Cell(text="" if line.months is None else str(line.months), mark=line.counts)
