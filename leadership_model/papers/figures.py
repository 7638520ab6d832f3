"""Figures of a list of people as a spread: one block a distribution, counts and shares."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.papers.spread import Spread, SpreadCell
from leadership_model.query.distributions import Distribution
from leadership_model.query.statistics import Figure, Summary

HEADS = ("项目", "人数", "占比")


def figures(
    summary: Summary,
    spread: Sequence[Distribution],
    as_of: int,
    question: str = "",
    sensitive: Sequence[str] = (),
    basis: str = "",
) -> Spread:
    """Make the sheet: title, question, then the usual figures and every distribution.

    A share is of those whose value is known; who is not known stands in a line of 待核.
    """
    age = "待核" if summary.average_age is None else round(summary.average_age, 1)
    cells = [
        SpreadCell(row=0, column=0, columns=3, value="结果统计表", kind="title"),
        SpreadCell(
            row=1,
            column=0,
            columns=3,
            value=_note(as_of, question, sensitive),
            kind="note",
            align="left",
        ),
        *(SpreadCell(row=2, column=i, value=head, kind="head") for i, head in enumerate(HEADS)),
        *_row(3, "总人数", summary.count, ""),
        *_row(4, "平均年龄（岁）", age, ""),
    ]
    row = 5
    for each in summary.figures:
        cells += _row(row, each.label, each.count, _share(each))
        row += 1
    for block in spread:
        cells.append(
            SpreadCell(row=row, column=0, columns=3, value=block.name, kind="group", align="left")
        )
        row += 1
        for bar in block.bars:
            cells += _row(row, bar.label, bar.count, _share(bar))
            row += 1
    return Spread(
        name="结果统计",
        widths=(30, 14, 14),
        cells=tuple(cells),
        heights=((0, 30.0), (1, 32.0)),
        repeat=(2, 2),
        freeze=(3, 0),
        landscape=False,
        foot=basis or f"基准日期 {months.show_iso(as_of)}",
    )


def _note(as_of: int, question: str, sensitive: Sequence[str]) -> str:
    parts = [f"基准日期 {months.show_iso(as_of)}"]
    parts += [f"条件：{question}"] if question else []
    parts += [f"条件使用了敏感要素：{'、'.join(sensitive)}"] if sensitive else []
    return "　".join(parts)


def _share(figure: Figure) -> str:
    return "" if figure.share is None else f"{figure.share:.1%}"


def _row(row: int, label: str, count: int | float | str, share: str) -> list[SpreadCell]:
    return [
        SpreadCell(row=row, column=0, value=label, align="left"),
        SpreadCell(row=row, column=1, value=count, kind="number"),
        SpreadCell(row=row, column=2, value=share),
    ]
