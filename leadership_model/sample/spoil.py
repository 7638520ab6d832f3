"""Planting faults of the base's own data (D01-D22) and those that sit in rows: N1, A1, S1."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.gaps import text_of
from leadership_model.people.person import Person, Relative
from leadership_model.sample import annals, family, identity
from leadership_model.sample.chance import pick, stream
from leadership_model.sample.plan import LEAST, scaled
from leadership_model.sample.register import Register


@dataclass(slots=True)
class Spoiler:
    """The register, a source of chance, and the people still free of faults."""

    register: Register
    source: random.Random
    free: list[str]
    teams: list[str]
    people: int
    posts: dict[str, str] = field(default_factory=dict)  # person -> name of the seat

    def take(
        self, rule: str, count: int, fits: Callable[[Person], bool] | None = None
    ) -> list[str]:
        """Take so many people off the list for a rule and note them as planted."""
        wanted = scaled(count, self.people)
        chosen = [p for p in self.free if fits is None or fits(self.register.people[p])][:wanted]
        taken = set(chosen)
        self.free = [p for p in self.free if p not in taken]
        self.register.planted.update((rule, person) for person in chosen)
        return chosen

    def take_teams(self, rule: str, count: int) -> list[str]:
        """Take so many teams off the list for a rule."""
        wanted = scaled(count, self.people)
        chosen, self.teams = self.teams[:wanted], self.teams[wanted:]
        self.register.planted.update((rule, team) for team in chosen)
        return chosen


def spoil(register: Register, number: int, people: int, kept: frozenset[str]) -> None:
    """Plant the faults; nobody of `kept` (who already shows something else) is touched."""
    source = stream(number, "spoil")
    seats: dict[str, list[str]] = {}
    for tenure in register.present():
        if tenure.person:
            seats.setdefault(tenure.person, []).append(tenure.post or "")
    ordinary = {
        person: posts[0]
        for person, posts in seats.items()
        if len(posts) == 1 and person not in kept and _plain(register, person, posts[0])
    }
    free = list(ordinary)
    source.shuffle(free)
    teams = [t.id for t in register.teams.values() if t.category in ("县直部门", "乡镇", "街道")]
    source.shuffle(teams)
    names = {person: register.posts[post].name or "" for person, post in ordinary.items()}
    spoiler = Spoiler(register, source, free, teams, people, names)
    _relatives_in_teams(spoiler, {p: register.posts[s].team or "" for p, s in ordinary.items()})
    for step in (_quotas, _sanctions, _empty_fields, _texts, _dates, _schooling, _family, _status):
        step(spoiler)


def _plain(register: Register, person: str, post: str) -> bool:
    """Say whether somebody sits in a section-level team and has every field the faults need."""
    who = register.people[person]
    team = register.teams[register.posts[post].team or ""]
    complete = who.birth is not None and who.id_number is not None and who.health is not None
    ordinary = team.category in ("县直部门", "乡镇", "街道") and register.posts[post].role != "正职"
    return complete and ordinary and person not in register.relatives


def _relatives_in_teams(spoiler: Spoiler, team_of: dict[str, str]) -> None:
    """A1: a line of one member's form names another member of the same team."""
    register, source = spoiler.register, spoiler.source
    by_team: dict[str, list[str]] = {}
    for person in spoiler.free:
        by_team.setdefault(team_of[person], []).append(person)
    pairs = [members[:2] for members in by_team.values() if len(members) > 1]
    for first, second in pairs[: scaled(LEAST["A1"], spoiler.people)]:
        who, other = register.people[first], register.people[second]
        lines = family.draw_lines(source, who, register.as_of)
        younger = (other.birth or 0) > (who.birth or 0)
        titles = {
            ("男", True): "堂弟",
            ("男", False): "堂兄",
            ("女", True): "表妹",
            ("女", False): "表姐",
        }
        title = titles[other.sex or "男", younger]
        lines.append(
            Relative(
                id=new("f", source),
                person=first,
                order=len(lines),
                title=title,
                name=other.name,
                birth=other.birth,
                birth_year=months.year_of(other.birth or 0),
                party=other.party,
                post_text=other.post_text,
            )
        )
        register.relatives[first] = lines
        register.planted.add(("A1", first))
        spoiler.free = [p for p in spoiler.free if p not in (first, second)]


