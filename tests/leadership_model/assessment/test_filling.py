"""What is entered as records before and after; what is refused."""

from dataclasses import replace

import pytest

from leadership_model.assessment import filling as of
from leadership_model.assessment.performance import reached
from leadership_model.errors import UserError
from leadership_model.people.indicator_system import Item, System, entry_of, shipped, systems
from leadership_model.people.snapshot import of_records
from leadership_model.people.team import Indicator, Team, TeamTask

A = Item(id="a", name="甲", weight=60.0)
B = Item(id="b", name="乙", weight=40.0, unit="%", target=95.0, floor=60.0)
SYSTEM = System(id="y", name="绩效", categories=("乡镇",), period="half", items=(A, B))
TEAMS = [Team(id=each, unit=None, name=each, category="乡镇") for each in ("t1", "t2")]


def base(*more):
    return of_records([*TEAMS, entry_of(SYSTEM), *more])


def laid(snapshot, edit):
    """Give the snapshot with an edit made."""
    gone = {each.id for each in edit.before}
    kept = [e for table in snapshot.tables.values() for e in table.records() if e.id not in gone]
    return of_records([*kept, *edit.after])


def test_entries_are_made_changed_and_taken_away():
    first = of.filled(base(), SYSTEM, 2026, "H1", {(0, "a"): "90", (0, "b"): "80"})
    there = laid(base(), first)
    assert reached(there, SYSTEM, 0, 2026, "H1").told == 2
    second = of.filled(there, SYSTEM, 2026, "H1", {(0, "a"): "70", (0, "b"): None})
    changed = [each for each in second.after if isinstance(each, Indicator)]
    assert [(each.name, each.value, each.period) for each in changed] == [("a", "70", "H1")]
    assert changed[0].id in {each.id for each in first.after}
    assert reached(laid(there, second), SYSTEM, 0, 2026, "H1").told == 1


def test_the_teams_that_change_stand_on_both_sides_and_no_others():
    edit = of.filled(base(), SYSTEM, 2026, "", {(0, "a"): "90", (1, "a"): None})
    teams = [[each.id for each in side if isinstance(each, Team)] for side in
             (edit.before, edit.after)]  # fmt: skip
    assert teams == [["t1"], ["t1"]]
    assert [each.period for each in edit.after if isinstance(each, Indicator)] == [None]


def test_what_is_there_already_is_no_edit():
    there = laid(base(), of.filled(base(), SYSTEM, 2026, "H1", {(0, "a"): "90"}))
    assert not of.filled(there, SYSTEM, 2026, "H1", {(0, "a"): "90", (1, "b"): None})


def test_an_item_of_another_system_is_refused():
    with pytest.raises(UserError, match="没有编号为“x”"):
        of.filled(base(), SYSTEM, 2026, "H1", {(0, "x"): "90"})


@pytest.mark.parametrize(
    ("item", "text", "kept"),
    [(A, " 90 ", "90"), (A, "90.50", "90.5"), (A, "", None), (A, "无", "无"), (B, "88%", "88"),
     (A, "100", "100"), (A, "0", "0")],
)  # fmt: skip
def test_a_typed_value_is_brought_into_one_form(item, text, kept):
    assert of.clean(item, text) == kept


@pytest.mark.parametrize(
    ("item", "text"), [(A, "100.1"), (A, "-1"), (A, "优秀"), (B, "101"), (A, "1e1")]
)
def test_what_cannot_be_a_value_is_refused_with_the_item(item, text):
    with pytest.raises(UserError, match=item.name):
        of.clean(item, text)


def test_a_count_may_be_larger_than_its_target():
    assert of.clean(Item(id="n", name="次数", weight=1, unit="次", target=2.0), "7") == "7"


def test_a_task_is_given_once_to_each_team():
    task = TeamTask(id="", team="", title="上党课", due=24321, system="y")
    edit = of.tasked(base(), (0, 1), task)
    made = [each for each in edit.after if isinstance(each, TeamTask)]
    assert sorted(each.team for each in made) == ["t1", "t2"]
    assert len({each.id for each in made}) == 2
    assert not of.tasked(laid(base(), edit), (0, 1), task)


def test_tasks_are_followed_up_and_dropped():
    task = TeamTask(id="k", team="t1", title="上党课", due=24321)
    found = base(task)
    edit = of.followed(found, (replace(task, done=24321),))
    assert next(each for each in edit.after if isinstance(each, TeamTask)).done == 24321
    assert not of.followed(found, (task,))
    drop = of.followed(found, (), (task,))
    assert task in drop.before
    assert not [each for each in drop.after if isinstance(each, TeamTask)]


