"""预警清单 and 提醒清单: lists of what stands out and of what falls due, as spreads."""

from collections.abc import Mapping, Sequence

from leadership_model import months
from leadership_model.papers.spread import Spread, SpreadCell, fitted

FLAGS = (("颜色", 7.0), ("班子", 34.0), ("预警事项", 30.0), ("情况", 52.0), ("涉及人员", 24.0))
DUES = (("月份", 10.0), ("事项", 14.0), ("姓名", 12.0), ("班子、职务", 46.0), ("内容", 46.0))
NOTE = "仅列可以确定的情况，供研判参考。"


def notices(
    title: str,
    heads: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    as_of: int,
    note: str = "",
    rules: str = "",
    basis: str = "",
    tones: Mapping[int, Sequence[str]] | None = None,
) -> Spread:
    """Make a list: title, a line with month and count, the rows, the rules in use at the foot.

    `heads` are (word, width in characters); each row has as many texts. `basis` is printed on
    every page, `tones` gives the verdict tones of a column row by row.
    """
    last = len(heads)
    said = f"基准日期 {months.show_iso(as_of)}　共 {len(rows)} 条　{note}".rstrip()
    cells = [
        SpreadCell(row=0, column=0, columns=last, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=said, kind="note", align="left"),
        *(SpreadCell(row=2, column=i, value=head[0], kind="head") for i, head in enumerate(heads)),
    ]
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            wide = heads[column][1] > 20
            cells.append(
                SpreadCell(
                    row=3 + line,
                    column=column,
                    value=value,
                    align="left" if wide else "center",
                    tone=tones[column][line] if tones and column in tones else "",
                )
            )
    foot = " ".join(filter(None, (NOTE, rules)))
    cells.append(
        SpreadCell(row=len(rows) + 3, column=0, columns=last, value=foot, kind="note", align="left")
    )
    spread = Spread(
        name=title[:30],
        widths=tuple(width for _, width in heads),
        cells=tuple(cells),
        heights=((0, 30.0),),
        repeat=(2, 2),
        freeze=(3, 0),
        foot=basis or f"基准日期 {months.show_iso(as_of)}",
    )
    return fitted(spread)
