"""The twelve kinds of requirement as keyed objects and back."""

from typing import Any, assert_never, get_args

from leadership_model.structure.reading import Fields, Reader
from leadership_model.structure.requirement import (
    Apart,
    Average,
    Carried,
    Concentration,
    Count,
    Cover,
    Distinct,
    Every,
    Extent,
    Filled,
    Ladder,
    Measure,
    Rung,
    Share,
)
from leadership_model.structure.writing import Writer, filled_in, plain

KINDS = tuple(kind.__name__.lower() for kind in get_args(Measure))


def measure_from(fields: Fields, condition: Reader) -> Measure:
    """Read the kind of a requirement and the keys that go with it."""
    match fields.text("kind"):
        case "count":
            return Count(fields.condition("condition", condition))
        case "share":
            return Share(fields.condition("condition", condition))
        case "average":
            return Average(fields.text("element"))
        case "extent":
            return Extent(fields.text("element"))
        case "ladder":
            rungs = tuple(_rung(each) for each in fields.objects("rungs"))
            return Ladder(fields.text("element"), rungs)
        case "cover":
            each = fields.whole("each", 1)
            return Cover(fields.text("element"), fields.texts("values"), each)
        case "distinct":
            return Distinct(fields.text("element"))
        case "concentration":
            return Concentration(fields.text("element"))
        case "every":
            return Every(fields.condition("condition", condition))
        case "apart":
            return Apart(fields.texts("elements"))
        case "filled":
            return Filled()
        case "carried":
            return Carried(fields.texts("functions"))
    raise fields.fault("kind", f"没有这种要求，可用：{'、'.join(KINDS)}")


def measure_to_json(measure: Measure, condition: Writer) -> dict[str, Any]:
    """Write the kind of a requirement and the keys that go with it."""
    kind: dict[str, Any] = {"kind": type(measure).__name__.lower()}
    match measure:
        case Count(asked) | Share(asked) | Every(asked):
            return kind | {"condition": condition(asked)}
        case Average(element) | Extent(element) | Distinct(element) | Concentration(element):
            return kind | {"element": element}
        case Ladder(element, rungs):
            return kind | {"element": element, "rungs": [_rung_to_json(each) for each in rungs]}
        case Cover(element, values, each):
            return kind | {"element": element, "values": list(values), "each": each}
        case Apart(elements):
            return kind | {"elements": list(elements)}
        case Filled():
            return kind
        case Carried(functions):
            return kind | {"functions": list(functions)}
        case _:
            assert_never(measure)


def _rung(fields: Fields) -> Rung:
    rung = Rung(
        fields.number("low") if fields.has("low") else None,
        fields.number("high") if fields.has("high") else None,
        fields.whole("at_least", 0),
        fields.whole("at_most") if fields.has("at_most") else None,
    )
    fields.finish()
    return rung


def _rung_to_json(rung: Rung) -> dict[str, Any]:
    low, high = (None if end is None else plain(end) for end in (rung.low, rung.high))
    found = {"low": low, "high": high, "at_least": rung.at_least, "at_most": rung.at_most}
    return filled_in(found)
