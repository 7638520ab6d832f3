"""What the cards and panels of the board say, prepared from a situation. No Qt."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from leadership_model.people.seating import OUTSIDER, VACANT
from ui import names
from ui.pages.staffing.differences import Change, requirement_changes

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.rules.rule import RuleResult
    from leadership_model.staffing.conflict import Conflict
    from leadership_model.staffing.situation import Situation

MARKS = {("fail", "forbid"): "red", ("fail", "warn"): "yellow"}
ORDER = ("red", "yellow", "unknown", "green")
MEMBERSHIP = re.compile(r"^[^、]*(?:常委|委员|成员)、(?=.)")  # 县委常委、组织部部长
PREFIX = re.compile(r"^(?:县委|市委|区委|州委)(?=..)")
LONG = 7  # characters a card has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One card. `lines`: (text, tone) below the name. `draft`: a forbidden move kept as a mark."""

    post: int
    post_id: str
    title: str
    person: int
    person_id: str = ""
    name: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    mark: str = ""
    tip: str = ""
    proposed: bool = False
    pinned: bool = False
    linked: bool = False
    draft: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One team on the board."""

    team: int
    id: str
    name: str
    state_before: str
    state_after: str
    score_before: str
    score_after: str
    delta: float | None
    word: str
    note: str
    seats: tuple[Seat, ...]
    changes: tuple[Change, ...]


def panels(situation: "Situation") -> tuple[Panel, ...]:
    """Prepare the teams of the board, in their order."""
    return tuple(panel(situation, team) for team in situation.teams)


def panel(situation: "Situation", team: int) -> Panel:
    """Prepare one team."""
    delta, snapshot = situation.deltas[team], situation.world.snapshot
    return Panel(
        team=team,
        id=snapshot.teams.ids[team],
        name=names.team_name(snapshot, team),
        state_before=delta.before.state,
        state_after=delta.after.state,
        score_before=score(delta.before),
        score_after=score(delta.after),
        delta=delta.score_low,
        word=_word(delta.after),
        note=_note(situation, team),
        seats=seats(situation, team),
        changes=changes(situation, team),
    )


def score(assessment: "Assessment") -> str:
    """Write the score of a team; both ends where data is missing."""
    low, high = assessment.score_low, assessment.score_high
    if low is None or high is None:
        return names.NOTHING
    first, last = f"{low:.1f}", f"{high:.1f}"
    return first if first == last else f"{first}～{last}"


def _word(assessment: "Assessment") -> str:
    """Say in words what the mark says; of an open state between which ends it lies."""
    from leadership_model.assessment.finding import STATE_WORDS

    if assessment.state != "unknown":
        return STATE_WORDS[assessment.state]
    low, high = STATE_WORDS[assessment.state_low], STATE_WORDS[assessment.state_high]
    return f"待核（{low}～{high}）"


def _note(situation: "Situation", team: int) -> str:
    teams, seating = situation.world.snapshot.teams, situation.world.seating
    quotas = [teams.raw(f"quota_{role}")[team] for role in ("head", "deputy", "other")]
    takes = situation.world.snapshot.posts.ints("takes_quota")
    held = [p for p in seating.seats(team) if int(seating.holder[p]) != VACANT]
    real = sum(int(takes[post]) == 1 for post in held)
    approved = "待核" if None in quotas[:2] else str(sum(each or 0 for each in quotas))
    missing = len(seating.seats(team)) - len(held)
    return f"核定 {approved} · 实有 {real} · 缺 {missing}"


def seats(situation: "Situation", team: int) -> tuple[Seat, ...]:
    """Prepare the cards of a team, in post order."""
    snapshot = situation.world.snapshot
    posts = situation.world.seating.seats(team)
    titles = Counter(names.post_name(snapshot, post) for post in posts)
    found: dict[int, list[RuleResult]] = {}
    for each in situation.deltas[team].after.rules:
        found.setdefault(each.post, []).append(each)
    pinned = frozenset(situation.folded.pinned)
    return tuple(
        _seat(situation, post, titles, found.get(post, []), post in pinned) for post in posts
    )


def title_of(situation: "Situation", post: int, titles: "Counter[str] | None" = None) -> str:
    """Name a post for a card; where a team has several of a name, with what tells it apart.

    That is the linked post, else the first function it carries. Memberships before the office
    (县委常委、…) are left out: the card stands in that team.
    """
    snapshot = situation.world.snapshot
    name = names.post_name(snapshot, post)
    team = int(snapshot.posts.owners()[post])
    if titles is None:
        there = situation.world.seating.seats(team)
        titles = Counter(names.post_name(snapshot, each) for each in there)
    short = MEMBERSHIP.sub("", name)
    if titles[name] < 2:
        return PREFIX.sub("", short) if len(short) > LONG else short
    partner = _partner(situation, post)
    if partner >= 0:
        return f"{PREFIX.sub('', short)}、{PREFIX.sub('', names.post_name(snapshot, partner))}"
    function = (snapshot.posts.raw("functions")[post] or "").split("、")[0]
    return f"{PREFIX.sub('', short)}（{function}）" if function else short


def _partner(situation: "Situation", post: int) -> int:
    """Give the other post of a linked pair; -1 when there is none."""
    from leadership_model.staffing.guard import linked_groups

    group = linked_groups(situation.base.seating).get(post, ())
    return next((each for each in group if each != post), -1)


def _seat(
    situation: "Situation",
    post: int,
    titles: "Counter[str]",
    rules: "list[RuleResult]",
    pinned: bool,
) -> Seat:
    snapshot, seating = situation.world.snapshot, situation.world.seating
    person = int(seating.holder[post])
    before = int(situation.base.seating.holder[post])
    empty = Seat(
        post=post,
        post_id=situation.base.post_ids[post],
        title=title_of(situation, post, titles),
        person=person,
        pinned=pinned,
        linked=bool(snapshot.posts.raw("linked")[post]),
    )
    if person == VACANT:
        left = f"{names.person_name(snapshot, before)} 离开" if before >= 0 else ""
        return replace(empty, mark="red", left=left, tip=_vacant_tip(left))
    if person == OUTSIDER:
        words, tip = (("库外人员", "text2"),), "由库外人员担任，各项要素待核"
        name = _outsider(situation, post)
        return replace(empty, name=name, mark="unknown", lines=words, tip=tip)
    proposed = person != before
    mark, note = _judge(rules)
    draft = _draft(situation, post, person) if proposed else ""
    return replace(
        empty,
        person_id=situation.base.person_ids[person],
        name=names.person_name(snapshot, person),
        lines=_lines(situation, person, proposed, draft, note, mark),
        mark="red" if draft else mark,
        tip=_tip(situation, person, rules),
        proposed=proposed,
        draft=draft,
    )


def _vacant_tip(left: str) -> str:
    words = "空缺：把干部拖到这里，或选中后按 Ctrl+V 放下"
    return f"{left}后空缺。{words}" if left else words


def _outsider(situation: "Situation", post: int) -> str:
    row = int(situation.world.seating.tenure[post])
    name = situation.world.snapshot["tenure"].raw("outsider")[row] if row >= 0 else ""
    return name or "库外人员"


def _judge(rules: "list[RuleResult]") -> tuple[str, str]:
    """Say which mark a seat gets, and the few words that say why."""
    marks = [
        (
            MARKS.get((each.result, each.severity), "unknown" if each.result == "unknown" else ""),
            each,
        )
        for each in rules
    ]
    kept = [(mark, each) for mark, each in marks if mark]
    if not kept:
        return "green", ""
    mark, worst = min(kept, key=lambda pair: ORDER.index(pair[0]))
    return mark, worst.have.split("，")[0]


def _draft(situation: "Situation", post: int, person: int) -> str:
    """Say which exception a forbidden move needs; nothing when it needs none."""
    from leadership_model.staffing.situation import of_person

    standing = [
        each.standing for each in of_person(situation, person) if each.blocks and _there(each, post)
    ]
    for word in ("不得例外", "待批复", "待本级批准"):
        if word in standing:
            return word
    return ""


def _there(conflict: "Conflict", post: int) -> bool:
    return conflict.result.post in (post, -1)


def age_line(situation: "Situation", person: int) -> str:
    """Write 48 岁 · 女; men are not marked, as is usual in rosters of this kind."""
    snapshot = situation.world.snapshot
    age = names.age(snapshot, person, situation.world.as_of)
    years = "年龄待核" if age is None else f"{age} 岁"
    return f"{years} · 女" if snapshot.people.raw("sex")[person] == "女" else years


def _lines(
    situation: "Situation", person: int, proposed: bool, draft: str, note: str, mark: str
) -> tuple[tuple[str, str], ...]:
    ethnicity = situation.world.snapshot.people.raw("ethnicity")[person] or "民族待核"
    first = (age_line(situation, person), "text2")
    if draft:
        return first, (ethnicity, "text2"), (draft, "red_text")
    if proposed:
        return first, (ethnicity, "text2"), ("拟任", "accent")
    if mark in ("red", "yellow") and note:
        return first, (ethnicity, "text2"), (note, f"{mark}_text")
    return first, (ethnicity, "text2")


def _tip(situation: "Situation", person: int, rules: "list[RuleResult]") -> str:
    snapshot, book = situation.world.snapshot, situation.world.book
    lines = [names.person_name(snapshot, person), names.position_text(snapshot, person)]
    for each in rules:
        rule = book[each.rule]
        told = f"{each.evidence or each.have}{each.exception}"
        lines.append(f"{each.rule} {rule.title}：{told}（{rule.article}）")
    return "\n".join(line for line in lines if line)


def changes(situation: "Situation", team: int) -> tuple[Change, ...]:
    """List the requirements of a team that a plan moves, the largest first."""
    delta = situation.deltas[team]
    return requirement_changes(delta.before, delta.after, situation.base.person_ids)
