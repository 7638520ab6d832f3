"""Rules asked of a person in a seat: quota N1, home area A5, autonomous county M1, age R1, R2.

Asked of an appointment, the seat's present holder is gone and the person has left the others.
"""

import functools

import numpy as np
from numpy.typing import NDArray

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people import codes, retirement
from leadership_model.people.disputes import disputed, reason, settled
from leadership_model.people.gaps import ABSENT, OPEN, UNKNOWN
from leadership_model.people.retirement import Span
from leadership_model.people.seating import VACANT, Seating
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.people.verified import BIRTH
from leadership_model.rules.pairs import Pairs, Verdicts, Words, lasting
from leadership_model.rules.rule import Rule
from leadership_model.rules.seats import ROLES, filling, places

CONGRESSES = ("县级人大", "县级政协")


def within_quota(pairs: Pairs, _rule: Rule) -> Verdicts:
    """N1: with the person in the seat no more holders than the approved quota of its role."""
    layout, full = places(pairs.snapshot), filling(pairs.seating)
    group, size = layout.group[pairs.posts], max(len(layout.quota), 1)
    counts = group >= 0
    at = np.where(counts, group, 0)
    holder = pairs.seating.holder[pairs.posts]
    keys = pairs.people.astype(np.int64) * size + at
    here = _among(keys, full.inside)
    leaves = (holder != VACANT) & (holder != pairs.people) & full.alone[pairs.posts]
    after = _at(full.filled, at) - leaves - here + 1
    quota = _at(layout.quota, at)
    optional = (quota < 0) & (at % len(ROLES) == ROLES.index("其他"))
    applies = counts & ~optional
    ok = Tri(
        ~applies | ((quota >= 0) & (after <= quota)), ~applies | (quota < 0) | (after <= quota)
    )

    def words(i: int) -> Words:
        role = ROLES[int(at[i]) % len(ROLES)]
        approved = str(quota[i]) if quota[i] >= 0 else "待核"
        text = f"任职后{role}实配{after[i]}名，核定{approved}名。"
        return f"{role}{after[i]}名", f"不超过核定{approved}名", text

    return lasting(ok, applies, words)


def not_at_home(pairs: Pairs, _rule: Rule) -> Verdicts:
    """A5: not head of one of the seven county bodies where one grew up; 籍贯 never decides."""
    snapshot = pairs.snapshot
    where, hometown = area_of_posts(snapshot), snapshot.people.texts("hometown")
    heads, areas = snapshot.remember("rules home areas", lambda: _home_areas(snapshot))
    applies, area = heads[pairs.posts], areas[pairs.posts]
    home, known = hometown.codes[pairs.people], area != UNKNOWN
    clash = (home == area) & known
    unclear = (home == UNKNOWN) | (~known & (home != ABSENT))
    ok = Tri(~applies | (~clash & ~unclear), ~applies | ~clash)

    def words(i: int) -> Words:
        place = where[int(pairs.posts[i])] or "任职地待核"
        need = f"成长地不是{place}"
        grown = hometown.at(int(pairs.people[i]))
        if grown is not None:
            return f"成长地{grown}", need, f"成长地为{grown}，拟（现）任职地为{place}。"
        return "成长地待核", need, _hint(snapshot, int(pairs.people[i]), place)

    return lasting(ok, applies, words)


def of_the_nationality(pairs: Pairs, _rule: Rule) -> Verdicts:
    """M1: the head of an autonomous county is a citizen of a group that exercises autonomy."""
    groups, ethnicity = autonomies(pairs.snapshot), pairs.snapshot.people.texts("ethnicity")
    heads = pairs.snapshot.remember(
        "rules autonomous heads",
        lambda: np.array([found is not None for found in groups], np.bool_),
    )
    applies = heads[pairs.posts]
    mine = ethnicity.codes[pairs.people]
    fits, open_list = np.zeros(len(pairs), np.bool_), np.zeros(len(pairs), np.bool_)
    for post in np.unique(pairs.posts[applies]):
        here, allowed = pairs.posts == post, groups[int(post)] or ()
        fits[here] = np.isin(mine[here], [ethnicity.code(name) for name in allowed])
        open_list[here] = not allowed
    unclear = (mine < 0) | open_list
    ok = Tri(~applies | fits, ~applies | fits | unclear)

    def words(i: int) -> Words:
        allowed = "、".join(groups[int(pairs.posts[i])] or ()) or "自治民族待核"
        have = ethnicity.at(int(pairs.people[i])) or "民族待核"
        return have, f"{allowed}公民", f"自治民族为{allowed}，本人{have}。"

    return lasting(ok, applies, words)


