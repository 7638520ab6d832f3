"""A text read back into definitions, every fault as one sentence: file, line, what, what to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from leadership_model import months
from leadership_model.conditions import codec as trees
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.elements import codec
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.element import Element, ExperienceFilter
from leadership_model.elements.soundness import faults as faults_of
from leadership_model.elements.soundness import filter_faults
from leadership_model.errors import UserError
from leadership_model.exchange import text_form
from leadership_model.exchange.text_form import Item
from leadership_model.exchange.texts import Content, RuleText, key_of
from leadership_model.people import codes
from leadership_model.people.own_codes import OwnCode, fault_in
from leadership_model.rules.book import RuleBook
from leadership_model.rules.parameters import check_setting
from leadership_model.structure.check import check as check_model
from leadership_model.structure.check_portraits import check_portrait
from leadership_model.structure.codec import model_from_json, portrait_from_json
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.reading import Fields

T = TypeVar("T")


@dataclass(slots=True)
class Reading:
    """What was read, under which catalogue it is understood, and what is wrong with the file."""

    content: Content
    catalogue: Catalogue
    faults: list[str] = field(default_factory=list)


def read(text: str, name: str, catalogue: Catalogue, book: RuleBook) -> Reading:
    """Read the text of a file over a catalogue; faults are listed, not raised.

    Nothing of a file with faults may be taken over.
    """
    reading = Reading(Content(), catalogue)
    try:
        items = text_form.read(text, name)
    except UserError as error:
        reading.faults.append(error.sentence)
        return reading
    filters = _filters(items.get("filter", ()), reading)
    elements = _elements(items.get("element", ()), reading)
    own = _each(items.get("code", ()), reading, _code)
    reader = _reader(reading.catalogue)
    found = Content(
        filters=filters,
        elements=elements,
        codes=_codes(own, items.get("code", ()), reading),
        models=_each(items.get("model", ()), reading, lambda each: _model(each, reader, reading)),
        portraits=_each(
            items.get("portrait", ()), reading, lambda each: _portrait(each, reader, reading)
        ),
        rules=_each(items.get("rule", ()), reading, lambda each: _rule(each, book)),
    )
    reading.content = found.sorted()
    _distinct(reading)
    return reading


def _each(items: tuple[Item, ...], reading: Reading, make: Callable[[Item], T]) -> tuple[T, ...]:
    made = []
    for item in items:
        try:
            made.append(make(item))
        except UserError as error:
            reading.faults.append(error.sentence)
    return tuple(made)


def _filters(items: tuple[Item, ...], reading: Reading) -> tuple[ExperienceFilter, ...]:
    def make(item: Item) -> ExperienceFilter:
        found = codec.filter_from(item.body, reading.catalogue, item.where)
        for text in filter_faults(found, reading.catalogue):
            raise UserError(f"{item.where}：{text}")
        return found

    made = _each(items, reading, make)
    for found in made:
        reading.catalogue = reading.catalogue.with_filter(found)
    return made


def _elements(items: tuple[Item, ...], reading: Reading) -> tuple[Element, ...]:
    """Read elements that may name one another: heads first, then definitions, then soundness."""
    base = reading.catalogue
    heads = _each(items, reading, lambda item: codec.head(item.body, item.where))
    if len(heads) < len(items):
        return ()
    try:
        # A head gives values of its kind only: it stands for its element until that is read.
        names = _over(base, heads)
    except UserError as error:
        reading.faults.append(f"{items[0].where}起：{error.sentence}")
        return ()
    pairs = dict(zip([item.where for item in items], heads, strict=True))
    made = _each(
        items,
        reading,
        lambda item: replace(
            pairs[item.where],
            definition=codec.definition(item.body, pairs[item.where], item.where, names),
        ),
    )
    if len(made) < len(items):
        return ()
    try:
        grown = _over(base, made)
    except UserError as error:
        reading.faults.append(f"{items[0].where}起：{error.sentence}")
        return ()
    for item, element in zip(items, made, strict=True):
        reading.faults += [f"{item.where}：{text}" for text in faults_of(element, grown)]
    reading.catalogue = grown
    return made


def _over(catalogue: Catalogue, elements: tuple[Element, ...]) -> Catalogue:
    """Lay elements over a catalogue at once, so that they may name one another."""
    own = {each.id: each for each in elements}
    kept = [own.pop(each.id, each) for each in catalogue.elements]
    return Catalogue((*kept, *own.values()), catalogue.filters)


def _reader(catalogue: Catalogue) -> Callable[[object], Condition]:
    def read_condition(found: object) -> Condition:
        if isinstance(found, str):
            return parse(found, catalogue)
        return trees.from_json(found)

    return read_condition


def _model(item: Item, reader: Callable[[object], Condition], reading: Reading) -> Model:
    model = model_from_json(item.body, reader, f"{item.where}：模型")
    for issue in check_model(model, reading.catalogue):
        if issue.severity == "error":
            raise UserError(f"{item.where}：{issue.text}")
    return model


def _portrait(item: Item, reader: Callable[[object], Condition], reading: Reading) -> Portrait:
    portrait = portrait_from_json(item.body, reader, f"{item.where}：画像")
    for issue in check_portrait(portrait, reading.catalogue):
        raise UserError(f"{item.where}：{issue.text}")
    return portrait


def _code(item: Item) -> OwnCode:
    keys = Fields(item.body, f"{item.where}：代码")
    found = OwnCode(
        id=keys.text("id"),
        list=keys.text("list"),
        name=keys.text("name"),
        code=keys.optional("code"),
        like=keys.optional("like"),
        also=keys.optional("also"),
        order=keys.whole("order", 0),
        retired=keys.flag("retired"),
    )
    keys.finish()
    return found


def _codes(
    own: tuple[OwnCode, ...], items: tuple[Item, ...], reading: Reading
) -> tuple[OwnCode, ...]:
    """Check entries against what is shipped and against one another."""
    places = {str(item.body.get("id")): item.where for item in items}
    for entry in own:
        try:
            shipped = codes.shipped(entry.list)
        except FileNotFoundError:
            shipped = ()  # a list that holds own entries alone
        for text in fault_in(entry, shipped, own).values():
            reading.faults.append(f"{places[entry.id]}：代码“{entry.name}”：{text.rstrip('。')}")
    return own


def _rule(item: Item, book: RuleBook) -> RuleText:
    keys = Fields(item.body, f"{item.where}：规则“{item.body.get('id', '?')}”")
    id = keys.text("id")
    given = keys.found.get("parameters", {})
    keys.used.add("parameters")
    if not isinstance(given, Mapping) or any(
        isinstance(value, bool) or not isinstance(value, int | float) for value in given.values()
    ):
        raise keys.fault("parameters", "应当是名称和数字，如 { months = 24 }")
    start = keys.optional("start")
    found = RuleText(
        id=id,
        active=keys.flag("active") if keys.has("active") else None,
        severity=keys.optional("severity"),
        parameters=tuple(sorted((str(name), value) for name, value in given.items())),
        confirmed_by=keys.optional("confirmed_by"),
        confirmed_on=keys.optional("confirmed_on"),
        start=None if start is None else months.parse(start),
        note=keys.optional("note"),
    )
    keys.finish()
    if start is not None and found.start is None:
        raise keys.fault("start", f"“{start}”不是年月，请写成 2026-01 的样子")
    if id not in book:
        raise UserError(f"{item.where}：没有编号为“{id}”的规则，请删去这一条")
    try:
        check_setting(book[id], found.severity, dict(given), found.confirmed_by, found.confirmed_on)
    except UserError as error:
        raise UserError(f"{item.where}：规则“{id}”：{error.sentence}") from error
    return found


def _distinct(reading: Reading) -> None:
    for kind in text_form.KINDS:
        keys = [key_of(each) for each in reading.content.of(kind)]
        for key in dict.fromkeys(keys):
            if keys.count(key) > 1:
                reading.faults.append(
                    f"{kind}“{key}”在文件里出现了 {keys.count(key)} 次，请只留一个"
                )
