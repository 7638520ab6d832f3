"""What the facts of a person's move say of each situation that is reported beforehand.

Every fact gives raised, clear, doubt or ask (only people can say) and the evidence in words.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal

import numpy as np

from leadership_model import months, seed
from leadership_model.people import sanctions
from leadership_model.people.gaps import OPEN
from leadership_model.people.seating import VACANT
from leadership_model.rules import exceptional, family
from leadership_model.rules.appointment import explain
from leadership_model.rules.kinship import kinships
from leadership_model.rules.pairs import Pairs, level_ranks, pair, post_ranks, sanction_periods
from leadership_model.rules.rule import RuleResult
from leadership_model.staffing.procedure import REPORTS, Record, Way
from leadership_model.staffing.situation import Situation, origin_of, target_of

STAFF = re.compile(r"秘书(?![长处科室组])")
HEADS = ("党委", "政府")
Said = tuple[Literal["raised", "clear", "doubt", "ask"], str]


def way_of(situation: Situation, person: int) -> Way:
    """Say how a person moves: 免职 without a new seat, 提任 to a higher level, else 平级.

    Where a level is not known it is taken for 提任, which asks for more.
    """
    takes = target_of(situation, person)
    if not takes:
        return "免职"
    snapshot = situation.base.snapshot
    here = int(level_ranks(snapshot)[person])
    ranks = [int(post_ranks(snapshot)[post]) for post in takes]
    return "平级" if here >= 0 and all(0 <= rank <= here for rank in ranks) else "提任"


class Asked:
    """One person's move with what several facts look at."""

    def __init__(self, situation: Situation, person: int, record: Record) -> None:
        self.situation, self.person, self.record = situation, person, record
        self.takes = target_of(situation, person)
        self.leaves = origin_of(situation, person)
        self.world, self.snapshot = situation.world, situation.base.snapshot
        self.as_of = situation.base.as_of
        self.parameters: dict[str, Any] = seed.read(REPORTS)["parameters"]
        self._results: tuple[RuleResult, ...] | None = None

    @property
    def way(self) -> Way:
        """How the person moves."""
        return way_of(self.situation, self.person)

    @property
    def results(self) -> tuple[RuleResult, ...]:
        """What every rule says of the person in the seats taken."""
        if self._results is None:
            self._results = tuple(
                each
                for post in self.takes
                for each in explain(
                    self.world.book, self.world.seating, self.person, post, self.as_of
                )
            )
        return self._results

    def pairs(self) -> Pairs:
        """Give the person with every seat taken, ready to be asked about."""
        posts = np.array(self.takes, dtype=np.int32)
        people = np.full(len(posts), self.person, dtype=np.int32)
        book = self.world.book.at(self.as_of)
        return pair(book, self.world.seating, people, posts, self.as_of)

    def team(self, post: int) -> int:
        """Give the team of a post."""
        return int(self.snapshot.posts.owners()[post])

    def name(self, person: int) -> str:
        """Give the name of a person."""
        return self.snapshot.people.raw("name")[person] or ""


def _exceptional(asked: Asked) -> Said:
    if not asked.takes:
        return "clear", ""
    missed = [id for id, sure in exceptional.broken(asked.pairs()).items() if sure.any()]
    if missed:
        book = asked.world.book
        words = "、".join(f"{id} {book[id].title}" for id in missed)
        return "raised", f"未达到{words}"
    open_ = {e.rule for e in asked.results if e.result == "unknown"} & set(exceptional.BROKEN)
    return ("doubt", f"{'、'.join(sorted(open_))} 待核") if open_ else ("clear", "")


def _skipping(asked: Asked) -> Said:
    if asked.way != "提任":
        return "clear", ""
    pairs = asked.pairs()
    if pairs.standing.by_grade.any():
        return "doubt", "职级转任领导职务，是否越级按本地规定核"
    known = (pairs.target >= 0) & (pairs.standing.low >= 0)
    if not (known & (pairs.standing.low == pairs.standing.high)).all():
        return "doubt", "职务层次未登记"
    most = int((pairs.target - pairs.standing.low).max())
    return ("raised", f"越过 {most - 1} 个职务层次") if most > 1 else ("clear", "")


