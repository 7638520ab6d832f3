"""What an imported text does beyond the elements: its models once published, its rule settings."""

from dataclasses import replace
from typing import TYPE_CHECKING

from leadership_model.exchange.text_plan import Line
from ui import names
from ui.pages.elements.element_effect import EffectRow

if TYPE_CHECKING:
    from leadership_model.assessment.rule_effect import RuleEffect
    from leadership_model.assessment.world import World
    from leadership_model.rules.rule import RuleResult
    from ui.loading import Engine


def world_after(world: "World", written: tuple[Line, ...]) -> "World":
    """Lay portraits and models of a text over a world; models as if they were published."""
    from leadership_model.assessment.trial import with_drafts

    changed = {line.after.id: line.after for line in written if line.kind == "portrait"}
    kept = tuple(changed.pop(each.id, each) for each in world.portraits)
    drafts = [line.after for line in written if line.kind == "model"]
    models = with_drafts(world.models, drafts, world.as_of)
    portraits = (*kept, *changed.values())
    return replace(world, portraits=portraits, models=models, _fixed={}, _cache={})


def rules_after(engine: "Engine", world: "World", written: tuple[Line, ...]) -> "RuleEffect | None":
    """Ask the rules as the settings of a text make them; None where it holds none."""
    from leadership_model.assessment.rule_effect import effect
    from leadership_model.rules.book import with_settings
    from leadership_model.store import load
    from leadership_model.store.texts import setting_of

    fresh = {line.after.id: setting_of(line.after) for line in written if line.kind == "rule"}
    if not fresh:
        return None
    kept = [each for each in load.rule_settings(engine) if each.id not in fresh]
    return effect(world, with_settings((*kept, *fresh.values())))


def rule_rows(found: "RuleEffect | None", world: "World") -> tuple[EffectRow, ...]:
    """Put it into rows, one a rule: results that come and go, with the people or teams."""
    if found is None:
        return ()
    ids, teams = world.person_ids, world.snapshot.teams.ids
    made = []
    for rule in sorted({each.rule for each in (*found.come, *found.go)}):
        come, go = (tuple(r for r in side if r.rule == rule) for side in (found.come, found.go))
        people = dict.fromkeys(at for each in (*come, *go) for at in each.people if at < len(ids))
        held = dict.fromkeys(each.team for each in (*come, *go) if each.team >= 0)
        words = f"预警增 {len(come)} 条、减 {len(go)} 条{_mostly(come or go, world)}"
        title = f"{rule} {world.book[rule].title if rule in world.book else ''}".strip()
        made.append(
            EffectRow(
                "规则",
                title,
                words,
                people=tuple(ids[at] for at in people),
                teams=() if people else tuple(teams[at] for at in held),
            )
        )
    return tuple(made)


def _mostly(results: "tuple[RuleResult, ...]", world: "World") -> str:
    first = next((each.team for each in results if each.team >= 0), -1)
    return "" if first < 0 else f"，如{names.team_name(world.snapshot, first)}"
