"""One file of an import: somebody new, or what it offers to change of somebody of the base."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from leadership_model import ids
from leadership_model.exchange import first_level, merge, offers, outgoing, roster, wording
from leadership_model.exchange.clean import CleanForm
from leadership_model.exchange.fields import FLAGS, YEARS
from leadership_model.exchange.form import Form
from leadership_model.exchange.merge import Change, Rows
from leadership_model.exchange.offers import Guard, Offer
from leadership_model.exchange.outgoing import RESUME
from leadership_model.exchange.photos import Picture, picture
from leadership_model.exchange.resume_text import laid_out
from leadership_model.exchange.whole import Whole, of_clean
from leadership_model.people.fields import LABELS
from leadership_model.people.person import Appraisal, Education, Mark, Person

PREFIX = {
    "education": "e",
    "career_entry": "c",
    "appraisal": "a",
    "reward": "w",
    "sanction": "s",
    "relative": "r",
    "person_mark": "mark",
}
PARTY = "RuDangShiJian"
TITLES = {
    "career_entry": "简历",
    "education": "学历学位",
    "appraisal": "年度考核",
    "reward": "奖惩情况",
    "relative": "家庭成员",
    "party_text": "入党时间",
    "photo": "照片",
    "person_mark": "手工录入的要素",
    "person": "新增干部",
}
FIELDS = frozenset(each.name for each in fields(Person))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of a plan. `person` is the record to write, None where nothing is to be written.

    `before` is the person as found in the base, None for a new one. `offers` are all parts that
    differ; `changes`, `rows` and `photo` those of them that are taken. `sentence` says why, for
    conflicts. `candidates` are the people it may be about, `rivals` the places of other files about
    the same person; with either, `cleaned` is kept so that an answer can be worked out.
    """

    file: str
    state: str
    name: str
    form: Form
    person: Person | None = None
    before: Person | None = None
    changes: tuple[Change, ...] = ()
    rows: tuple[Rows, ...] = ()
    photo: Picture | None = None
    sentence: str | None = None
    offers: tuple[Offer, ...] = ()
    candidates: tuple[str, ...] = ()
    rivals: tuple[int, ...] = ()
    cleaned: CleanForm | None = None


def new(plain: Entry, cleaned: CleanForm, source: random.Random | None) -> Entry:
    """Make the entry of somebody the base does not know."""
    whole = of_clean(cleaned, looked=False)
    read = first_level.present(whole.careers)
    if any(merge.value_of(whole.person, name) is not None for name in ("level", "grade")):
        read = {}  # told by the source itself
    person = replace(whole.person, id=ids.new("p", source), **read)
    rows = tuple(
        _numbered(Rows(name, records), person.id, source)
        for name, records in (
            ("education", whole.educations),
            ("career_entry", whole.careers),
            ("appraisal", whole.appraisals),
            ("reward", whole.rewards),
            ("sanction", whole.sanctions),
            ("relative", whole.relatives),
            ("person_mark", whole.marks),
        )
        if records
    )
    offer = Offer(topic=offers.PERSON, rows=rows, photo=cleaned.photo)
    made = replace(plain, state="new", person=person, rows=rows, photo=cleaned.photo)
    return replace(made, offers=(offer,))


