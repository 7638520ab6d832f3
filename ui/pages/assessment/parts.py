"""The comparison table (对比分析表) of one team, parts two and three as sheets. No Qt."""

from collections.abc import Iterable
from itertools import groupby

from leadership_model.assessment.finding import VERDICT_WORDS, Finding
from leadership_model.assessment.phrase import show, span
from leadership_model.matching.scores import Scores
from leadership_model.papers.cause_words import softened
from leadership_model.papers.comparison import FunctionRow, functions
from ui.navigation import MatchPost, OpenPost, RunQuery
from ui.pages.assessment.sheet import Inspect
from ui.pages.assessment.work import (
    View,
    counting,
    holders,
    lacking,
    short_post,
)
from ui.tables.cell import Cell
from ui.widgets.sheet import Band, Sheet, SheetCell, SheetColumn

NATURAL = (
    SheetColumn(title="项目", width=74),
    SheetColumn(title="要素", width=150, stretch=2),
    SheetColumn(title="目标", width=66, align="right"),
    SheetColumn(title="现状", width=80, align="right"),
    SheetColumn(title="对比", width=112, stretch=1, tip="绿带为目标范围，标记为现状"),
    SheetColumn(title="结论", width=80),
    SheetColumn(title="得分", width=84, align="right"),
)
FUNCTION = (
    SheetColumn(title="职能板块", width=70),
    SheetColumn(title="承载岗位", width=110, stretch=2),
    SheetColumn(title="资格条件", width=110, stretch=3),
    SheetColumn(title="配备情况", width=96, stretch=1),
    SheetColumn(title="匹配度", width=72, align="right", tip="任职人员对本岗位的匹配度，0～100"),
)


def natural_sheet(seen: View) -> Sheet:
    """Part two: every requirement but those on functions, grouped by dimension."""
    rows: list[tuple[SheetCell | None, ...]] = []
    for dimension, found in grouped(seen.assessment.findings).items():
        people = dict.fromkeys(person for each in found for person in each.people)
        title = f"{dimension}维度 · {len(people)} 人"
        head = SheetCell(
            cell=Cell(text=dimension, tone="text2"),
            request=seen.show(people, title),
            rows=len(found),
        )
        rows += [
            (None if at else head, *natural_cells(seen, each)) for at, each in enumerate(found)
        ]
    return Sheet(columns=NATURAL, rows=tuple(rows))


