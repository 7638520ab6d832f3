"""Small invented worlds to staff, and the best plan found by trying everything."""

import itertools
import random
from dataclasses import replace
from fractions import Fraction

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from leadership_model.matching.scores import Scores
from leadership_model.people.person import Kinship, Person
from leadership_model.people.post import Post
from leadership_model.people.seating import VACANT
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import RuleBook, shipped
from leadership_model.staffing import guard
from leadership_model.staffing.plans import figured
from leadership_model.staffing.solution import PlanMove
from leadership_model.staffing.verify import verify
from leadership_model.structure.model import Model, Portrait, Weight
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Count,
    Cover,
    Every,
    Extent,
    Filled,
    Requirement,
    Scope,
    Share,
)

M = months.parse
AS_OF = months.of(2026, 11)
WOMAN, PARTY = Compare("性别", "=", "女"), Compare("政治面貌", "=", "中共党员")
NEW = Compare("任现职月数", "<", 24)
RULES = RuleBook(tuple(r for r in shipped().rules if r.id in ("N1", "A1", "A2", "R1", "P1")))


def person(id, birth="1978-05", sex="男", level="县处级副职", **fields):
    given = {
        "name": f"人员{id}",
        "party": "中共党员",
        "ethnicity": "汉族",
        "work_start": M("2000-07"),
        "level_since": M("2015-03"),
    }
    birth = M(birth) if isinstance(birth, str) else birth
    return Person(id=id, birth=birth, sex=sex, level=level, **{**given, **fields})


def team(id, seats, category="县级政府", quota=(1, 3), **fields):
    """A team with its unit and seats; the first seat is the head's."""
    yield Unit(id=f"u{id}", name=f"青石县{id}")
    head, deputy = quota
    yield Team(
        id=id,
        unit=f"u{id}",
        name=f"青石县{id}班子",
        category=category,
        quota_head=head,
        quota_deputy=deputy,
        quota_other=0,
        **fields,
    )
    for order, extra in enumerate(seats):
        role = "副职" if order else "正职"
        level = "县处级副职" if order else "县处级正职"
        name = f"{id}{'副职' if order else '正职'}{order}"
        given = {"role": role, "level": level, "name": name}
        yield Post(id=f"{id}{order}", team=id, order=order, **{**given, **extra})


def sit(post, who, since="2020-03"):
    since = M(since) if isinstance(since, str) else since
    return Tenure(id=f"{post}-{who}", post=post, person=who, start=since)


def requirement(id, measure, lo=None, hi=None, points=10.0, **more):
    bounds = (None if b is None else Fraction(b) for b in (lo, hi))
    lo, hi = bounds
    given = {"dimension": "结构", "label": id, "measure": measure, "points": points}
    return Requirement(id=id, lo=lo, hi=hi, **(given | more))


MODEL = Model(
    id="m1",
    category="县级政府",
    label="政府",
    requirements=(
        requirement("女", Count(WOMAN), lo=1, veto=True),
        requirement("年龄", Average("年龄"), hi=46, points=20.0),
        requirement("新任", Share(NEW), hi=Fraction(1, 2)),
        requirement("学历", Extent("年龄"), lo=8),
        requirement("配齐", Filled(), lo=4),
    ),
)
OTHER = Model(
    id="m2",
    category="市直部门",
    label="部门",
    requirements=(
        requirement("党员", Every(PARTY)),
        requirement("女二", Count(WOMAN), lo=1, scope=Scope("副职"), points=15.0),
        requirement("籍贯", Apart(("籍贯",)), points=5.0),
        requirement("民族", Cover("民族", ("汉族", "彝族")), lo=2),
    ),
)
PORTRAITS = tuple(
    Portrait(
        id=f"portrait {category}",
        label="通用",
        category=category,
        weights=(
            Weight(label="年轻", points=3, element="年龄", start=60.0, full=35.0),
            Weight(label="女", points=1, condition=WOMAN),
        ),
    )
    for category in ("县级政府", "市直部门")
)


def world(*records, models=(MODEL, OTHER), book=RULES, portraits=PORTRAITS):
    return World.of(of_records(records), AS_OF, models=models, portraits=portraits, book=book)


