"""《班子结构模型及对比分析表》 as a spread, in its four parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from leadership_model import months
from leadership_model.assessment.finding import (
    STATE_WORDS,
    VERDICT_WORDS,
    Assessment,
    Finding,
    Verdict,
)
from leadership_model.assessment.phrase import span, wanted
from leadership_model.assessment.summary import direction, evaluation
from leadership_model.assessment.versions import used_by
from leadership_model.assessment.world import World
from leadership_model.matching.fit import DISCLAIMER, shown
from leadership_model.matching.scores import Scores
from leadership_model.papers.basis import basis_of
from leadership_model.papers.cause_words import softened
from leadership_model.papers.report_rules import granted
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.structure import versions

TONES = {"green": "green", "yellow": "yellow", "red": "red", "unknown": "grey"}
STATE_TONES = {**TONES, "veto": "veto", "unconfigured": "grey"}
WIDTH = 8
COLUMN_WIDTHS = (11, 28, 15, 13, 40, 13, 8, 8)
UNCONFIRMED = "标注“待核实”的规则与标准尚未经本部门确认"


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionRow:
    """One line of part three: a function, the post that carries it, who holds it and how well.

    `seat` and `person` are positions (person as in Seating.holder); `meets` says whether the
    holder meets the post's requirement sheet, red where nobody holds it. `cited`: the legal basis
    of the sensitive elements that act in the sheet or the portrait, empty where none does.
    """

    function: str
    post: str
    sheet: str
    holder: str
    vacant: bool
    fit: str
    seat: int = -1
    person: int = VACANT
    meets: Verdict = "red"
    cited: str = ""

    @property
    def asked(self) -> str:
        """Give the 资格 condition with the legal basis it acts by."""
        return f"{self.sheet}（{self.cited}）" if self.cited else self.sheet


@dataclass(slots=True)
class _Sheet:
    """Cells collected from the top down."""

    cells: list[SpreadCell] = field(default_factory=list)
    heights: list[tuple[int, float]] = field(default_factory=list)
    row: int = 0

    def line(self, *values: str, kind: str = "text", tones: dict[int, str] | None = None) -> None:
        for column, value in enumerate(values):
            self.cells.append(
                SpreadCell(
                    row=self.row,
                    column=column,
                    columns=WIDTH - column if column == len(values) - 1 else 1,
                    value=value,
                    kind="head" if kind == "head" else "text",
                    tone=(tones or {}).get(column, ""),
                    align="center" if kind == "head" or column not in (1, 4) else "left",
                )
            )
        self.row += 1

    def across(self, value: str, kind: str, *, height: float | None = None) -> None:
        self.cells.append(
            SpreadCell(
                row=self.row,
                column=0,
                columns=WIDTH,
                value=value,
                kind="title" if kind == "title" else "note" if kind == "note" else "group",
                align="center" if kind == "title" else "left",
            )
        )
        if height is not None:
            self.heights.append((self.row, height))
        self.row += 1


def comparison(
    world: World, scores: Scores, assessment: Assessment, closing: tuple[str, str] | None = None
) -> Spread:
    """Make the table of one team. `closing`: 总体评价 and 优化方向 as edited; else the draft."""
    name = world.snapshot.teams.raw("name")[assessment.team]
    sheet = _Sheet()
    sheet.across(f"{name}结构模型及对比分析表", "title", height=32)
    sheet.across(_head(world, assessment), "note")
    sheet.across("一、职能职数", "group")
    sheet.line("角色", "岗位", "应配", "实配", "任职人员", "结论", kind="head")
    for row in posts(world, assessment):
        sheet.line(*row[:-1], tones={5: row[-1]})
    sheet.across("二、自然结构", "group")
    heads = ("项目", "要素", "目标", "现状", "对比", "结论", "得分", "满分")
    sheet.line(*heads, kind="head")
    for finding in assessment.findings:
        if finding.kind != "carried":
            sheet.line(*natural(finding), tones={5: TONES[finding.verdict]})
    sheet.across("三、功能结构", "group")
    sheet.line("职能板块", "承载岗位", "配备情况", "人岗匹配度", "资格条件", kind="head")
    for each in functions(world, scores, assessment.team):
        tone = {2: "red"} if each.vacant else {}
        sheet.line(
            each.function, each.post, each.holder, each.fit, softened(each.asked), tones=tone
        )
    overall, advice = closing or (evaluation(world, assessment), direction(world, assessment))
    sheet.across("四、总体评价及优化方向", "group")
    sheet.across(f"总体评价：{overall}", "text")
    sheet.across(f"优化方向：{advice}", "text")
    for exception in granted(world, assessment.rules):
        sheet.across(exception, "text")
    sheet.across(f"{DISCLAIMER}。{UNCONFIRMED}。", "note")
    table = Spread(
        name="对比分析表",
        widths=COLUMN_WIDTHS,
        cells=tuple(sheet.cells),
        heights=tuple(sheet.heights),
        foot=basis_of(world, [assessment]).foot,
    )
    return fitted(table)


def natural(finding: Finding) -> tuple[str, ...]:
    """Write one finding: 项目, 要素, 目标, 现状, 对比, 结论, 得分, 满分."""
    low, high = finding.points * finding.s_low, finding.points * finding.s_high
    got = f"{low:.1f}" if f"{low:.1f}" == f"{high:.1f}" else f"{low:.1f}～{high:.1f}"
    return (
        finding.dimension,
        finding.label,
        wanted(finding.lo, finding.hi),
        span(finding.measured_low, finding.measured_high),
        finding.detail,
        VERDICT_WORDS[finding.verdict] + ("（否决项）" if finding.veto else ""),
        got if finding.points else "不计分",
        f"{finding.points:g}",
    )


def functions(world: World, scores: Scores, team: int) -> tuple[FunctionRow, ...]:
    """List which post carries which function, who holds it and how well he or she fits."""
    posts = world.snapshot.posts
    return tuple(
        FunctionRow(
            function=function,
            post=posts.raw("name")[post] or "",
            sheet=posts.raw("requires")[post] or "未设资格条件",
            holder=_holder(world, post),
            vacant=int(world.seating.holder[post]) == VACANT,
            fit=_fit(scores, int(world.seating.holder[post]), post),
            seat=post,
            person=int(world.seating.holder[post]),
            meets=_meets(world, post),
            cited="；".join(scores.sensitive(post)),
        )
        for post in world.seating.seats(team)
        for function in filter(None, (posts.raw("functions")[post] or "").split("、"))
    )


def _head(world: World, assessment: Assessment) -> str:
    model = world.model(assessment.team)
    parts = [f"状态：{STATE_WORDS[assessment.state]}"]
    if assessment.state_low != assessment.state_high:
        low, high = STATE_WORDS[assessment.state_low], STATE_WORDS[assessment.state_high]
        parts = [f"状态：待核（{low}～{high}）"]
    if assessment.score_low is not None:
        parts.append(f"得分：{span(assessment.score_low, assessment.score_high)}")
    if model is not None:
        label = versions.names(used_by(world, assessment.team))
        parts.append(f"模型：{label}，红线 {model.red:g}，绿线 {model.green:g}")
    parts.append(f"基准日期：{months.show_iso(world.as_of)}")
    return "　".join(parts)


def posts(world: World, assessment: Assessment) -> Iterator[tuple[str, ...]]:
    """Group the seats of a team by the name of the post; the last value is the tone."""
    table = world.snapshot.posts
    groups: dict[tuple[str, str], list[int]] = {}
    for post in world.seating.seats(assessment.team):
        key = (table.raw("role")[post] or "", table.raw("name")[post] or "")
        groups.setdefault(key, []).append(post)
    for (role, name), seats in groups.items():
        held = [post for post in seats if int(world.seating.holder[post]) != VACANT]
        short = len(held) < len(seats)
        yield (
            role,
            name,
            str(len(seats)),
            str(len(held)),
            "、".join(_holder(world, post) for post in held) or "缺岗",
            "缺岗" if short else "到位",
            "red" if short else "green",
        )
    for role, quota_name in (("正职", "quota_head"), ("副职", "quota_deputy")):
        quota = world.snapshot.teams.raw(quota_name)[assessment.team]
        seats = [s for (each, _), group in groups.items() if each == role for s in group]
        counted = [s for s in seats if table.raw("takes_quota")[s]]
        filled = sum(int(world.seating.holder[s]) != VACANT for s in counted)
        over = quota is not None and filled > quota
        yield (
            role,
            f"{role}合计（占职数）",
            "待核" if quota is None else str(quota),
            str(filled),
            "核定职数与实配比较",
            "待核" if quota is None else "超配" if over else "缺配" if filled < quota else "符合",
            "grey" if quota is None else "red" if over else "yellow" if filled < quota else "green",
        )


def _holder(world: World, post: int) -> str:
    holder = int(world.seating.holder[post])
    if holder == VACANT:
        return "缺岗"
    if holder == OUTSIDER:
        row = int(world.seating.tenure[post])
        name = world.snapshot["tenure"].raw("outsider")[row] if row >= 0 else ""
        return f"{name}（库外）"
    return world.snapshot.people.raw("name")[holder] or ""


def _meets(world: World, post: int) -> Verdict:
    holder, sheet = int(world.seating.holder[post]), world.sheet(post)
    if holder == VACANT:
        return "red"
    row = world.facts.count if holder == OUTSIDER else holder
    if sheet.sure[row]:
        return "green"
    return "unknown" if sheet.possible[row] else "red"


def _fit(scores: Scores, holder: int, post: int) -> str:
    if holder < 0 or scores.portrait(post) is None:
        return "—"
    low, high = scores.of_post(post)
    first, last = shown(float(low[holder])), shown(float(high[holder]))
    return str(first) if first == last else f"{first}～{last}"