def _relatives(asked: Asked) -> Said:
    """A relative who leads in the same unit or area, after the plan."""
    holder, found = asked.world.seating.holder, []
    for kin in kinships(asked.snapshot).of.get(asked.person, ()):
        seats = np.flatnonzero(holder == kin.other).tolist()
        places = [post for post in seats if any(_near(asked, post, own) for own in asked.takes)]
        if places:
            post = asked.snapshot.posts.raw("name")[places[0]] or ""
            team = asked.snapshot.teams.raw("name")[asked.team(places[0])] or ""
            found.append((kin.confirmed, f"{kin.title}{asked.name(kin.other)}任{team}{post}"))
    if not found:
        return "clear", "仅就已登记亲属"
    sure = [words for confirmed, words in found if confirmed]
    if sure:
        return "raised", "；".join(sure)
    return "doubt", "；".join(words for _, words in found) + "（亲属关系待核）"


def _near(asked: Asked, post: int, own: int) -> bool:
    teams, one, two = asked.snapshot.teams, asked.team(post), asked.team(own)
    unit, area = teams.raw("unit"), teams.raw("area")
    same = unit[one] is not None and unit[one] == unit[two]
    return same or one == two or (area[one] not in (None, "市直") and area[one] == area[two])


def _sanctioned(asked: Asked) -> Said:
    if not asked.takes:
        return "clear", ""
    table = asked.snapshot["sanction"]
    ends = sanctions.end_spans(table, sanction_periods(asked.world.book))
    sure, doubt = [], []
    for row in table.of(asked.person):
        kind, month = table.raw("kind")[row], table.raw("month")[row]
        if month is not None and month > asked.as_of:
            continue
        words = f"{months.show(month) if month is not None else '时间待核'}{kind or '处分'}"
        if month is not None and int(ends.high[row]) <= asked.as_of:
            sure.append(f"{words}，影响期已满（{months.show(int(ends.high[row]))}）")
        elif month is None or int(ends.high[row]) == OPEN or int(ends.low[row]) <= asked.as_of:
            doubt.append(f"{words}，影响期待核")
        else:
            sure.append(f"{words}，尚在影响期（至 {months.show(int(ends.high[row]))}）")
    if sure:
        return "raised", "；".join(sure)
    return ("doubt", "；".join(doubt)) if doubt else ("clear", "仅就已登记处分")


def _quota(asked: Asked) -> Said:
    over = [each for each in asked.results if each.rule == "N1"]
    if any(each.result == "fail" for each in over):
        return "raised", next(e.evidence or e.have for e in over if e.result == "fail")
    unknown = any(each.result == "unknown" for each in over)
    return ("doubt", "核定职数未登记") if unknown else ("clear", "")


def _short_head(asked: Asked) -> Said:
    """Heads of Party and government of counties and townships who leave before three years."""
    least, doubt = int(asked.parameters["head_months"]), ""
    posts, teams = asked.snapshot.posts, asked.snapshot.teams
    if asked.person in asked.situation.folded.retired:
        return "clear", ""
    for post in asked.leaves:
        team = asked.team(post)
        governs = teams.raw("place")[team] in HEADS or "乡镇" in (teams.raw("category")[team] or "")
        if posts.raw("role")[post] != "正职" or not governs:
            continue
        since = int(asked.situation.base.seating.since[post])
        name = f"{teams.raw('name')[team]}{posts.raw('name')[post]}"
        if since < 0:
            doubt = f"{name}任职时间未登记"
        elif asked.as_of - since < least:
            return "raised", f"任{name}仅 {asked.as_of - since} 个月"
    return ("doubt", doubt) if doubt else ("clear", "")


