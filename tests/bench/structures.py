"""The rows of 模型定制: the trial run of an edit, and the checker."""

from dataclasses import replace
from fractions import Fraction
from itertools import count

from leadership_model.assessment.impact import teams_of
from leadership_model.assessment.survey import assess_some
from leadership_model.assessment.trial import try_out, with_drafts
from leadership_model.assessment.world import World
from leadership_model.conditions.tree import Compare
from leadership_model.staffing.model_check import check_model
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Count, Scope
from tests.bench.domain import City, same
from tests.bench.table import Row, median_ms


def model(city: City, id: str) -> Model:
    """Give a shipped model."""
    return next(each for each in city.world.models if each.id == id)


def edited(before: Model, id: str, **values: object) -> Model:
    """Change one requirement."""
    listed = (replace(r, **values) if r.id == id else r for r in before.requirements)  # type: ignore[arg-type]
    return replace(before, requirements=tuple(listed))


def trial_run(city: City) -> Row:
    """One edit after another; sub-districts are held against the townships' model as well."""
    world, township = city.world, model(city, "shipped-township")
    districts = model(city, "shipped-sub-district")
    teams = (*teams_of(world, township), *teams_of(world, districts))
    before = dict(zip(teams, assess_some(world, teams, with_rules=False), strict=True))
    drafts = (township, edited(districts, "women", points=9.0))
    state = {"trial": try_out(world, drafts, before)}
    numbers = count(1)

    def draft() -> tuple[Model, ...]:
        tolerance = float(next(numbers))  # never the same twice: nothing is known beforehand
        return tuple(edited(each, "women", lo=Fraction(3), ideal_lo=None, tolerance=tolerance)
                     for each in drafts)  # fmt: skip

    def ours() -> None:
        state["trial"] = try_out(world, draft(), before, state["trial"])

    mine = median_ms(ours, 15)
    last = draft()
    found = try_out(world, last, before, state["trial"])
    models = with_drafts(world.models, last, world.as_of)
    anew = World.of(world.snapshot, world.as_of, models=models, portraits=world.portraits)

    def peer() -> None:
        assess_some(replace(anew, _fixed={}, _cache={}), teams, with_rules=False)

    other = median_ms(peer, 5)
    full = assess_some(anew, teams, with_rules=False)
    same([replace(each.after, rules=()) for each in found.shifts], list(full))
    return Row(
        "trial run of an edit", f"{len(teams)} township teams", mine, "ms",
        "full re-assessment", other, 100.0,
    )  # fmt: skip


def checking(city: City) -> Row:
    """A draft no team can meet, seats and functions included: clash and cheapest loosening."""
    world, township = city.world, model(city, "shipped-township")
    draft = edited(township, "mean-age", hi=Fraction(30), ideal_hi=None)
    draft = edited(draft, "township-years", lo=Fraction(1), ideal_lo=None)
    first = draft.requirements[0]
    old = replace(
        next(r for r in draft.requirements if r.id == "women"), id="old", label="年长",
        measure=_old(), lo=Fraction(6), ideal_lo=None,
    )  # fmt: skip
    few = replace(old, id="few", label="分管农业的女干部", measure=_woman(), lo=Fraction(3),
                  scope=Scope(function="农业"))  # fmt: skip
    draft = replace(draft, requirements=(first, old, few, *draft.requirements[1:]))
    teams = teams_of(world, township)
    issues: list = []

    def ours() -> None:
        issues[:] = check_model(draft, world, teams)

    mine = median_ms(ours, 5) / 1000
    if not any(each.severity == "error" for each in issues):
        raise SystemExit("the draft of the bench has no clash: it measures nothing")
    size = f"{len(teams)} teams, {len(draft.requirements)} requirements"
    return Row("check of a model, clash and loosening", size, mine, "s", "", None, 2.0)


def _woman() -> Count:
    return Count(Compare("性别", "=", "女"))


def _old() -> Count:
    return Count(Compare("年龄", ">=", 50))


ROWS = (trial_run, checking)
