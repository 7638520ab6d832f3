"""A table in sight as an Excel file: the visible columns in their order, the rows as arranged."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ui.context import Context
from ui.jobs import Control
from ui.tables.view import TableView


def export_table(
    context: Context, table: TableView, title: str, done: Callable[[Path], None]
) -> None:
    """Ask where, and write the table there in the background."""
    path = context.ask.save_file("导出清单", f"{title}.xlsx", ("sheet",))
    if path is None:
        return
    heads = table.horizontalHeader()
    places = [heads.logicalIndex(i) for i in range(heads.count())]
    columns = [at for at in places if not heads.isSectionHidden(at)]
    rows = [[table.rows.columns[at].title for at in columns]]
    rows += [
        [table.rows.cell(row, at).plain() for at in columns] for row in range(table.rows.rowCount())
    ]
    context.jobs.write(partial(write, path, title, rows), done, title="正在导出")


def write(path: Path, title: str, rows: list[list[str]], control: Control) -> Path:
    """Write rows (the first are the headings) as one sheet."""
    from leadership_model.papers import xlsx
    from leadership_model.papers.spread import Spread, SpreadCell

    control.report(0.2)
    cells = [
        SpreadCell(row=at, column=column, value=text, kind="head" if at == 0 else "text",
                   align="center" if at == 0 else "left")
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]  # fmt: skip
    count = len(rows[0])
    widths = tuple(
        float(min(max(6, *(_wide(row[i]) for row in rows[:400])) + 2, 60)) for i in range(count)
    )
    spread = Spread(name=title, widths=widths, cells=tuple(cells), repeat=(0, 0), freeze=(1, 0))
    xlsx.write(path, [spread])
    return path


def _wide(text: str) -> int:
    """Count a text in narrow characters."""
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)
