"""规则核查清单: what rules find, what nobody has answered yet, and the exceptions granted."""

from collections.abc import Iterable, Sequence

from leadership_model import months
from leadership_model.assessment.comparing import is_reminder
from leadership_model.assessment.finding import Assessment
from leadership_model.assessment.world import World
from leadership_model.papers import report_rules
from leadership_model.papers.basis import basis_of
from leadership_model.papers.notices import notices
from leadership_model.papers.report_seen import person
from leadership_model.papers.spread import Spread
from leadership_model.people.rule_notes import RuleException
from leadership_model.rules import checklist, exceptions
from leadership_model.rules.rule import SEVERITY_WORDS, RuleResult

HEADS = (
    ("规则", 30.0),
    ("结果", 8.0),
    ("程度", 7.0),
    ("班子", 30.0),
    ("涉及", 18.0),
    ("情况", 44.0),
    ("例外", 30.0),
)
EXCEPTION_HEADS = (
    ("规则", 34.0),
    ("针对", 34.0),
    ("理由", 40.0),
    ("批准人或机关", 18.0),
    ("批复文号", 18.0),
    ("日期", 12.0),
    ("有效期", 20.0),
)
HAND_HEADS = (
    ("规则", 32.0),
    ("核查事项", 50.0),
    ("针对", 40.0),
    ("提示", 30.0),
    ("核查结果", 12.0),
)
TONES = {"不符合": "red", "到期提示": "yellow", "待核": "grey"}
ORDER = {"forbid": 0, "warn": 1, "note": 2}


def rule_list(world: World, assessments: Sequence[Assessment], title: str) -> tuple[Spread, ...]:
    """Make the list of some teams: findings, the questions for people, exceptions in force."""
    results = [result for each in assessments for result in each.rules]
    basis = basis_of(world, assessments)
    foot = report_rules.editions(world, results)
    found = sorted(
        (each for each in results if each.result != "pass"),
        key=lambda each: (each.result != "fail", is_reminder(each), ORDER[each.severity]),
    )
    answers = [report_rules.answer_of(each) for each in found]
    counted = ((word, answers.count(word)) for word in ("不符合", "到期提示", "待核"))
    note = "，".join(f"{word} {count} 条" for word, count in counted)
    sheets = [
        notices(
            title,
            HEADS,
            [line(world, each) for each in found],
            world.as_of,
            note=note,
            rules=foot,
            basis=basis.foot,
            tones={1: [TONES[word] for word in answers]},
        )
    ]
    asked = _by_hand(world, [each.team for each in assessments])
    sheets.append(notices("人工核查事项", HAND_HEADS, asked, world.as_of, basis=basis.foot))
    given = _exceptions(world, {each.team for each in assessments})
    sheets.append(notices("例外清单", EXCEPTION_HEADS, given, world.as_of, basis=basis.foot))
    return tuple(sheets)


def line(world: World, result: RuleResult) -> tuple[str, ...]:
    """Write one result: 规则, 结果, 程度, 班子, 涉及, 情况, 例外."""
    team = world.snapshot.teams.raw("name")[result.team] if result.team >= 0 else ""
    return (
        report_rules.title_of(world, result.rule),
        report_rules.answer_of(result),
        SEVERITY_WORDS[result.severity],
        team or "",
        report_rules.about(world, result).replace("\n", " "),
        result.evidence or result.have,
        report_rules.exception_text(world, result),
    )


def _by_hand(world: World, teams: Sequence[int]) -> list[tuple[str, ...]]:
    """List the questions no data decides: of one team for each person, of many by rule."""
    questions = checklist.of_teams(world.seating, world.book, teams)
    if len(teams) == 1:
        return [
            (
                report_rules.title_of(world, each.rule.id),
                each.rule.question,
                _asked_of(world, each),
                each.hint,
                checklist.TOLD_WORDS[each.told],
            )
            for each in questions
        ]
    groups: dict[str, list[checklist.Question]] = {}
    for each in questions:
        groups.setdefault(each.rule.id, []).append(each)
    return [
        (
            report_rules.title_of(world, id),
            found[0].rule.question,
            f"{len(found)} 项",
            "",
            f"未核查 {sum(each.told == 'open' for each in found)} 项",
        )
        for id, found in groups.items()
    ]


def _asked_of(world: World, each: checklist.Question) -> str:
    snapshot = world.snapshot
    parts = [
        person(world, each.person) if each.person >= 0 else "",
        snapshot.posts.raw("name")[each.post] if each.post >= 0 else "",
        snapshot.teams.raw("name")[each.team] if each.team >= 0 and each.person < 0 else "",
    ]
    return " ".join(filter(None, parts))


def _exceptions(world: World, teams: Iterable[int]) -> list[tuple[str, ...]]:
    """List the exceptions in force for the teams, their posts and members."""
    chosen, snapshot = set(teams), world.snapshot
    people = {member for team in chosen for member in world.members(team).tolist()}
    found = []
    for given in (each for some in exceptions.everywhere(snapshot).values() for each in some):
        person_at = snapshot.people.positions.get(given.person or "", -1)
        post_at = snapshot.posts.positions.get(given.post or "", -1)
        team_at = snapshot.teams.positions.get(given.team or "", -1)
        if post_at >= 0:
            team_at = int(snapshot.posts.owners()[post_at])
        if exceptions.holds(given, world.as_of) and (team_at in chosen or person_at in people):
            found.append(_exception(world, given, (person_at, post_at, team_at)))
    return found


def _exception(world: World, given: RuleException, places: tuple[int, int, int]) -> tuple[str, ...]:
    who, post, team = places
    snapshot = world.snapshot
    about = [
        person(world, who) if who >= 0 else "",
        snapshot.teams.raw("name")[team] if team >= 0 else "",
        snapshot.posts.raw("name")[post] if post >= 0 else "",
    ]
    start = "" if given.start is None else months.show_iso(given.start)
    end = "" if given.end is None else months.show_iso(given.end)
    return (
        report_rules.title_of(world, given.rule or ""),
        " ".join(filter(None, about)),
        given.reason or "",
        given.approver or "",
        given.reply_number or "",
        given.reply_date or "",
        f"{start}～{end}" if start or end else "长期",
    )
