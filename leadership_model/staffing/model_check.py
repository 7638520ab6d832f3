"""Everything that is wrong with a draft before it is published, asked of the teams it is for.

To what `structure.check` says of the draft alone this adds: requirements hardly anybody in the base
could meet, and requirements that no team of its size can meet together, with the cheapest way out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from leadership_model.assessment.judge import target_in
from leadership_model.assessment.reach import Reach, reach
from leadership_model.assessment.survey import Pause, go_on
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import Meaning
from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import When
from leadership_model.staffing.layout import ROLES, Layout, Seats, layout_of
from leadership_model.staffing.model_clash import Asked, Size, clash_of
from leadership_model.staffing.model_loosen import Ease, asked_text, ease_text, loosening
from leadership_model.structure.check import check, check_requirement
from leadership_model.structure.inherit import model_of
from leadership_model.structure.issue import Issue, Severity
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Carried, Requirement

MOST_SIZES = 12  # sizes of team that are asked, the commonest first
NO_TEAM = Layout((Seats("正职", 1), Seats("副职", 6)))  # asked where a model has no team yet


@dataclass(frozen=True, slots=True)
class Clash:
    """Requirements that teams of one size cannot meet together, and the cheapest loosening."""

    requirements: tuple[Requirement, ...]
    layout: Layout
    teams: tuple[int, ...]
    eases: tuple[Ease, ...]


def check_model(
    draft: Model, world: World, teams: Sequence[int], pause: Pause = go_on
) -> tuple[Issue, ...]:
    """List what is wrong with a draft for these teams; `pause` may raise to stop."""
    found = list(check(draft, world.catalogue))
    faulty = {each.about for each in found if each.severity == "error"}
    sound = [each for each in draft.requirements if each.id not in faulty]
    for each in sound:
        pause()
        found += _scarce(each, world, teams)
    for clash in clashes(draft, world, teams, pause):
        everywhere = len(clash.teams) == len(teams)
        text = clash_text(clash, world)
        ids = [each.id for each in clash.requirements]
        severity: Severity = "error" if everywhere else "warning"
        remedy = tuple((each.requirement, each.changed) for each in clash.eases)
        found.append(Issue(ids[0], text, severity, tuple(ids[1:]), remedy))
    order = {"error": 0, "warning": 1, "note": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda each: order[each.severity]))


def clashes(
    draft: Model, world: World, teams: Sequence[int], pause: Pause = go_on
) -> tuple[Clash, ...]:
    """Find for every size of team the requirements that cannot be met together.

    Sizes with the same clash are told together; what is loosened is right for the first of them.
    """
    found: dict[tuple[str, ...], Clash] = {}
    for (model, layout), group in _layouts(draft, world, teams):
        pause()
        # Of a team there is not yet nobody knows the functions and the seats, only a usual size.
        size = dict(zip(ROLES, layout.sizes, strict=True)) if layout is NO_TEAM else layout
        asked = asked_of(model.requirements, world.catalogue, size)
        ids = clash_of(asked)
        if not ids:
            continue
        pause()
        if ids in found:
            found[ids] = replace(found[ids], teams=(*found[ids].teams, *group))
            continue
        clash = tuple(each for each in asked.requirements if each.id in ids)
        found[ids] = Clash(clash, layout, group, loosening(asked))
    return tuple(found.values())


def asked_of(requirements: Iterable[Requirement], catalogue: Catalogue, size: Size) -> Asked:
    """Hold the sound ones of some requirements against a team with certain seats, or of a size."""
    return Asked(_sound(requirements, catalogue), _meanings(catalogue), size, _flags(catalogue))


def _sound(requirements: Iterable[Requirement], catalogue: Catalogue) -> tuple[Requirement, ...]:
    return tuple(
        each
        for each in requirements
        if all(i.severity != "error" for i in check_requirement(each, catalogue))
    )


def clash_text(clash: Clash, world: World) -> str:
    """Tell a clash and its way out in one sentence."""
    names = world.catalogue
    heads, deputies, others = clash.layout.sizes
    name = world.snapshot.teams.raw("name")[clash.teams[0]] if clash.teams else ""
    whose = f"（{name}）" if len(clash.teams) == 1 else f"（{name}等 {len(clash.teams)} 个班子）"
    asked = "、".join(f"“{each.label}”（{asked_text(each, names)}）" for each in clash.requirements)
    size = f"正职 {heads}、副职 {deputies}、其他 {others} 人的班子{whose if name else ''}"
    verdict = "达不到" if len(clash.requirements) == 1 else "不可能同时达到"
    ways = "；".join(ease_text(each, names) for each in clash.eases)
    return f"{size}{verdict}：{asked}。{_lacking(clash)}最省的放宽办法：{ways}。"


def _lacking(clash: Clash) -> str:
    """Say which functions of a clash no post of the team carries."""
    asked = [f for r in clash.requirements if isinstance(r.measure, Carried)
             for f in r.measure.functions]  # fmt: skip
    asked += [r.scope.function for r in clash.requirements if r.scope.function]
    held = {f for each in clash.layout.seats for f in each.functions}
    missing = "、".join(each for each in dict.fromkeys(asked) if each not in held)
    return f"班子里没有岗位承担{missing}。" if missing else ""


def _layouts(
    draft: Model, world: World, teams: Sequence[int]
) -> Iterator[tuple[tuple[Model, Layout], tuple[int, ...]]]:
    """Group teams by the model they would be held against and by their seats."""
    others = tuple(each for each in world.models if each.id != draft.id)
    models = (*others, replace(draft, effective=min(draft.effective, world.as_of)))
    groups: dict[tuple[int, Layout], list[int]] = {}
    known: dict[tuple[Requirement, ...], int] = {}
    laid: list[tuple[Model, tuple[Requirement, ...]]] = []
    for team in teams:
        model = model_of(world.snapshot.teams.record(team), models, world.as_of)
        if model is None:
            continue
        at = known.setdefault(model.requirements, len(laid))
        if at == len(laid):
            laid.append((model, _sound(model.requirements, world.catalogue)))
        layout = layout_of(team, world, laid[at][1])
        if sum(layout.sizes):
            groups.setdefault((at, layout), []).append(team)
    if not teams:
        yield (draft, NO_TEAM), ()
    commonest = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[1]))
    for (at, layout), group in commonest[:MOST_SIZES]:
        yield (laid[at][0], layout), tuple(group)


def _scarce(requirement: Requirement, world: World, teams: Sequence[int]) -> Iterator[Issue]:
    """Say where the base has (or may have) not even enough people for one team."""
    targets = [target_in(requirement, team, world) for team in teams]
    need = max((int(each.lo or 0) for each in targets), default=int(requirement.lo or 0))
    sizes = [len(world.member_seats(team, requirement.scope)) for team in teams]
    for each in reach(requirement, need, max(sizes, default=1), world):
        if each.need > each.sure:
            severity: Severity = "warning" if each.need > each.possible else "note"
            yield Issue(requirement.id, _scarce_text(requirement, each), severity)


def _scarce_text(requirement: Requirement, found: Reach) -> str:
    doubt = f"，另有 {found.possible - found.sure} 人待核" if found.possible > found.sure else ""
    have = f"只有 {found.sure} 人{doubt}" if found.sure else f"没有一人{doubt}"
    return (
        f"要求“{requirement.label}”：全库在职干部中符合“{found.what}”的{have}，"
        f"而一个班子就要 {found.need} 人"
    )


def _meanings(catalogue: Catalogue) -> Mapping[str, Meaning]:
    found = ((each.label, catalogue.meaning(each.label)) for each in catalogue.elements)
    return {label: meaning for label, meaning in found if meaning is not None}


def _flags(catalogue: Catalogue) -> Mapping[str, Condition]:
    return {
        each.label: each.definition.condition
        for each in catalogue.elements
        if isinstance(each.definition, When)
    }
