"""The rules as rows, one rule's setting as typed, and what it would change. No Qt here."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.assessment.rule_effect import RuleEffect, effect
from leadership_model.assessment.world import World
from leadership_model.errors import UserError
from leadership_model.rules.book import RuleBook, shipped, with_settings
from leadership_model.rules.parameters import check_setting, effective_text, parameters_of
from leadership_model.rules.rule import SEVERITY_WORDS, WAIVER_WORDS, Rule, RuleResult
from ui import names
from ui.jobs import Control
from ui.loading import Engine
from ui.pages.assessment.places import short_name
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from leadership_model.store.nouns import RuleSetting

TONES = {"forbid": "red", "warn": "yellow", "note": "soft"}
FAMILIES = "NQKSAMRPTXGWD"  # letters of rules in the order they are listed
ANSWERS = {"fail": "不通过", "unknown": "待核"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form."""

    active: bool
    severity: str
    values: Mapping[str, str]
    start: str = ""
    confirmed_by: str = ""
    confirmed_on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One result that comes or goes."""

    result: RuleResult
    comes: bool
    team: str
    people: str


def rules_of(book: RuleBook, kind: str) -> list[Rule]:
    """List the rules: all, those nobody has confirmed, those set otherwise, those switched off."""
    original = shipped()
    found = sorted((book[id] for id in book), key=_place)
    match kind:
        case "open":
            return [each for each in found if not each.confirmed]
        case "own":
            return [each for each in found if _differs(each, original[each.id])]
        case "off":
            return [each for each in found if not each.on]
        case _:
            return found


def _place(rule: Rule) -> tuple[int, int]:
    at, number = FAMILIES.find(rule.id[0]), rule.id[1:]
    return at if at >= 0 else len(FAMILIES), int(number) if number.isdecimal() else 0


def _differs(rule: Rule, original: Rule) -> bool:
    return (rule.on, rule.severity, dict(rule.parameters)) != (
        original.on,
        original.severity,
        dict(original.parameters),
    )


def settings_of(engine: Engine, _control: Control) -> tuple["RuleSetting", ...]:
    """Read the settings of the database."""
    from leadership_model.store import load

    return load.rule_settings(engine)


def typed_of(rule: Rule, setting: "RuleSetting | None") -> Typed:
    """Fill the form from the rule as it holds."""
    start = None if setting is None else setting.start
    return Typed(
        active=rule.on,
        severity=rule.severity,
        values={name: f"{value:g}" for name, value in rule.parameters.items()},
        start="" if start is None else months.show_iso(start),
        confirmed_by=rule.confirmed_by,
        confirmed_on=rule.confirmed_on,
        note="" if setting is None else setting.note or "",
    )


def setting_of(rule: Rule, typed: Typed) -> "RuleSetting":
    """Read the form; UserError with a sentence when something in it is wrong."""
    from leadership_model.store.nouns import RuleSetting

    values = {}
    for each in parameters_of(rule):
        text = typed.values.get(each.name, "").strip()
        if not text.lstrip("-").isdecimal():
            raise UserError(f"“{each.words}”应填整数，不能是“{text}”")
        values[each.name] = float(text)
    start = months.parse(typed.start.strip()) if typed.start.strip() else None
    if typed.start.strip() and start is None:
        raise UserError(f"生效月份应写成 2026-11 的样子，不能是“{typed.start.strip()}”")
    by, on = typed.confirmed_by.strip() or None, typed.confirmed_on.strip() or None
    check_setting(rule, typed.severity, values, by, on)
    whole = {name: int(value) for name, value in values.items()}
    return RuleSetting(
        id=rule.id,
        active=typed.active,
        severity=typed.severity,
        parameters=json.dumps(whole, ensure_ascii=False, sort_keys=True),
        confirmed_by=by,
        confirmed_on=on,
        start=start,
        note=typed.note.strip() or None,
    )


def book_with(settings: Sequence["RuleSetting"], setting: "RuleSetting") -> RuleBook:
    """Give the book as it would be with one setting."""
    others = [each for each in settings if each.id != setting.id]
    return with_settings([*others, setting])


def effect_of(
    world: World, settings: Sequence["RuleSetting"], setting: "RuleSetting", _control: Control
) -> tuple[RuleEffect, tuple[EffectRow, ...]]:
    """Work out which results would come and go."""
    found = effect(world, book_with(settings, setting))
    rows = [_effect_row(world, each, comes=True) for each in found.come]
    rows += [_effect_row(world, each, comes=False) for each in found.go]
    return found, tuple(rows)


def effect_words(found: RuleEffect) -> str:
    """Say in one line what changes."""
    if not found.come and not found.go:
        return "没有变化：现有班子的核查结果都和现在一样。"
    return f"新增 {len(found.come)} 条、消除 {len(found.go)} 条，涉及 {len(found.teams)} 个班子。"


def _effect_row(world: World, result: RuleResult, *, comes: bool) -> EffectRow:
    snapshot = world.snapshot
    people = "、".join(names.person_name(snapshot, each) for each in result.people)
    return EffectRow(result, comes, short_name(snapshot, result.team), people)


def basis(rule: Rule) -> str:
    """Name source, edition, article and the time the version holds."""
    return f"{rule.source}（{rule.edition}）{rule.article} · {effective_text(rule)}"


def rule_columns() -> tuple[Column, ...]:
    """The columns of the rules."""
    return (
        Column(id="id", title="编号", width=60, cell=_id, fixed=True, search=True),
        Column(
            id="title", title="规则", width=190, cell=_title, tip=basis, search=True, stretch=True
        ),
        Column(id="severity", title="处理", width=60, cell=_severity),
        Column(id="values", title="参数", width=120, cell=_values, tip=_values),
        Column(id="waiver", title="例外", width=90, cell=_waiver, shown=False),
        Column(id="confirmed", title="核对", width=84, cell=_confirmed, tip=_confirmed_tip),
    )


def effect_columns() -> tuple[Column, ...]:
    """The columns of what changes."""
    return (
        Column(id="change", title="变化", width=104, cell=_change, fixed=True),
        Column(id="team", title="班子", width=120, cell=_team, tip=_team, stretch=True),
        Column(id="people", title="人员", width=80, cell=_people, tip=_people),
        Column(id="have", title="现状", width=116, cell=_have, tip=_evidence),
    )


def _id(rule: Rule) -> Cell:
    return Cell(text=rule.id, bold=True, faint=not rule.on)


def _title(rule: Rule) -> Cell:
    return Cell(text=rule.title, tail="" if rule.on else "已停用", faint=not rule.on)


def _severity(rule: Rule) -> Cell:
    return Cell(chip=SEVERITY_WORDS[rule.severity], chip_tone=TONES[rule.severity])


def _values(rule: Rule) -> str:
    return "、".join(
        f"{each.words} {rule.parameters[each.name]:g}{each.unit}"
        if not each.is_switch
        else f"{each.words}：{'是' if rule.parameters[each.name] else '否'}"
        for each in parameters_of(rule)
    )


def _waiver(rule: Rule) -> str:
    return WAIVER_WORDS[rule.waiver]


def _confirmed(rule: Rule) -> Cell:
    if rule.confirmed:
        return Cell(text=rule.confirmed_by, tail=rule.confirmed_on)
    return Cell(chip="待核实", chip_tone="yellow")


def _confirmed_tip(rule: Rule) -> str:
    if rule.confirmed:
        return f"{rule.confirmed_by} 于 {rule.confirmed_on} 核对"
    return "本规则的条文或数值尚未经本部门确认"


def _change(row: EffectRow) -> Cell:
    answer = ANSWERS.get(row.result.result, "")
    if row.comes:
        return Cell(text="新增", tail=answer, tone="red")
    return Cell(text="消除", tail=answer, tone="green")


def _team(row: EffectRow) -> str:
    return row.team


def _people(row: EffectRow) -> str:
    return row.people or "班子整体"


def _have(row: EffectRow) -> str:
    return row.result.have


def _evidence(row: EffectRow) -> str:
    return row.result.evidence
