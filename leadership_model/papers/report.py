"""班子研判报告: one team in full, for a meeting. `volume` binds the reports of many teams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.flags import COLOUR_WORDS, Flag, flags
from leadership_model.assessment.operation import FIGURES, STATES, Fact, facts, figures_of
from leadership_model.assessment.summary import direction, evaluation
from leadership_model.assessment.world import World
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.matching.scores import Scores
from leadership_model.papers import report_ahead, report_made_up, report_overview, report_rules
from leadership_model.papers.basis import basis_of
from leadership_model.papers.flow import (
    Block,
    Contents,
    Flow,
    FlowCell,
    FlowColumn,
    NewPage,
    Words,
    table,
)
from leadership_model.papers.report_seen import (
    Material,
    person,
)

STEP = 12  # months between two looks ahead
TITLE = "领导班子研判报告"
NOTHING = "未登记"


@dataclass(frozen=True, slots=True)
class Said:
    """A conclusion a person wrote, with the name and the month; empty texts where there is none."""

    text: str = ""
    by: str = ""
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """The texts at the end: 总体评价, 优化方向 and the conclusion on how the team works."""

    evaluation: Said = Said()
    direction: Said = Said()
    operation: Said = Said()


def report(
    world: World,
    scores: Scores,
    assessment: Assessment,
    peers: Sequence[Assessment] = (),
    ahead: Sequence[World] = (),
    closing: Closing | None = None,
) -> Flow:
    """Make the report of one team.

    `assessment` holds its rule results; `peers` are the teams of its category, `ahead` the worlds
    of the coming years in order, beginning with `world` (none: the trend is left to retirement).
    """
    seen = Material(world, scores, assessment, tuple(peers))
    blocks = blocks_of(seen, ahead, closing or Closing())
    return Flow(f"{_whose(seen)}{TITLE}", blocks, basis_of(world, [assessment]).foot)


def blocks_of(seen: Material, ahead: Sequence[World], closing: Closing) -> tuple[Block, ...]:
    """Give the blocks of one report, its title first."""
    month = months.show_iso(seen.world.as_of)
    raised = flags(seen.world, seen.assessment)
    return (
        Words("title", f"{_whose(seen)}\n{TITLE}", anchor_of(seen)),
        Words("subtitle", f"（基准日期 {month}）"),
        *report_overview.overview(seen),
        *report_made_up.quota(seen),
        *report_made_up.natural(seen),
        *report_made_up.functional(seen),
        *report_rules.checked(seen, "五"),
        *_flags(seen, raised),
        *report_ahead.trend(seen, ahead),
        *_operation(seen, raised, closing.operation),
        *_closing(seen, raised, closing),
    )


def _whose(seen: Material) -> str:
    """Name the body: the title says 领导班子 itself."""
    return seen.name.removesuffix("领导班子").removesuffix("班子") or seen.name


def anchor_of(seen: Material) -> str:
    """Name the place of a report in a volume; Word allows letters, digits and _ only."""
    return f"team_{seen.team}"


def volume(reports: Sequence[tuple[Material, Flow]], title: str, foot: str) -> Flow:
    """Bind reports into one volume: title, contents with page numbers, then each on a new page."""
    entries = tuple((seen.name, anchor_of(seen)) for seen, _ in reports)
    blocks: list[Block] = [Words("title", title), Words("subtitle", "目　录"), Contents(entries)]
    for _, each in reports:
        blocks += [NewPage(), *each.blocks]
    return Flow(title, tuple(blocks), foot)


def _flags(seen: Material, raised: Sequence[Flag]) -> Iterator[Block]:
    yield Words("h1", "六、预警")
    up = [each for each in raised if each.result == "fail"]
    doubtful = [each for each in raised if each.result == "unknown"]
    said = f"亮起预警{len(up)}项" if up else "没有亮起的预警"
    said += f"，另有{len(doubtful)}项待核" if doubtful else ""
    yield Words("body", f"{said}。")
    columns = (
        FlowColumn("颜色", 5),
        FlowColumn("预警事项", 20, "left"),
        FlowColumn("情况", 28, "left"),
        FlowColumn("涉及人员", 14, "left"),
    )
    rows: list[tuple[str | FlowCell, ...]] = [
        (
            FlowCell("待核", "grey") if each.result == "unknown" else COLOUR_WORDS[each.colour],
            f"{each.rule} {each.title}",
            each.detail,
            "、".join(person(seen.world, who) for who in each.people) or "班子整体",
        )
        for each in (*up, *doubtful)
    ]
    if rows:
        yield table(columns, rows)


def _operation(seen: Material, raised: Sequence[Flag], said: Said) -> Iterator[Block]:
    yield Words("h1", "八、运行状况")
    found, missing = facts(seen.world, seen.assessment, raised)
    yield from _figures(seen)
    for state in STATES:
        told = [each for each in found if each.state == state]
        if told:
            yield Words("body", f"指向“{state}”的情况：{_facts(told)}。")
    if missing:
        yield Words("body", f"尚未登记的指标：{'、'.join(missing)}。")
    yield Words("body", f"结论：{said_text(said, '尚无运行状况结论，由本部门研究后填写')}")


def _figures(seen: Material) -> Iterator[Block]:
    told = figures_of(seen.world, seen.team)
    years = sorted({year for _, year in told})[-5:]
    names = [e.name for e in FIGURES if any((e.name, year) in told for year in years)]
    if not names:
        return
    columns = (FlowColumn("指标", 16, "left"), *(FlowColumn(f"{year}年", 8) for year in years))
    rows: list[tuple[str | FlowCell, ...]] = [
        (name, *(_value(told.get((name, year))) for year in years)) for name in names
    ]
    yield table(columns, rows, "历年指标")


def _value(found: object) -> str:
    return str(getattr(found, "value", None) or NOTHING)


def _facts(told: Sequence[Fact]) -> str:
    return "；".join(each.text for each in told)


def _closing(seen: Material, raised: Sequence[Flag], closing: Closing) -> Iterator[Block]:
    yield Words("h1", "九、总体评价及优化方向")
    drafts = (
        ("（一）总体评价", closing.evaluation, evaluation(seen.world, seen.assessment)),
        ("（二）优化方向", closing.direction, direction(seen.world, seen.assessment)),
    )
    for title, said, draft in drafts:
        yield Words("h2", title)
        yield Words("body", said_text(said, f"{draft}（按研判结果拟稿，待修改确定）"))
    yield Words("note", f"{DISCLAIMER}。{report_rules.UNCONFIRMED}。")
    yield Words("note", report_rules.editions(seen.world, seen.assessment.rules, raised))


def said_text(said: Said, otherwise: str) -> str:
    """Write what a person concluded with name and month, or what stands where nobody did."""
    if not said.text:
        return otherwise if otherwise.endswith(("。", "）")) else f"{otherwise}。"
    month = "" if said.month is None else months.show_iso(said.month)
    signed = "，".join(filter(None, (said.by, month)))
    return f"{said.text}（{signed}）" if signed else said.text
