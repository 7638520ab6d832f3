from dataclasses import replace
from fractions import Fraction

import pytest

from leadership_model import months
from leadership_model.elements.catalogue import shipped as elements
from leadership_model.people.codes import names
from leadership_model.structure import packs, templates
from leadership_model.structure.check import check
from leadership_model.structure.packs import (
    PackChange,
    base_of,
    first_month,
    state,
    switched_off,
    switched_on,
)

MODELS = templates.shipped()
(PACK,) = packs.shipped()
NOW = months.of(2026, 12)


@pytest.mark.parametrize("change", PACK.changes, ids=lambda change: change.category)
def test_a_pack_has_no_fault_and_says_where_its_numbers_come_from(change):
    assert change.category in names("teams")
    base = base_of(change.category, MODELS, NOW)
    assert base is not None
    made = next(m for m in (*switched_on(PACK, MODELS, NOW), base) if m.id == base.id)
    assert check(made, elements()) == ()
    for each in change.requirements:
        assert "待核实" in each.basis
        assert each.why


def test_what_no_model_can_judge_is_listed_with_how_to_watch_it():
    assert len(PACK.clauses) == 4
    assert all(each.text and each.check for each in PACK.clauses)


def test_on_and_off_give_the_former_requirements_back_under_new_numbers():
    assert state(PACK, MODELS, NOW) == "off"
    on = switched_on(PACK, MODELS, NOW)
    township = next(m for m in on if m.category == "乡镇")
    assert (township.version, township.effective) == (2, NOW)
    years = next(r for r in township.requirements if r.id == "township-years")
    assert years.lo == Fraction(2, 3)
    models = (*MODELS, *on)
    assert state(PACK, models, NOW) == "on"
    assert state(PACK, models, NOW - 1) == "off"
    assert switched_on(PACK, models, NOW) == ()
    off = switched_off(PACK, models, NOW)
    assert {m.version for m in off if m.id in {each.id for each in on}} == {3}
    for each in off:
        first = next(m for m in MODELS if m.id == each.id)
        if each.id in {m.id for m in on}:
            assert each.requirements == first.requirements
    assert state(PACK, (*models, *off), NOW) == "off"


def test_what_a_pack_added_is_taken_out_again():
    extra = replace(PACK.changes[0].requirements[0], id="extra", label="另加")
    pack = replace(PACK, changes=(PackChange("乡镇", (extra,)),))
    (on,) = switched_on(pack, MODELS, NOW)
    assert on.requirements[-1] == extra
    (off,) = switched_off(pack, (*MODELS, on), NOW)
    assert off.requirements == on.requirements[:-1]


def test_a_pack_never_begins_before_what_was_published():
    base = base_of("乡镇", MODELS, NOW)
    assert base is not None
    later = replace(base, version=2, effective=NOW + 5, requirements=base.requirements[:-1])
    models = (*MODELS, later)
    assert first_month(PACK, models, NOW) == NOW + 5
    on = switched_on(PACK, models, NOW)
    township = next(m for m in on if m.category == "乡镇")
    assert (township.version, township.effective) == (3, NOW + 5)
    assert len(township.requirements) == len(later.requirements)
    assert switched_on(PACK, (*models, *on), NOW) == ()


def test_one_category_alone_is_partly_on_and_no_model_is_none():
    on = switched_on(PACK, MODELS, NOW)
    assert state(PACK, (*MODELS, on[-1]), NOW) == "partly"
    assert state(PACK, (), NOW) == "none"
