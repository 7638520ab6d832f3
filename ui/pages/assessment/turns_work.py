"""变化 of the tab 横向比较 as rows: which teams are judged otherwise, and why. No Qt."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.turns import Turned, since, under
from leadership_model.assessment.world import World
from leadership_model.papers import cause_words as words
from leadership_model.papers.listing import listing
from leadership_model.papers.spread import Spread
from leadership_model.structure.model import Model
from ui import names
from ui.jobs import Control
from ui.pages.assessment.beside import STATES, Selection
from ui.pages.assessment.places import short_name
from ui.pages.assessment.work import score_text, state_text
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.widgets.picker import Option


@dataclass(frozen=True, slots=True)
class Against:
    """What the selection is held against: another month, or a version of a model."""

    month: int | None = None
    model: Model | None = None

    @property
    def title(self) -> str:
        """What it is called."""
        if self.model is not None:
            return version_name(self.model)
        return "" if self.month is None else months.show_iso(self.month)


@dataclass(frozen=True, slots=True)
class Found:
    """The teams that turned, with what they were held against."""

    selection: Selection
    against: Against
    turned: tuple[Turned, ...]


def look(found: Selection, against: Against, control: Control) -> Found:
    """Hold the selection against another month or version."""
    if against.model is not None:
        known = {each.team: each for each in found.chosen}
        return Found(found, against, under(found.world, against.model, known, control.check))
    month = found.world.as_of if against.month is None else against.month
    return Found(found, against, since(found.world, month, found.chosen, control.check))


def versions(found: Selection) -> tuple[Model, ...]:
    """List the versions of models of the selection's categories, the newest first."""
    teams = found.world.snapshot.teams
    categories = {teams.raw("category")[each.team] for each in found.chosen}
    some = (m for m in found.world.models if m.category in categories and m.team is None)
    return tuple(sorted(some, key=lambda m: (m.category, -m.effective, -m.version, m.id)))


def version_name(model: Model) -> str:
    """Name a version: 县委班子结构模型 第 2 版（2027-01 起）."""
    begun = f"（{months.show_iso(model.effective)} 起）" if model.effective else ""
    return f"{model.label} 第 {model.version} 版{begun}"


def version_options(found: Selection) -> tuple[Option, ...]:
    """List the versions to choose from."""
    return tuple(
        Option(f"{each.id}/{each.version}", version_name(each), each.category)
        for each in versions(found)
    )


def version_of(found: Selection, id: object) -> Model | None:
    """Find a version by the id of its option."""
    return next((m for m in versions(found) if f"{m.id}/{m.version}" == id), None)


def counts(found: Found) -> tuple[tuple[str, int], ...]:
    """Count the teams whose state is another by what it was and what it is: 绿 → 黄 12."""
    moves = Counter((e.before.state, e.after.state) for e in found.turned if e.moved)
    order = sorted(moves, key=lambda m: (STATES.index(m[1]), STATES.index(m[0])))
    return tuple((f"{before}/{after}", moves[before, after]) for before, after in order)


def why(world: World, each: Turned) -> str:
    """Say in one line what makes the difference: people who came and left, then requirements."""
    parts = []
    if each.left:
        parts.append(f"离开 {words.people_text(world, each.left)}")
    if each.came:
        parts.append(f"到任 {words.people_text(world, each.came)}")
    parts += [
        f"{c.label} {words.verdict_word(c.before)}→{words.verdict_word(c.after)}"
        for c in each.changes
    ]
    return "；".join(parts) or "各项结论不变，得分有变化"


@dataclass(frozen=True, slots=True)
class Row:
    """One team that turned, in words."""

    turned: Turned
    name: str
    why: str
    tip: str


def rows(found: Found) -> tuple[Row, ...]:
    """Write the teams that turned."""
    world = found.selection.world
    return tuple(
        Row(each, short_name(world.snapshot, each.team), why(world, each), _tip(world, each))
        for each in found.turned
    )


