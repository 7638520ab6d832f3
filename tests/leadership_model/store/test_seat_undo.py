import random
from dataclasses import replace

import pytest

from leadership_model.exchange import sources
from leadership_model.exchange.clean import clean
from leadership_model.exchange.plan import plan
from leadership_model.people.post import Post
from leadership_model.people.team import Team
from leadership_model.people.tenure import Tenure
from leadership_model.store import audit, imports, load, records
from tests.leadership_model.exchange.conftest import SAMPLES
from tests.leadership_model.store.test_imports import contents


@pytest.fixture
def before(base, actor):
    was = contents(base)
    forms, _ = sources.read_path(SAMPLES / "hzb")
    made = plan(load.snapshot(base), [clean(f) for f in forms], source=random.Random(1))
    imports.apply(base, actor, made)
    return was


def batch(base):
    return audit.lines(base, "import_batch")[-1].record


def test_seats_of_a_package_come_and_go_with_their_batch(base, actor, before):
    now = load.snapshot(base)
    counts = {name: len(now[name]) for name in ("unit", "team", "post", "tenure")}
    assert counts == {"unit": 1, "team": 1, "post": 3, "tenure": 3}
    assert imports.undo(base, actor, batch(base)).kept == ()
    assert contents(base) == before


def test_what_was_edited_or_used_since_stays(base, actor, before):
    team = next(each for each in load.every(base, Team))
    post = next(each for each in load.every(base, Post) if each.name == "副局长")
    records.save(base, actor, replace(post, name="副局长、总会计师"))
    records.add(base, actor, Post(id="s-own", team=team.id, name="总工程师"))
    kept = imports.undo(base, actor, batch(base)).kept
    assert [each for each in kept if "副局长、总会计师" in each and "被改过" in each]
    assert [each for each in kept if "领导班子" in each and "被使用" in each]
    left = load.snapshot(base)
    assert len(left["tenure"]) == 0
    assert sorted(each.name for each in left["post"].records()) == ["副局长、总会计师", "总工程师"]


def test_a_second_import_of_the_same_package_brings_nothing(base, actor, before):
    forms, _ = sources.read_path(SAMPLES / "hzb")
    made = plan(load.snapshot(base), [clean(f) for f in forms], photo_of=lambda _: None)
    assert made.seats() == ()
    assert len(load.every(base, Tenure)) == 3
