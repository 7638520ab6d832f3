"""Faults of terms, rotation, home and business, found by this room's own reading (see `truths`).

Months are counted as sets of months here, not as joined stretches: a second way on purpose.
"""

from collections.abc import Iterator

from leadership_model.people import codes
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import FILLING, Tenure
from leadership_model.sample.sitting import Sitting, posts_held
from leadership_model.sample.truth import Result, Truth

WITH_TERM = ("县级党委", "县级人大", "县级政府", "县级政协", "县级法检", "乡镇")
PARTY_OR_GOVERNMENT = ("县级党委", "县级政府")
LEADERS = ("正职", "副职")
TERM = 60
COUNTY_BODIES = ("县级党委", "县级政府", "县级纪委")
CLOSEST = (
    *("丈夫", "妻子", "配偶", "儿子", "女儿", "长子", "次子", "三子", "长女", "次女", "三女"),
    *("养子", "养女", "继子", "继女", "儿媳", "女婿", "长女婿"),
)
OWN_BUSINESS = ("个体", "经商", "经营者", "企业主", "法定代表人", "股东", "董事长", "总经理")
SURE = 60  # confidence from which a line of a résumé counts


def rule_truths(sitting: Sitting) -> Iterator[Truth]:
    """Go through all faults of these kinds."""
    yield from _terms(sitting)
    yield from _changes(sitting)
    for team, post, tenure, person in sitting.seats():
        about = ((person.id,), team.id, post.id)
        for rule, result in _of_seat(sitting, team, post, tenure, person):
            yield Truth(rule, result, *about)
    yield from _both_heads(sitting)
    yield from _round(sitting)


def _terms(sitting: Sitting) -> Iterator[Truth]:
    """T1: the term is over, or is so within half a year."""
    for team in sitting.register.teams.values():
        if team.category not in WITH_TERM:
            continue
        if team.term_start is None:
            yield Truth("T1", "unknown", team=team.id)
        elif team.term_start + (team.term_months or TERM) - 6 <= sitting.register.as_of:
            yield Truth("T1", "fail", team=team.id)


def in_scope(team: Team, post: Post) -> bool:
    """Say whether the rules on terms speak of a seat."""
    if team.category in PARTY_OR_GOVERNMENT:
        return post.role in LEADERS and bool(post.member)
    return team.category in ("县级法检", "市直部门") and post.role == "正职"


def _changes(sitting: Sitting) -> Iterator[Truth]:
    """T2: more than one change of seat since the term began."""
    register, taken = sitting.register, dict[str, set[int]]()
    for tenure in (*register.tenures.values(), *register.former):
        post = register.posts[tenure.post or ""]
        inside = in_scope(register.teams[post.team or ""], post)
        if tenure.person and inside and tenure.kind in FILLING and tenure.start is not None:
            taken.setdefault(tenure.person, set()).add(tenure.start)
    for team, post, _, person in sitting.seats():
        start, end = team.term_start, (team.term_start or 0) + (team.term_months or TERM)
        if start is None or not in_scope(team, post) or not start <= register.as_of < end:
            continue
        moved = [month for month in taken[person.id] if start < month <= register.as_of]
        if len(moved) > 1:
            yield Truth("T2", "fail", (person.id,), team.id, post.id)


def _of_seat(
    sitting: Sitting, team: Team, post: Post, tenure: Tenure, person: Person
) -> Iterator[tuple[str, Result]]:
    as_of = sitting.register.as_of
    since = tenure.start or 0
    if in_scope(team, post):
        begin = since if team.category == "市直部门" else team.term_start
        if begin is not None and _served(since, as_of, begin, running=True) >= 2:
            yield "T3", "fail"
        if person.level == post.level and _at_level(sitting, person, post.level) >= 180:
            yield "T4", "fail"
    if team.category in PARTY_OR_GOVERNMENT and post.role in LEADERS:
        sure, possible = _here(sitting, team, post, tenure, person)
        if sure >= 120 or possible >= 120:
            yield "X2", "fail" if sure >= 120 else "unknown"
        if tenure.promoted and as_of - since < 12:
            yield from _from_here(sitting, team, since, person)
    if _watched(sitting, team, post) and as_of - since >= 60:
        yield "X5", "fail"
    secretary = "纪委书记" in (post.name or "") or post.post_kind == "纪委书记"
    secretary = secretary and team.category == "县级党委"
    begun = team.term_start
    if secretary and begun is not None and _served(since, as_of, begun, running=False) >= 1:
        yield "X7", "fail"
    yield from _home(sitting, team, post, person)
    if team.category in ("市直部门", "县直部门") and post.role in LEADERS:
        lines = sitting.register.relatives.get(person.id, [])
        if any(
            not line.deceased
            and line.title in CLOSEST
            and any(word in (line.post_text or "") for word in OWN_BUSINESS)
            for line in lines
        ):
            yield "A4", "unknown"


