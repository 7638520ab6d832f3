"""The results of the rules for one team as rows. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadership_model.assessment.reach import in_office
from leadership_model.assessment.team import rule_results
from leadership_model.people.seating import VACANT
from leadership_model.rules import appointment
from leadership_model.rules.rule import SEVERITY_WORDS, WAIVER_WORDS, Rule, RuleResult
from ui import names
from ui.navigation import MatchPost, Request, ShowPeople
from ui.pages.assessment.work import View, short_post
from ui.tables.cell import Cell
from ui.tables.columns import Column

ANSWERS = {"fail": "不通过", "unknown": "待核", "pass": "通过"}
MARKS = {"fail": "red", "unknown": "unknown", "pass": "green"}
SEVERITY_TONES = {"forbid": "red", "warn": "yellow", "note": "soft"}
ORDER = {"fail": 0, "unknown": 1, "pass": 2}
SEVERITY_ORDER = {"forbid": 0, "warn": 1, "note": 2}
CHECKLIST = "供研判参考；标注“待核实”的规则尚未经本部门确认"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One result with its rule and the names of those it is about."""

    result: RuleResult
    rule: Rule | None
    people: str
    post: str

    @property
    def title(self) -> str:
        """The rule's title."""
        return self.result.rule if self.rule is None else self.rule.title

    @property
    def source(self) -> str:
        """Source, edition and article."""
        if self.rule is None:
            return ""
        return f"{self.rule.source}（{self.rule.edition}）{self.rule.article}"

    @property
    def verdict(self) -> str:
        """The mark: a failure that is only a warning or a note is yellow, not red."""
        if self.result.result == "fail" and self.result.severity != "forbid":
            return "yellow"
        return MARKS[self.result.result]


def rows(seen: View, *, everything: bool) -> tuple[RuleRow, ...]:
    """List what fails or is open, the gravest first; with `everything` also what passes."""
    results: Sequence[RuleResult] = seen.assessment.rules
    if everything:
        results = rule_results(seen.world, (seen.team,), full=True)
    book, snapshot = seen.world.book.at(seen.world.as_of), seen.world.snapshot
    found = [
        RuleRow(
            each,
            book.get(each.rule),
            "、".join(names.person_name(snapshot, person) for person in each.people),
            short_post(names.post_name(snapshot, each.post)) if each.post >= 0 else "",
        )
        for each in results
    ]
    return tuple(sorted(found, key=_gravity))


def _gravity(row: RuleRow) -> tuple[int, int, str, str]:
    result = row.result
    return ORDER[result.result], SEVERITY_ORDER[result.severity], result.rule, row.people


def summary(found: Sequence[RuleRow]) -> str:
    """Count the answers, failures by severity."""
    failed = [each.result.severity for each in found if each.result.result == "fail"]
    parts = [
        f"{word} {failed.count(severity)}"
        for severity, word in SEVERITY_WORDS.items()
        if severity in failed
    ]
    doubts = sum(each.result.result == "unknown" for each in found)
    parts += [f"待核 {doubts}"] if doubts else []
    return " · ".join(parts) if parts else "没有未通过或待核的规则"


def behind(seen: View, row: RuleRow) -> Request:
    """Lead to the people of a result, to candidates for an empty seat, else to the whole team."""
    people, post = row.result.people, row.result.post
    if not people and post >= 0 and int(seen.world.seating.holder[post]) == VACANT:
        return MatchPost(seen.world.post_ids[post])
    why = f"{row.result.rule} {row.title}：{row.result.have}"
    if len(people) == 1:
        return seen.person(people[0])
    if not people:
        return seen.show(seen.members(), f"{row.title} · 未涉及具体人员，列出全部成员", why)
    return seen.show(people, f"{row.title} · {len(people)} 人", why)


def asks_people(row: RuleRow) -> bool:
    """Say whether it can be asked who would pass a rule: it is one of appointments to a post."""
    return row.result.post >= 0 and row.result.rule in appointment.MEANINGS


def who_passes(seen: View, row: RuleRow) -> Request | None:
    """Lead to everybody in office who passes a rule for its post; None where it asks no person."""
    world, post = seen.world, row.result.post
    if post < 0:
        return None
    people = np.flatnonzero(in_office(world)).astype(np.int32)
    found = appointment.passing(
        world.book, world.seating, row.result.rule, people, post, world.as_of
    )
    if found is None:
        return None
    ids = tuple(world.person_ids[at] for at in people[found.sure].tolist())
    doubtful = int(found.unknown.sum())
    title = f"{row.result.rule} {row.title}：任{row.post}可通过 {len(ids):,} 人"
    aside = f"，另有 {doubtful:,} 人待核" if doubtful else ""
    return ShowPeople(ids, title, f"只看规则 {row.result.rule} {row.title}，岗位 {row.post}{aside}")


