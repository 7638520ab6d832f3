"""What an import offers to change of one person, in parts that are taken or left as one.

A part is a field with what follows from it (出生年月 with its day and year), or a collection with
the text it was read from (简历 and 履历). A part somebody verified, or edited here since the last
import, is asked about, kept or taken as the rules of its source say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from leadership_model.exchange.merge import Change, Rows
from leadership_model.exchange.photos import Picture
from leadership_model.exchange.source_rules import ASK, KEEP, SourceRule
from leadership_model.people import verified
from leadership_model.people.snapshot import Snapshot

TOPICS = {
    "resume": "career_entry",
    "reward_text": "reward",
    "rewards_complete": "reward",
    "sanction": "reward",
    "appraisal_text": "appraisal",
    "birth_date": "birth",
    "birth_year": "birth",
    "party": "party_text",
    "other_parties": "party_text",
    "party_joined": "party_text",
    "level_since": "level",
    "grade_since": "grade",
}
PERSON, PHOTO = "person", "photo"
# What each of the facts 三龄两历 makes certain.
FACTS = {
    verified.BIRTH: "birth",
    verified.WORK: "work_start",
    verified.PARTY: "party_text",
    verified.EDUCATION: "education",
    verified.CAREER: "career_entry",
}
VERIFIED, EDITED, FILLED = "已核实", "本库改过", "库中已有值"
NO_TOPICS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One part of what a source says otherwise. `taken` None: the user has to say.

    `doubt` is why it is not simply taken: VERIFIED, EDITED, FILLED, or empty.
    """

    topic: str
    changes: tuple[Change, ...] = ()
    rows: tuple[Rows, ...] = ()
    photo: Picture | None = None
    doubt: str = ""
    taken: bool | None = True


@dataclass(frozen=True, slots=True)
class Guard:
    """What is not overwritten without asking: topics by person, and the rules by source kind."""

    verified: Mapping[str, frozenset[str]] = field(default_factory=dict)
    edited: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rules: Mapping[str, SourceRule] = field(default_factory=dict)

    def doubt(self, person: str, offer: Offer) -> str:
        """Say why a part of somebody is not simply taken; empty when it is."""
        if offer.topic in self.verified.get(person, NO_TOPICS):
            return VERIFIED
        if offer.topic in self.edited.get(person, NO_TOPICS):
            return EDITED
        return FILLED if any(_filled(each) for each in offer.changes) else ""


def guard(
    snapshot: Snapshot,
    edited: Mapping[str, frozenset[str]],
    rules: Mapping[str, SourceRule],
) -> Guard:
    """Gather what is verified; `edited` are topics edited since the last import, by person."""
    table = snapshot["verification"]
    sure: dict[str, frozenset[str]] = {}
    for each in table.records():
        if each.verified and each.fact in FACTS:
            sure[each.person] = sure.get(each.person, NO_TOPICS) | {FACTS[each.fact]}
    return Guard(sure, edited, rules)


def topic_of(name: str) -> str:
    """Give the part a field or a collection belongs to."""
    return TOPICS.get(name, name)


def parted(
    changes: Sequence[Change], rows: Sequence[Rows], photo: Picture | None
) -> tuple[Offer, ...]:
    """Part what differs; fields first, in their order."""
    topics = dict.fromkeys(topic_of(each.field) for each in changes)
    return tuple(
        Offer(
            topic=topic,
            changes=tuple(each for each in changes if topic_of(each.field) == topic),
            rows=tuple(each for each in rows if topic_of(each.table) == topic),
            photo=photo if topic == PHOTO else None,
        )
        for topic in topics
    )


def weighed(offers: Sequence[Offer], person: str, known: Guard, kind: str) -> tuple[Offer, ...]:
    """Say of each part whether the rules of its source take it, keep what is there, or ask."""
    rule = known.rules.get(kind, SourceRule())
    made: list[Offer] = []
    for offer in offers:
        doubt = known.doubt(person, offer)
        said = {VERIFIED: rule.verified, EDITED: rule.edited, FILLED: rule.filled}.get(doubt)
        if doubt == FILLED and said != KEEP:
            doubt = ""
        taken = None if said == ASK else said != KEEP
        made.append(replace(offer, doubt=doubt, taken=taken))
    return tuple(made)


def _filled(change: Change) -> bool:
    return change.old not in (None, "", ()) and change.field != PHOTO