def not_retired(pairs: Pairs, rule: Rule) -> Verdicts:
    """R1: the statutory month of retirement is not reached (due when month >= its month)."""
    due = due_months(pairs.snapshot, rule)
    low, high = due.low[pairs.people], due.high[pairs.people]
    ok = Tri(pairs.months < low, pairs.months < high)

    def words(i: int) -> Words:
        span = int(low[i]), int(high[i])
        return words_due_of(pairs.snapshot, int(pairs.people[i]), span, int(pairs.months[i]))

    return lasting(ok, np.ones(len(pairs), np.bool_), words)


def in_office_age(pairs: Pairs, rule: Rule) -> Verdicts:
    """R2: leaders are below the local age of leaving such posts (completed years)."""
    birth = settled(pairs.snapshot, "birth")[pairs.people]
    year = settled(pairs.snapshot, "birth_year")[pairs.people]
    limit = leaving_ages(pairs.snapshot, rule)[pairs.posts]
    by_year = (birth < 0) & (year > 0)
    early = np.where(by_year, year * 12, birth) + 12 * limit
    late = np.where(by_year, year * 12 + 11, birth) + 12 * limit
    known, asked = (birth >= 0) | by_year, limit > 0
    ok = Tri(~asked | (known & (pairs.months < early)), ~asked | ~known | (pairs.months < late))

    def words(i: int) -> Words:
        need = f"不满{limit[i]}周岁"
        if birth[i] < 0:
            told = reason(pairs.snapshot, int(pairs.people[i]), BIRTH)
            return "出生年月待核", need, told or "出生年月未登记，是否到达退出领导岗位年龄待核。"
        age = (int(pairs.months[i]) - int(birth[i])) // 12
        return f"{age}周岁", need, f"{months.show(int(birth[i]))}出生，{age}周岁。"

    return lasting(ok, asked, words)


def leaving_ages(snapshot: Snapshot, rule: Rule) -> Ints:
    """Give per post the age of leaving it as R2 sets it by level and kind; 0 where none is set.

    The most special line counts: heads and deputies of 人大 and 政协, else those of 乡科级 posts,
    else heads and deputies. A special line of 0 leaves the post to the next.
    """
    given = tuple(sorted((name, int(value)) for name, value in rule.parameters.items()))

    def make() -> Ints:
        layout, posts, number = places(snapshot), snapshot.posts, dict(given)
        head = posts.texts("role").mask("正职")
        category = np.append(snapshot.teams.texts("category").mask(*CONGRESSES), False)
        rank = posts.texts("level").mapped(codes.ranks("levels"))
        section = (rank >= 0) & (rank < retirement.COUNTY_RANK)
        found = np.where(head, number["head_years"], number["deputy_years"])
        for where, kind in ((section, "section"), (category[layout.team], "congress")):
            line = np.where(head, number[f"{kind}_head_years"], number[f"{kind}_deputy_years"])
            found = np.where(where & (line > 0), line, found)
        return np.where(layout.leader, found, 0).astype(np.int32)

    return snapshot.remember(("rules leaving ages", given), make)


def leaving_month(seating: Seating, rule: Rule, post: int) -> int | None:
    """Give the month the holder of a post reaches the age of leaving it; None where not known."""
    person, age = int(seating.holder[post]), int(leaving_ages(seating.snapshot, rule)[post])
    birth = int(settled(seating.snapshot, "birth")[person]) if person >= 0 else UNKNOWN
    return birth + 12 * age if birth >= 0 and age > 0 else None


def due_months(snapshot: Snapshot, rule: Rule) -> Span:
    """Give everybody's month of retirement as the rule's parameter sets the line of women."""
    line = 55 if rule.parameters["county_women_years"] == 55 else 60
    return snapshot.remember(
        ("rules retirement", line),
        lambda: retirement.of_people(snapshot.people, line, disputed(snapshot, BIRTH)),
    )


def words_due_of(snapshot: Snapshot, person: int, due: tuple[int, int], at: int) -> Words:
    """Say when somebody is due; where the birth is in dispute, why that is not known."""
    have, need, text = words_due(*due, at)
    return have, need, reason(snapshot, person, BIRTH) or text