def test_a_system_is_kept_changed_withdrawn_and_restored():
    fresh = replace(SYSTEM, id="n", name="新体系")
    there = laid(base(), of.defined(base(), fresh))
    assert "新体系" in [each.name for each in systems(there)]
    changed = laid(there, of.defined(there, replace(fresh, share=10.0)))
    assert next(e for e in systems(changed) if e.id == "n").share == 10.0
    gone = laid(changed, of.withdrawn(changed, fresh))
    assert "n" not in [each.id for each in systems(gone)]
    entry = next(e for e in gone["indicator_system"].records() if e.id == "n")
    assert "n" in [each.id for each in systems(laid(gone, of.restored(gone, entry)))]


def test_a_shipped_system_is_withdrawn_by_an_entry_of_its_own():
    (index, *_) = shipped()
    gone = laid(base(), of.withdrawn(base(), index))
    assert index.id not in [each.id for each in systems(gone)]


def test_weights_that_do_not_add_up_and_doubled_names_are_refused():
    with pytest.raises(UserError, match="合计应为 100，现为 60"):
        of.defined(base(), replace(SYSTEM, items=(A,)))
    with pytest.raises(UserError, match="已有名为“绩效”"):
        of.defined(base(), replace(SYSTEM, id="n"))


# ------------------------------------------------------------------ changed while in use

HALF = {(0, "a"): "90", (0, "b"): "95"}  # 54 + 40 points
FLATTER = replace(SYSTEM, items=(replace(A, weight=50.0), replace(B, weight=50.0)))


def used(*spans):
    """A base in which a team has the same figures in some halves."""
    there = base()
    for span in spans:
        there = laid(there, of.filled(there, SYSTEM, *span, HALF))
    return there


def redefined(snapshot, system, since=None):
    return laid(snapshot, of.defined(snapshot, system, since))


def points(snapshot, year, period):
    (system,) = [each for each in systems(snapshot) if each.id == "y"]
    return reached(snapshot, system, 0, year, period).low


def test_what_was_scored_stays_when_weights_change():
    there = used((2025, "H2"), (2026, "H1"))
    after = redefined(there, FLATTER)
    (system,) = [each for each in systems(after) if each.id == "y"]
    assert (system.since, len(system.earlier)) == ((2026, "H2"), 1)
    for span in ((2025, "H2"), (2026, "H1")):
        assert points(after, *span) == points(there, *span) == 94.0
    new = laid(after, of.filled(after, system, 2026, "H2", HALF))
    assert points(new, 2026, "H2") == 95.0
    assert points(new, 2026, "") == 94.5  # half a year by each
    assert points(new, 2026, "H1") == 94.0


def test_a_change_cannot_begin_where_there_are_scores():
    there = used((2025, "H2"), (2026, "H1"))
    with pytest.raises(UserError, match="到2026年上半年已有得分，改动只能自2026年下半年起使用"):
        of.defined(there, FLATTER, (2026, "H1"))
    later = redefined(there, FLATTER, (2027, "H1"))
    new = laid(later, of.filled(later, systems(later)[-1], 2026, "H2", HALF))
    assert points(new, 2026, "H2") == 94.0
    assert of.first_free(there, SYSTEM) == (2026, "H2")


def test_what_nothing_was_entered_by_yet_is_changed_in_place():
    assert redefined(used(), FLATTER)["indicator_system"].records()
    assert next(e for e in systems(redefined(used(), FLATTER)) if e.id == "y").earlier == ()
    once = redefined(used((2026, "H1")), FLATTER)
    again = replace(SYSTEM, items=(replace(A, weight=30.0), replace(B, weight=70.0)))
    (twice,) = [e for e in systems(redefined(once, again)) if e.id == "y"]
    assert [each.items for each in twice.earlier] == [SYSTEM.items]
    assert twice.items == again.items


def test_a_new_name_or_ground_makes_nothing_new():
    there = redefined(used((2026, "H1")), replace(SYSTEM, name="绩效考核", basis="某办法"))
    (system,) = [each for each in systems(there) if each.id == "y"]
    assert (system.name, system.basis, system.since, system.earlier) == (
        "绩效考核",
        "某办法",
        None,
        (),
    )


def test_the_months_it_is_entered_for_and_its_years_hold_what_was_scored():
    there = used((2025, "H2"))
    with pytest.raises(UserError, match="填报周期不能再改"):
        of.defined(there, replace(SYSTEM, period="month"))
    with pytest.raises(UserError, match="2025 年已有得分"):
        of.defined(there, replace(FLATTER, first=2026))


def test_figures_are_entered_by_the_items_of_their_period():
    fewer = replace(SYSTEM, items=(replace(A, weight=100.0),))
    there = redefined(used((2026, "H1")), fewer)
    (system,) = [each for each in systems(there) if each.id == "y"]
    assert of.filled(there, system, 2026, "H1", {(0, "b"): "80"})
    with pytest.raises(UserError, match="没有编号为“b”"):
        of.filled(there, system, 2026, "H2", {(0, "b"): "80"})
