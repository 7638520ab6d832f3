"""前后对比表 of a plan: teams, seats and requirements before and after."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment, Finding
from leadership_model.assessment.phrase import span, wanted
from leadership_model.assessment.world import World
from leadership_model.matching.fit import DISCLAIMER, shown
from leadership_model.papers.comparison import STATE_TONES, TONES
from leadership_model.papers.plan_lines import basis_after
from leadership_model.papers.spread import Spread
from leadership_model.papers.stack import Stack
from leadership_model.people.seating import OUTSIDER, VACANT
from leadership_model.query.statistics import summarise
from leadership_model.staffing.situation import Situation, figures

TEAM_HEADS = (
    ("班子", 34.0),
    ("调整前", 14.0),
    ("调整后", 14.0),
    ("得分增减", 10.0),
    ("到岗/岗位", 16.0),
    ("好转的要求", 34.0),
    ("变差的要求", 34.0),
)
SEAT_HEADS = (("岗位", 34.0), ("调整前", 26.0), ("调整后", 26.0), ("变化", 30.0))
REQUIREMENT_HEADS = (
    ("项目", 11.0),
    ("要求", 36.0),
    ("目标", 14.0),
    ("调整前", 12.0),
    ("结论", 8.0),
    ("调整后", 12.0),
    ("结论", 8.0),
    ("变化", 10.0),
)
BETTER = {"red": 0, "unknown": 1, "yellow": 2, "green": 3}


def change(situation: Situation) -> tuple[Spread, Spread]:
    """Make the two sheets: the teams of a plan at a glance, and their seats one by one."""
    return _teams(situation), _seats(situation)


def structure(situation: Situation) -> tuple[Spread, ...]:
    """Make one sheet for each team the plan touches or that lies on its board."""
    names = situation.base.snapshot.teams.raw("name")
    made: list[Spread] = []
    for team in teams_of(situation):
        name = names[team] or "班子"
        same = sum(each.name.startswith(name[:24]) for each in made)
        made.append(_structure(situation, team, f"{name[:24]}{same + 1}" if same else name))
    return tuple(made)


def teams_of(situation: Situation) -> tuple[int, ...]:
    """List the teams on the board, then those the moves touch elsewhere."""
    return tuple(dict.fromkeys((*situation.teams, *situation.deltas)))


def held_by(world: World, post: int) -> str:
    """Name the holder of a seat in a world: a person, somebody outside the base, or 缺岗."""
    holder = int(world.seating.holder[post])
    if holder == VACANT:
        return "缺岗"
    if holder == OUTSIDER:
        row = int(world.seating.tenure[post])
        return (world.snapshot["tenure"].raw("outsider")[row] if row >= 0 else "") or "库外人员"
    return world.snapshot.people.raw("name")[holder] or "姓名待核"


def _head(situation: Situation) -> str:
    found = figures(situation)
    return "　".join(
        (
            f"方案：{situation.scenario.label}",
            f"生效 {months.show_iso(situation.base.as_of)}",
            f"调整 {len(found.moved)} 人",
            f"空缺 {len(found.vacant_before)} → {len(found.vacant_after)}",
            f"连锁空缺 {len(found.chain)}",
        )
    )


def _teams(situation: Situation) -> Spread:
    sheet = Stack(TEAM_HEADS)
    sheet.title("方案前后对比表")
    sheet.note(_head(situation))
    sheet.head()
    names = situation.base.snapshot.teams.raw("name")
    for team in teams_of(situation):
        delta = situation.deltas[team]
        before, after = delta.before, delta.after
        better, worse = _turned(before, after)
        gain = "—" if delta.score_low is None else _signed(delta.score_low)
        seats = f"{before.filled}/{before.seats} → {after.filled}/{after.seats}"
        tones = {1: STATE_TONES[before.state], 2: STATE_TONES[after.state]}
        tones |= {5: "green"} if better else {}
        tones |= {6: "red"} if worse else {}
        values = (names[team] or "", _score(before), _score(after), gain, seats, better, worse)
        sheet.line(values, tones)
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread("前后对比", basis_after(situation).foot)


def _seats(situation: Situation) -> Spread:
    sheet = Stack(SEAT_HEADS)
    sheet.title("岗位前后对照表")
    sheet.note(_head(situation))
    sheet.head()
    snapshot = situation.base.snapshot
    for team in teams_of(situation):
        sheet.group(snapshot.teams.raw("name")[team] or "班子")
        for post in situation.base.seats(team):
            then, now = held_by(situation.base, post), held_by(situation.world, post)
            changed = post in situation.folded.changes
            word = _change(situation, post) if changed else ""
            tones = {2: "red" if now == "缺岗" else "green", 3: "yellow"} if changed else {}
            sheet.line((snapshot.posts.raw("name")[post] or "", then, now, word), tones)
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread("岗位对照", basis_after(situation).foot, landscape=False)


def _change(situation: Situation, post: int) -> str:
    """Say what becomes of a seat whose holder is another, and where the former one goes."""
    then = int(situation.base.seating.holder[post])
    now = int(situation.world.seating.holder[post])
    parts = ["补上空缺"] if then == VACANT else []
    parts += ["空出"] if now == VACANT else []
    if then >= 0:
        name = situation.base.snapshot.people.raw("name")[then]
        if then in situation.folded.retired:
            parts.append(f"{name}到龄")
        elif then in situation.folded.bench:
            parts.append(f"{name}待安排")
        else:
            parts.append(f"{name}另有任用")
    return "，".join(parts)


def _structure(situation: Situation, team: int, name: str) -> Spread:
    delta, title = situation.deltas[team], situation.base.snapshot.teams.raw("name")[team]
    sheet = Stack(REQUIREMENT_HEADS)
    sheet.title(f"{title}结构前后对比表")
    sheet.note(f"{_head(situation)}　得分 {_score(delta.before)} → {_score(delta.after)}")
    sheet.head()
    sheet.group("班子结构要求")
    then = {each.requirement: each for each in delta.before.findings}
    for each in delta.after.findings:
        sheet.line(*_requirement(then.get(each.requirement, each), each))
    if not delta.after.findings:
        sheet.note("本班子没有配置结构模型。")
    sheet.group("成员构成")
    for words, before, after in _makeup(situation, team):
        sheet.line(("构成", words, "", before, "", after, "", "" if before == after else "有变化"))
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread(name, basis_after(situation).foot)


def _requirement(before: Finding, after: Finding) -> tuple[tuple[str, ...], dict[int, str]]:
    one, other = (span(each.measured_low, each.measured_high) for each in (before, after))
    rise = BETTER[after.verdict] - BETTER[before.verdict]
    word = "好转" if rise > 0 else "变差" if rise < 0 else "有变化" if one != other else ""
    tones = {4: TONES[before.verdict], 6: TONES[after.verdict]}
    if rise:
        tones[7] = "green" if rise > 0 else "red"
    values = (
        after.dimension,
        after.label + ("（否决项）" if after.veto else ""),
        wanted(after.lo, after.hi),
        one,
        VERDICT_WORDS[before.verdict],
        other,
        VERDICT_WORDS[after.verdict],
        word,
    )
    return values, tones


def _makeup(situation: Situation, team: int) -> Sequence[tuple[str, str, str]]:
    """Give the usual figures of the members before and after."""
    rows: list[list[str]] = []
    for world in (situation.base, situation.world):
        count = len(world.snapshot.people)
        members = [int(each) for each in world.members(team) if 0 <= int(each) < count]
        found = summarise(world, members)
        age = "—" if found.average_age is None else f"{found.average_age:.1f}"
        rows.append([str(found.count), age, *(str(each.count) for each in found.figures)])
        labels = ["人数", "平均年龄", *(each.label for each in found.figures)]
    return [(word, rows[0][at], rows[1][at]) for at, word in enumerate(labels)]


def _turned(before: Assessment, after: Assessment) -> tuple[str, str]:
    """Name the requirements whose verdict is better, and those whose is worse."""
    then = {each.requirement: each.verdict for each in before.findings}
    better: list[str] = []
    worse: list[str] = []
    for each in after.findings:
        rise = BETTER[each.verdict] - BETTER[then.get(each.requirement, each.verdict)]
        if rise:
            (better if rise > 0 else worse).append(f"{each.label}（{VERDICT_WORDS[each.verdict]}）")
    return "；".join(better), "；".join(worse)


def _score(found: Assessment) -> str:
    state = STATE_WORDS[found.state]
    if found.score_low is None or found.score_high is None:
        return state
    low, high = shown(found.score_low), shown(found.score_high)
    return f"{state} {low}" if low == high else f"{state} {low}～{high}"


def _signed(value: float) -> str:
    rounded = round(value, 1)
    return f"+{rounded:g}" if rounded > 0 else f"{rounded:g}".replace("-", "−")
