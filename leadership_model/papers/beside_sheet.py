"""同屏比较 on paper: aspects by people, what differs in a tone, the careers below."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.papers.basis import of_records
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.query.beside import beside, career_of

TITLE = "干部比较表"
NAME, FIRST = 16.0, 108.0  # characters of the first column, of all others together


def beside_sheet(world: World, people: Sequence[int], question: str = "") -> Spread:
    """Make the sheet of two to six people (positions); UserError for other numbers."""
    aspects = beside(world, people)
    last = len(people) + 1
    names = world.snapshot.people.raw("name")
    note = f"基准日期 {months.show_iso(world.as_of)}　着色处与多数人不同"
    note += f"　{question}" if question else ""
    cells = [
        SpreadCell(row=0, column=0, columns=last, value=TITLE, kind="title"),
        SpreadCell(row=1, column=0, columns=last, value=note, kind="note", align="left"),
        SpreadCell(row=2, column=0, value="项目", kind="head"),
    ]
    cells += [
        SpreadCell(row=2, column=at, value=names[person] or "（未填姓名）", kind="head")
        for at, person in enumerate(people, 1)
    ]
    row, heading = 3, ""
    for each in aspects:
        if each.heading != heading:
            heading = each.heading
            cells.append(
                SpreadCell(
                    row=row, column=0, columns=last, value=heading, kind="group", align="left"
                )
            )
            row += 1
        cells.append(SpreadCell(row=row, column=0, value=each.name))
        cells += [
            SpreadCell(row=row, column=at, value=text, tone="yellow" if other else "")
            for at, (text, other) in enumerate(zip(each.texts, each.differs, strict=True), 1)
        ]
        row += 1
    cells.append(SpreadCell(row=row, column=0, value="履历"))
    cells += [
        SpreadCell(
            row=row, column=at, value="\n".join(career_of(world.seating, person)), align="left"
        )
        for at, person in enumerate(people, 1)
    ]
    return fitted(
        Spread(
            name=TITLE,
            widths=(NAME, *(FIRST / len(people),) * len(people)),
            cells=tuple(cells),
            heights=((0, 30.0),),
            repeat=(2, 2),
            freeze=(3, 1),
            foot=of_records(world.seating).foot,
        )
    )