def _served(since: int, now: int, begin: int, *, running: bool) -> int:
    """Count the terms of which more than three years were served, the running one or not."""
    per_term: dict[int, int] = {}
    for month in range(since, now):
        per_term[(month - begin) // TERM] = per_term.get((month - begin) // TERM, 0) + 1
    present = (now - begin) // TERM
    return sum(n > 36 for term, n in per_term.items() if running or term < present)


def _span(row: CareerEntry, until: int) -> set[int]:
    return set(range(row.start or 0, min(until, until if row.end is None else row.end)))


def _at_level(sitting: Sitting, person: Person, level: str | None) -> int:
    """Count the months at exactly a level, by the résumé and by the record; the longer counts."""
    ranks, as_of = codes.ranks("levels"), sitting.register.as_of
    same, above = set[int](), set[int]()
    for row in posts_held(sitting, person.id):
        if row.level and (row.sure or 0) >= SURE:
            rank, months = ranks[row.level], _span(row, as_of)
            same |= months if rank >= ranks[level or ""] else set()
            above |= months if rank > ranks[level or ""] else set()
    recorded = as_of - person.level_since if person.level_since is not None else 0
    return max(len(same) - len(above), recorded)


def _here(
    sitting: Sitting, team: Team, post: Post, tenure: Tenure, person: Person
) -> tuple[int, int]:
    """Count the months at the seat's level in the area's Party and government: sure, possible."""
    as_of = sitting.register.as_of
    sure = set(range(tenure.start or 0, as_of))
    possible = set(sure)
    for row in posts_held(sitting, person.id):
        wanted = (
            (row.area, (team.area,)),
            (row.level, (post.level,)),
            (row.unit_kind, COUNTY_BODIES),
        )
        if all(value is None or value in allowed for value, allowed in wanted):
            possible |= _span(row, as_of)
            if all(value is not None for value, _ in wanted) and (row.sure or 0) >= SURE:
                sure |= _span(row, as_of)
    return len(sure), len(possible)


def _from_here(
    sitting: Sitting, team: Team, since: int, person: Person
) -> Iterator[tuple[str, Result]]:
    """X3: promoted less than a year ago out of a post in the same area."""
    before = [row for row in posts_held(sitting, person.id) if (row.start or 0) < since]
    last = max(before, key=lambda row: (row.start or 0, row.line or 0, row.id), default=None)
    if last is None or last.area is None or (last.sure or 0) < SURE:
        yield "X3", "unknown"
    elif last.area == team.area:
        yield "X3", "fail"


def _watched(sitting: Sitting, team: Team, post: Post) -> bool:
    """Say whether X5 speaks of a seat: five of the seven heads, and heads of such units."""
    if post.area_head == "县" and post.post_kind not in ("党委书记", "行政正职"):
        return True
    return bool(sitting.units[team.unit or ""].personnel) and post.role == "正职"


def _home(sitting: Sitting, team: Team, post: Post, person: Person) -> Iterator[tuple[str, Result]]:
    """A6 of the city, A7 of townships."""
    home, unit = person.hometown, sitting.units[team.unit or ""]
    if post.area_head == "市":
        inside = {each.name for each in sitting.units.values() if each.kind == "地区"} | {"市直"}
        if home is None or home in inside:
            yield "A6", "unknown" if home is None else "fail"
    if post.area_head == "乡":
        if home is None or home == team.area:
            yield "A7", "unknown"
        elif home in (unit.name or ""):
            yield "A7", "fail"


def _both_heads(sitting: Sitting) -> Iterator[Truth]:
    """X4: both heads of a county began within three months, less than a year ago, mid-term."""
    as_of, heads = sitting.register.as_of, dict[tuple[str, str], tuple[Team, Post, Tenure]]()
    for team, post, tenure, _ in sitting.seats():
        if team.category in PARTY_OR_GOVERNMENT and post.role == "正职" and post.member:
            heads.setdefault((team.category or "", team.area or ""), (team, post, tenure))
    for (category, area), (team, post, tenure) in heads.items():
        other = heads.get(("县级政府", area))
        if category != "县级党委" or other is None or tenure.person == other[2].person:
            continue
        one, two = tenure.start or 0, other[2].start or 0
        mid_term = all(abs(each - (team.term_start or 0)) > 6 for each in (one, two))
        if as_of - max(one, two) < 12 and mid_term and abs(one - two) < 3:
            both = tuple(sorted((tenure.person or "", other[2].person or "")))
            yield Truth("X4", "fail", both, team.id, post.id)


def _round(sitting: Sitting) -> Iterator[Truth]:
    """X6: more than a third of a team, and more than one, came to it within half a year."""
    register = sitting.register
    for team in register.teams.values():
        came: dict[str, int] = {}
        for post in sitting.posts.get(team.id, []):
            tenure = sitting.held.get(post.id)
            if tenure is not None and post.member:
                key = tenure.person or f"outside {post.id}"
                came[key] = min(came.get(key, 1 << 20), tenure.start or 0)
        new = [who for who, since in came.items() if _is_new(sitting, team, who, since)]
        if len(new) > max(1, len(came) // 3):
            people = tuple(sorted(who for who in new if who in register.people))
            yield Truth("X6", "fail", people, team.id)


def _is_new(sitting: Sitting, team: Team, who: str, since: int) -> bool:
    register = sitting.register
    at_term = team.term_start is not None and abs(since - team.term_start) <= 6
    if register.as_of - since >= 6 or at_term:
        return False
    return not any(
        register.posts[old.post or ""].team == team.id
        and (old.start or 0) < since <= (1 << 20 if old.end is None else old.end)
        for old in sitting.tenures.get(who, [])
        if old.kind in FILLING
    )
