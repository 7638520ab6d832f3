"""The closing text of a comparison table, drafted from the findings in the field's wording.

A draft only: a person edits and signs it.
"""

from leadership_model.assessment.finding import STATE_WORDS, Assessment, Finding
from leadership_model.assessment.world import World

JUDGEMENTS = {
    "green": "比较合理",
    "yellow": "不够合理",
    "red": "严重不合理",
    "veto": "严重不合理",
    "unknown": "有待核实后判定",
}
ROTATION = ("T3", "X1", "X2", "X5", "X7")  # years in a post, a place or a term served
NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩"


def evaluation(world: World, assessment: Assessment) -> str:
    """Draft 总体评价: the state, what is met, what is missed, what cannot be said."""
    name = world.snapshot.teams.raw("name")[assessment.team]
    if assessment.state == "unconfigured":
        return f"{name}尚未配置结构模型，未作结构评价。"
    score = _score(assessment)
    text = f"{name}结构{JUDGEMENTS[assessment.state]}（{score}，{STATE_WORDS[assessment.state]}）。"
    met = _dimensions(assessment, all_green=True)
    missed = _dimensions(assessment, all_green=False)
    if met:
        text += (
            f"{'、'.join(met)}{_count(met)}达标；" if missed else f"{'、'.join(met)}各项均达标。"
        )
    faults = [each for each in assessment.findings if each.verdict in ("red", "yellow")]
    if faults:
        text += "；".join(f"{each.label}：{each.detail}" for each in faults) + "。"
    doubts = [each for each in assessment.findings if each.verdict == "unknown"]
    if doubts:
        text += f"{'、'.join(each.label for each in doubts)}因资料缺失待核。"
    return text


def direction(world: World, assessment: Assessment) -> str:
    """Draft 优化方向: vacancies, what costs most points, rotation and age, data to be verified."""
    steps: list[str] = []
    if assessment.vacancies:
        names = [world.snapshot.posts.raw("name")[post] for post in assessment.vacancies]
        steps.append(f"补配{'、'.join(dict.fromkeys(names))}（空缺 {len(names)} 个岗位）")
    costly = sorted(
        (each for each in assessment.findings if each.verdict in ("red", "yellow")),
        key=lambda each: (not each.veto, -each.points * (1.0 - each.s_low), each.requirement),
    )
    steps += [_step(each) for each in costly]
    steps += _by_rules(world, assessment)
    doubts = {person for each in assessment.findings for person in each.unknown_people}
    if doubts:
        steps.append(f"核实 {len(doubts)} 人的缺失资料后再作判定")
    if not steps:
        return "保持现有结构，关注任期与到龄变化。"
    return "；".join(f"{_number(i)}{step}" for i, step in enumerate(steps)) + "。"


def _by_rules(world: World, assessment: Assessment) -> list[str]:
    """Name who has served the years after which rotation is due, and who reaches the age."""
    found: dict[str, list[int]] = {"rotate": [], "retire": []}
    for each in assessment.rules:
        if each.result == "fail" and each.rule in ROTATION:
            found["rotate"] += each.people
        elif each.result == "fail" and each.rule == "R1":
            found["retire"] += each.people
    said = (
        ("rotate", "任职年限已到，建议列入交流计划"),
        ("retire", "已到或临近法定退休年龄，及早研究接替人选"),
    )
    names = world.snapshot.people.raw("name")
    return [
        f"{'、'.join(names[each] or '（未填姓名）' for each in dict.fromkeys(found[key]))}{text}"
        for key, text in said
        if found[key]
    ]


def _step(finding: Finding) -> str:
    lost = finding.points * (1.0 - finding.s_low)
    urgent = "（一票否决，须优先解决）" if finding.veto else ""
    worth = f"，可增加 {lost:.1f} 分" if lost > 0 and finding.s_high < 1.0 else ""
    return f"改善“{finding.label}”{urgent}：{finding.detail}{worth}"


def _number(at: int) -> str:
    return NUMBERS[at] if at < len(NUMBERS) else f"（{at + 1}）"


def _score(assessment: Assessment) -> str:
    low, high = assessment.score_low or 0.0, assessment.score_high or 0.0
    first, last = f"{low:.1f}", f"{high:.1f}"
    return f"{first} 分" if first == last else f"{first}～{last} 分"


def _dimensions(assessment: Assessment, *, all_green: bool) -> list[str]:
    verdicts: dict[str, list[str]] = {}
    for each in assessment.findings:
        verdicts.setdefault(each.dimension, []).append(each.verdict)
    return [
        name
        for name, found in verdicts.items()
        if all(verdict == "green" for verdict in found) == all_green
    ]


def _count(names: list[str]) -> str:
    return f"{len(names)}项" if len(names) > 1 else ""
