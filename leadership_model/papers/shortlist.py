"""A ranking of people for a post, or of posts for a person, as a spread with the disclaimer."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.spread import Spread, SpreadCell
from leadership_model.people.held import told as told_of

HEADS = ("名次", "姓名", "现任职务", "岗位", "匹配度", "任职资格", "结构效应")
WIDTHS = (7.0, 10.0, 34.0, 34.0, 10.0, 34.0, 10.0)


def shortlist(
    title: str,
    rows: Sequence[tuple[str, ...]],
    as_of: int,
    note: str = "",
    rules: str = "",
    sensitive: Sequence[str] = (),
    basis: str = "",
    held: int = 0,
) -> Spread:
    """Make the sheet. A row: rank, name, position, post, score, eligibility, structure effect.

    `sensitive`: the sensitive elements that act on the ranking, each with its legal basis.
    `held`: how many are held 暂缓使用 and left out; who they are is told nowhere.
    """
    last = len(HEADS) - 1
    head = f"基准日期 {months.show_iso(as_of)}　共 {len(rows)} 行　{note}".rstrip()
    cells = [
        SpreadCell(row=0, column=0, columns=last + 1, value=title, kind="title"),
        SpreadCell(row=1, column=0, columns=last + 1, value=head, kind="note", align="left"),
        *(SpreadCell(row=2, column=i, value=word, kind="head") for i, word in enumerate(HEADS)),
    ]
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            left = column in (2, 3, 5)
            cells.append(
                SpreadCell(
                    row=3 + line, column=column, value=value, align="left" if left else "center"
                )
            )
    foot = len(rows) + 3
    told = [f"{each}。" for each in (*sensitive, *filter(None, (told_of(held),)))]
    for line, words in enumerate(filter(None, (f"{DISCLAIMER}。", *told, rules))):
        cells.append(
            SpreadCell(
                row=foot + line, column=0, columns=last + 1, value=words, kind="note", align="left"
            )
        )
    return Spread(
        name="人岗匹配",
        widths=WIDTHS,
        cells=tuple(cells),
        heights=((0, 30.0), (foot + 1 + len(told), 60.0)),
        repeat=(2, 2),
        freeze=(3, 2),
        foot=basis or f"基准日期 {months.show_iso(as_of)}",
    )
