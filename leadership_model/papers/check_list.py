"""名册核对表: what a roster and the base say differently, the letters that differ marked."""

from dataclasses import replace

from leadership_model.exchange.checking import Checked
from leadership_model.papers.spread import Spread, SpreadCell, fitted

HEADS = (("名册行", 8.0), ("姓名", 10.0), ("栏目", 16.0), ("库内", 44.0), ("名册", 44.0))


def check_list(checked: Checked, names: dict[str, str], foot: str, against: str = "库内") -> Spread:
    """Make the list; `names` give the people the roster leaves out, `against` what was compared."""
    last = len(HEADS)
    said = (
        f"两边都有 {checked.compared} 人，其中一致 {checked.same} 人；差异"
        f" {len(checked.differences)} 处。只在名册 {len(checked.alone)} 人，"
        f"无法确定 {len(checked.unclear)} 人，名册缺 {len(checked.lacking)} 人"
    )
    cells = [
        SpreadCell(row=0, column=0, columns=last, value="名册核对表", kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=said, kind="note", align="left"),
    ]
    words = [word if word != "库内" else against for word, _ in HEADS]
    cells += [SpreadCell(row=2, column=at, value=w, kind="head") for at, w in enumerate(words)]
    row = 3
    for each in checked.differences:
        ours, theirs = each.spans()
        texts = (str(each.line), each.name, each.title, each.ours, each.theirs)
        for at, text in enumerate(texts):
            cells.append(
                SpreadCell(
                    row=row,
                    column=at,
                    value=text,
                    align="left" if at > 2 else "center",
                    marks=ours if at == 3 else theirs if at == 4 else (),
                )
            )
        row += 1
    notes = [(each.name, "只在名册中", each.file) for each in checked.alone]
    notes += [(each.name, "无法确定", each.sentence or "") for each in checked.unclear]
    notes += [(names.get(id, id), "名册中没有", "") for id in checked.lacking]
    for name, what, why in notes:
        for at, text in enumerate(("", name, what, why, "")):
            place = SpreadCell(row=row, column=at, value=text)
            cells.append(replace(place, align="left") if at > 2 else place)
        row += 1
    return fitted(
        Spread(
            name="名册核对表",
            widths=tuple(width for _, width in HEADS),
            cells=tuple(cells),
            heights=((0, 30.0),),
            repeat=(2, 2),
            freeze=(3, 2),
            foot=foot,
        )
    )
