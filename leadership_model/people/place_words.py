"""Which area a piece of a 简历 line names, how far up it stands, what an office there does."""

import functools
import re
from dataclasses import dataclass, replace

from leadership_model import seed
from leadership_model.people import codes
from leadership_model.people.areas import CITY, ELSEWHERE, Areas
from leadership_model.people.own_codes import spellings

WORDS = seed.read("codes/reading.toml")
COUNTY, CITY_SCOPE, PROVINCE, CENTRAL = "county", "city", "province", "central"

_NO_AREA_BEHIND = "".join(f"(?<!{each})" for each in WORDS["places"]["no_area_before"].split("|"))
_CITY_WORD = r"市(?!场|政工|政公|民|容|区|域|建设|管理|规划|郊)"
_PROVINCE = (
    r"(?:新疆维吾尔自治区|广西壮族自治区|宁夏回族自治区|[一-龥]{2,3}(?:省|自治区)"
    r"|[一-龥]{2}[一-龥]{1,2}族自治区|北京市|上海市|天津市|重庆市)"
)
_PLACE = (
    r"(?P<county>[一-龥]{2,9}?自治[县旗]|(?!自治县)[一-龥]{1,4}?县(?!域)"
    rf"|[一-龥]{{2,4}}?{_NO_AREA_BEHIND}区(?!域|划|级|委会)|[一-龥]{{2,4}}?旗)"
    rf"|(?P<city>[一-龥]{{2,4}}?{_CITY_WORD}|[一-龥]{{2,9}}?自治州|[一-龥]{{2,3}}?(?:州(?=[委市县政人])|地区))"
)
_BARE = re.compile(
    r"(?P<word>中央|国务院|国家|全国|自治区|自治县|省|州|地区|市(?!场|政工|政公|民|容|区|域|郊)|县(?!域)|区(?!域|划))"
    r"(?=[一-龥]|$)"
)
_BARE_SCOPE = {"县": COUNTY, "区": COUNTY, "市": CITY_SCOPE, "州": CITY_SCOPE, "地区": CITY_SCOPE,
               "自治县": COUNTY, "省": PROVINCE, "自治区": PROVINCE}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Where:
    """A unit as a line names it. `call` is the area as written, `organ` the unit without it.

    `inner` is a section within the unit. `guessed` marks a place that was inferred.
    """

    call: str = ""
    area: str | None = None
    scope: str = ""
    organ: str = ""
    kind: str | None = None
    inner: str = ""
    functions: tuple[str, ...] = ()
    guessed: bool = False

    @property
    def name(self) -> str:
        """The name of the unit, without its inner section."""
        if self.organ.startswith("共青团"):
            return f"共青团{self.call}{self.organ.removeprefix('共青团')}"
        return self.call + self.organ


@functools.lru_cache(maxsize=64)
def _known(areas: Areas) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    found = dict.fromkeys(areas.cities, "") | dict(areas.counties)
    if not found:
        return None, {}
    listed = sorted(found, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, listed))), found


def find_place(text: str, areas: Areas, before: Where | None) -> tuple[Where | None, str]:
    """Take the names of areas off the front; None when the text begins with none."""
    known, names = _known(areas)
    place: Where | None = None
    rest = text
    while True:
        own = known.match(rest) if known else None
        province = None if own else re.match(_PROVINCE, rest)
        other = None if own or province else re.match(_PLACE, rest)
        if own:
            county = names[own[0]]
            scope = COUNTY if county else CITY_SCOPE
            place = Where(own[0], county or CITY, scope)
        elif province:
            place = Where(province[0], ELSEWHERE, PROVINCE)
        elif other and _plausible(other[0], rest[other.end() :]):
            place = _unknown_place(other, place, areas)
        else:
            break
        rest = rest[(own or province or other).end() :]  # type: ignore[union-attr]
    if place is not None:
        return place, rest
    bare = _BARE.match(text)
    return (_bare_place(bare[1], areas, before), text[bare.end() :]) if bare else (None, text)


def _plausible(name: str, rest: str) -> bool:
    """Refuse names that swallow the name of an organ, and those that are whole words."""
    if re.search(r"局|委(?!$)|部|厅|中共|公司|大学|学院|人民|政府|、", name):
        return False
    return not (name.endswith("区") and rest.startswith(("管委会", "管理委员会")))


def _unknown_place(found: re.Match[str], before: Where | None, areas: Areas) -> Where:
    name = found[0]
    inside = before is not None and before.scope == CITY_SCOPE
    if found["county"] or inside:
        own = inside and before is not None and before.area == CITY
        area = name if own or not areas.known else ELSEWHERE
        if before is not None and before.call.endswith("市") and before.scope == PROVINCE:
            return Where(name, ELSEWHERE, CITY_SCOPE)  # a district of a municipality
        return Where(name, area, COUNTY)
    own_city = name.endswith("地区") and f"{name[:-2]}市" in areas.cities  # before it was a city
    return Where(name, ELSEWHERE if areas.known and not own_city else CITY, CITY_SCOPE)


def _bare_place(word: str, areas: Areas, before: Where | None) -> Where:
    scope = _BARE_SCOPE.get(word, CENTRAL)
    county_city = word == "市" and before is not None and before.scope == COUNTY
    if before is not None and (before.scope == scope or (county_city and before.call[-1:] == "市")):
        return replace(before, organ="", kind=None, inner="", functions=(), guessed=False)
    if scope == CITY_SCOPE:
        call = areas.cities[0] if len(areas.cities) == 1 and word == "市" else word
        return Where(call, CITY, scope, guessed=True)
    area = None if scope == COUNTY else ELSEWHERE
    return Where(word, area, scope, guessed=scope == COUNTY)


@codes.forgets
@functools.lru_cache(maxsize=4096)
def functions_of(name: str) -> tuple[str, ...]:
    """Give the functions 职责板块 of an office by its name; none for one that no list knows."""
    """Give the functions a name of a department speaks of; those the department added go first."""
    own = tuple(
        each.name
        for each in codes.own("functions")
        if not each.retired and any(text in name for text in spellings(each))
    )
    for entry in WORDS["department"]:
        if re.search(entry["name"], name):
            return (*own, *entry["functions"])
    return own