def words_due(low: int, high: int, at: int) -> Words:
    """Say when retirement falls due and how it stands to a month."""
    if low != high:
        text = "出生年月或性别待核，到龄月份待核。"
        if high < OPEN and low > 0:
            text = (
                f"到龄月份在{months.show(low)}至{months.show(high)}之间，需核实出生、性别或层次。"
            )
        return "到龄月份待核", "未到法定退休年龄", text
    shown = months.show(low)
    if at >= low:
        return f"{shown}到龄", "未到法定退休年龄", f"{shown}已到法定退休年龄。"
    return f"{shown}到龄", "未到法定退休年龄", f"{shown}到法定退休年龄，距今{low - at}个月。"


def area_of_posts(snapshot: Snapshot) -> tuple[str | None, ...]:
    """Give the name of the area each post lies in; None when not recorded."""

    def make() -> tuple[str | None, ...]:
        areas = snapshot.teams.raw("area")
        return tuple(areas[t] if t >= 0 else None for t in snapshot.posts.ints("team"))

    return snapshot.remember("rules areas", make)


def _home_areas(snapshot: Snapshot) -> tuple[Bools, Ints]:
    """Give for each post whether A5 is asked of it, and its area as a code of 成长地."""
    known = tuple(snapshot.people.texts("hometown").table)
    heads = snapshot.posts.texts("area_head").mask("县")
    return heads, _codes_of(known, area_of_posts(snapshot))


@functools.lru_cache(maxsize=2)  # a changed person is seldom at home in a place not known before
def _codes_of(known: tuple[str, ...], areas: tuple[str | None, ...]) -> Ints:
    code = {name: i for i, name in enumerate(known)}
    found = (UNKNOWN if name is None else code.get(name, -9) for name in areas)
    codes = np.fromiter(found, dtype=np.int32, count=len(areas))
    codes.setflags(write=False)
    return codes


def autonomies(snapshot: Snapshot) -> tuple[tuple[str, ...] | None, ...]:
    """Give for the head of government of an autonomous county the groups, else None, per post."""
    return snapshot.remember("rules autonomy", lambda: _autonomies(snapshot))


def _autonomies(snapshot: Snapshot) -> tuple[tuple[str, ...] | None, ...]:
    units = snapshot["unit"]
    rows = zip(*(units.raw(n) for n in ("kind", "name", "area_kind", "autonomy")), strict=True)
    found = {
        name: tuple(groups.split("、")) if groups else ()
        for kind, name, form, groups in rows
        if kind == "地区" and (groups or form == "自治县")
    }
    team, role = snapshot.posts.ints("team"), snapshot.posts.raw("role")
    category, area = snapshot.teams.raw("category"), snapshot.teams.raw("area")
    return tuple(
        found.get(area[t]) if t >= 0 and category[t] == "县级政府" and role[i] == "正职" else None
        for i, t in enumerate(team)
    )


def _hint(snapshot: Snapshot, person: int, place: str) -> str:
    """Say what 籍贯 and 出生地 suggest while 成长地 is not on record."""
    short = short_name(place)
    for field, name in (("origin", "籍贯"), ("birthplace", "出生地")):
        text = snapshot.people.texts(field).at(person)
        if text and short in text:
            return f"{name}与任职地相同，成长地待核。"
    return "成长地未登记，待核。"


def short_name(area: str) -> str:
    """Give the name of an area without its kind: 青石县 -> 青石, 玉龙彝族自治县 -> 玉龙."""
    short = area.removesuffix("自治县")
    if short == area:
        return area[:-1] if len(area) > 2 and area[-1] in "县区市" else area
    for group in sorted(codes.names("ethnicities"), key=len, reverse=True):
        short = short.replace(group, "")
    return short or area


def _among(keys: NDArray[np.int64], ordered: NDArray[np.int64]) -> Bools:
    """Mark the keys that occur in a sorted array."""
    if not len(ordered):
        return np.zeros(len(keys), dtype=np.bool_)
    at = np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)
    return np.asarray(ordered[at] == keys)


def _at(column: Ints, at: Ints) -> Ints:
    """Read a column that may be empty, when there is no team at all."""
    return column[at] if len(column) else np.full(len(at), UNKNOWN, dtype=np.int32)
