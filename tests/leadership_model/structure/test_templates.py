import tomllib
from fractions import Fraction

import pytest

from leadership_model import seed
from leadership_model.conditions.tree import Compare
from leadership_model.elements.catalogue import shipped as elements
from leadership_model.errors import UserError
from leadership_model.people.codes import names
from leadership_model.people.team import Team
from leadership_model.structure import templates
from leadership_model.structure.check import check
from leadership_model.structure.check_portraits import check_portrait
from leadership_model.structure.codec import model_from_json, portrait_from_json
from leadership_model.structure.inherit import model_of
from leadership_model.structure.measures import KINDS

MODELS, PORTRAITS = templates.shipped(), templates.portraits()
BASES = tuple(model for model in MODELS if model.sub_category is None)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_a_shipped_model_has_no_fault_and_says_where_its_numbers_come_from(model):
    assert check(model, elements()) == ()
    assert (model.red, model.green) == (60, 85)
    for each in model.requirements:
        assert each.basis
        assert each.why.endswith("。")
        assert each.why.count("。") == 1


@pytest.mark.parametrize("model", BASES, ids=lambda model: model.id)
def test_the_points_of_a_category_add_up_to_100(model):
    assert sum(each.points for each in model.requirements) == 100


def test_autonomous_counties_differ_in_what_the_law_asks_of_them():
    team = Team(id="t", unit="u", name="县人大", category="县级人大", sub_category="自治县")
    plain = Team(id="t", unit="u", name="县人大", category="县级人大")
    base, differing = (model_of(each, MODELS, 0) for each in (plain, team))
    assert base is not None
    assert differing is not None
    assert differing.id == "shipped-county-congress+shipped-autonomous-congress"
    pairs = zip(base.requirements, differing.requirements, strict=True)
    changed = [(a.id, a.lo, b.lo) for a, b in pairs if a != b]
    assert changed == [("minority", Fraction(1), Fraction(2))]
    assert sum(each.points for each in differing.requirements) == 100


def test_every_category_but_two_has_exactly_one_model():
    without = {"功能区", "国企高校"}
    assert [model.category for model in BASES] == [
        name for name in names("teams") if name not in without
    ]


def test_all_twelve_kinds_are_used():
    assert {type(each.measure).__name__.lower() for m in MODELS for each in m.requirements} == set(
        KINDS
    )


@pytest.mark.parametrize("portrait", PORTRAITS, ids=lambda portrait: portrait.id)
def test_a_shipped_portrait_has_no_fault_and_nothing_sensitive(portrait):
    assert check_portrait(portrait, elements()) == ()
    assert sum(weight.points for weight in portrait.weights) == 100
    for weight in portrait.weights:
        named = () if weight.condition is None else elements().sensitive_in(weight.condition)
        assert named == ()


def test_every_category_has_general_weights_for_every_role():
    general = {(p.category, p.role) for p in PORTRAITS if not p.key}
    assert general == {(name, role) for name in names("teams") for role in ("正职", "副职", "其他")}


def test_ids_are_unique():
    for values in (MODELS, PORTRAITS):
        ids = [each.id for each in values]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_a_model_written_as_toml_reads_the_same(model):
    text = templates.model_to_toml(model)
    read = templates.reader(elements())
    assert model_from_json(tomllib.loads(text), read) == model


def test_a_model_file_is_written_back_as_it_stands():
    for name, model in zip(seed.names("models"), MODELS, strict=True):
        stored = (seed.DATA / name).read_text("utf-8")
        body = "\n".join(line for line in stored.splitlines() if not line.startswith("#"))
        assert templates.model_to_toml(model).strip() == body.strip()


def test_portraits_written_as_toml_read_the_same():
    text = templates.portraits_to_toml(PORTRAITS)
    read = templates.reader(elements())
    found = tuple(portrait_from_json(each, read) for each in tomllib.loads(text)["portraits"])
    assert found == PORTRAITS


def test_the_reader_takes_sentences_and_objects():
    read = templates.reader(elements())
    woman = Compare("性别", "=", "女")
    assert read("性别 = 女") == woman
    assert read({"kind": "compare", "name": "性别", "op": "=", "value": "女"}) == woman
    with pytest.raises(UserError):
        read("身高 > 1")
