"""Kinds of people of the sample city: level, ages, shares and how long they sit, in numbers.

The numbers are for realism only: main age bands of county, department and township teams, women
about 15 in 100 at county level and 25 in 100 at section level.
"""

from dataclasses import dataclass

FULL, DEPUTY = "县处级正职", "县处级副职"
HEAD, SECOND = "乡科级正职", "乡科级副职"
CLERK = "科员"


@dataclass(frozen=True, slots=True)
class Class:
    """How people of one kind are drawn. Ages in years, tenure in months."""

    level: str | None
    age: float
    spread: float
    youngest: float
    oldest: float
    women: float
    tenure: tuple[int, int]
    track: str  # area / city: where the career was spent
    grade: str | None = None  # grade held without a leading post
    scale: str = "section"  # county / section: the band counted in


CLASSES = {
    "county_secretary": Class(FULL, 49, 3, 43, 56, 0.08, (6, 70), "area", scale="county"),
    "county_head": Class(FULL, 47, 3, 41, 55, 0.12, (6, 66), "area", scale="county"),
    "county_standing": Class(DEPUTY, 44, 3.5, 36, 54, 0.14, (3, 64), "area", scale="county"),
    "county_deputy": Class(DEPUTY, 43, 4, 36, 55, 0.16, (3, 64), "area", scale="county"),
    "congress_head": Class(FULL, 55, 1.6, 52, 59, 0.08, (10, 66), "area", scale="county"),
    "congress_deputy": Class(DEPUTY, 52, 3, 45, 58, 0.17, (5, 66), "area", scale="county"),
    "court_head": Class(DEPUTY, 49, 3, 42, 56, 0.09, (8, 66), "area", scale="county"),
    "city_head": Class(FULL, 52, 3.5, 44, 59, 0.10, (4, 84), "city", scale="county"),
    "city_deputy": Class(DEPUTY, 48, 4.5, 38, 58.5, 0.14, (3, 96), "city", scale="county"),
    "zone_head": Class(FULL, 51, 3.5, 44, 58, 0.06, (4, 80), "city", scale="county"),
    "zone_deputy": Class(DEPUTY, 47, 4, 38, 57, 0.11, (4, 90), "city", scale="county"),
    "court_deputy": Class(HEAD, 46, 4, 36, 54, 0.21, (4, 90), "area"),
    "department_head": Class(HEAD, 46, 4.5, 34, 57, 0.16, (3, 84), "area"),
    "department_deputy": Class(SECOND, 41, 5.5, 29, 54, 0.24, (2, 96), "area"),
    "town_secretary": Class(HEAD, 41, 3.5, 34, 51, 0.11, (4, 62), "area"),
    "town_head": Class(HEAD, 38, 3, 32, 48, 0.16, (3, 60), "area"),
    "town_congress": Class(HEAD, 46, 4, 37, 54, 0.16, (6, 62), "area"),
    "town_deputy": Class(SECOND, 34, 4, 27, 48, 0.25, (2, 62), "area"),
    "county_grade": Class(
        None, 55, 2.8, 47, 59.8, 0.11, (3, 70), "area", "四级调研员", scale="county"
    ),
    "city_grade": Class(
        None, 54, 3.2, 46, 59.8, 0.13, (3, 70), "city", "四级调研员", scale="county"
    ),
    "city_leader": Class(DEPUTY, 48, 5, 38, 58.8, 0.14, (3, 90), "city", scale="county"),
    "area_grade": Class(None, 47, 6, 33, 59.8, 0.26, (2, 80), "area", "一级主任科员"),
    "area_middle": Class(SECOND, 43, 6, 30, 57, 0.24, (3, 96), "area"),
    "section_head": Class(HEAD, 43, 5, 32, 57, 0.23, (3, 84), "city"),
    "section_deputy": Class(SECOND, 37, 4.5, 28, 54, 0.28, (3, 72), "city"),
    "section_grade": Class(None, 46, 6.5, 31, 59.8, 0.26, (2, 80), "city", "二级主任科员"),
}

# People without a seat, in parts of those of their band.
POOL_COUNTY = {"county_grade": 0.34, "city_grade": 0.28, "city_leader": 0.38}
POOL_SECTION = {
    "area_grade": 0.42,
    "area_middle": 0.23,
    "section_head": 0.10,
    "section_deputy": 0.10,
    "section_grade": 0.15,
}
