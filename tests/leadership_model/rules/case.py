"""One hand-worked case of a rule, and the short words tables of them use."""

from collections.abc import Callable
from dataclasses import dataclass

from leadership_model.people.rule_notes import RuleCheck
from leadership_model.rules.book import with_settings
from tests.leadership_model.rules.county import M, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_state import found

NOW = "2026-11"
LOCAL = with_settings(
    [
        Setting(
            "R2", active=True, parameters='{"section_head_years": 56, "section_deputy_years": 55}'
        )
    ]
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what it is, the month asked about, what is expected, and the article."""

    rule: str
    what: str
    month: str
    expected: str
    article: str
    scene: Callable[[], str]

    @property
    def id(self) -> str:
        """Name it: rule, what, month."""
        return f"{self.rule} {self.what} {self.month}"


def said(one):
    return one.result if one is not None else ""


def worst(results):
    return next((each for each in ("fail", "unknown", "pass") if each in results), "")


def of_holder(rule, who, month, *records, since="2022-03", post="dep1", **more):
    """What a rule on present seats says of a holder."""
    seats = [who, sit(post, "p1", since), *records]
    return worst([each.result for each in found(rule, *seats, as_of=M(month), **more)])


def answer(rule, said_, month=NOW, post=None):
    row = RuleCheck(id="rc", rule=rule, person="p1", post=post, answer=said_, month=M(month))
    return [row] if said_ else []
