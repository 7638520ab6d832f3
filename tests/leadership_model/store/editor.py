"""Random edits of every kind, as users make them."""

import random
from dataclasses import replace

from leadership_model.people.career import CareerEntry
from leadership_model.people.person import (
    Appraisal,
    Education,
    Kinship,
    Mark,
    Person,
    Relative,
    Sanction,
)
from leadership_model.people.team import Indicator
from leadership_model.people.tenure import Tenure
from leadership_model.store import records
from leadership_model.store.editing import Edit


class Editor:
    """Draws edits of all kinds: changes, additions, deletions, and taking back."""

    def __init__(self, view, actor, seed):
        self.view, self.actor, self.random = view, actor, random.Random(seed)
        self.count = 0
        self.last = None

    def step(self):
        ways = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("edit_")]
        way = self.random.choice(ways)
        way()
        return way.__name__

    def any(self, kind, seated=True):
        table = self.view.snapshot[kind]
        if kind == "person" and seated and self.random.random() < 0.8:
            holders = self.view.world.seating.holder
            return table.record(self.random.choice(holders[holders >= 0].tolist()))
        return table.record(self.random.randrange(len(table)))

    def new(self):
        self.count += 1
        return f"new-{self.count}-{self.random.randrange(10**9)}"

    def save(self, *put, drop=()):
        records.save_many(self.view.engine, self.actor, put, drop)

    def change(self, table, /, **choices):
        record = self.any(table)
        name = self.random.choice(sorted(choices))
        after = replace(record, **{name: self.random.choice(choices[name])})
        self.last = Edit(record, after)
        self.last.forward(self.view.engine, self.actor)

    def edit_person(self):
        near = self.any("person", seated=False)
        self.change(
            "person",
            name=("李新", near.name),
            birth=(None, 12 * 1968 + 3, 12 * 1995, near.birth),
            sex=("男", "女", None),
            ethnicity=("汉族", "苗族", "彝族", None),
            hometown=("外地", near.hometown, None),
            party=("中共党员", "群众", None),
            level=("县处级正职", "乡科级副职", None),
            level_since=(None, 12 * 2020),
            absent=("", "level", "party hometown", "resume"),
            resume=("2001.07－ 无", None),
            unit=(None, near.unit),
            speciality=("钢琴", "钢琴", None),
        )

    def edit_person_taken_back(self):
        if self.last is not None:
            self.last.backward(self.view.engine, self.actor)
            self.last = None

    def edit_person_added(self):
        self.save(Person(id=self.new(), name="新来", birth=12 * 1980))

    def edit_relative(self):
        """A family line that names somebody of the base: perhaps a kinship."""
        one, two = self.any("person"), self.any("person")
        self.save(
            Relative(id=self.new(), person=one.id, title="妻子", name=two.name, birth=two.birth)
        )

    def edit_kinship(self):
        one, two = self.any("person"), self.any("person")
        state = self.random.choice(("确认", "排除", "待核"))
        self.save(Kinship(id=self.new(), person=one.id, relative=two.id, state=state))

    def edit_tenure_ends(self):
        tenure = self.any("tenure")
        self.save(replace(tenure, end=self.view.world.as_of - self.random.randrange(3)))

    def edit_tenure_gone(self):
        self.save(drop=[self.any("tenure")])

    def edit_reseat(self):
        """Somebody takes the seat of another from this month on."""
        now = self.view.world.as_of
        seat, person = self.any("tenure"), self.any("person")
        kind = self.random.choice(("任职", "兼任", "挂职"))
        fresh = Tenure(id=self.new(), post=seat.post, person=person.id, kind=kind, start=now)
        self.save(*([] if kind == "挂职" else [replace(seat, end=now)]), fresh)

    def edit_career(self):
        entry = self.any("career_entry")
        other = self.any("career_entry")
        names = ("unit_kind", "post_kind", "level", "role", "functions", "area", "start", "line")
        name = self.random.choice(names)
        self.save(replace(entry, **{name: getattr(other, name)}))

    def edit_career_added(self):
        entry, person = self.any("career_entry"), self.any("person")
        self.save(replace(entry, id=self.new(), person=person.id))

    def edit_career_gone(self):
        self.save(drop=[self.any("career_entry")])

    def edit_rows(self):
        person = self.any("person")
        key, month = self.new(), self.view.world.as_of
        mark = {"element": self.random.choice(("专长", "气质", "熟悉领域")), "value": "经济管理"}
        chosen = self.random.choice(
            [
                Education(id=key, person=person.id, mode="在职", schooling="研究生", major="法学"),
                Appraisal(id=key, person=person.id, year=month // 12 - 1, result="优秀"),
                Sanction(id=key, person=person.id, kind="党内警告", month=month - 2),
                Mark(id=key, person=person.id, **mark, entered_at="2026"),
                CareerEntry(id=key, person=person.id, line=40, start=month - 5, text="某局局长"),
            ]
        )
        self.save(chosen)

    def edit_rows_gone(self):
        kind = self.random.choice(("education", "appraisal", "person_mark", "team_indicator"))
        self.save(drop=[self.any(kind)])

    def edit_unit(self):
        other = self.any("unit")
        self.change(
            "unit",
            name=("某单位",),
            area=(other.area, None),
            kind=(other.kind, None),
            upper=(other.id, None),
            personnel=(True, False),
        )

    def edit_team(self):
        other = self.any("team")
        self.change(
            "team",
            quota_head=(1, None),
            quota_deputy=(1, 9, None),
            category=(other.category, None),
            area=(other.area, None),
            unit=(other.unit, None),
            term_start=(None, self.view.world.as_of - 58),
        )

    def edit_team_indicator(self):
        team = self.any("team")
        self.save(Indicator(id=self.new(), team=team.id, year=2025, name="民主测评", value="90"))

    def edit_post(self):
        other = self.any("post")
        self.change(
            "post",
            name=("某岗位",),
            level=(other.level, None),
            role=("正职", "副职", "其他"),
            member=(True, False),
            takes_quota=(True, False),
            functions=(other.functions, None),
            post_kind=(other.post_kind, None),
            requires=("年龄 <= 50", None),
            area_head=("县", None),
            order=(0, 5),
        )