def key(row: RuleRow) -> str:
    """Give what tells a result from the others."""
    result = row.result
    return f"{result.rule} {result.post} {result.people} {result.field}"


def lines(row: RuleRow) -> tuple[tuple[str, str], ...]:
    """Write everything about one result, as pairs of a word and a sentence."""
    result = row.result
    waiver = WAIVER_WORDS[result.waiver]
    found = [
        ("规则", f"{result.rule} {row.title}"),
        ("依据", row.source),
        ("结论", f"{ANSWERS[result.result]}（{SEVERITY_WORDS[result.severity]}，{waiver}）"),
        ("人员", " ".join(filter(None, (row.people, row.post))) or "班子整体"),
        ("现状", result.have),
        ("要求", result.need),
        ("说明", result.evidence),
    ]
    if result.exception:
        found.append(("例外", result.exception))
    if result.month is not None:
        found.append(("符合时间", f"{names.month(result.month)}（仅随时间推移即可符合）"))
    if row.rule is not None and not row.rule.confirmed:
        found.append(("待核实", "本规则的条文或数值尚未经本部门确认"))
    elif row.rule is not None:
        found.append(("已确认", f"{row.rule.confirmed_by} {row.rule.confirmed_on}"))
    return tuple((word, text) for word, text in found if text)


def columns() -> tuple[Column, ...]:
    """The table's columns."""
    return (
        Column(id="result", title="结果", width=78, cell=_result, keys=_order, fixed=True),
        Column(id="rule", title="规则", width=180, cell=_title, tip=_source, search=True),
        Column(id="severity", title="处理", width=56, cell=_severity),
        Column(id="people", title="人员", width=124, cell=_people, tip=_people_tip, search=True),
        Column(id="have", title="现状", width=150, cell=_have, tip=_evidence, stretch=True),
        Column(id="need", title="要求", width=130, cell=_need, tip=_need),
        Column(id="month", title="何时符合", width=72, cell=_month, keys=_months),
        Column(id="waiver", title="例外", width=88, cell=_waiver, tip=_waiver_tip),
        Column(id="confirmed", title="核实", width=66, cell=_confirmed),
        Column(id="article", title="条款", width=104, cell=_article, tip=_source),
        Column(id="evidence", title="说明", width=240, cell=_evidence, tip=_evidence, shown=False),
    )


def _result(row: RuleRow) -> Cell:
    kind = row.verdict
    return Cell(text=ANSWERS[row.result.result], mark=kind, tone=kind)


def _order(found: Sequence[RuleRow]) -> list[int]:
    return [ORDER[r.result.result] * 10 + SEVERITY_ORDER[r.result.severity] for r in found]


def _title(row: RuleRow) -> Cell:
    return Cell(text=row.result.rule, tail=row.title)


def _source(row: RuleRow) -> str:
    return f"{row.result.rule} {row.title}\n{row.source}"


def _severity(row: RuleRow) -> Cell:
    severity = row.result.severity
    return Cell(chip=SEVERITY_WORDS[severity], chip_tone=SEVERITY_TONES[severity])


def _people(row: RuleRow) -> Cell:
    return Cell(text=row.people or "班子整体", tail=row.post, link=bool(row.people))


def _people_tip(row: RuleRow) -> str:
    return f"{row.people or '班子整体'} {row.post}".strip()


def _have(row: RuleRow) -> str:
    return row.result.have


def _need(row: RuleRow) -> str:
    return row.result.need


def _month(row: RuleRow) -> str:
    return "" if row.result.month is None else names.month(row.result.month)


def _months(found: Sequence[RuleRow]) -> list[int]:
    return [-1 if each.result.month is None else each.result.month for each in found]


def _article(row: RuleRow) -> str:
    return "" if row.rule is None else row.rule.article


def _waiver(row: RuleRow) -> Cell:
    if row.result.exception:
        return Cell(chip="已例外", chip_tone="green")
    return Cell(text=WAIVER_WORDS[row.result.waiver])


def _waiver_tip(row: RuleRow) -> str:
    return row.result.exception or WAIVER_WORDS[row.result.waiver]


def _confirmed(row: RuleRow) -> Cell:
    if row.rule is not None and row.rule.confirmed:
        return Cell(text="已确认", tone="text2")
    return Cell(chip="待核实", chip_tone="yellow")


def _evidence(row: RuleRow) -> str:
    return row.result.evidence
