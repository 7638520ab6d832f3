"""Sensitive elements in a portrait or a requirement sheet: what acts, and by which legal basis.

Sex, ethnicity, party, health, faith, marriage and family, and home act on a person's score or
eligibility only where the condition cites the legal basis that demands it. Whatever is built from
them, by however long a chain, counts like them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leadership_model.conditions.tree import Condition
from leadership_model.elements.catalogue import Catalogue
from leadership_model.elements.sensitive import chain, chains_in, explain
from leadership_model.structure.model import Portrait, Weight

_ARTICLE = r"第[〇零一二三四五六七八九十百千\d]+条"
LAW = re.compile(
    rf"《[^《》]+》[^《》；;。]{{0,15}}{_ARTICLE}"
    rf"|(?:法|条例|章程|规定|办法|准则|细则){_ARTICLE}"
    r"|《[^《》]+》[^《》；;。]{0,6}(?:关于[^《》；;。]+的(?:规定|要求)|第[^《》；;。]{1,4}章)"
    r"|《[^《》]+》[（(][^（）()]*[〔\[]\d{4}[〕\]]\d+号[）)]"
)
EXAMPLE = "如《民族区域自治法》第十七条"


@dataclass(frozen=True, slots=True)
class Acting:
    """One condition of a portrait in which sensitive elements act.

    `where`: 资格 1 or the label of a 权重; `names` as they stand there, `chains` down to their
    roots; `basis` the legal basis cited; `refusal` the sentence that refuses it, empty where it
    may act.
    """

    where: str
    names: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    basis: str
    refusal: str

    @property
    def shown(self) -> str:
        """Give the line that is shown wherever it acts."""
        named = "、".join(self.names)
        return f"{self.where}使用敏感要素 {named}，依据：{self.basis or '未写明'}"


def acting(portrait: Portrait, catalogue: Catalogue) -> tuple[Acting, ...]:
    """List the conditions of a portrait in which sensitive elements act, in their order."""
    return tuple(_acting(portrait, catalogue))


def acting_in_sheet(
    condition: Condition, basis: str | None, catalogue: Catalogue
) -> tuple[Acting, ...]:
    """Do the same for the requirement sheet of a post, with the basis recorded beside it."""
    return tuple(_of_condition("岗位要求", condition, basis or "", catalogue, basis or ""))


def refusal(condition: Condition, basis: str, catalogue: Catalogue) -> str:
    """Say why a condition about one person is refused; empty when it is not."""
    chains = chains_in(condition, catalogue)
    if not chains or cites_law(basis):
        return ""
    return f"用到敏感要素{explain(chains)}，必须写明法规依据（{EXAMPLE}）"


def cites_law(basis: str | None) -> bool:
    """Say whether a basis cites a law or regulation: the one rule of editors, checks and imports.

    Recognised: a title in 《》, or a name that ends in 法, 条例 …, with an article; a title with
    its chapter, with 关于…的规定, or with the number of the document （…〔2019〕13号）. A title or
    an article alone can be looked up by nobody; a note such as 通用权重，待核实 is no basis.
    """
    return bool(LAW.search(basis or ""))


def refusal_of_grade(element: str, catalogue: Catalogue) -> str:
    """Say why a number cannot be graded: a sensitive one never is, with whatever basis."""
    found = chain(element, catalogue)
    if not found:
        return ""
    return f"要素{explain((found,))}属敏感信息，不能按程度计分"


def _acting(portrait: Portrait, catalogue: Catalogue) -> Iterator[Acting]:
    for number, (condition, term) in enumerate(portrait.qualified(), start=1):
        where, shown = f"资格 {number} ", term.basis or portrait.basis
        yield from _of_condition(where, condition, term.basis, catalogue, shown)
    for weight in portrait.weights:
        yield from _of_weight(weight, portrait.basis, catalogue)


def _of_weight(weight: Weight, basis: str, catalogue: Catalogue) -> Iterator[Acting]:
    where = f"权重“{weight.label}”"
    if weight.condition is not None:
        shown = weight.basis or basis
        yield from _of_condition(where, weight.condition, weight.basis, catalogue, shown)
    if weight.element is not None and (found := chain(weight.element, catalogue)):
        refused = refusal_of_grade(weight.element, catalogue)
        yield Acting(where, (weight.element,), (found,), weight.basis or basis, refused)


def _of_condition(
    where: str, condition: Condition, basis: str, catalogue: Catalogue, shown: str
) -> Iterator[Acting]:
    """Judge by the condition's own basis; where it has none, that of the portrait is shown."""
    chains = chains_in(condition, catalogue)
    if chains:
        names = tuple(each[0] for each in chains)
        yield Acting(where, names, chains, shown, refusal(condition, basis, catalogue))
