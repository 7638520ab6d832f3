"""A small county for rule tests: one government with a head's and three deputies' seats."""

from leadership_model import months
from leadership_model.people.person import Person
from leadership_model.people.post import Post
from leadership_model.people.seating import Seating, seat
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import shipped

M = months.parse
AS_OF = M("2026-11")
BOOK = shipped()


def person(id="p1", **fields):
    """A deputy county head against whom nothing is to be said."""
    given = {
        "name": f"人员{id}",
        "sex": "男",
        "birth": M("1978-05"),
        "ethnicity": "汉族",
        "origin": "云溪白水",
        "hometown": "白水县",
        "party": "中共党员",
        "party_joined": M("2000-06"),
        "work_start": M("2001-07"),
        "level": "县处级副职",
        "level_since": M("2018-03"),
        "resume": "略",
        "has_photo": True,
    }
    return Person(id=id, **{**given, **fields})


def county(*records, team=None, head=None, deputy=None, unit=None):
    """The county's records: area, unit, team `t`, seats `head`, `dep1`..`dep3`, and more."""
    body = {"id": "t", "unit": "u", "name": "青石县政府", "category": "县级政府", "area": "青石县"}
    body["term_start"] = M("2024-01")
    quota = {"quota_head": 1, "quota_deputy": 3}
    top = {"id": "head", "team": "t", "name": "县长", "role": "正职", "level": "县处级正职"}
    low = {"team": "t", "role": "副职", "level": "县处级副职"}
    area = {"id": "area", "name": "青石县", "kind": "地区", "area_kind": "县"}
    return of_records(
        [
            Unit(**{**area, **(unit or {})}),
            Unit(id="u", name="青石县人民政府", kind="县级政府", area="青石县"),
            Team(**{**body, **quota, **(team or {})}),
            Post(**{**top, "order": 0, "elected": True, **(head or {})}),
            *(
                Post(id=f"dep{i}", name=f"副县长{i}", order=i, **{**low, **(deputy or {})})
                for i in (1, 2, 3)
            ),
            *records,
        ]
    )


def sit(post, who, since="2022-03", **fields):
    """A tenure; `who` None: somebody outside the base."""
    holder = {"person": who} if who else {"outsider": "库外人员"}
    return Tenure(id=f"{post}-{who}-{since}", post=post, start=M(since), **{**holder, **fields})


def seated(snapshot, as_of=AS_OF) -> Seating:
    """Lay the tenures over the seats."""
    return seat(snapshot, as_of)


def at(table, id):
    """Give the position of a record."""
    return table.positions[id]
