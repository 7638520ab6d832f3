"""Requirements, models and portraits as JSON-able objects and back.

Bounds are numbers or shares written "1/3"; months are "2026-01"; a condition is the object of
`conditions.codec`, or a sentence where a `condition` reader that takes sentences is handed in (the
files in `data/` are read so). Keys that hold their default are left out when written.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, cast, get_args

from leadership_model.conditions import codec
from leadership_model.errors import UserError
from leadership_model.structure.measures import measure_from, measure_to_json
from leadership_model.structure.model import (
    OF_QUALIFICATIONS,
    OF_WEIGHTS,
    Adjustment,
    Model,
    Portrait,
    Term,
    Weight,
)
from leadership_model.structure.reading import Fields, Reader
from leadership_model.structure.requirement import Requirement, Role, Scope
from leadership_model.structure.writing import Writer, bound, filled_in, month, plain


def requirement_to_json(
    requirement: Requirement, condition: Writer = codec.to_json
) -> dict[str, Any]:
    """Write a requirement."""
    scope = requirement.scope
    found = {
        "id": requirement.id,
        "dimension": requirement.dimension,
        "label": requirement.label,
        **measure_to_json(requirement.measure, condition),
        "role": None if scope.role == "全部" else scope.role,
        "function": scope.function,
        "lo": bound(requirement.lo),
        "hi": bound(requirement.hi),
        "lo_per": bound(requirement.lo_per or None),
        "hi_per": bound(requirement.hi_per or None),
        "ideal_lo": bound(requirement.ideal_lo),
        "ideal_hi": bound(requirement.ideal_hi),
        "tolerance": None if requirement.tolerance is None else plain(requirement.tolerance),
        "points": plain(requirement.points),
        "veto": requirement.veto or None,
        "effective": month(requirement.effective),
        "basis": requirement.basis or None,
        "why": requirement.why or None,
    }
    return filled_in(found)


def requirement_from_json(
    found: object, condition: Reader = codec.from_json, where: str = "要求"
) -> Requirement:
    """Read a requirement; UserError names the place and the key that is wrong."""
    return _requirement(_fields(found, where), condition)


def model_to_json(model: Model, condition: Writer = codec.to_json) -> dict[str, Any]:
    """Write a model."""
    base = model.sub_category is None and model.team is None
    lines = base or model.own_lines
    found = {
        "id": model.id,
        "category": model.category,
        "label": model.label,
        "version": model.version,
        "sub_category": model.sub_category,
        "team": model.team,
        "place": model.place,
        "effective": month(model.effective or None),
        "red": plain(model.red) if lines else None,
        "green": plain(model.green) if lines else None,
        "removed": sorted(model.removed) or None,
        "requirements": [requirement_to_json(each, condition) for each in model.requirements],
        "portraits": [portrait_to_json(each, condition) for each in model.portraits] or None,
        "adjusted": [
            {"requirement": each.requirement, "by": bound(each.by)} for each in model.adjusted
        ]
        or None,
        "seen": [requirement_to_json(each, condition) for each in model.seen] or None,
        "seen_portraits": [portrait_to_json(each, condition) for each in model.seen_portraits]
        or None,
    }
    return filled_in(found)


def model_from_json(
    found: object, condition: Reader = codec.from_json, where: str = "模型"
) -> Model:
    """Read a model; UserError names the place and the key that is wrong."""
    fields = _fields(found, where)
    sub_category, team = fields.optional("sub_category"), fields.optional("team")
    difference = sub_category is not None or team is not None
    own_lines = fields.has("red") or fields.has("green")
    try:
        model = Model(
            id=fields.text("id"),
            category=fields.text("category"),
            label=fields.text("label"),
            version=fields.whole("version", 1),
            sub_category=sub_category,
            team=team,
            place=fields.optional("place"),
            effective=fields.month("effective") or 0,
            red=fields.number("red", 60.0),
            green=fields.number("green", 85.0),
            own_lines=difference and own_lines,
            removed=frozenset(fields.texts("removed")),
            requirements=tuple(
                _requirement(each, condition) for each in fields.objects("requirements")
            ),
            portraits=_portraits(fields, "portraits", condition),
            adjusted=tuple(_adjustment(each) for each in fields.objects("adjusted")),
            seen=tuple(_requirement(each, condition) for each in fields.objects("seen")),
            seen_portraits=_portraits(fields, "seen_portraits", condition),
        )
    except ValueError as error:
        raise UserError(f"{fields.where}：{error}") from error
    fields.finish()
    return model


def portrait_to_json(portrait: Portrait, condition: Writer = codec.to_json) -> dict[str, Any]:
    """Write a portrait."""
    found = {
        "id": portrait.id,
        "label": portrait.label,
        "category": portrait.category,
        "place": portrait.place,
        "role": portrait.role,
        "post_kind": portrait.post_kind,
        "post": portrait.post,
        "key": portrait.key or None,
        "basis": portrait.basis or None,
        "qualifications": [condition(each) for each in portrait.qualifications] or None,
        "terms": [_term_to_json(each) for each in portrait.terms] or None,
        "weights": [_weight_to_json(each, condition) for each in portrait.weights],
    }
    return filled_in(found)


def portrait_from_json(
    found: object, condition: Reader = codec.from_json, where: str = "画像"
) -> Portrait:
    """Read a portrait; UserError names the place and the key that is wrong."""
    return _portrait(_fields(found, where), condition)


def _requirement(fields: Fields, condition: Reader) -> Requirement:
    try:
        requirement = Requirement(
            id=fields.text("id"),
            dimension=fields.text("dimension"),
            label=fields.text("label"),
            measure=measure_from(fields, condition),
            scope=Scope(_role(fields), fields.optional("function")),
            lo=fields.bound("lo"),
            hi=fields.bound("hi"),
            lo_per=fields.bound("lo_per") or Fraction(0),
            hi_per=fields.bound("hi_per") or Fraction(0),
            ideal_lo=fields.bound("ideal_lo"),
            ideal_hi=fields.bound("ideal_hi"),
            tolerance=fields.number("tolerance") if fields.has("tolerance") else None,
            points=fields.number("points", 0.0),
            veto=fields.flag("veto"),
            effective=fields.month("effective"),
            basis=fields.text("basis", ""),
            why=fields.text("why", ""),
        )
    except ValueError as error:
        raise UserError(f"{fields.where}：{error}") from error
    fields.finish()
    return requirement


def _portrait(fields: Fields, condition: Reader) -> Portrait:
    portrait = Portrait(
        id=fields.text("id"),
        label=fields.text("label"),
        category=fields.text("category"),
        place=fields.optional("place"),
        role=fields.optional("role"),
        post_kind=fields.optional("post_kind"),
        post=fields.optional("post"),
        key=fields.flag("key"),
        qualifications=fields.conditions("qualifications", condition),
        terms=tuple(_term(each) for each in fields.objects("terms")),
        weights=tuple(_weight(each, condition) for each in fields.objects("weights")),
        basis=fields.text("basis", ""),
    )
    fields.finish()
    return portrait


def _weight(fields: Fields, condition: Reader) -> Weight:
    if fields.has("condition") == fields.has("element"):
        raise fields.fault("condition", "权重要么写 condition，要么写 element，二者必居其一")
    graded = fields.has("element")
    weight = Weight(
        label=fields.text("label"),
        points=fields.number("points"),
        condition=None if graded else fields.condition("condition", condition),
        element=fields.optional("element"),
        start=fields.number("start") if graded else 0.0,
        full=fields.number("full") if graded else 0.0,
        basis=fields.text("basis", ""),
        heading=fields.text("heading", OF_WEIGHTS),
    )
    if graded and weight.start == weight.full:
        raise fields.fault("full", "不能与 start 相同，否则无法按比例计分")
    fields.finish()
    return weight


def _weight_to_json(weight: Weight, condition: Writer) -> dict[str, Any]:
    graded = weight.element is not None
    found = {
        "label": weight.label,
        "points": plain(weight.points),
        "condition": None if weight.condition is None else condition(weight.condition),
        "element": weight.element,
        "start": plain(weight.start) if graded else None,
        "full": plain(weight.full) if graded else None,
        "basis": weight.basis or None,
        "heading": None if weight.heading == OF_WEIGHTS else weight.heading,
    }
    return filled_in(found)


def _portraits(fields: Fields, key: str, condition: Reader) -> tuple[Portrait, ...]:
    return tuple(_portrait(each, condition) for each in fields.objects(key))


def _adjustment(fields: Fields) -> Adjustment:
    made = Adjustment(fields.text("requirement"), fields.bound("by") or Fraction(0))
    fields.finish()
    return made


def _term(fields: Fields) -> Term:
    made = Term(fields.text("heading", OF_QUALIFICATIONS), fields.text("basis", ""))
    fields.finish()
    return made


def _term_to_json(term: Term) -> dict[str, str]:
    found = {"heading": term.heading, "basis": term.basis or None}
    return filled_in(found)


def _role(fields: Fields) -> Role:
    role = fields.text("role", "全部")
    if role not in get_args(Role):
        raise fields.fault("role", f"只能是 {'、'.join(get_args(Role))}，不能是“{role}”")
    return cast(Role, role)


def _fields(found: object, where: str) -> Fields:
    if not isinstance(found, Mapping):
        raise UserError(f"{where}应当是一组键和值")
    name = found.get("id")
    return Fields(found, f"{where}“{name}”" if name else where)
