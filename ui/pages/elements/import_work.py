"""What the import wizard computes: the preview in a reader, the writes in the writer. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.changes import Changes
from leadership_model.errors import UserError
from ui.pages.elements import scheme_work

if TYPE_CHECKING:
    from leadership_model.exchange.entry import Entry
    from leadership_model.exchange.form import Form
    from leadership_model.exchange.issue import Issue
    from leadership_model.exchange.offers import Guard
    from leadership_model.exchange.plan import Base, Plan
    from leadership_model.exchange.shown import Line
    from leadership_model.exchange.source_rules import SourceRule
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.actor import Actor
    from leadership_model.store.nouns import ImportBatch
    from leadership_model.store.setting import SettingEdit
    from ui.jobs import Control
    from ui.loading import Engine, Loaded

STATES = (
    ("new", "新增", "green"),
    ("changed", "变更", "yellow"),
    ("unchanged", "未变", "none"),
    ("conflicting", "冲突", "red"),
)
WORDS = {state: word for state, word, _ in STATES}
_OTHER = "不是任免审批表、名册、信息采集表或数据包"
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
        return "、".join(line.label for line in self.lines if line.taken)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file somebody brought: what it is, how many people it tells of, what is wrong."""

    file: str
    word: str
    people: int
    fault: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the base a file may be about."""

    id: str
    name: str
    birth: str
    number: str
    post: str


def candidates(snapshot: "Snapshot", entry: "Entry") -> tuple[Candidate, ...]:
    """List the people somebody has to choose from."""
    from leadership_model import months

    made = []
    for id in entry.candidates:
        at = snapshot.people.positions.get(id)
        if at is not None:
            who = snapshot.people.record(at)
            birth = months.show_known(who.birth)
            made.append(
                Candidate(id, who.name or "", birth, who.id_number or "无", who.post_text or "")
            )
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do."""

    plan: "Plan"
    rows: tuple[EntryRow, ...]
    issues: "tuple[Issue, ...]"
    files: int
    label: str
    base: "Base"
    sources: tuple[SourceRow, ...] = ()


def decided(preview: Preview, plan: "Plan") -> Preview:
    """Give the preview with another plan: only the files about which was decided are told anew."""
    from leadership_model.exchange.plan import seated
    from leadership_model.exchange.shown import offered

    plan = seated(plan, preview.base)
    rows = tuple(
        row if row.entry is entry else EntryRow(row.id, entry, offered(entry))
        for row, entry in zip(preview.rows, plan.entries, strict=True)
    )
    return replace(preview, plan=plan, rows=rows)


def answered(preview: Preview, at: int, said: str, control: "Control") -> "Plan":
    """Work out the plan in which the file at a place is about somebody; for a job."""
    from leadership_model.exchange.answers import answer

    control.check()
    return answer(preview.plan, at, said, preview.base)


def waiting(preview: Preview) -> int:
    """Count the files that wait for an answer."""
    from leadership_model.exchange.answers import open_questions

    return len(open_questions(preview.plan))


def preview(
    loaded: "Loaded", paths: Sequence[Path], passwords: Mapping[str, str], control: "Control"
) -> Preview:
    """Read and clean the files and compare them with the base; for a job.

    `passwords` are those of archives, by file name.
    """
    from leadership_model.exchange import folder, sources
    from leadership_model.exchange.clean import clean
    from leadership_model.exchange.photos import Shelf
    from leadership_model.exchange.plan import Base, plan
    from leadership_model.exchange.shown import offered
    from leadership_model.people.areas import areas_of

    snapshot = loaded.base.snapshot
    files = tuple(folder.files(paths))
    if not files:
        raise UserError("所选位置没有任免审批表、名册或数据包，请另选文件或文件夹。")
    areas, forms = areas_of(snapshot), []
    issues: list[Issue] = []
    told: list[SourceRow] = []
    shelf, kept = Shelf(), scheme_work.schemes(snapshot)
    for at, path in enumerate(files):
        control.check()
        control.report(0.8 * at / len(files), f"正在读取第 {at + 1} / {len(files)} 个文件")
        read, found = sources.read_path(path, passwords.get(path.name, ""), shelf, kept)
        issues += found
        told.append(_source_row(path, read, found))
        for number, form in enumerate(read):
            if number % 100 == 99:  # a roster or package of thousands
                control.check()
                done = (at + number / len(read)) / len(files)
                control.report(
                    0.8 * done, f"正在读取“{path.name}”：第 {number + 1} / {len(read)} 人"
                )
            forms.append(clean(form, areas, shelf))
    control.report(0.85, "正在与库中比较")
    photo = None if loaded.engine is None else partial(_photo, loaded)
    known = _guard(loaded)
    made = plan(snapshot, forms, issues, photo_of=photo, known=known)
    rows = tuple(EntryRow(str(at), each, offered(each)) for at, each in enumerate(made.entries))
    first = files[0].name if len(files) == 1 else f"{files[0].parent.name} 等 {len(files)} 个文件"
    base = Base(snapshot, None, photo, known)
    told += [SourceRow(each.name, "没有读入", 0, _OTHER) for each in folder.others(paths)]
    sources_ = tuple(told)
    return Preview(made, rows, made.issues, len(files), f"导入 {first}", base, sources_)


def _source_row(path: Path, read: "Sequence[Form]", found: "Sequence[Issue]") -> SourceRow:
    from leadership_model.exchange.sources import word_of

    faults = [each.text for each in found if each.severity == "error"]
    return SourceRow(path.name, word_of(path, read), len(read), "；".join(faults[:2]))


def _guard(loaded: "Loaded") -> "Guard":
    """Gather what is verified, what was edited since the last import, and the rules by source."""
    from leadership_model.exchange import offers, source_rules
    from leadership_model.store import import_edits

    snapshot = loaded.base.snapshot
    edited = {} if loaded.engine is None else import_edits.edited(loaded.engine, snapshot)
    rules = source_rules.read(snapshot.settings.get(source_rules.SETTING))
    return offers.guard(snapshot, edited, rules)


def _photo(loaded: "Loaded", person: str) -> bytes | None:
    from leadership_model.sample import photo as photos

    return photos.find(loaded.engine, loaded.base.snapshot, person)


def rules_edit(before: str | None, rules: "Mapping[str, SourceRule]") -> "SettingEdit":
    """Make the edit of the rules by source, which can be taken back."""
    from leadership_model.exchange import source_rules
    from leadership_model.store.setting import SettingEdit

    return SettingEdit(source_rules.SETTING, before, source_rules.write(rules))


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
