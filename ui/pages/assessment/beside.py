"""The tab 横向比较 as rows: teams with rank, score, and a cell a requirement. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from leadership_model.assessment.finding import VERDICT_WORDS, Assessment, Finding
from leadership_model.assessment.phrase import span
from leadership_model.assessment.standing import Standing, ranked
from leadership_model.assessment.world import World
from leadership_model.papers.spread import Spread
from ui import names
from ui.pages.assessment.places import short_name
from ui.pages.assessment.spreads import Scale, Tick
from ui.pages.assessment.work import View, score_text, state_text
from ui.tables.cell import Bar, Cell
from ui.tables.columns import Column

STATES = ("veto", "red", "unknown", "yellow", "green", "unconfigured")
TONES = {"veto": "veto", "red": "red", "unknown": "grey", "yellow": "yellow", "green": "green"}
REQUIREMENT = "requirement:"
Sheets = Callable[[], tuple[Spread, ...]]  # made in the background


@dataclass(frozen=True, slots=True)
class Row:
    """One team among those compared."""

    assessment: Assessment
    standing: Standing | None
    name: str
    red: float
    green: float
    findings: dict[str, Finding] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Selection:
    """The teams compared: their assessments and what they are called together."""

    seen: View
    chosen: tuple[Assessment, ...]
    title: str

    @property
    def world(self) -> World:
        """The world they are seen in."""
        return self.seen.world


def teams_of(
    seen: View, survey: Sequence[Assessment], scope: str, own: Sequence[str] = ()
) -> tuple[Assessment, ...]:
    """Give those compared: the same category, the same area, all, or those chosen by hand."""
    if scope == "all":
        return tuple(survey)
    if scope == "own":
        positions = seen.world.snapshot.teams.positions
        teams = {positions[each] for each in own if each in positions}
        return tuple(each for each in survey if each.team in teams)
    column = seen.world.snapshot.teams.raw("area" if scope == "area" else "category")
    return tuple(each for each in survey if column[each.team] == column[seen.team])


def selection(
    seen: View,
    survey: Sequence[Assessment],
    scope: str,
    own: Sequence[str] = (),
    question: str = "",
) -> Selection:
    """Put together what is compared, with its words; `question`: what the own ones were asked."""
    found = teams_of(seen, survey, scope, own)
    teams = seen.world.snapshot.teams
    titles = {
        "category": teams.raw("category")[seen.team] or "同类",
        "area": teams.raw("area")[seen.team] or "市本级",
        "all": "全部",
        "own": "自选",
    }
    asked = f"（{question}）" if question and scope == "own" else ""
    return Selection(seen, found, f"{titles[scope]} {len(found)} 个班子{asked}")


def rows(world: World, assessments: Sequence[Assessment]) -> tuple[Row, ...]:
    """Rank the teams and lay their findings under the names of the requirements."""
    found = []
    for each, standing in ranked(assessments):
        model = world.model(each.team)
        found.append(
            Row(
                each,
                standing,
                short_name(world.snapshot, each.team),
                0.0 if model is None else model.red,
                0.0 if model is None else model.green,
                {finding.label: finding for finding in each.findings},
            )
        )
    return tuple(found)


def columns(found: Sequence[Row]) -> tuple[Column, ...]:
    """The fixed columns, then one for each requirement somebody is held to."""
    labels = dict.fromkeys(label for row in found for label in row.findings)
    fixed = (
        Column(id="rank", title="名次", width=80, align="right", cell=_rank, keys=_ranks),
        Column(id="name", title="班子", width=150, cell=_name, tip=_name, search=True, fixed=True),
        Column(id="state", title="状态", width=92, cell=_state, keys=_states, tip=_state_tip),
        Column(
            id="score",
            title="得分",
            width=150,
            align="right",
            cell=_score,
            keys=_scores,
            tip=_score_tip,
            heading_tip="细线为红线和绿线；资料缺失时虚框为得分范围",
        ),
        Column(id="vacant", title="缺岗", width=54, align="right", cell=_vacant, keys=_vacancies),
    )
    return (*fixed, *(_requirement(label) for label in labels))


def _requirement(label: str) -> Column:
    return Column(
        id=f"{REQUIREMENT}{label}",
        title=label,
        width=max(88, 12 * len(label) + 18),  # the whole title can be read
        align="center",
        cell=_cell_of(label),
        keys=_keys_of(label),
        tip=_tip_of(label),
        heading_tip=f"{label}\n单击单元格打开计入的人，单击表头按现状排序",
    )


def _cell_of(label: str) -> Callable[[Row], Cell]:
    def cell(row: Row) -> Cell:
        found = row.findings.get(label)
        if found is None:
            return Cell(text=names.NOTHING, tone="text2")
        text, verdict = span(found.measured_low, found.measured_high), found.verdict
        return Cell(text=text, mark=verdict, tone=verdict, tint=verdict)

    return cell


def _keys_of(label: str) -> Callable[[Sequence[Row]], list[float]]:
    def keys(found: Sequence[Row]) -> list[float]:
        return [_measured(each.findings.get(label)) for each in found]

    return keys


def _measured(finding: Finding | None) -> float:
    low = None if finding is None else finding.measured_low
    return float("nan") if low is None else low


def _tip_of(label: str) -> Callable[[Row], str]:
    def tip(row: Row) -> str:
        found = row.findings.get(label)
        if found is None:
            return f"{row.name}：不考核“{label}”"
        return f"{row.name} · {label}\n{VERDICT_WORDS[found.verdict]}：{found.detail}"

    return tip


def counts(found: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    """Count the teams by state, the gravest first, states nobody has left out."""
    states = [each.assessment.state for each in found]
    return tuple((state, states.count(state)) for state in STATES if state in states)


def scale(world: World, found: Sequence[Row]) -> Scale:
    """Lay the scores of all teams on one scale."""
    ids = world.snapshot.teams.ids
    ticks = tuple(
        Tick(
            ids[each.assessment.team],
            each.name,
            round(each.assessment.score_low, 1),
            round(each.assessment.score_high or 0.0, 1),
        )
        for each in found
        if each.assessment.score_low is not None
    )
    sure = [each.low for each in ticks]
    mean = sum(sure) / len(sure) if sure else None
    rest = "未配置 {} 个班子"
    return Scale("得分分布", "分", ticks, len(found) - len(ticks), mean, 100.0, rest)


def _rank(row: Row) -> Cell:
    if row.standing is None:
        return Cell(text=names.NOTHING, tone="text2")
    return Cell(text=str(row.standing.rank), tail="并列" if row.standing.tied else "")


def _ranks(found: Sequence[Row]) -> list[int]:
    return [-1 if each.standing is None else each.standing.rank for each in found]


def _name(row: Row) -> str:
    return row.name


def _state(row: Row) -> Cell:
    state = row.assessment.state
    return Cell(text=state_text(row.assessment), mark=state, tone=state)


def _states(found: Sequence[Row]) -> list[int]:
    return [STATES.index(each.assessment.state) for each in found]


def _state_tip(row: Row) -> str:
    return f"{row.name}：{state_text(row.assessment)}"


def _score(row: Row) -> Cell:
    low, high = row.assessment.score_low, row.assessment.score_high
    if low is None or high is None:
        return Cell(text=names.NOTHING, tone="text2")
    bar = Bar(
        parts=((low, TONES.get(row.assessment.state, "grey")),),
        low=low if low != high else None,
        high=high if low != high else None,
        marks=((row.red, "red"), (row.green, "green")),
    )
    shown = score_text(row.assessment)
    return Cell(text=shown if low == high else f"{low:.0f}～{high:.0f}", bar=bar)


def _scores(found: Sequence[Row]) -> list[float]:
    lows = [each.assessment.score_low for each in found]
    return [float("nan") if low is None else low for low in lows]


def _score_tip(row: Row) -> str:
    text = score_text(row.assessment)
    return f"{row.name}：{text} 分\n红线 {row.red:g} · 绿线 {row.green:g}"


def _vacant(row: Row) -> Cell:
    count = len(row.assessment.vacancies)
    return Cell(text=str(count), tone="red" if count else "text2")


def _vacancies(found: Sequence[Row]) -> list[int]:
    return [len(each.assessment.vacancies) for each in found]
