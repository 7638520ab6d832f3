"""规则核查表 of a plan: every appointment with what the rules say, and what it does to teams."""

from collections.abc import Iterator

from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.motion import post_text
from leadership_model.papers.plan_lines import basis_after, unconfirmed
from leadership_model.papers.report_rules import editions
from leadership_model.papers.spread import Spread
from leadership_model.papers.stack import Stack
from leadership_model.rules.appointment import explain
from leadership_model.rules.rule import RESULT_WORDS, SEVERITY_WORDS, RuleResult
from leadership_model.staffing import guard
from leadership_model.staffing.situation import Situation

HEADS = (
    ("姓名", 11.0),
    ("拟任职务", 30.0),
    ("规则", 30.0),
    ("结果", 9.0),
    ("程度", 8.0),
    ("情况", 44.0),
    ("要求", 26.0),
    ("处理", 18.0),
)
TONES = {"fail": "red", "unknown": "grey", "pass": "green"}
Line = tuple[tuple[str, ...], dict[int, str]]


def checked(situation: Situation) -> Spread:
    """Make the table: what fails and what is 待核 for each appointment, then of the teams."""
    sheet = Stack(HEADS)
    sheet.title("方案规则核查表")
    found = [each for each in situation.conflicts if each.result.result == "fail"]
    open_ = len(situation.conflicts) - len(found)
    barred = len({each.move for each in situation.conflicts if each.blocks})
    words = f"方案：{situation.scenario.label}　不符合 {len(found)} 项，待核 {open_} 项"
    words += f"，{barred} 步调整不能进入讨论决定" if barred else "，没有不能进入讨论决定的调整"
    sheet.note(words)
    sheet.head()
    sheet.group("逐人核查")
    for line, tones in _people(situation):
        sheet.line(line, tones)
    teams = list(_teams(situation))
    sheet.group("对班子的影响（调整后新出现的问题）")
    for line, tones in teams:
        sheet.line(line, tones)
    if not teams:
        sheet.note("调整后没有新出现的班子问题。")
    results = [each.result for each in situation.conflicts]
    sheet.note(editions(situation.base, results) or "所列调整没有触及规则。")
    if unconfirmed(situation):
        sheet.note(f"下列规则待核实：{'、'.join(unconfirmed(situation))}。")
    sheet.note(f"{DISCLAIMER}。")
    return sheet.spread("规则核查", basis_after(situation).foot)


def _people(situation: Situation) -> Iterator[Line]:
    """Write each appointment that stands: what is against it, then how many rules it meets."""
    snapshot, world = situation.base.snapshot, situation.world
    groups = guard.linked_groups(world.seating)
    for at, move in enumerate(situation.scenario.done):
        if move.kind != "appoint" or move.person is None or move.post is None:
            continue
        person = snapshot.people.positions[move.person]
        first = snapshot.posts.positions[move.post]
        if move.order > 1 or int(world.seating.holder[first]) != person:
            continue
        against = [each for each in situation.conflicts if each.move == at]
        name = snapshot.people.raw("name")[person] or ""
        for conflict in against:
            seat = conflict.result.post if conflict.result.post >= 0 else first
            place = post_text(snapshot, seat)
            yield _line(situation, name, place, conflict.result, conflict.standing)
        met = [
            each
            for seat in groups.get(first, (first,))
            for each in explain(world.book, world.seating, person, seat, world.as_of)
            if each.result == "pass"
        ]
        words = f"{'其余' if against else ''}{len(met)} 项规则符合"
        yield (name, post_text(snapshot, first), words, "符合", "", "", "", ""), {3: "green"}


def _teams(situation: Situation) -> Iterator[Line]:
    """Write what rules find of the teams touched that was not there before."""
    names = situation.base.snapshot.teams.raw("name")
    for team, delta in situation.deltas.items():
        for each in delta.came:
            if each.result == "fail" and each.severity != "note":
                yield _line(situation, "—", names[team] or "", each, "")


def _line(situation: Situation, name: str, place: str, result: RuleResult, standing: str) -> Line:
    rule = situation.base.book[result.rule]
    title = f"{rule.id} {rule.title}（{rule.article}）" + ("" if rule.confirmed else "（待核实）")
    values = (
        name,
        place,
        title,
        RESULT_WORDS[result.result],
        SEVERITY_WORDS[result.severity],
        result.evidence or result.have,
        result.need,
        standing,
    )
    hard = "red" if result.severity == "forbid" else "yellow"
    return values, {3: TONES[result.result] if result.result != "fail" else hard}
