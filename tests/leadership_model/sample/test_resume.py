import re
from itertools import pairwise

import pytest

from leadership_model import months
from leadership_model.people import reading
from leadership_model.people import resume as layout
from leadership_model.people.areas import areas_of
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Appraisal, Education, Person
from leadership_model.people.post import Post
from leadership_model.people.snapshot import of_records
from leadership_model.people.tenure import Tenure
from leadership_model.sample.schooling import NOTHING

LINE = re.compile(r"^\d{4}\.\d{2}--(\d{4}\.\d{2} {1,2}|         |至今     )\S")


@pytest.fixture(scope="module")
def sound(small):
    """People about whom nothing was spoilt, with all their rows by kind."""
    spoilt = {person for truth in small.truths if truth.planted for person in truth.people}
    people = {p.id: p for p in small.records if isinstance(p, Person) and p.id not in spoilt}
    rows: dict[str | None, dict[type, list]] = {
        key: {CareerEntry: [], Tenure: [], Education: [], Appraisal: []} for key in people
    }
    for record in small.records:
        listed = rows.get(getattr(record, "person", None), {})
        if type(record) in listed:
            listed[type(record)].append(record)
    assert len(people) > 850
    return [(person, rows[key]) for key, person in people.items()]


def main_rows(rows):
    return sorted((r for r in rows[CareerEntry] if r.kind == "任职"), key=lambda r: r.line)


def test_first_line_of_work_is_the_start_of_work(sound):
    for person, rows in sound:
        assert main_rows(rows)[0].start == person.work_start


def test_lines_follow_each_other_and_the_last_is_open(sound):
    for _, rows in sound:
        spans = sorted({(r.line, r.start, r.end) for r in main_rows(rows)})
        for (_, _, end), (_, start, _) in pairwise(spans):
            assert end == start
        assert spans[-1][2] is None
        assert all(end is None or start < end for _, start, end in spans)


def test_level_since_is_the_first_line_at_that_level(sound):
    for person, rows in sound:
        if person.level is None:
            assert person.is_absent("level")
            assert person.grade is not None
        else:
            first = min(r.start for r in main_rows(rows) if r.level == person.level)
            assert person.level_since == first


def test_present_text_and_tenure_agree_with_the_last_line(sound, small):
    names = {post.id: post.name or "" for post in small.records if isinstance(post, Post)}
    for person, rows in sound:
        last = main_rows(rows)[-1]
        assert last.text == person.post_text
        for tenure in rows[Tenure]:
            if tenure.kind != "挂职" and tenure.end is None:
                assert tenure.start == last.start
                assert names[tenure.post] in person.resume


def test_grade_holders_have_held_the_grade_since_the_last_line(sound):
    for person, rows in sound:
        if person.level is None:
            assert person.grade in person.post_text
            assert person.grade_since == main_rows(rows)[-1].start >= months.of(2019, 6)


def test_studies_stand_in_the_resume(sound):
    for person, rows in sound:
        spans = {(r.start, r.end) for r in rows[CareerEntry] if r.post_kind == "学习"}
        for education in rows[Education]:
            if education.schooling is None:
                assert education.absent == NOTHING
                continue
            assert (education.start, education.end) in spans
            assert education.school in person.resume


def test_months_of_a_life_are_in_order(sound):
    for person, rows in sound:
        if person.birth is None:
            continue
        assert person.work_start - person.birth >= 18 * 12
        if person.party_joined is not None:
            assert person.party_joined - person.birth >= 18 * 12
        for education in rows[Education]:
            assert education.schooling is None or education.start < education.end


def test_appraisals_name_years_after_the_start_of_work(sound):
    for person, rows in sound:
        for appraisal in rows[Appraisal]:
            assert months.year_of(person.work_start) < appraisal.year <= 2025
            assert str(appraisal.year) in person.appraisal_text


def test_most_lines_keep_the_layout(sound):
    lines = [line for person, _ in sound for line in person.resume.splitlines()]
    main = [line for line in lines if line[:1].isdigit()]
    assert all(LINE.match(line) for line in main)
    inside = [line for line in lines if line.startswith(" ")]
    across = [line for line in lines if line[:1] in "（("]
    assert len(main) + len(inside) + len(across) == len(lines)
    assert all(re.match(r"^ {18}(（其间：|\(其间:)\d{4}\.\d{2}", line) for line in inside)
    assert across
    assert "其间" not in "".join(across)


def test_the_reader_finds_the_same_rows(sound, small):
    areas = areas_of(of_records(small.records))
    for person, rows in sound:
        read = reading.careers(layout.read(person.resume), areas)
        found = {(r.line, r.kind, r.start, r.end, r.unit_kind, bool(r.secondment)) for r in read}
        drawn = {
            (r.line, r.kind, r.start, r.end, r.unit_kind, bool(r.secondment))
            for r in rows[CareerEntry]
        }
        assert found == drawn


def test_people_rise_step_by_step(default):
    """Five years of work, two as deputy before head, three as head before deputy above."""
    seated = {t.person for t in default.records if isinstance(t, Tenure) and t.end is None}
    firsts: dict = {}
    for row in default.records:
        if isinstance(row, CareerEntry) and row.kind == "任职" and row.person in seated:
            seen = firsts.setdefault(row.person, {})
            seen[row.level] = min(seen.get(row.level, row.start), row.start)
    starts = {p.id: p.work_start for p in default.records if isinstance(p, Person)}
    county = 0
    for person, seen in firsts.items():
        head, deputy, full = (seen.get(x) for x in ("乡科级正职", "县处级副职", "县处级正职"))
        if deputy is not None:
            county += 1
            assert deputy - starts[person] >= 60
            assert deputy - head >= 36
        if full is not None:
            assert full - deputy >= 24
    assert county > 400
