"""Readable texts on screen: what is written, what a file would change, and its effect. No Qt."""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from leadership_model.exchange import text_form, texts
from leadership_model.exchange.text_plan import Line, Plan, plan
from leadership_model.exchange.text_reading import read
from ui.pages.elements.library_work import questions
from ui.pages.elements.text_effect import rules_after, world_after

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.rule_effect import RuleEffect
    from leadership_model.assessment.world import World
    from leadership_model.matching.effect import Effect
    from ui.jobs import Control
    from ui.loading import Engine


@dataclass(frozen=True, slots=True)
class TextPreview:
    """A file, what it would change, what that does, and the world it leads to.

    Its models are taken as if they were published; `rules`: what its rule settings change.
    """

    name: str
    plan: Plan
    effect: "Effect"
    after: "World"
    rules: "RuleEffect | None" = None


def counts(engine: "Engine", control: "Control") -> dict[tuple[str, bool], int]:
    """Count what can be written: by kind, all of it and what is the department's own."""
    from leadership_model.store.texts import content

    found: dict[tuple[str, bool], int] = {}
    for own in (False, True):
        control.check()
        held = content(engine, own=own)
        found |= {(kind, own): len(held.of(kind)) for kind in text_form.KINDS}
    return found


def export(
    engine: "Engine", path: Path, kinds: tuple[str, ...], own: bool, control: "Control"
) -> int:
    """Write some kinds to a file; give how many things it holds."""
    from leadership_model.store.texts import content

    control.check()
    found = content(engine, own=own).only(kinds)
    path.write_text(texts.write(found, path.suffix.lower()), encoding="utf-8", newline="\n")
    return sum(len(found.of(kind)) for kind in kinds)


def preview(
    engine: "Engine",
    world: "World",
    path: Path,
    survey: "tuple[Assessment, ...] | None",
    control: "Control",
) -> TextPreview:
    """Read a file and work out what it would change; for a job."""
    from leadership_model.assessment.replaced import with_catalogue
    from leadership_model.matching.effect import Effect, effect
    from leadership_model.rules.book import shipped
    from leadership_model.store.texts import content
    from leadership_model.structure.breakage import broken
    from leadership_model.structure.sheet import sheets_in

    reading = read(text_form.of_file(path), path.name, world.catalogue, shipped())
    control.check()
    made = plan(reading, content(engine), world.snapshot.teams.ids)
    nothing = Effect((), (), (), ())
    if made.faults:
        return TextPreview(path.name, made, nothing, world)
    asked = questions(world, engine)
    sheets = sheets_in(world.snapshot, world.catalogue)
    lost = broken(world.catalogue, reading.catalogue, world.models, world.portraits, asked, sheets)
    if lost:
        return TextPreview(path.name, replace(made, faults=lost), nothing, world)
    after = world_after(with_catalogue(world, reading.catalogue), made.written())
    queries = [(title, condition) for kind, title, _, condition in asked if kind == "查询"]
    found = effect(world, after, queries, survey, control.check)
    control.check()
    rules = rules_after(engine, world, made.written())
    return TextPreview(path.name, made, found, after, rules)


def beside(line: Line) -> list[tuple[str, str, bool]]:
    """Give the text of a thing as it is and as it is to be: left, right, whether they differ.

    Lines that are the same stand beside each other; where one side has none it is empty.
    """
    left, right = (_lines(line.kind, each) for each in (line.before, line.after))
    found: list[tuple[str, str, bool]] = []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for what, begin, end, first, last in matcher.get_opcodes():
        both = zip_longest(left[begin:end], right[first:last], fillvalue="")
        found += [(one, other, what != "equal") for one, other in both]
    return found


def _lines(kind: str, thing: object) -> list[str]:
    """Write one thing as the lines of a file, without the head of the file."""
    if thing is None:
        return []
    head = texts.write(texts.Content()).splitlines()
    written = texts.write(texts.Content(**{f"{kind}s": (thing,)}))  # type: ignore[arg-type]
    lines = written.splitlines()[len(head) :]
    return lines[1:] if lines and not lines[0] else lines
