"""Home area 成长地: A5 with answers, A6 the same seven posts of a city, A7 heads of townships."""

import numpy as np

from leadership_model.conditions.tri import Tri
from leadership_model.people.gaps import UNKNOWN
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.table import Bools
from leadership_model.rules.hand import settled_by_hand
from leadership_model.rules.pairs import Pairs, Verdicts, Words, lasting
from leadership_model.rules.rule import Rule
from leadership_model.rules.seat import area_of_posts, not_at_home
from leadership_model.rules.seats import places

CITY = "市直"


def not_in_county(pairs: Pairs, rule: Rule) -> Verdicts:
    """A5 of `seat`; where 成长地 is not on record an answer about a post of the county decides."""
    teams = pairs.snapshot.teams.texts("area").codes
    area = np.append(teams, UNKNOWN)[places(pairs.snapshot).team]
    return settled_by_hand(pairs, rule, not_at_home(pairs, rule), area)


def not_in_city(pairs: Pairs, rule: Rule) -> Verdicts:
    """A6: generally not head of one of the seven bodies of the city one grew up in."""
    snapshot, hometown = pairs.snapshot, pairs.snapshot.people.texts("hometown")
    concerned = city_posts(snapshot)[pairs.posts]
    inside = snapshot.remember("rules city areas", lambda: _areas_of_city(snapshot))
    home = hometown.codes[pairs.people]
    here = hometown.mask(*inside)[pairs.people]
    ok = Tri(~concerned | (~here & (home != UNKNOWN)), ~concerned | ~here)

    def words(i: int) -> Words:
        grown = hometown.at(int(pairs.people[i]))
        if grown is None:
            return "成长地待核", "成长地不在本市", "成长地未登记，待核。"
        return f"成长地{grown}", "成长地不在本市", f"成长地为{grown}，拟（现）任市级岗位。"

    found = lasting(ok, concerned, words)
    one_city = np.zeros(len(snapshot.posts), np.int32)
    return settled_by_hand(pairs, rule, found, one_city)


def not_in_township(pairs: Pairs, rule: Rule) -> Verdicts:
    """A7: generally not head of a township one grew up in; the county alone leaves it open."""
    snapshot, hometown = pairs.snapshot, pairs.snapshot.people.texts("hometown")
    concerned = township_posts(snapshot)[pairs.posts]
    areas, units = area_of_posts(snapshot), _units(snapshot)
    home = [hometown.at(int(person)) for person in pairs.people]
    post = pairs.posts.tolist()
    county = _same(home, [areas[each] for each in post])
    township = (
        np.array(
            [
                bool(h) and bool(units[p]) and h in (units[p] or "")
                for h, p in zip(home, post, strict=True)
            ],
            np.bool_,
        )
        & ~county
    )
    open_ = (hometown.codes[pairs.people] == UNKNOWN) | county
    ok = Tri(~concerned | (~open_ & ~township), ~concerned | ~township)

    def words(i: int) -> Words:
        place = units[post[i]] or "任职地待核"
        need = f"成长地不是{place}"
        if home[i] is None:
            return "成长地待核", need, "成长地未登记，待核。"
        text = f"成长地登记为{home[i]}"
        if county[i]:
            return f"成长地{home[i]}", need, f"{text}，是否在{place}长大待核。"
        return f"成长地{home[i]}", need, f"{text}，拟（现）任职地为{place}。"

    found = lasting(ok, concerned, words)
    return settled_by_hand(pairs, rule, found, places(snapshot).unit)


def city_posts(snapshot: Snapshot) -> Bools:
    """Mark the posts of A6."""
    return _heads_of(snapshot, "市")


def township_posts(snapshot: Snapshot) -> Bools:
    """Mark the posts of A7."""
    return _heads_of(snapshot, "乡")


def _heads_of(snapshot: Snapshot, kind: str) -> Bools:
    return snapshot.remember(
        ("rules area heads", kind), lambda: snapshot.posts.texts("area_head").mask(kind)
    )


def _areas_of_city(snapshot: Snapshot) -> tuple[str, ...]:
    """Give the names under which a 成长地 lies in the city: its areas, itself, 市直."""
    units = snapshot["unit"]
    rows = zip(units.raw("kind"), units.raw("name"), strict=True)
    return (*(name for kind, name in rows if kind == "地区" and name), CITY)


def _units(snapshot: Snapshot) -> tuple[str | None, ...]:
    """Give the name of the unit each post lies in."""
    names = (*snapshot["unit"].raw("name"), None)
    return snapshot.remember(
        "rules units of posts", lambda: tuple(names[at] for at in places(snapshot).unit.tolist())
    )


def _same(one: list[str | None], two: list[str | None]) -> Bools:
    pairs = zip(one, two, strict=True)
    return np.array([a is not None and a == b for a, b in pairs], np.bool_)
