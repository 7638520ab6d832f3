"""Appointment rules asked of person, post and month: as a vector, and with reasons for one pair."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from leadership_model.conditions.tri import Tri, constant
from leadership_model.people.seating import Seating
from leadership_model.people.table import Ints
from leadership_model.rules import (
    exception,
    exceptional,
    exceptions,
    family,
    hand,
    home,
    motion,
    qualification,
    recusal,
    sanction,
    seat,
    section,
    terms,
)
from leadership_model.rules.book import RuleBook
from leadership_model.rules.pairs import Meaning, Pairs, Verdicts, pair
from leadership_model.rules.results import noted, pair_result
from leadership_model.rules.rule import Answer, Rule, RuleResult

# What each rule means, in the order results are given. Promotion rules first, then those asked
# of the seat as it would be.
QUALIFICATIONS: Mapping[str, Meaning] = MappingProxyType(
    {
        "Q1": qualification.work_years,
        "Q2": qualification.grassroots,
        "Q3": exception.two_posts,
        "Q4": qualification.deputy_years,
        "Q5": qualification.lower_head_years,
        "Q6": exception.schooling,
        "Q7": hand.of_promotion,
        "Q8": hand.of_person,
        "Q9": qualification.party_age,
        "Q10": exception.step_by_step,
        "Q11": exception.limits,
        "Q12": exceptional.of_exceptional,
        "Q13": exceptional.reported,
        "Q14": section.section_years,
    }
)
MEANINGS: Mapping[str, Meaning] = MappingProxyType(
    {
        **QUALIFICATIONS,
        "K1": hand.of_person,
        "K2": hand.of_person,
        "K3": sanction.appraised,
        "K4": hand.of_person,
        "K5": family.emigration,
        "K6": sanction.not_under_measure,
        "K7": hand.of_person,
        "S1": sanction.no_promotion,
        "S2": sanction.no_promotion,
        "S3": sanction.no_promotion,
        "S4": sanction.no_promotion,
        "S5": sanction.no_promotion,
        "S6": sanction.no_promotion,
        "N1": seat.within_quota,
        "N3": motion.vacancy,
        "A1": recusal.no_relatives,
        "A2": recusal.no_relatives,
        "A3": recusal.no_relatives,
        "A4": family.business,
        "A5": home.not_in_county,
        "A6": home.not_in_city,
        "A7": home.not_in_township,
        "T3": terms.two_terms,
        "T4": terms.years_at_level,
        "M1": seat.of_the_nationality,
        "R1": seat.not_retired,
        "R2": seat.in_office_age,
    }
)


def eligible(book: RuleBook, seating: Seating, people: Ints, posts: Ints, month: int) -> Tri:
    """Say which pairs pass every 禁止 rule: paired arrays of equal length, positions.

    The seat's present holder is gone and the seats the person gives up are left.
    """
    now = book.at(month)
    people, posts = np.broadcast_arrays(np.asarray(people), np.asarray(posts))
    whole = pair(now, seating, people.astype(np.int32), posts.astype(np.int32), month)
    answer = constant(len(whole), True)
    for rule in _asked(now):
        if rule.severity == "forbid":
            answer = answer & MEANINGS[rule.id](whole, rule).ok
    return answer


def passing(
    book: RuleBook, seating: Seating, rule_id: str, people: Ints, post: int, month: int
) -> Tri | None:
    """Say who of these people (positions) passes one rule for a post, whatever the others say.

    None when the rule is not asked of appointments, or is switched off.
    """
    now = book.at(month)
    rule = next((each for each in _asked(now) if each.id == rule_id), None)
    if rule is None:
        return None
    posts = np.full(len(people), post, dtype=np.int32)
    return MEANINGS[rule.id](pair(now, seating, people, posts, month), rule).ok


def explain(
    book: RuleBook, seating: Seating, person: int, post: int, month: int
) -> tuple[RuleResult, ...]:
    """Give every rule's result for one pair, passes included; rules not asked are left out."""
    one, place = np.array([person], dtype=np.int32), np.array([post], dtype=np.int32)
    return explain_pairs(book, seating, one, place, month)[0]


def explain_pairs(
    book: RuleBook, seating: Seating, people: Ints, posts: Ints, month: int, *, full: bool = True
) -> tuple[tuple[RuleResult, ...], ...]:
    """Give for each of some pairs (arrays of equal length) what `explain` gives for it alone.

    Only fail and unknown unless `full`: results that pass are not even written.
    """
    now = book.at(month)
    whole = pair(now, seating, people, posts, month)
    said = [(rule, MEANINGS[rule.id](whole, rule)) for rule in _asked(now)]
    return tuple(
        exceptions.laid(
            seating.snapshot,
            month,
            (
                each
                for rule, told in said
                if told.asked[at] and (full or rule.id == "R1" or told.ok.at(at) is not True)
                for each in (result(whole, rule, told, at),)
                if full or each.result != "pass"
            ),
        )
        for at in range(len(whole))
    )


def result(pairs: Pairs, rule: Rule, verdicts: Verdicts, i: int) -> RuleResult:
    """Make the result of one rule for one of the pairs."""
    if rule.id == "R1":
        return retirement_result(pairs, rule, i)
    passed, month = verdicts.ok.at(i), int(verdicts.month[i])
    answer: Answer = "pass" if passed else "unknown" if passed is None else "fail"
    cured = month if month > pairs.months[i] else None
    return pair_result(pairs, rule, answer, i, verdicts.words(i), cured)


def retirement_result(pairs: Pairs, rule: Rule, i: int) -> RuleResult:
    """Make the result of R1: reached fails as the rule says, soon due (m < month <= m + k) as note.

    Where only "soon" is in doubt the severity is note as well, so that nobody is barred by it.
    """
    due = seat.due_months(pairs.snapshot, rule)
    person, at = int(pairs.people[i]), int(pairs.months[i])
    low, high = int(due.low[person]), int(due.high[person])
    near = at + int(rule.parameters["near_months"])
    answer: Answer = "unknown"
    if low > near:
        answer = "pass"
    elif at >= high or (low > at and high <= near):
        answer = "fail"
    words = seat.words_due_of(pairs.snapshot, person, (low, high), at)
    one = rule if at >= low else noted(rule)
    return pair_result(pairs, one, answer, i, words, low if low == high else None)


def _asked(book: RuleBook) -> tuple[Rule, ...]:
    """Give the appointment rules of a book in the order of their meanings."""
    return tuple(book[rule] for rule in MEANINGS if rule in book)
