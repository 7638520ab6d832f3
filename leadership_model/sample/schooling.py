"""Schools and degrees of a person: full-time first, in-service later."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months, seed
from leadership_model.ids import new
from leadership_model.people.person import Education
from leadership_model.sample.chance import pick, share, weighted

FULL_TIME, IN_SERVICE = "全日制", "在职"
NOTHING = "degree degree_level discipline end major school schooling start"


@dataclass(frozen=True, slots=True)
class Study:
    """One course of study: `end` is the month of graduation."""

    mode: str
    schooling: str
    degree: str | None
    degree_level: str | None
    school: str
    major: str
    discipline: str
    start: int
    end: int

    @property
    def where(self) -> str:
        """School and major as a résumé has them."""
        return f"{self.school}{self.major}专业"


LENGTHS = {"中专": 3, "大专": 3, "大学": 4, "研究生": 3}


def full_time(source: random.Random, birth: int, discipline: str | None) -> tuple[Study, ...]:
    """Draw the full-time studies of somebody born in a month; the last one is the highest."""
    year = months.year_of(birth) + (1 if months.month_of(birth) >= 9 else 0)
    level = weighted(source, _shares(year))
    kind = discipline or _discipline(source)
    first = "大学" if level == "研究生" else level
    begin = year + {"中专": 16, "大专": 18, "大学": 18}[first] + (1 if share(source, 0.15) else 0)
    study = _study(source, FULL_TIME, first, kind, begin, LENGTHS[first])
    if level != "研究生":
        return (study,)
    begin += LENGTHS[first]
    return (study, _study(source, FULL_TIME, "研究生", kind, begin, 3))


def in_service(source: random.Random, highest: Study, work_start: int, as_of: int) -> Study | None:
    """Draw a course beside work, or none; people without a degree mostly took one."""
    if highest.schooling == "研究生":
        return None
    wanted = 0.86 if highest.schooling in ("中专", "大专") else 0.24
    latest = months.year_of(as_of) - 4
    earliest = months.year_of(work_start) + 2
    if earliest > latest or not share(source, wanted):
        return None
    begin = source.randint(earliest, min(latest, earliest + 11))
    party = share(source, 0.45)
    postgraduate = highest.schooling == "大学"
    kind = "管理学" if party else _discipline(source)
    level = "研究生" if postgraduate else "大学"
    study = _study(source, IN_SERVICE, level, kind, begin, 3)
    if not party:
        return study
    name = "省（区、市）委党校研究生" if postgraduate else "省（区、市）委党校大学"
    school = seed.read("sample/schools.toml")["party_school"]
    major = pick(source, ("经济管理", "法律", "公共管理"))
    return Study(IN_SERVICE, name, None, None, school, major, kind, study.start, study.end)


def _shares(year: int) -> dict[str, float]:
    if year < 1972:
        return {"中专": 0.4, "大专": 0.36, "大学": 0.24}
    if year < 1980:
        return {"中专": 0.24, "大专": 0.34, "大学": 0.41, "研究生": 0.01}
    if year < 1988:
        return {"中专": 0.05, "大专": 0.23, "大学": 0.66, "研究生": 0.06}
    return {"大专": 0.1, "大学": 0.77, "研究生": 0.13}


def _discipline(source: random.Random) -> str:
    shares = {"法学": 15, "经济学": 13, "教育学": 8, "文学": 13, "历史学": 2, "理学": 8}
    more = {"工学": 18, "农学": 12, "医学": 3, "管理学": 16}
    return weighted(source, {**shares, **more})


def _study(
    source: random.Random, mode: str, level: str, kind: str, year: int, length: int
) -> Study:
    content = seed.read("sample/schools.toml")
    lists = {"中专": "secondary", "大专": "colleges"}
    school = pick(source, content[lists.get(level, "universities")])
    degree_level = {"大学": "学士", "研究生": "硕士"}.get(level)
    if mode == IN_SERVICE and degree_level == "学士" and share(source, 0.5):
        degree_level = None
    return Study(
        mode=mode,
        schooling=level,
        degree=f"{kind}{degree_level}" if degree_level else None,
        degree_level=degree_level,
        school=school,
        major=pick(source, content["majors"][kind]),
        discipline=kind,
        start=months.of(year, 9),
        end=months.of(year + length, 7),
    )


def rows_of(source: random.Random, person: str, studies: Sequence[Study]) -> Iterator[Education]:
    """Make the 学历 and 学位 rows of a person."""
    for study in studies:
        yield Education(
            id=new("e", source),
            person=person,
            mode=study.mode,
            schooling=study.schooling,
            degree=study.degree,
            degree_level=study.degree_level,
            school=study.school,
            major=study.major,
            discipline=study.discipline,
            start=study.start,
            end=study.end,
            absent="" if study.degree else "degree degree_level",
        )
    if not any(study.mode == IN_SERVICE for study in studies) and not share(source, 0.04):
        # The form of most people says 无 in the row of 在职教育; of a few it is left blank.
        yield Education(id=new("e", source), person=person, mode=IN_SERVICE, absent=NOTHING)
