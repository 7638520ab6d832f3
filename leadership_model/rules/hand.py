"""What people answered to rules no data decides: K1, K2, K4, K7, Q7, Q8 and others.

A rule without an answer bars nobody and passes nobody: it stands in the check list. An answer
counts from the month it speaks of; 待核 leaves the rule unknown.
"""

from collections.abc import Mapping
from typing import Literal

import numpy as np

from leadership_model import months
from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.rule_notes import RuleCheck
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools, Ints
from leadership_model.rules.pairs import Pairs, Verdicts, Words
from leadership_model.rules.qualification import county
from leadership_model.rules.rule import Rule

Told = Literal["open", "good", "bad", "doubt"]  # no answer, passes, fails, 待核
TOLD: tuple[Told, ...] = ("open", "good", "bad", "doubt")
OPEN, GOOD, BAD, DOUBT = range(len(TOLD))
Codes = np.ndarray[tuple[int], np.dtype[np.int8]]


def of_person(pairs: Pairs, rule: Rule) -> Verdicts:
    """K1, K2, K4, K7, Q8: asked of whoever is promoted."""
    return judged(pairs, rule, pairs.above)


def of_promotion(pairs: Pairs, rule: Rule) -> Verdicts:
    """Q7: asked of promotions to 县处级 and above."""
    return judged(pairs, rule, pairs.above & county(pairs))


def judged(
    pairs: Pairs,
    rule: Rule,
    applies: Tri,
    candidate: Bools | None = None,
    hints: Mapping[int, str] | None = None,
) -> Verdicts:
    """Judge by answers; `candidate` marks pairs the records throw doubt on, unknown until answered.

    `hints`: what the records say, by person.
    """
    rows = rows_for(pairs, rule.id)
    told = told_of(pairs.snapshot, rule, rows)
    doubt = told == DOUBT
    if candidate is not None:
        doubt |= candidate & (told == OPEN)
    bad = told == BAD
    ok = Tri(~applies.possible | ~(bad | doubt), ~applies.sure | ~bad)
    asked = applies.possible & ((told != OPEN) | doubt)
    hinted = hints or {}

    def words(i: int) -> Words:
        row, hint = int(rows[i]), hinted.get(int(pairs.people[i]), "")
        if row < 0:
            return hint or "未核查", need_of(rule), f"{hint or '尚未人工核查'}，待核。"
        have = describe(pairs.snapshot, row)
        return have, need_of(rule), f"{rule.question}{have}。"

    return Verdicts(ok, asked, np.full(len(pairs), UNKNOWN, np.int32), words)


def need_of(rule: Rule) -> str:
    """Say what answer the rule asks for."""
    return f"人工核查为“{rule.good}”"


def told_of(snapshot: Snapshot, rule: Rule, rows: Ints) -> Codes:
    """Say of each row (-1: none) what its answer means for the rule, as a place in TOLD."""
    found = np.zeros(len(rows), dtype=np.int8)
    answers = snapshot["rule_check"].raw("answer")
    answered = np.flatnonzero(rows >= 0)
    for row in np.unique(rows[answered]).tolist():
        found[answered[rows[answered] == row]] = TOLD.index(_meaning(rule, answers[row]))
    return found


def _meaning(rule: Rule, answer: str | None) -> Told:
    if answer not in ("是", "否"):
        return "doubt"
    return "good" if answer == rule.good else "bad"


def rows_for(pairs: Pairs, rule: str, scope: Ints | None = None) -> Ints:
    """Find for each pair the row of the latest answer that counts for it, -1 where there is none.

    An answer about a seat counts for that seat, or for all seats of the same `scope` (a number
    for each post; UNKNOWN stands alone).
    """
    found = np.full(len(pairs), -1, dtype=np.int32)
    said = answers_of(pairs.snapshot, rule)
    if not said or not len(pairs):
        return found
    here = np.flatnonzero(np.isin(pairs.people, list(said)))
    order = here[np.argsort(pairs.people[here], kind="stable")]
    people, first = np.unique(pairs.people[order], return_index=True)
    for person, part in zip(people.tolist(), np.split(order, first[1:]), strict=False):
        for row, post, month in said[person]:
            fits = pairs.months[part] >= month
            if post >= 0:
                same = pairs.posts[part] == post
                if scope is not None and scope[post] >= 0:
                    same = same | (scope[pairs.posts[part]] == scope[post])
                fits &= same
            found[part[fits]] = row
    return found


def answers_of(snapshot: Snapshot, rule: str) -> dict[int, list[tuple[int, int, int]]]:
    """Give the answers to a rule by person: (row, post or -1, month), the latest last."""
    return snapshot.remember(("rules answers", rule), lambda: _answers(snapshot, rule))


def _answers(snapshot: Snapshot, rule: str) -> dict[int, list[tuple[int, int, int]]]:
    table = snapshot["rule_check"]
    person, post, month = (table.ints(name) for name in ("person", "post", "month"))
    rows = np.flatnonzero(table.texts("rule").mask(rule) & (person >= 0))
    at, ids = table.raw("entered_at"), table.ids
    order = sorted(rows.tolist(), key=lambda i: (int(month[i]), at[i] or "", ids[i]))
    found: dict[int, list[tuple[int, int, int]]] = {}
    lost = table.raw("post")
    for row in order:
        if lost[row] is not None and post[row] < 0:
            continue  # about a seat that is no more
        found.setdefault(int(person[row]), []).append((row, int(post[row]), int(month[row])))
    return found


def settled_by_hand(
    pairs: Pairs, rule: Rule, verdicts: Verdicts, scope: Ints | None = None
) -> Verdicts:
    """Let an answer decide where the records leave a rule unknown; what they say stands."""
    rows = rows_for(pairs, rule.id, scope)
    told, open_ = told_of(pairs.snapshot, rule, rows), verdicts.ok.unknown
    good, bad = open_ & (told == GOOD), open_ & (told == BAD)
    ok = Tri(verdicts.ok.sure | good, verdicts.ok.possible & ~bad)

    def words(i: int) -> Words:
        have, need, text = verdicts.words(i)
        if not open_[i] or rows[i] < 0:
            return have, need, text
        said = describe(pairs.snapshot, int(rows[i]))
        return said, need, f"{rule.question}{said}。"

    return Verdicts(ok, verdicts.asked, verdicts.month, words)


def describe(snapshot: Snapshot, row: int) -> str:
    """Write one answer: what, by whom, when, and the note."""
    return text_of(snapshot["rule_check"].record(row))


def text_of(check: RuleCheck) -> str:
    """Write an answer: 是（王某 2026-11-20）：说明."""
    when = (check.entered_at or "")[:10] or (
        months.show_iso(check.month) if check.month is not None else ""
    )
    signed = " ".join(part for part in (check.entered_by, when) if part)
    note = f"：{check.note.rstrip('。')}" if check.note else ""
    return f"{check.answer or '待核'}（{signed or '未署名'}）{note}"
