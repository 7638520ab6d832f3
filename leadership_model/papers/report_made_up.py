"""Parts two to four of a report: 职能职数, 自然结构, 功能结构."""

from collections.abc import Iterator, Sequence

from leadership_model.assessment.finding import VERDICT_WORDS, Finding
from leadership_model.charts import radar as radars
from leadership_model.charts.ladder import age_ladder
from leadership_model.charts.spec import Bar, Bars, ChartSpec
from leadership_model.papers import comparison
from leadership_model.papers.cause_words import softened
from leadership_model.papers.flow import Block, FlowCell, FlowCharts, FlowColumn, Words, table
from leadership_model.papers.report_seen import Material
from leadership_model.query.distributions import distributions
from leadership_model.query.statistics import summarise

TONES = comparison.TONES


def quota(seen: Material) -> Iterator[Block]:
    """二、职能职数: posts of a name together, then the quotas."""
    yield Words("h1", "二、职能职数")
    vacant = len(seen.assessment.vacancies)
    yield Words("body", f"空缺岗位{vacant}个。" if vacant else "各岗位均已配备。")
    columns = (
        FlowColumn("角色", 7),
        FlowColumn("岗位", 28, "left"),
        FlowColumn("应配", 6),
        FlowColumn("实配", 6),
        FlowColumn("任职人员", 28, "left"),
        FlowColumn("结论", 8),
    )
    rows: list[tuple[str | FlowCell, ...]] = []
    posts = list(comparison.posts(seen.world, seen.assessment))
    told = [row for row in posts if row[-1] != "green"] if seen.large else posts
    for row in told:
        *texts, verdict, tone = row
        rows.append((*texts, FlowCell(verdict, tone)))
    if len(told) < len(posts):
        rest = len(posts) - len(told)
        yield Words("body", f"另有{rest}类岗位按应配数配齐，任职人员见“班子成员”。")
    if rows:
        yield table(columns, rows)


def natural(seen: Material) -> Iterator[Block]:
    """三、自然结构: charts, then every requirement but those on functions."""
    yield Words("h1", "三、自然结构")
    found = [each for each in seen.assessment.findings if each.kind != "carried"]
    if found:
        yield Words("body", _verdicts(found))
    charts, captions = _charts(seen)
    yield FlowCharts(charts, captions, 500.0)
    yield FlowCharts(*_bars(seen), 240.0)
    if not found:
        return
    columns = (
        FlowColumn("项目", 8),
        FlowColumn("要素", 16, "left"),
        FlowColumn("目标", 10),
        FlowColumn("现状", 9),
        FlowColumn("对比", 24, "left"),
        FlowColumn("结论", 9),
        FlowColumn("得分", 11),
    )
    rows: list[tuple[str | FlowCell, ...]] = []
    for each in found:
        project, element, target, present, detail, verdict, got, most = comparison.natural(each)
        points = got if not each.points else f"{got}/{most}"
        tone = TONES[each.verdict]
        rows.append((project, element, target, present, detail, FlowCell(verdict, tone), points))
    yield table(columns, rows, "结构模型对比")


def _verdicts(found: Sequence[Finding]) -> str:
    counts = [
        f"{word}{number}项"
        for verdict, word in VERDICT_WORDS.items()
        if (number := sum(each.verdict == verdict for each in found))
    ]
    broken = [each.label for each in found if each.veto and each.s_high < 1.0]
    text = f"共{len(found)}项要求：{'、'.join(counts)}。"
    return text + (f"一票否决项未达标：{'、'.join(broken)}。" if broken else "")


def _charts(seen: Material) -> tuple[tuple[ChartSpec, ...], tuple[str, ...]]:
    ladder = age_ladder(seen.world, seen.team)
    if len(seen.assessment.dimensions) < 3:
        return (ladder,), ("年龄梯次",)
    means = radars.means(seen.peers)
    made = radars.radar(seen.world, seen.assessment, means, "同类均值")
    return (ladder, made), ("年龄梯次", "各维度得分")


def _bars(seen: Material) -> tuple[tuple[ChartSpec, ...], tuple[str, ...]]:
    """Draw education, and sex, ethnicity and party together."""
    people = seen.members()
    schooling = next(e for e in distributions(seen.world, people) if e.name == "学历")
    bars = tuple(
        Bar(label=each.label, value=each.count or each.unknown, ids=each.ids)
        for each in schooling.bars
    )
    first = Bars(title="学历", bars=bars, unit="人", horizontal=True)
    figures = summarise(seen.world, people).figures[:3]
    made = tuple(Bar(label=each.label, value=each.count, ids=each.ids) for each in figures)
    second = Bars(title="性别、民族、党派", bars=made, unit="人", horizontal=True)
    return (first, second), ("学历", "女、少数民族、党外成员")


def functional(seen: Material) -> Iterator[Block]:
    """四、功能结构: which post carries which function, who holds it, how well they fit."""
    yield Words("h1", "四、功能结构")
    rows = comparison.functions(seen.world, seen.scores, seen.team)
    asked = [each for each in seen.assessment.findings if each.kind == "carried"]
    for each in asked:
        yield Words("body", f"{each.label}：{each.detail}（{VERDICT_WORDS[each.verdict]}）。")
    if not rows:
        yield Words("body", "本班子的岗位未登记职能板块。")
        return
    columns = (
        FlowColumn("职能板块", 11),
        FlowColumn("承载岗位", 19, "left"),
        FlowColumn("资格条件", 25, "left"),
        FlowColumn("配备情况", 13),
        FlowColumn("匹配度", 8),
    )
    told = [row for row in rows if row.meets != "green"] if seen.large else list(rows)
    lines: list[tuple[str | FlowCell, ...]] = [
        (row.function, row.post, softened(row.asked), FlowCell(row.holder, _met(row)), row.fit)
        for row in told
    ]
    if len(told) < len(rows):
        rest = len(rows) - len(told)
        yield Words("body", f"另有{rest}项已由符合资格条件的成员承担，明细见“各项数字明细”。")
    if lines:
        yield table(columns, lines)
    yield Words("note", "配备情况着色：红为缺岗或不符合资格条件，灰为待核；匹配度 0～100，供参考。")


def _met(row: comparison.FunctionRow) -> str:
    return "" if row.meets == "green" else TONES[row.meets]