def changed(
    plain: Entry,
    cleaned: CleanForm,
    whole: Whole,
    source: random.Random | None,
    known: Guard,
    *,
    looked: bool,
) -> Entry:
    """Make the entry of somebody of the base; `looked`: `whole` has the present photo."""
    tags = _speaking(whole, cleaned)
    changes = list(merge.field_changes(whole.person, cleaned.said, tags))
    rows = list(merge.collections(whole, cleaned, tags))
    if cleaned.relatives is not None and outgoing.members(whole) != outgoing.members(
        of_clean(cleaned, looked=False)
    ):
        rows.append(merge.family(whole, cleaned))
    photo = cleaned.photo
    if photo is not None and (
        _is_photo_of(photo, whole) or (whole.person.has_photo and not looked)
    ):
        photo = None
    if photo is not None:
        changes.append(Change(offers.PHOTO, "有" if whole.person.has_photo else None, "新照片"))
    present: tuple[Education | Appraisal | Mark, ...] = (
        *whole.educations,
        *whole.appraisals,
        *whole.marks,
    )
    there = {each.id: each for each in present}
    numbered = tuple(_numbered(each, whole.person.id, source) for each in rows)
    for each in numbered:
        replaced = tuple(there[row.id] for row in each.put if row.id in there)
        changes.append(Change(each.table, (*each.drop, *replaced), each.put))
    parts = offers.parted(changes, numbered, photo)
    weighed = offers.weighed(parts, whole.person.id, known, cleaned.form.kind)
    return settled(replace(plain, before=whole.person), weighed)


def _is_photo_of(photo: Picture, whole: Whole) -> bool:
    return whole.photo is not None and picture(whole.photo) == photo


def settled(entry: Entry, parts: Sequence[Offer]) -> Entry:
    """Give the entry with other parts taken; what is still asked about makes it conflicting."""
    made = replace(entry, offers=tuple(parts), sentence=None)
    if entry.before is None:
        return replace(made, state="new" if parts[0].taken else "unchanged")
    open_ = [each for each in parts if each.taken is None]
    taken = [each for each in parts if each.taken]
    shown = [change for each in parts if each.taken is not False for change in each.changes]
    changes = [change for each in taken for change in each.changes]
    person = merge.with_changes(entry.before, [c for c in changes if c.field in FIELDS])
    photo = next((each.photo for each in taken if each.photo is not None), None)
    if photo is not None:
        person = replace(person, has_photo=True)
    state = "conflicting" if open_ else "changed" if taken else "unchanged"
    return replace(
        made,
        state=state,
        sentence=_why(open_, parts, state),
        person=person if state == "changed" else None,
        changes=tuple(shown),
        rows=tuple(rows for each in taken for rows in each.rows),
        photo=photo,
    )


def _why(open_: Sequence[Offer], parts: Sequence[Offer], state: str) -> str | None:
    """Say what is asked, or that something differs and is left as it is."""
    if open_:
        named = "、".join(f"{title(each.topic)}（{each.doubt}）" for each in open_)
        return f"有 {len(open_)} 项与库中不同，请逐项决定：{named}"
    if parts and state == "unchanged":
        return "与库中不同的项目都没有勾选，不改动"
    return None


def title(topic: str) -> str:
    """Give what a user calls a part."""
    return TITLES.get(topic) or LABELS.get(topic, topic)


def _speaking(whole: Whole, cleaned: CleanForm) -> tuple[str, ...]:
    """List the elements that say other than we would write ourselves.

    A roster has 入党时间 in a manner of its own and names one party at most: it says something new
    only with another party or month.
    """
    ours, theirs = outgoing.texts(whole), outgoing.texts(of_clean(cleaned, looked=False))
    tags = tuple(tag for tag, text in theirs.items() if text and text != ours[tag])
    tags += tuple(tag for tag in (*FLAGS, YEARS) if cleaned.form.element(tag) is not None)
    if RESUME in tags and laid_out(ours[RESUME]) == laid_out(theirs[RESUME]):
        tags = tuple(tag for tag in tags if tag != RESUME)  # only set in other rows
    if PARTY in tags and cleaned.form.kind == roster.KIND:
        one, other = wording.membership(ours[PARTY]), wording.membership(theirs[PARTY])
        same = one.party == other.party and other.joined in (None, one.joined) and not other.others
        return tuple(tag for tag in tags if tag != PARTY or not same)
    return tags


def _numbered(rows: Rows, person: str, source: random.Random | None) -> Rows:
    """Give ids to the new records of a collection."""
    prefix = PREFIX[rows.table]
    put = tuple(
        replace(each, id=each.id or ids.new(prefix, source), person=person) for each in rows.put
    )
    return replace(rows, put=put)