def _large(asked: Asked) -> Said:
    """More than a share of a team's members leave or change seats outside the change of term."""
    share, near = Fraction(asked.parameters["large_share"]), int(asked.parameters["term_months"])
    base, doubt = asked.situation.base, ""
    teams = asked.snapshot.teams
    for team in sorted({asked.team(post) for post in (*asked.takes, *asked.leaves)}):
        members = {int(p) for p in base.members(team) if 0 <= int(p) < len(asked.snapshot.people)}
        gone = {
            int(base.seating.holder[post])
            for post in base.seats(team)
            if post in asked.situation.folded.changes and base.seating.holder[post] != VACANT
        }
        if not members or Fraction(len(gone & members), len(members)) <= share:
            continue
        words = f"{teams.raw('name')[team]}调整 {len(gone & members)} / {len(members)} 人"
        start, length = teams.raw("term_start")[team], teams.raw("term_months")[team]
        if start is None or length is None:
            doubt = f"{words}，届期未登记"
        elif start + length - asked.as_of > near and asked.as_of - start > near:
            return "raised", words
    return ("doubt", doubt) if doubt else ("clear", "")


def _departing(asked: Asked) -> Said:
    """Another head of the same unit or area leaves in the same plan; else only people know."""
    if not asked.takes:
        return "clear", ""
    base = asked.situation.base.seating
    for post in asked.situation.folded.changes:
        who = int(base.holder[post])
        if who < 0 or who == asked.person or post in asked.takes:
            continue
        head = asked.snapshot.posts.raw("role")[post] == "正职"
        if head and any(asked.team(post) == asked.team(own) for own in asked.takes):
            title = asked.snapshot.posts.raw("name")[post] or ""
            return "raised", f"同一方案中{asked.name(who)}不再任{title}"
    return "ask", ""


def _staff(asked: Asked) -> Said:
    if asked.way != "提任":
        return "clear", ""
    table = asked.snapshot["career_entry"]
    told = [table.raw("text")[row] or "" for row in table.of(asked.person)]
    found = next((text for text in told if STAFF.search(text)), "")
    return ("doubt", f"履历有“{found}”，是否身边工作人员待核") if found else ("ask", "")


def _abroad(asked: Asked) -> Said:
    if not asked.takes:
        return "clear", ""
    answered = {each.result for each in asked.results if each.rule == "K5"}
    sign = family.emigration_signs(asked.snapshot).get(asked.person, "")
    if "fail" in answered:
        return "raised", sign or "人工核查为移居"
    if "unknown" in answered or (sign and "pass" not in answered):
        return "doubt", sign
    return "clear", "仅就已登记亲属"


def _overdue(asked: Asked) -> Said:
    found = [each for each in asked.results if each.rule == "R1" and each.severity == "forbid"]
    if any(each.result == "fail" for each in found):
        return "raised", next(e.evidence or e.have for e in found if e.result == "fail")
    unknown = any(each.result == "unknown" for each in found)
    return ("doubt", "出生年月待核") if unknown else ("clear", "")


def _unrecommended(asked: Asked) -> Said:
    if asked.way != "提任":
        return "clear", ""
    states = {asked.record.answer(id).state for id in ("meeting_vote", "talk_vote")}
    if states == {"none"}:
        return "raised", "民主推荐登记为不适用"
    return ("clear", "已作民主推荐") if "done" in states else ("ask", "民主推荐尚未登记")


FACTS: dict[str, Callable[[Asked], Said]] = {
    "exceptional": _exceptional,
    "skipping": _skipping,
    "relatives": _relatives,
    "sanctioned": _sanctioned,
    "quota": _quota,
    "short_head": _short_head,
    "large": _large,
    "departing": _departing,
    "staff": _staff,
    "abroad": _abroad,
    "overdue": _overdue,
    "unrecommended": _unrecommended,
}
