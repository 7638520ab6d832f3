"""What somebody decides about an import: which person a file is about, which parts are taken."""

from collections.abc import Iterable
from dataclasses import replace

from leadership_model.errors import UserError
from leadership_model.exchange.entry import Entry, settled
from leadership_model.exchange.plan import Base, Plan, about

NEW, SKIP = "new", "skip"  # somebody the base does not know; not to be imported
SKIPPED = "按您的选择，这份文件不导入"


def answer(made: Plan, at: int, said: str, base: Base) -> Plan:
    """Say whom the file at a place is about: a person's id, NEW, or SKIP.

    Other files about the same person (`rivals`) are then passed over. UserError when another file
    of this import is about that person already.
    """
    entry = made.entries[at]
    if said == SKIP:
        return _with(made, {at: _skipped(entry)})
    if entry.cleaned is None:
        raise UserError(f"“{entry.file}”没有可选择的对象，请先补全表中的姓名")
    row = None if said == NEW else base.snapshot.people.positions.get(said)
    if row is None and said != NEW:
        raise UserError("所选的干部已不在库中，请重新预览")
    other = next((e.file for i, e in enumerate(made.entries) if i != at and _is_about(e, said)), "")
    if other and said != NEW:
        raise UserError(f"“{other}”已对应这位干部，请先把其中一份设为不导入")
    decided = replace(
        about(base, entry.cleaned, row),
        candidates=entry.candidates,
        rivals=entry.rivals,
        cleaned=entry.cleaned,
    )
    passed = {each: _skipped(made.entries[each]) for each in entry.rivals}
    return _with(made, {at: decided, **passed})


def take(made: Plan, places: Iterable[int], taken: bool | None, topic: str | None = None) -> Plan:
    """Take or leave parts of the files at some places: all of them, or those of one topic."""
    changed: dict[int, Entry] = {}
    for at in places:
        entry = made.entries[at]
        parts = tuple(
            replace(each, taken=taken) if topic in (None, each.topic) else each
            for each in entry.offers
        )
        if parts != entry.offers:
            changed[at] = settled(entry, parts)
    return _with(made, changed) if changed else made


def ticked(made: Plan, keys: Iterable[str]) -> dict[str, bool]:
    """Say which units, posts and tenures are taken after the ticks are those of some keys.

    A piece just ticked takes along what it needs; without what it needs a piece is left out.
    """
    wanted, before = set(keys), {each.key for each in made.seats()}
    needed = {each.key: each.needs for each in made.pieces}
    fresh = list(wanted - before)
    while fresh:
        more = [key for key in needed.get(fresh.pop(), ()) if key not in wanted]
        wanted.update(more)
        fresh += more
    return {each.key: each.key in wanted for each in made.pieces}


def open_questions(made: Plan) -> tuple[int, ...]:
    """List the places of files that wait for an answer: whom they are about, or which parts."""
    return tuple(
        at
        for at, each in enumerate(made.entries)
        if each.state == "conflicting" and (each.offers or each.cleaned is not None)
    )


def _is_about(entry: Entry, person: str) -> bool:
    return entry.before is not None and entry.before.id == person


def _skipped(entry: Entry) -> Entry:
    return replace(
        entry,
        state="unchanged",
        sentence=SKIPPED,
        person=None,
        before=None,
        changes=(),
        rows=(),
        photo=None,
        offers=(),
    )


def _with(made: Plan, entries: dict[int, Entry]) -> Plan:
    listed = (entries.get(at, each) for at, each in enumerate(made.entries))
    return replace(made, entries=tuple(listed))
