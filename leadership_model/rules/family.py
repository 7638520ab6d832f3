"""What family lines throw doubt on: A4 business of the closest family, K5 emigration.

A line is a sign, never a proof: the rule stays unknown until somebody has answered. Relatives who
are not on record are not seen.
"""

import numpy as np

from leadership_model.conditions.tri import certain
from leadership_model.people import codes
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools
from leadership_model.rules import hand
from leadership_model.rules.pairs import Pairs, Verdicts
from leadership_model.rules.rule import Rule
from leadership_model.rules.seats import places

CHILDREN = (
    *("儿子", "女儿", "长子", "次子", "三子", "长女", "次女", "三女"),
    *("养子", "养女", "继子", "继女"),
)
CHILDREN_IN_LAW = ("儿媳", "女婿", "长女婿")
BUSINESS = (
    *("个体", "经商", "经营者", "企业主", "法定代表人", "股东", "合伙人", "董事长", "总经理"),
    *("投资人", "创办"),
)
ABROAD = (
    *("国（境）外", "国(境)外", "国外", "境外", "海外", "移居", "定居", "侨居"),
    *("永久居留", "绿卡", "外籍", "入籍"),
)
REGULATORS = ("市直部门", "县直部门")


def business(pairs: Pairs, rule: Rule) -> Verdicts:
    """A4: leading members of departments whose spouse, children or their spouses run a business."""
    concerned = regulators(pairs.snapshot)[pairs.posts]
    signs = business_signs(pairs.snapshot)
    candidate = concerned & _marked(pairs, signs)
    return hand.judged(pairs, rule, certain(concerned), candidate, signs)


def emigration(pairs: Pairs, rule: Rule) -> Verdicts:
    """K5: the spouse has emigrated, or there is no spouse and all children have."""
    signs = emigration_signs(pairs.snapshot)
    return hand.judged(pairs, rule, pairs.above, _marked(pairs, signs), signs)


def regulators(snapshot: Snapshot) -> Bools:
    """Mark the posts of leading members of departments."""

    def make() -> Bools:
        layout = places(snapshot)
        inside = np.append(snapshot.teams.texts("category").mask(*REGULATORS), False)
        found: Bools = inside[layout.team] & layout.leader
        return found

    return snapshot.remember("rules regulators", make)


def business_signs(snapshot: Snapshot) -> dict[int, str]:
    """Say by person which line of spouse, children or their spouses tells of a business."""
    return snapshot.remember("rules business", lambda: _business(snapshot))


def emigration_signs(snapshot: Snapshot) -> dict[int, str]:
    """Say by person which lines tell that the spouse, or without one all children, are abroad."""
    return snapshot.remember("rules emigration", lambda: _emigration(snapshot))


def _business(snapshot: Snapshot) -> dict[int, str]:
    table = snapshot["relative"]
    works = table.texts("post_text")
    told = [text for text in works.table if any(word in text for word in BUSINESS)]
    rows = table.texts("title").mask(*_spouses(), *CHILDREN, *CHILDREN_IN_LAW)
    rows &= works.mask(*told) & (table.ints("deceased") != 1) & (table.owners() >= 0)
    found: dict[int, str] = {}
    owners, titles, texts = table.owners(), table.raw("title"), table.raw("post_text")
    for row in np.flatnonzero(rows).tolist():
        found.setdefault(int(owners[row]), f"{titles[row]}登记为“{texts[row]}”")
    return found


def _emigration(snapshot: Snapshot) -> dict[int, str]:
    spouses, homes = _spouses(), dict[int, tuple[list[str], list[str], list[str]]]()
    for owner, title, text in _lines(snapshot):
        if title in spouses or title in CHILDREN:
            mates, away, here = homes.setdefault(owner, ([], [], []))
            gone = any(word in text for word in ABROAD)
            if title in spouses:
                mates.append(text if gone else "")
            (away if gone else here).append(f"{title}登记为“{text}”")
    found = {}
    for owner, (mates, away, here) in homes.items():
        if any(mates) or (not mates and away and not here):
            found[owner] = "，".join(away)
    return found


def _lines(snapshot: Snapshot) -> list[tuple[int, str, str]]:
    """Give owner, title and what they do, of the living, in order."""
    table = snapshot["relative"]
    rows = zip(
        table.owners().tolist(),
        *(table.raw(name) for name in ("title", "post_text", "deceased")),
        strict=True,
    )
    return [
        (owner, title, text or "")
        for owner, title, text, dead in rows
        if owner >= 0 and title is not None and not dead
    ]


def _spouses() -> tuple[str, ...]:
    groups = codes.relation_groups()
    return tuple(title for title, group in groups.items() if group == "夫妻")


def _marked(pairs: Pairs, signs: dict[int, str]) -> Bools:
    found: Bools = np.isin(pairs.people, list(signs))
    return found