def _tip(world: World, each: Turned) -> str:
    lines = [
        f"{c.label} {words.verdict_word(c.before)} → {words.verdict_word(c.after)}："
        f"{words.cause_text(world, c) or c.detail}"
        for c in each.changes
    ]
    return "\n".join(lines) or why(world, each)


def people_of(each: Turned) -> tuple[int, ...]:
    """Give everybody a turn is about: who came, who left, whom the causes name."""
    named = (person for change in each.changes for person in words.people_of(change))
    return tuple(dict.fromkeys((*each.left, *each.came, *named)))


def columns(found: Found) -> tuple[Column, ...]:
    """The columns of the table."""
    other = found.against.title or "原来"
    swap = found.against.model is not None
    first, last = ("现行版本", other) if swap else _times(found)
    return (
        Column(id="name", title="班子", width=150, cell=_name, tip=_name, search=True, fixed=True),
        Column(id="before", title=first, width=120, cell=_before, keys=_befores),
        Column(id="after", title=last, width=120, cell=_after, keys=_afters),
        Column(id="score", title="得分", width=190, align="right", cell=_scores),
        Column(id="gain", title="变化", width=72, align="right", cell=_gain, keys=_gains),
        Column(id="why", title="原因", width=300, cell=_why, tip=_why_tip, stretch=True),
    )


def _times(found: Found) -> tuple[str, str]:
    now = names.month(found.selection.world.as_of)
    month = found.against.month
    past = month is None or month <= found.selection.world.as_of
    return (found.against.title, now) if past else (now, found.against.title)


def _name(row: Row) -> str:
    return row.name


def _before(row: Row) -> Cell:
    state = row.turned.before.state
    return Cell(text=state_text(row.turned.before), mark=state, tone=state)


def _after(row: Row) -> Cell:
    state = row.turned.after.state
    tint = state if row.turned.moved else ""
    return Cell(text=state_text(row.turned.after), mark=state, tone=state, tint=tint)


def _befores(found: Sequence[Row]) -> list[int]:
    return [STATES.index(each.turned.before.state) for each in found]


def _afters(found: Sequence[Row]) -> list[int]:
    return [STATES.index(each.turned.after.state) for each in found]


def _scores(row: Row) -> Cell:
    return Cell(text=f"{score_text(row.turned.before)} → {score_text(row.turned.after)}")


def _gain(row: Row) -> Cell:
    gain = row.turned.gain
    if gain is None:
        return Cell(text=names.NOTHING, tone="text2")
    tone = "red" if gain < -0.05 else "green" if gain > 0.05 else "text2"
    return Cell(text=names.signed(gain), tone=tone)


def _gains(found: Sequence[Row]) -> list[float]:
    return [float("nan") if e.turned.gain is None else e.turned.gain for e in found]


def _why(row: Row) -> str:
    return row.why


def _why_tip(row: Row) -> str:
    return row.tip


def spreads(found: Found, title: str, note: str) -> tuple[Spread, ...]:
    """Make the sheets: the teams that turned, and each requirement that did with its causes."""
    world = found.selection.world
    listed = rows(found)
    first, last = (column.title for column in columns(found)[1:3])
    lines = [
        (
            row.name,
            state_text(row.turned.before),
            state_text(row.turned.after),
            score_text(row.turned.before),
            score_text(row.turned.after),
            "" if row.turned.gain is None else round(row.turned.gain, 1),
            row.why,
        )
        for row in listed
    ]
    heads = (
        "班子",
        f"状态 {first}",
        f"状态 {last}",
        f"得分 {first}",
        f"得分 {last}",
        "变化",
        "原因",
    )
    details = [
        (
            row.name,
            change.label,
            words.verdict_word(change.before),
            words.verdict_word(change.after),
            words.cause_text(world, change),
            change.detail,
        )
        for row in listed
        for change in row.turned.changes
    ]
    return (
        listing("变化的班子", title, note, heads, lines, (26, 14, 14, 14, 14, 9, 60)),
        listing(
            "变化的要求",
            title,
            note,
            ("班子", "要求", "由", "变为", "原因", "情况"),
            details,
            (26, 24, 9, 9, 50, 40),
        ),
    )