def _quotas(spoiler: Spoiler) -> None:
    """N1 (one place too few approved), D12 and D16 (not recorded, or more than two heads)."""
    teams = spoiler.register.teams
    filled: dict[str, int] = {}
    for tenure in spoiler.register.present():
        post = spoiler.register.posts[tenure.post or ""]
        if post.role == "副职":
            filled[post.team or ""] = filled.get(post.team or "", 0) + 1
    for team in spoiler.take_teams("N1", LEAST["N1"]):
        teams[team] = replace(teams[team], quota_deputy=max(0, filled.get(team, 0) - 1))
    for team in spoiler.take_teams("D12", 3):
        teams[team] = replace(teams[team], quota_deputy=None)
    for at, team in enumerate(spoiler.take_teams("D16", 3)):
        teams[team] = replace(teams[team], quota_head=None if at == 0 else 3)


def _sanctions(spoiler: Spoiler) -> None:
    """S1-S6: sanctions still in force on people who have a seat."""
    register, source = spoiler.register, spoiler.source
    plans = [("S1", "党内警告", LEAST["S1"], 12), ("S2", "党内严重警告", 1, 18)]
    plans += [("S5", "政务记过", 1, 12), ("S6", "诫勉", 1, 6)]
    for rule, kind, count, length in plans:
        for person in spoiler.take(rule, count):
            month = register.as_of - source.randint(0, length - 2)
            row = annals.sanction(source, person, kind, month)
            register.sanctions.setdefault(person, []).append(row)
            text = f"{months.show(month)}，经{row.organ}批准，受{kind}处分。"
            if kind == "诫勉":
                text = f"{months.show(month)}，经{row.organ}批准，予以诫勉。"
            old = (register.people[person].reward_text or "").rstrip("。")
            absent = " ".join(
                n for n in register.people[person].absent.split() if n != "reward_text"
            )
            register.change(person, reward_text=f"{old}；{text}" if old else text, absent=absent)


def _empty_fields(spoiler: Spoiler) -> None:
    """D01: one empty field each; D11: no photo."""
    for name in ("ethnicity", "health", "work_start", "post_text", "resume", "unit", "sex"):
        for person in spoiler.take("D01", 1):
            spoiler.register.change(person, **{name: None})
    for person in spoiler.take("D01", 1):
        spoiler.register.change(person, name="")
    for person in spoiler.take("D01", 1):
        spoiler.register.change(
            person, birth=None, birth_year=None, birth_date=None, id_number=None
        )
    for person in spoiler.take("D11", 3):
        spoiler.register.change(person, has_photo=False)


def _texts(spoiler: Spoiler) -> None:
    """D02, D03, D14, D04, D19, D20: texts that cannot be right."""
    register = spoiler.register
    for person, text in zip(
        spoiler.take("D02", 3), ("19801340", "1980.3.5", "198003"), strict=False
    ):
        register.change(person, birth_date=text)
    for person in spoiler.take("D03", 3):
        register.change(person, origin="云")
    for person, text in zip(spoiler.take("D14", 3), ("易溪", "云岭省", "湖阳"), strict=False):
        register.change(person, origin=text)
    for person in spoiler.take("D04", 3, lambda p: "委" not in (p.post_text or "")):
        _leave_party(register, person)
    for person in spoiler.take("D19", 3):
        number = register.people[person].id_number or ""
        first = number[:16] + str((int(number[16]) + 1) % 10)
        register.change(person, id_number=first + identity.check_digit(first))
    wanted = spoiler.posts
    for person in spoiler.take("D20", 3, lambda p: _said_once(p, wanted[p.id])):
        _unsay(register, person)


def _leave_party(register: Register, person: str) -> None:
    """Record no first party beside a second one (nobody on a committee or a discipline group)."""
    absent = text_of({*register.people[person].absent.split(), "party_joined"})
    register.change(
        person,
        party="无党派",
        party_joined=None,
        party_text="民盟",
        other_parties="民盟",
        absent=absent,
    )


def _said_once(person: Person, name: str) -> bool:
    last = person.resume.splitlines() if person.resume else []
    return bool(last) and (person.resume or "").count(name) == 1 and "：" not in last[-1]


