"""The tab 趋势 of one team as a file: the months, and a sheet for each table shown. No Qt."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from leadership_model import months
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread
from ui.jobs import Control
from ui.pages.assessment.future import Future

HEADS = ("要求", "自", "至", "结论", "现状", "说明")
WORDS = {
    "green": "达标",
    "yellow": "接近",
    "red": "不达标",
    "veto": "一票否决",
    "unknown": "待核",
    "unconfigured": "未配置",
}


def write(
    found: Future,
    sheets: Mapping[str, Sequence[Sequence[str]]],
    title: str,
    path: Path,
    control: Control,
) -> Path:
    """Write the workbook; `sheets` are the tables shown: headings first, then rows of texts."""
    from leadership_model.papers import xlsx
    from leadership_model.papers.basis import basis_of

    control.check()
    foot = basis_of(found.seen.world, (found.seen.assessment,)).foot
    tables = [
        listing(name, f"{title} {name}", foot, table[0], table[1:])
        for name, table in sheets.items()
    ]
    xlsx.write(path, [months_sheet(found, title, foot), *tables])
    return path


def months_sheet(found: Future, title: str, foot: str) -> Spread:
    """List the months in which each requirement says the same."""
    lines = [
        (
            row.label,
            months.show_iso(run.start),
            months.show_iso(run.end - 1),
            WORDS.get(run.mark, "") if row.id else run.text,
            run.text if row.id else "",
            run.note,
        )
        for row in found.strip.rows
        for run in row.runs
    ]
    return listing("逐月状态", title, foot, HEADS, lines, (26, 10, 10, 11, 14, 60))
