"""规则核查 of one team on paper: what is found, who may depart from it and on what ground."""

from collections.abc import Iterator, Sequence

from leadership_model.assessment.comparing import is_reminder
from leadership_model.assessment.flags import Flag
from leadership_model.assessment.world import World
from leadership_model.papers.flow import Block, FlowCell, FlowColumn, Words, table
from leadership_model.papers.report_seen import Material, person
from leadership_model.rules import exceptions
from leadership_model.rules.book import RuleBook
from leadership_model.rules.rule import (
    RESULT_WORDS,
    SEVERITY_WORDS,
    WAIVER_WORDS,
    RuleResult,
    Severity,
)

TONES = {"forbid": "red", "warn": "yellow", "note": ""}
UNCONFIRMED = "标注“待核实”的规则与标准尚未经本部门确认"
COLUMNS = (
    FlowColumn("规则", 19, "left"),
    FlowColumn("程度", 6),
    FlowColumn("涉及", 13, "left"),
    FlowColumn("情况", 27, "left"),
    FlowColumn("例外", 18, "left"),
)

GROUPED = (
    FlowColumn("规则", 26, "left"),
    FlowColumn("程度", 6),
    FlowColumn("项数", 6),
    FlowColumn("涉及（明细见“规则核查清单”）", 45, "left"),
)


def checked(seen: Material, number: str) -> Iterator[Block]:
    """Give the part on rules: first what is found, then by rule of whom it cannot be said."""
    yield Words("h1", f"{number}、规则核查")
    results = seen.assessment.rules
    listed = [each for each in results if each.result == "fail"]
    failed = [each for each in listed if not is_reminder(each)]
    open_ = [each for each in results if each.result == "unknown"]
    grave = sum(each.severity == "forbid" for each in failed)
    text = f"核查出{len(failed)}项" if failed else "没有核查出问题"
    text += f"，其中禁止性规定{grave}项" if grave else ""
    coming = len(listed) - len(failed)
    text += f"；到期提示{coming}项" if coming else ""
    text += f"；另有{len(open_)}项因资料缺失或须人工确认而待核" if open_ else ""
    yield Words("body", f"{text}。")
    if listed and seen.large:
        yield table(GROUPED, list(_grouped(seen.world, listed)))
    elif listed:
        yield table(COLUMNS, [line(seen.world, each) for each in listed])
    if open_:
        yield Words("caption", "待核事项")
        columns = (FlowColumn("规则", 30, "left"), FlowColumn("涉及", 45, "left"))
        yield table(columns, list(_open(seen.world, open_)))


def _grouped(world: World, results: Sequence[RuleResult]) -> Iterator[tuple[str | FlowCell, ...]]:
    """Put the results of one rule and degree on one line."""
    groups: dict[tuple[str, Severity], list[str]] = {}
    for each in results:
        told = groups.setdefault((each.rule, each.severity), [])
        told.append("、".join(person(world, who) for who in each.people) or about(world, each))
    for (rule, severity), told in groups.items():
        degree = FlowCell(SEVERITY_WORDS[severity], TONES[severity])
        yield title_of(world, rule), degree, str(len(told)), "、".join(dict.fromkeys(told))


def line(world: World, result: RuleResult) -> tuple[str | FlowCell, ...]:
    """Write one result: 规则, 程度, 涉及, 情况, 例外."""
    return (
        title_of(world, result.rule),
        FlowCell(SEVERITY_WORDS[result.severity], TONES[result.severity]),
        about(world, result),
        result.evidence or result.have,
        exception_text(world, result),
    )


def title_of(world: World, rule: str) -> str:
    """Name a rule with its number and whether the department has confirmed it."""
    found = world.book.at(world.as_of).get(rule)
    if found is None:
        return rule
    return f"{rule} {found.title}" + ("" if found.confirmed else "（待核实）")


def answer_of(result: RuleResult) -> str:
    """Say what a rule says; what is only running or coming (probation, an end near) is no fault."""
    if result.result == "fail" and is_reminder(result):
        return "到期提示"
    return RESULT_WORDS[result.result]


def about(world: World, result: RuleResult) -> str:
    """Name the people a result is about, else the post, else the team."""
    names = "、".join(person(world, each) for each in result.people)
    post = world.snapshot.posts.raw("name")[result.post] if result.post >= 0 else ""
    return "\n".join(filter(None, (names, post or ""))) or "班子整体"


def exception_text(world: World, result: RuleResult) -> str:
    """Write what allows a departure: reason, approver or reply, date; else who could allow one."""
    if result.result != "fail":
        return ""
    given = exceptions.of_result(world.snapshot, world.as_of, result)
    if given is None:
        return "" if is_reminder(result) else f"无（{WAIVER_WORDS[result.waiver]}）"
    return exceptions.words(given)


def granted(world: World, results: Sequence[RuleResult]) -> tuple[str, ...]:
    """Give a line for each result an exception is on record for: rule, whom it is about, why."""
    return tuple(
        f"{title_of(world, each.rule)} {about(world, each)}：{each.exception}".replace("\n", " ")
        for each in results
        if each.result != "pass" and each.exception
    )


def editions(world: World, results: Sequence[RuleResult], raised: Sequence[Flag] = ()) -> str:
    """Name the editions of the rules that are listed, and which nobody has confirmed."""
    named = dict.fromkeys((*(each.rule for each in results), *(each.rule for each in raised)))
    book = world.book.at(world.as_of)
    rules = tuple(book[id] for id in named if id in book)
    return RuleBook(rules).editions() if rules else ""


def _open(world: World, results: Sequence[RuleResult]) -> Iterator[tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for each in results:
        who = about(world, each).replace("\n", " ")
        groups.setdefault(each.rule, []).append(who)
    for rule, told in groups.items():
        yield title_of(world, rule), "；".join(dict.fromkeys(told))