def _unsay(register: Register, person: str) -> None:
    """Word the present line without the post; its rows say as little."""
    who = register.people[person]
    lines = (who.resume or "").splitlines()
    at = max(i for i, line in enumerate(lines) if line[:1].isdigit())
    rows = [r for r in register.rows if getattr(r, "person", "") == person and hasattr(r, "line")]
    last = max((r for r in rows if r.kind == "任职"), key=lambda r: r.line)
    text = f"{last.unit_text}工作"
    lines[at] = lines[at][:18] + text
    register.change(person, resume="\n".join(lines))
    register.rows = [
        replace(r, text=text, post_kind="其他", role="其他", level=None)
        if r in rows and r.line == last.line and r.kind == "任职"
        else r
        for r in register.rows
    ]


def _dates(spoiler: Spoiler) -> None:
    """D05, D10, D13, D18: months in an impossible order."""
    register, source = spoiler.register, spoiler.source
    starts = {t.person: t.id for t in register.present() if t.person}
    for person in spoiler.take("D05", 3):
        first = register.people[person].work_start or 0
        tenure = register.tenures[starts[person]]
        register.tenures[tenure.id] = replace(tenure, start=first - source.randint(3, 20))
    for person in spoiler.take("D10", 3, lambda p: p.party_joined is not None):
        joined = (register.people[person].birth or 0) + 12 * 17
        register.change(person, party_joined=joined, party_text=months.show_digits(joined))
    for person in spoiler.take("D13", 3):
        birth = register.as_of - 12 * 66 - source.randint(0, 30)
        year = months.year_of(birth)
        register.change(person, birth=birth, birth_year=year, birth_date=None, id_number=None)
    for person in spoiler.take("D18", 3):
        birth = register.people[person].birth or 0
        register.change(person, work_start=birth + 12 * 15 + source.randint(0, 9))


def _schooling(spoiler: Spoiler) -> None:
    """D07, D08, D09, D15, D21: rows of education with a gap or a contradiction."""
    for rule, count, changes in (
        ("D07", 3, ({"start": None}, {"school": None}, {"start": None})),
        ("D09", 3, ({"end": None},) * 3),
        ("D15", 3, ({"major": None},) * 3),
    ):
        degree = rule == "D09"
        people = spoiler.take(rule, count, _has_degree(spoiler) if degree else None)
        for person, change in zip(people, changes, strict=False):
            _change_first(spoiler, person, **change)
    for person in spoiler.take("D08", 3):
        row = spoiler.register.educations[person][0]
        _change_first(spoiler, person, end=(row.start or 0) - 10)
    for person in spoiler.take("D21", 3):
        rows = spoiler.register.educations[person]
        spoiler.register.educations[person] = [row for row in rows if row.mode != "全日制"]


def _has_degree(spoiler: Spoiler) -> Callable[[Person], bool]:
    """Make the question whether somebody's first row of education has a degree."""

    def asked(person: Person) -> bool:
        rows = spoiler.register.educations.get(person.id, [])
        return bool(rows) and rows[0].degree is not None

    return asked


def _change_first(spoiler: Spoiler, person: str, **change: Any) -> None:  # noqa: ANN401
    first, *rest = spoiler.register.educations[person]
    spoiler.register.educations[person] = [replace(first, **change), *rest]


def _family(spoiler: Spoiler) -> None:
    """D17: no month of birth in a line; D22: no father or no mother among the lines."""
    register, source = spoiler.register, spoiler.source
    for person in spoiler.take("D17", 3):
        lines = family.draw_lines(source, register.people[person], register.as_of)
        lines[0] = replace(lines[0], birth=None, birth_year=None)
        register.relatives[person] = lines
    for person in spoiler.take("D22", 3):
        missing = pick(source, ("父亲", "母亲"))
        lines = family.draw_lines(source, register.people[person], register.as_of)
        register.relatives[person] = [line for line in lines if line.title != missing]


def _status(spoiler: Spoiler) -> None:
    """D06: left the post, but nobody wrote down when."""
    for person in spoiler.take("D06", 3):
        spoiler.register.change(person, status="退出领导岗位", status_month=None)
