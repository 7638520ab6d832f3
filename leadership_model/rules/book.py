"""The book of all rules: as shipped, with the settings of the database laid over, at a month."""

import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Protocol, cast

from leadership_model import months, seed
from leadership_model.errors import UserError
from leadership_model.rules.rule import SEVERITY_WORDS, Rule, Severity

NOTHING_LEFT = "规则“{id}”的设置无法读取：{reason}，请在规则设置中改正"


class Setting(Protocol):
    """What a department set about one rule, as the store keeps it. None = as shipped."""

    @property
    def id(self) -> str:
        """Id of the rule."""

    @property
    def active(self) -> bool | None:
        """Whether it is asked."""

    @property
    def severity(self) -> str | None:
        """How a failure is treated."""

    @property
    def parameters(self) -> str:
        """Numbers as a JSON object; those not named stay as shipped."""

    @property
    def confirmed_by(self) -> str | None:
        """Who confirmed the rule."""

    @property
    def confirmed_on(self) -> str | None:
        """When."""

    @property
    def start(self) -> int | None:
        """Month from which the setting holds; None = always."""


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook(Mapping[str, Rule]):
    """Rules by id, in the order of their files. One id may have several versions in time.

    As a mapping the last version of each answers; `at` gives the book of one month. Two books are
    equal only when they are the same one.
    """

    rules: tuple[Rule, ...]
    _months: dict[int, "RuleBook"] = field(default_factory=dict, init=False, repr=False)
    _by_id: Mapping[str, Rule] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", MappingProxyType({r.id: r for r in self.rules}))

    def __getitem__(self, rule: str) -> Rule:
        return self._by_id[rule]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other

    def at(self, month: int) -> "RuleBook":
        """Give the rules that are switched on and in effect at a month; the same book each time."""
        if month not in self._months:
            now = (r for r in self.rules if r.effective_from <= month < r.effective_to and r.on)
            self._months[month] = RuleBook(tuple({r.id: r for r in now}.values()))
        return self._months[month]

    def editions(self) -> str:
        """List the sources and editions in use, and what is unconfirmed: the foot of outputs."""
        used = dict.fromkeys(f"{r.source}（{r.edition}）" for r in self.rules if r.on)
        open_ids = [r.id for r in self.rules if r.on and not r.confirmed]
        text = "规则依据：" + "；".join(used) + "。"
        if open_ids:
            text += f"以下规则尚未经本部门确认，为待核实：{'、'.join(dict.fromkeys(open_ids))}。"
        return text


@functools.cache
def shipped() -> RuleBook:
    """Give the rules of `data/rules`, none of them confirmed."""
    return RuleBook(
        tuple(_rule(item) for name in seed.names("rules") for item in seed.read(name)["rule"])
    )


def with_settings(rows: Iterable[Setting], book: RuleBook | None = None) -> RuleBook:
    """Lay the settings of a database over a book (the shipped one); unknown ids are passed over.

    Raises UserError with a sentence when a setting cannot be read.
    """
    rules = list((book or shipped()).rules)
    for row in sorted(rows, key=lambda each: each.start or 0):
        at = next((i for i in reversed(range(len(rules))) if rules[i].id == row.id), None)
        if at is None:
            continue
        old, new = rules[at], _changed(rules[at], row)
        if row.start is not None and row.start > old.effective_from:
            rules[at] = replace(old, effective_to=row.start)
            rules.insert(at + 1, replace(new, effective_from=row.start))
        else:
            rules[at] = new
    return RuleBook(tuple(rules))


def _changed(rule: Rule, row: Setting) -> Rule:
    """Give a rule as one setting makes it."""
    if row.severity is not None and row.severity not in SEVERITY_WORDS:
        raise UserError(NOTHING_LEFT.format(id=row.id, reason=f"没有“{row.severity}”这种程度"))
    return replace(
        rule,
        on=rule.on if row.active is None else bool(row.active),
        severity=rule.severity if row.severity is None else cast(Severity, row.severity),
        parameters=MappingProxyType({**rule.parameters, **_numbers(row)}),
        confirmed_by=row.confirmed_by or rule.confirmed_by,
        confirmed_on=row.confirmed_on or rule.confirmed_on,
    )


def _numbers(row: Setting) -> dict[str, float]:
    """Read the parameters of a setting."""
    try:
        found = json.loads(row.parameters or "{}")
    except json.JSONDecodeError as error:
        raise UserError(NOTHING_LEFT.format(id=row.id, reason="参数不是有效的 JSON")) from error
    if not isinstance(found, dict) or any(type(v) not in (int, float) for v in found.values()):
        raise UserError(NOTHING_LEFT.format(id=row.id, reason="参数必须是数值"))
    return found


def _rule(item: Mapping[str, Any]) -> Rule:
    """Make a rule of its entry in a file."""
    return Rule(
        id=item["id"],
        title=item["title"],
        article=item["article"],
        source=item["source"],
        edition=item["edition"],
        severity=item["severity"],
        waiver=item["waiver"],
        confirmed_by=item.get("confirmed_by", ""),
        confirmed_on=item.get("confirmed_on", ""),
        effective_from=months.parse(item.get("effective_from", "")) or 0,
        effective_to=months.parse(item.get("effective_to", "")) or 1 << 20,
        parameters=MappingProxyType(dict(item.get("parameters", {}))),
        on=item.get("on", True),
        question=item.get("question", ""),
        good=item.get("good", "否"),
        by_hand=item.get("by_hand", False),
    )
