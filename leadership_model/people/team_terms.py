"""换届: one term for several teams at once, as they are before and as they shall be."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from leadership_model import months
from leadership_model.people.team import Team

FOUR_TEAMS = ("党委", "人大", "政府", "政协")
ELECTED = (*FOUR_TEAMS, "法院", "检察院")
LONGEST = 120  # months

Pair = tuple[Team, Team]


def elected_teams(teams: Iterable[Team]) -> tuple[Team, ...]:
    """Give the teams of areas that are elected anew together, in their order."""
    found = [team for team in teams if team.place in ELECTED]
    return tuple(sorted(found, key=lambda t: (t.order or 0, t.id)))


def renewed(teams: Sequence[Team], start: int, end: int, *, next_number: bool) -> tuple[Pair, ...]:
    """Give the teams a term from month `start` to month `end`, both included.

    With `next_number` the number of the term rises by one where it is known and the term is a new
    one. Teams whose record stays the same are left out.
    """
    made = []
    for team in teams:
        fresh = next_number and team.term_start != start
        number = team.term_number + 1 if fresh and team.term_number is not None else None
        after = replace(
            team,
            term_start=start,
            term_months=end - start + 1,
            term_number=team.term_number if number is None else number,
            absent=" ".join(n for n in team.absent.split() if not n.startswith("term_")),
        )
        if after != team:
            made.append((team, after))
    return tuple(made)


def fault_in(start: str, end: str) -> str:
    """Say what is wrong with the two months as typed; empty when nothing is."""
    first, last = months.parse(start.strip()), months.parse(end.strip())
    if first is None:
        return "请填写起始年月，如 2026-12。"
    if last is None:
        return "请填写届满年月，如 2031-11。"
    if not first <= last < first + LONGEST:
        return f"届满应在起始之后 {LONGEST // 12} 年以内。"
    return ""