def drawn(seed, seats=4, people=9, vacant=2):
    """Draw a government with open seats, a department, and a few people in and out of seats."""
    source = random.Random(seed)
    crowd = [
        person(
            f"p{at}",
            birth=M("1966-12") + source.randrange(0, 260),
            sex=source.choice("男男女"),
            level=source.choice(["县处级副职", "县处级副职", "县处级正职", "乡科级正职"]),
            ethnicity=source.choice(["汉族", "彝族", None]),
            party=source.choice(["中共党员", "中共党员", "无党派", None]),
            origin=source.choice(["甲县", "乙县", None]),
        )
        for at in range(people)
    ]
    if source.random() < 0.3:
        crowd[-1] = replace(crowd[-1], birth=None, birth_year=1980)
    quota = (1, source.choice([seats - 1, seats - 1, seats - 2]))
    records = [*crowd, *team("t", [{} for _ in range(seats)], quota=quota)]
    linked = source.random() < 0.3
    other = [{}, {}, {"linked": "双"} if linked else {}]
    records += team("d", other, category="市直部门", quota=(1, 2))
    order = source.sample(range(people), people)
    open_seats = set(source.sample(range(seats), vacant))
    held = [f"t{at}" for at in range(seats) if at not in open_seats] + ["d0", "d1", "d2"]
    for post in held[: people - 3]:
        since = AS_OF - source.choice([6, 30, 70])
        records.append(sit(post, f"p{order.pop()}", since))
    for _ in range(source.randrange(0, 3)):
        one, two = source.sample(range(people), 2)
        state = source.choice(["确认", "待核"])
        records.append(
            Kinship(
                id=f"k{len(records)}", person=f"p{one}", relative=f"p{two}", title="兄", state=state
            )
        )
    return world(*records)


def tried(base, teams, options):
    """Try every way to fill the seats in play; give (vacancies, breaches, objective) of the best."""
    scores, best = Scores(base), None
    for plan in every_plan(base, teams, options, scores):
        after = base.with_holders(plan.changes)
        opened = tuple(sum(_vacant(after, t)) for t in teams)
        present = tuple(-len(after.members(t, s)) for t in teams for s in _scopes(base, t))
        key = (plan.vacancies, opened, present, plan.breaches, -round(plan.objective, 7))
        if options.caution:
            key = (plan.breaches, *key)
        best = key if best is None else min(best, key)
    if best is None:
        return None
    best = best[1:] if options.caution else best
    return best[0], best[3], -best[4]


def every_plan(base, teams, options, scores):
    """Make every plan that `verify` finds nothing wrong with."""
    places = playing(base, teams, options)
    people = range(len(base.snapshot.people))
    for choice in itertools.product((None, *people), repeat=len(places)):
        taken = [p for p in choice if p is not None]
        if len(set(taken)) < len(taken):
            continue
        moves = tuple(
            PlanMove(
                person=p,
                origin=tuple(base.seating.posts_of(p).tolist()),
                to=place,
                score=tuple(float(scores.of_post(post)[0][p]) for post in place),
            )
            for place, p in zip(places, choice, strict=True)
            if p is not None and int(base.seating.holder[place[0]]) != p
        )
        plan = figured(base, tuple(teams), options, moves, scores)
        put_out = [
            place
            for place, p in zip(places, choice, strict=True)
            if (sat := int(base.seating.holder[place[0]])) >= 0 and p != sat and sat not in taken
        ]
        if not put_out and not verify(base, teams, options, plan, scores):
            yield plan


def playing(base, teams, options):
    """List the places in play, worked out plainly."""
    groups = guard.linked_groups(base.seating)
    pins = guard.pins(base.seating, base.book, options)
    found = []
    for post in (post for t in teams for post in base.seating.seats(t)):
        group = groups.get(post, (post,))
        holders = {int(base.seating.holder[each]) for each in group}
        vacant = holders == {VACANT}
        mine = tuple(base.seating.posts_of(next(iter(holders))).tolist())
        owners = base.snapshot.posts.owners()
        moving = options.rearrange and not vacant and len(holders) == 1 and mine == group
        moving = moving and all(int(owners[p]) in teams and p not in pins for p in group)
        if group not in found and (vacant or moving):
            found.append(group)
    return found


def _vacant(after, t):
    return (int(after.seating.holder[post]) == VACANT for post in after.seating.seats(t))


def _scopes(base, t):
    model = base.model(t)
    return dict.fromkeys((Scope(), *(r.scope for r in (model.requirements if model else ()))))
