from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.people import amend, correction, reading, resume, revise
from leadership_model.people.areas import of_names
from leadership_model.people.correction import Correction

AREAS = of_names("云溪市", ("易溪县",))
TEXT = (
    "1998.07--2003.02  易溪县青石镇科员\n"
    "2003.02--2010.03  易溪县财政局副局长\n"
    "2010.03--         易溪县青石镇党委副书记、镇长"
)
M = months.parse


def read(text=TEXT):
    return reading.careers(resume.read(text), AREAS)


def stored(text=TEXT):
    return tuple(replace(each, id=f"c{at}", person="p1") for at, each in enumerate(read(text)))


def standings(entries, corrections=(), text=TEXT):
    return amend.standings(entries, text, corrections, AREAS)


def put_right(at, **values):
    """Correct one entry of the person; give the entries and the corrections after it."""
    entries = stored()
    made = amend.amended(standings(entries)[at], values)
    entry, note = made.after
    return tuple(entry if each.id == entry.id else each for each in entries), (note,)


def test_an_entry_put_right_is_sure_and_marked():
    entries, (note,) = put_right(1, level="乡科级正职", functions="财税")
    assert (entries[1].level, entries[1].functions) == ("乡科级正职", "财税")
    assert entries[1].by_hand
    assert entries[1].sure == 100
    assert note.values == {"level": "乡科级正职", "functions": "财税"}
    assert entries[0] == stored()[0]
    assert entries[2:] == stored()[2:]


def test_only_what_differs_from_the_reading_is_a_correction():
    entry = stored()[1]
    same = amend.amended(standings(stored())[1], {"level": entry.level, "area": entry.area})
    assert same.before == same.after == (entry,)


def test_a_correction_survives_a_new_reading_of_an_edited_text():
    entries, notes = put_right(1, post_kind="部门其他")
    later = f"1994.09--1998.07  云溪大学农学专业学习\n{TEXT}"
    made = revise.revise(entries, later, "p1", AREAS, corrections=notes)
    assert not made.drop
    assert [each.post_kind for each in made.put if each.by_hand] == ["部门其他"]
    assert {each.post_kind for each in made.put} >= {"学习"}


def test_a_correction_comes_back_with_a_line_that_was_away():
    entries, notes = put_right(1, post_kind="部门其他")
    without = "\n".join(TEXT.split("\n")[::2])
    gone = revise.revise(entries, without, "p1", AREAS, corrections=notes)
    assert [each.by_hand for each in gone.drop] == [True]
    left = tuple(each for each in entries if each not in gone.drop)
    again = revise.revise(left, TEXT, "p1", AREAS, corrections=notes)
    assert [(each.post_kind, each.by_hand) for each in again.put if each.line == 1] == [
        ("部门其他", True)
    ]


def test_months_put_right_do_not_make_the_line_a_new_one():
    entries, notes = put_right(1, start=M("2003-05"))
    assert entries[1].start == M("2003-05")
    assert revise.revise(entries, TEXT, "p1", AREAS, corrections=notes) == revise.Revision()
    assert standings(entries, notes)[1].correction == notes[0]


def test_an_open_end_that_was_closed_keeps_the_correction():
    _entries, notes = put_right(3, level="县处级副职")
    later = TEXT.replace("2010.03--         ", "2010.03--2016.05  ")
    laid = correction.lay(read(later), notes)
    assert [each.level for each in laid if each.by_hand] == ["县处级副职"]
    assert laid[3].end == M("2016-05")


@pytest.mark.parametrize(
    "text", ["易溪县财政局副局长。", " 易溪县财政局 副局长", "易溪县财政局副局长；"]
)
def test_a_text_written_a_little_differently_is_the_same_line(text):
    _, notes = put_right(1, level="乡科级正职")
    laid = correction.lay(read(f"2003.02--2010.03  {text}"), notes)
    assert [each.by_hand for each in laid] == [True]


def test_another_text_is_another_line():
    _, notes = put_right(1, level="乡科级正职")
    assert not any(e.by_hand for e in correction.lay(read("2003.02--2010.03  青石镇镇长"), notes))


def test_of_two_posts_in_a_line_the_right_one_is_corrected():
    entries, notes = put_right(3, area="市外")
    assert [each.area for each in entries[2:]] == ["易溪县", "市外"]
    laid = correction.lay(read(), notes)
    assert [each.by_hand for each in laid] == [False, False, False, True]


def test_the_same_text_at_two_times_is_told_apart_by_its_months():
    twice = "1998.07--2003.02  易溪县财政局科员\n2006.02--2010.03  易溪县财政局科员"
    entries = tuple(replace(e, id=f"c{i}", person="p1") for i, e in enumerate(read(twice)))
    made = amend.amended(standings(entries, text=twice)[1], {"level": "办事员"})
    laid = correction.lay(read(twice), (made.after[1],))
    assert [each.level for each in laid] == ["科员", "办事员"]


def test_a_second_correction_of_an_entry_adds_to_the_first():
    entries, notes = put_right(1, level="乡科级正职")
    made = amend.amended(standings(entries, notes)[1], {"role": "正职"})
    assert made.after[1].id == notes[0].id
    assert made.after[1].values == {"level": "乡科级正职", "role": "正职"}


def test_values_set_back_to_the_reading_withdraw_the_correction():
    entries, notes = put_right(1, level="乡科级正职")
    made = amend.amended(standings(entries, notes)[1], {"level": stored()[1].level})
    assert made.after == (stored()[1],)
    assert notes[0] in made.before


@given(
    st.integers(0, 3),
    st.dictionaries(
        st.sampled_from(["unit_kind", "area", "post_kind", "level", "role", "functions"]),
        st.sampled_from(["甲", "乙", None]),
        min_size=1,
    ),
)
def test_withdrawn_is_as_read(at, values):
    entries, notes = stored(), ()
    made = amend.amended(standings(entries)[at], values)
    after = {each.id: each for each in made.after if not isinstance(each, Correction)}
    notes = tuple(each for each in made.after if isinstance(each, Correction))
    entries = tuple(after.get(each.id, each) for each in entries)
    back = amend.withdrawn(standings(entries, notes)[at])
    assert back.after == (stored()[at],)
    assert set(back.before) == set(made.after)