def grouped(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Put the requirements of part two together by dimension, in the model's order."""
    found: dict[str, list[Finding]] = {}
    for each in findings:
        if each.kind != "carried":
            found.setdefault(each.dimension, []).append(each)
    return found


def natural_note(seen: View) -> str:
    """Count the verdicts of part two."""
    found = [each.verdict for each in seen.assessment.findings if each.kind != "carried"]
    counts = [
        f"{word} {found.count(verdict)}"
        for verdict, word in VERDICT_WORDS.items()
        if verdict in found
    ]
    return " · ".join([f"{len(found)} 项", *counts])


def natural_cells(seen: View, finding: Finding) -> tuple[SheetCell, ...]:
    """Write 要素, 目标, 现状, 对比, 结论, 得分 of one finding."""
    who, tip = counting(seen, finding), reason(finding)
    tone = finding.verdict if finding.verdict != "green" else "text"
    veto = "否决" if finding.veto else ""
    chip_tone = "red" if finding.veto and finding.s_high < 1.0 else "soft"
    return (
        SheetCell(
            cell=Cell(text=finding.label, chip=veto, chip_tone=chip_tone),
            request=Inspect(finding.requirement),
            tip=f"{tip}\n单击查看谁独自支撑、换谁可达标",
        ),
        SheetCell(cell=Cell(text=target(finding)), request=who, tip=tip),
        SheetCell(
            cell=Cell(text=span(finding.measured_low, finding.measured_high), tone=tone),
            request=who,
            tip=tip,
        ),
        SheetCell(cell=Cell(), request=who, tip=tip, band=band(finding)),
        SheetCell(
            cell=Cell(
                text=VERDICT_WORDS[finding.verdict], mark=finding.verdict, tone=finding.verdict
            ),
            request=lacking(seen, finding),
            tip=f"{tip}\n单击列出未计入或待核的人",
        ),
        SheetCell(cell=points(finding), request=who, tip=tip),
    )


def reason(finding: Finding) -> str:
    """Say why a finding is as it is."""
    lines = [f"{finding.label}：{finding.detail}", f"{VERDICT_WORDS[finding.verdict]}"]
    if finding.veto:
        lines[1] += "，一票否决项"
    if finding.unknown_people:
        lines.append(f"资料待核 {len(finding.unknown_people)} 人")
    return "\n".join(lines)


def target(finding: Finding) -> str:
    """Write the bounds as applied: ≥ 2, ≤ 49, 8～10, = 1."""
    lo, hi = finding.lo, finding.hi
    if lo is None and hi is None:
        return "不限"
    if hi is None:
        return f"≥ {span(lo, lo)}"
    if lo is None:
        return f"≤ {span(hi, hi)}"
    return f"= {span(lo, lo)}" if lo == hi else f"{span(lo, lo)}～{span(hi, hi)}"


def points(finding: Finding) -> Cell:
    """Write points got of points there are."""
    if not finding.points:
        return Cell(text="不计分", tone="text2")
    low, high = finding.points * finding.s_low, finding.points * finding.s_high
    first, last = show(round(low, 1)), show(round(high, 1))
    got = first if first == last else f"{first}～{last}"
    return Cell(text=f"{got} / {finding.points:g}", tone="text2" if low == high else "grey_text")


def band(finding: Finding) -> Band | None:
    """Lay the measured value and the target on one scale; None where nothing was measured."""
    low, high = finding.measured_low, finding.measured_high
    if low is None or high is None:
        return None
    ends = [each for each in (low, high, finding.lo, finding.hi) if each is not None]
    room = max((max(ends) - min(ends)) * 0.6, max(map(abs, ends)) * 0.08, 1.0)
    start = min(ends) - room
    if finding.kind not in ("average", "extent"):
        start = min(0.0, *ends)
    return Band(
        start=start,
        end=max(ends) + room,
        lo=finding.lo,
        hi=finding.hi,
        low=low,
        high=high,
        verdict=finding.verdict,
    )


def function_sheet(seen: View, scores: Scores) -> Sheet:
    """Part three: a line a function and its carrying post; then what the model asks of them."""
    rows = functions(seen.world, scores, seen.team)
    lines: list[tuple[SheetCell | None, ...]] = []
    for function, group in groupby(rows, key=_function):
        found = list(group)
        held = holders(seen, (each.seat for each in found))
        head = SheetCell(
            cell=Cell(text=function, tone="text2"),
            request=seen.show(held, f"{function}板块 · {len(held)} 人"),
            rows=len(found),
        )
        lines += [
            (None if at else head, *_function_cells(seen, each)) for at, each in enumerate(found)
        ]
    return Sheet(columns=FUNCTION, rows=tuple(lines))


def function_note(seen: View, sheet: Sheet) -> str:
    """Say what the model asks of the functions, and how many posts are vacant."""
    asked = [each for each in seen.assessment.findings if each.kind == "carried"]
    parts = [f"{len(sheet.rows)} 项"]
    parts += [
        f"{each.detail}（{VERDICT_WORDS[each.verdict]}，{points(each).text} 分）" for each in asked
    ]
    return " · ".join(parts)


def _function_cells(seen: View, row: FunctionRow) -> tuple[SheetCell, ...]:
    posts = seen.world.snapshot.posts
    post, sentence = posts.ids[row.seat], posts.raw("requires")[row.seat]
    rank = MatchPost(post)
    who = seen.person(row.person) if row.person >= 0 else rank
    met = {"green": "符合资格条件", "red": "不符合资格条件", "unknown": "是否符合资格条件待核"}
    why = "空缺，单击按匹配度列出候选人" if row.vacant else met[row.meets]
    fit = Cell(text="找候选人", link=True) if row.vacant else Cell(text=row.fit)
    holder_tone = "red" if row.vacant else row.meets if row.meets != "green" else "text"
    return (
        SheetCell(cell=Cell(text=short_post(row.post)), request=OpenPost(post), tip=row.post),
        SheetCell(
            cell=Cell(text=softened(row.asked), tone="text" if sentence else "text2"),
            request=RunQuery(sentence) if sentence else OpenPost(post),
            tip=f"{row.asked}\n单击查询全库符合的人" if sentence else "本岗位未设资格条件",
        ),
        SheetCell(
            cell=Cell(text=row.holder, mark=row.meets, tone=holder_tone),
            request=who,
            tip=f"{row.post} {row.holder}：{why}",
        ),
        SheetCell(cell=fit, request=rank, tip="单击打开以岗找人，逐条看理由"),
    )


def _function(row: FunctionRow) -> str:
    return row.function
