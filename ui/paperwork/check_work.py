"""A roster held against the base: read, decided and written in jobs. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from leadership_model.exchange.checking import Checked, Difference
from ui.jobs import Control

if TYPE_CHECKING:
    from leadership_model.papers.spread import Spread
    from leadership_model.store.actor import Actor
    from ui.loading import Engine, Loaded

KEEP, BASE, ROSTER = "keep", "base", "roster"
TAKES = {KEEP: "不改", BASE: "取库内", ROSTER: "取名册"}


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What came of a check: the roster's file, and whether form files were the other side."""

    checked: Checked
    path: Path
    files: bool = False

    @property
    def against(self) -> str:
        """What the roster was held against."""
        return "表中" if self.files else "库内"


def check(
    loaded: "Loaded",
    path: Path,
    wanted: Sequence[str],
    forms: Sequence[Path],
    control: Control,
) -> Found:
    """Read a roster and hold it against the base, or against form files where some are given."""
    from leadership_model.exchange import checking, folder
    from leadership_model.exchange.plan import Base
    from leadership_model.people.areas import areas_of

    snapshot = loaded.base.snapshot
    areas = areas_of(snapshot)
    control.report(0.1, f"正在读取“{path.name}”")
    roster, issues = folder.read([path], areas)
    if not roster:
        wrong = next((each.text for each in issues if each.severity == "error"), "")
        raise UserError(wrong or f"“{path.name}”里没有读到人员，请确认是干部名册")
    control.check()
    control.report(0.6, "正在核对")
    if not forms:
        return Found(checking.check(roster, Base(snapshot), wanted), path)
    read, _ = folder.read(forms, areas)
    base = checking.base_of(read)
    return Found(checking.check(roster, base), path, files=True)


def report(found: Found, names: Mapping[str, str], foot: str) -> "Spread":
    """Make the list of what differs."""
    from leadership_model.papers import check_list

    return check_list.check_list(found.checked, dict(names), foot, found.against)


def write_report(
    found: Found, names: Mapping[str, str], foot: str, target: Path, control: Control
) -> Path:
    """Write the list as a workbook."""
    from leadership_model.papers import xlsx

    control.check()
    xlsx.write(target, [report(found, names, foot)])
    return target


def write_roster(
    found: Found, differences: Sequence[Difference], target: Path, control: Control
) -> tuple[Path, int]:
    """Write the roster with our texts in these cells: the file, and how many had no cell."""
    from leadership_model.exchange.roster_fixes import fixed
    from leadership_model.papers.placing import placed

    control.check()
    try:
        content = found.path.read_bytes()
    except OSError as error:
        raise UserError(f"无法再次读取“{found.path.name}”，请确认文件还在原处") from error
    made, left = fixed(content, str(found.path), differences)
    with placed(target) as partial:
        partial.write_bytes(made)
    return target, len(left)


def apply(found: Found, ids: Sequence[str], engine: "Engine", actor: "Actor") -> Changes:
    """Take these cells over from the roster, as an import that can be taken back."""
    from leadership_model.exchange import checking
    from leadership_model.store import imports

    plan = checking.accepted(found.checked, ids)
    return imports.apply(engine, actor, plan, label=f"核对名册 {found.path.name}")


def marked(text: str, spans: Sequence[tuple[int, int]], color: str) -> str:
    """Write a text for a label, its letters that differ in a colour and underlined."""
    pieces, at = [], 0
    for first, last in spans:
        pieces.append(escape(text[at:first]))
        letters = escape(text[first:last])
        pieces.append(f'<span style="color:{color}"><u><b>{letters}</b></u></span>')
        at = last
    pieces.append(escape(text[at:]))
    return "".join(pieces).replace("\n", "<br>") or "（空）"
