"""Type-to-jump: the next row one of whose searched columns begins with what was typed."""

from ui.tables.rows import RowModel


def find(rows: RowModel, typed: str, current: int) -> int | None:
    """Give the row to jump to: from the current one on, around the end; None when there is none."""
    typed = typed.lower()
    count = rows.rowCount()
    searched = [column.id for column in rows.columns if column.search]
    wanted = searched or [column.id for column in rows.columns if column.title][:1]
    columns = [rows.texts(id) for id in wanted]
    order = rows.shown.tolist()
    # A further letter of the same word may stay on the row; a new word looks at the next one.
    first = current if len(typed) > 1 else current + 1
    for step in range(count):
        row = (max(first, 0) + step) % count
        item = order[row]
        if item < 0:
            continue
        if any(_begins(texts[item].lower(), typed) for texts in columns):
            return row
    return None


def _begins(text: str, typed: str) -> bool:
    """Look at the beginning of every line: a column may add spellings as further lines."""
    return text.startswith(typed) or f"\n{typed}" in text or f" {typed}" in text
