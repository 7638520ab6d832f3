"""What the import wizard computes: the preview in a reader, the writes in the writer. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.changes import Changes
from leadership_model.errors import UserError

if TYPE_CHECKING:
    from leadership_model.exchange.entry import Entry
    from leadership_model.exchange.issue import Issue
    from leadership_model.exchange.plan import Plan
    from leadership_model.exchange.shown import Line
    from leadership_model.store.actor import Actor
    from leadership_model.store.nouns import ImportBatch
    from ui.jobs import Control
    from ui.loading import Engine, Loaded

STATES = (
    ("new", "新增", "green"),
    ("changed", "变更", "yellow"),
    ("unchanged", "未变", "none"),
    ("conflicting", "冲突", "red"),
)
WORDS = {state: word for state, word, _ in STATES}
SEVERITIES = {"error": ("错误", "red"), "warn": ("警告", "yellow"), "note": ("提示", "unknown")}


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One file of the preview: what it would change, or why it cannot be taken."""

    id: str
    entry: "Entry"
    lines: "tuple[Line, ...]"

    @property
    def file(self) -> str:
        """The name of the file."""
        return Path(self.entry.file).name

    @property
    def summary(self) -> str:
        """What would happen, in one line."""
        if self.entry.sentence:
            return self.entry.sentence
        if self.entry.state == "new":
            post = getattr(self.entry.person, "post_text", None)
            return f"新增干部{f'：{post}' if post else ''}"
        if self.entry.state == "unchanged":
            return "与库中内容一致"
        return "、".join(line.label for line in self.lines)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do."""

    plan: "Plan"
    rows: tuple[EntryRow, ...]
    issues: "tuple[Issue, ...]"
    files: int
    label: str


def preview(
    loaded: "Loaded", paths: Sequence[Path], passwords: Mapping[str, str], control: "Control"
) -> Preview:
    """Read and clean the files and compare them with the base; for a job.

    `passwords` are those of archives, by file name.
    """
    from leadership_model.exchange import folder, sources
    from leadership_model.exchange.clean import clean
    from leadership_model.exchange.plan import plan
    from leadership_model.exchange.shown import lines
    from leadership_model.people.areas import areas_of

    snapshot = loaded.base.snapshot
    files = tuple(folder.files(paths))
    if not files:
        raise UserError("所选位置没有任免审批表、名册或数据包，请另选文件或文件夹。")
    areas, forms = areas_of(snapshot), []
    issues: list[Issue] = []
    for at, path in enumerate(files):
        control.check()
        control.report(0.8 * at / len(files), f"正在读取第 {at + 1} / {len(files)} 个文件")
        read, found = sources.read_path(path, passwords.get(path.name, ""))
        issues += found
        for number, form in enumerate(read):
            if number % 100 == 99:  # a roster or package of thousands
                control.check()
                done = (at + number / len(read)) / len(files)
                control.report(
                    0.8 * done, f"正在读取“{path.name}”：第 {number + 1} / {len(read)} 人"
                )
            forms.append(clean(form, areas))
    control.report(0.85, "正在与库中比较")
    photo = None if loaded.engine is None else partial(_photo, loaded)
    made = plan(snapshot, forms, issues, photo_of=photo)
    rows = tuple(EntryRow(str(at), each, lines(each)) for at, each in enumerate(made.entries))
    first = files[0].name if len(files) == 1 else f"{files[0].parent.name} 等 {len(files)} 个文件"
    return Preview(made, rows, made.issues, len(files), f"导入 {first}")


def _photo(loaded: "Loaded", person: str) -> bytes | None:
    from leadership_model.sample import photo as photos

    return photos.find(loaded.engine, loaded.base.snapshot, person)


def apply(plan: "Plan", label: str, engine: "Engine", actor: "Actor") -> Changes:
    """Write a plan in one transaction; a copy of the database is taken before."""
    from leadership_model.store import imports

    return imports.apply(engine, actor, plan, label=label)


@dataclass(slots=True)
class TakeBack:
    """Takes a batch back when called as a write; `kept` then says what was left as it is."""

    batch: str
    kept: tuple[str, ...] = field(default=())

    def write(self, engine: "Engine", actor: "Actor") -> Changes:
        """Restore the old values of the batch."""
        from leadership_model.store import imports

        done = imports.undo(engine, actor, self.batch)
        self.kept = done.kept
        return done.changes


def batches(engine: "Engine", control: "Control") -> "tuple[ImportBatch, ...]":
    """Read the batches, the latest first."""
    from leadership_model.store import load
    from leadership_model.store.nouns import ImportBatch

    control.check()
    found = load.every(engine, ImportBatch)
    times = _times(engine)
    return tuple(sorted(found, key=lambda each: (times.get(each.id, ""), each.id), reverse=True))


def _times(engine: "Engine") -> dict[str, str]:
    """Read when each batch was begun, off the book of changes."""
    from leadership_model.store import audit

    return {line.record: f"{line.number:09d}" for line in audit.lines(engine, "import_batch")[::-1]}


def counts_text(batch: "ImportBatch") -> str:
    """Write the counts of a batch."""
    import json

    found = json.loads(batch.counts)
    return " · ".join(f"{WORDS[k]} {found[k]}" for k in WORDS if found.get(k))
