"""The five years ahead of the plan at hand, kept so that a card in the hand is answered at once.

Made in a job (`ahead_of`); afterwards only the teams a step touches are looked at again. No Qt.
"""

from collections import OrderedDict
from typing import TYPE_CHECKING

from ui import names

if TYPE_CHECKING:
    from leadership_model.staffing.coming import Break, Outcome, Years
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control

KEPT = 12  # situations whose answers are kept
Key = tuple[tuple[int, int], ...]
MOST = 3  # requirements named in one line


class Ahead:
    """Answers what a situation does to the years to come."""

    def __init__(self, years: "Years", teams: frozenset[int]) -> None:
        self.years, self._teams = years, teams
        self._kept: OrderedDict[Key, dict[int, tuple[Break, ...]]] = OrderedDict()
        self._without: dict[int, tuple[Break, ...]] = {}

    def fits(self, situation: "Situation") -> bool:
        """Whether it was made for the base and the board of a situation."""
        return self.years.base is situation.base and self._teams.issuperset(situation.teams)

    def of_plan(self, situation: "Situation", former: "Situation | None" = None) -> "Outcome":
        """Compare the whole plan with today's seats; untouched teams are taken from `former`."""
        from leadership_model.staffing.coming import outcome

        found = self._look(situation, tuple(situation.deltas), former)
        before = [each for team in found for each in self._today(team)]
        after = [each for team in found.values() for each in team]
        return outcome(before, after, situation.base.as_of)

    def of_step(self, now: "Situation", then: "Situation") -> "Outcome":
        """Compare two situations one step apart."""
        from leadership_model.assessment.delta import touched
        from leadership_model.staffing.coming import outcome

        teams = tuple(touched(now.world, then.world))
        before, after = self._look(now, teams, None), self._look(then, teams, now)
        return outcome(
            [each for team in teams for each in before[team]],
            [each for team in teams for each in after[team]],
            now.base.as_of,
        )

    def _today(self, team: int) -> "tuple[Break, ...]":
        from leadership_model.staffing.coming import breaks

        if team not in self._without:
            self._without[team] = breaks(self.years, {}, team)
        return self._without[team]

    def _look(
        self, situation: "Situation", teams: tuple[int, ...], former: "Situation | None"
    ) -> "dict[int, tuple[Break, ...]]":
        from leadership_model.assessment.delta import touched
        from leadership_model.staffing.coming import breaks

        changes = situation.folded.changes
        key = _key(situation)
        found = self._kept.setdefault(key, {})
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        known = self._kept.get(_key(former), {}) if former is not None else {}
        if former is not None and known is not found:
            stirred = frozenset(touched(former.world, situation.world))
            same = {team: each for team, each in known.items() if team not in stirred}
            found |= {team: each for team, each in same.items() if team not in found}
        for team in teams:
            if team not in found:
                found[team] = breaks(self.years, changes, team) if key else self._today(team)
        return {team: found[team] for team in teams}


def _key(situation: "Situation") -> Key:
    return tuple(sorted(situation.folded.changes.items()))


def ahead_of(situation: "Situation", control: "Control") -> Ahead:
    """Look ahead from the base of a situation, with the situation itself worked out."""
    from leadership_model.staffing.coming import years_of

    years = years_of(situation.base, situation.deltas, control.check)
    made = Ahead(years, frozenset(situation.deltas))
    control.check()
    made.of_plan(situation)
    return made


def lines(situation: "Situation", found: "Outcome") -> tuple[tuple[str, str], ...]:
    """Write an outcome as notes (mark, text): what breaks within five years, and what does not."""
    rows = []
    if found.fresh:
        rows.append(
            ("red", f"五年内将新增不达标 {len(found.fresh)} 项：{_named(situation, found.fresh)}")
        )
    if found.spared:
        words = _named(situation, found.spared)
        rows.append(("green", f"五年内原将不达标、现可避免 {len(found.spared)} 项：{words}"))
    return tuple(rows) or (("green", "五年趋势：未见新的不达标"),)


def _named(situation: "Situation", found: "tuple[Break, ...]") -> str:
    from leadership_model import months

    snapshot = situation.base.snapshot
    several = len({each.team for each in found}) > 1
    words = []
    for each in found[:MOST]:
        team = names.team_name(snapshot, each.team).removesuffix("领导班子") if several else ""
        words.append(f"{team} {each.label}（{months.show_iso(each.month)} 前）".strip())
    return "；".join(words) + ("等" if len(found) > MOST else "")
