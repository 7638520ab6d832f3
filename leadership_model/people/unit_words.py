"""Which unit a piece of a 简历 line names: its area, its kind, and what stands behind it."""

import functools
import re
from dataclasses import dataclass, replace

from leadership_model import seed
from leadership_model.people.areas import CITY, ELSEWHERE, Areas

WORDS = seed.read("codes/reading.toml")

COUNTY, CITY_SCOPE, PROVINCE, CENTRAL = "county", "city", "province", "central"
_ORGAN_PREFIX = {COUNTY: "县级", CITY_SCOPE: "市级"}
_OFFICE = {COUNTY: "县直部门", CITY_SCOPE: "市直部门", PROVINCE: "省直单位", CENTRAL: "中央单位"}
TOWNS = ("乡镇", "街道")
OFFICES = tuple(_OFFICE.values())

_NO_AREA = "开发|高新|度假|园|社|新|校|景|小|林|矿|库|灌|牧|保护|示范|工业|管理|旅游|合作|保税|自治|经济|产业|实验|地|军|片|城|住宅|武装部|乡"
_NO_AREA_BEHIND = "".join(f"(?<!{each})" for each in _NO_AREA.split("|"))
_CITY_WORD = r"市(?!场|政工|政公|民|容|区|域|建设|管理|规划|郊)"
_PROVINCE = (
    r"(?:[一-龥]{2,3}(?:省|自治区)|[一-龥]{2}[一-龥]{1,2}族自治区|北京市|上海市|天津市|重庆市)"
)
_PLACE = (
    r"(?P<county>[一-龥]{2,9}?自治[县旗]|[一-龥]{1,4}?县(?!域)"
    rf"|[一-龥]{{2,4}}?{_NO_AREA_BEHIND}区(?!域|划|级|委会)|[一-龥]{{2,4}}?旗)"
    rf"|(?P<city>[一-龥]{{2,4}}?{_CITY_WORD}|[一-龥]{{2,9}}?自治州|[一-龥]{{2,3}}?(?:州(?=[委市县政人])|地区))"
)
_BARE = re.compile(
    r"(?P<word>中央|国务院|国家|全国|自治区|省|州|地区|市(?!场|政工|政公|民|容|区|域|郊)|县(?!域)|区(?!域|划))"
    r"(?=[一-龥])"
)
_BARE_SCOPE = {"县": COUNTY, "区": COUNTY, "市": CITY_SCOPE, "州": CITY_SCOPE, "地区": CITY_SCOPE,
               "省": PROVINCE, "自治区": PROVINCE}  # fmt: skip
_TOWN = re.compile(
    r"(?P<town>[一-龥]{1,8}?(?:街道|民族乡|乡(?!村|镇|规|建|音|统)|镇(?!化|居|规|企|建|统|上)))"
    r"(?P<more>.*)$"
)
_NO_TOWN = re.compile(r"^(?:城|乡|城乡|住房和城|和城|本|各|全)?(?:乡|镇)|[局部厅会院]")
_TOWN_BODIES = re.compile(
    r"^(?:党委|党工委|工委|人民政府|政府|办事处|街道办事处|街道办|人大主席团|人大工委|人大|纪委|纪工委"
    r"|监察办公室|党政|党委政府|武装部|人民武装部|人武部|组织|宣传|统战|政法|)*$"
)
_VILLAGE = re.compile(
    r"^(?P<name>.{0,10}?(?:村(?!镇|务)|社区(?!卫生|矫正|建设|戒毒|治理科)))(?P<more>.*)$"
)
_DISCIPLINE = re.compile(
    r"^(?:委)?(?:纪委监委|纪委、监委|纪委|纪律检查委员会|监委|监察委员会|监察委)(?P<inner>.*)$"
)
_INNER = re.compile(
    r"(?:科|股|室|处|所|站|队|庭|组|分局|分会|中心|部|支行|营业所|车间|办公室|办|局|委|大厅|班|厅|会|校|院|台|馆)$"
)
_OFFICE_NAME = re.compile(
    r"^(?P<name>.*?(?:委员会|管理局|总局|局(?!域)|厅|部(?!局|门|队|长)|管委会|办公室|编办|政研室|研究室|"
    r"[扶外侨台农法改信]办|巡察办|中心|联合会|总工会|妇联|文联|科协|侨联|残联|工商联|社科联|红十字会|"
    r"计生协会|协会|供销合作社|供销社|政法委|工委|团委|团[县区市省州]委|党校|讲师团|研究会|指挥部|督查组|"
    r"巡察组|巡察[一-龥]{0,3}组|工作队|支队|总队|大队|法庭))(?P<inner>.*)$"
)


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
    found = {each: "" for each in areas.cities} | dict(areas.counties)
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
    return Where(name, ELSEWHERE if areas.known else CITY, CITY_SCOPE)


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


@functools.lru_cache(maxsize=65536)
def find_unit(path: str, areas: Areas, before: Where | None) -> Where | None:
    """Read a path (a piece of a line without its title) as a unit; None when it names none."""
    text = re.sub(r"^(?:中共|中国共产党)", "", path)
    league = re.match(r"^(?:共青团|团(?=[省市县区州]委))", text)
    council = re.match(r"^政协(?=[一-龥]{2,}委员会)", text)
    for prefix in (league, council):
        text = text[prefix.end() :] if prefix else text
    place, rest = find_place(text, areas, before)
    if league:
        text = f"共青团{rest or '委'}"
        return _office(place or before or Where(), text)
    if council:
        rest = "政协"
    rest = re.sub(r"^(?:级机关|直属?机关)?$", "", rest)
    if place is None:
        return _without_place(rest, areas, before)
    return classify(place, rest)


def _without_place(rest: str, areas: Areas, before: Where | None) -> Where | None:
    """Read a path that names no area: it belongs to the unit before, or stands alone."""
    if not rest:
        return before
    bare = re.match(r"^(?:镇|乡|街道)(?=党|人大|政府|人民政府|纪|武装|办事处|$)", rest)
    if bare and (before is None or before.kind not in TOWNS):
        kind = "街道" if bare[0] == "街道" else "乡镇"
        return replace(
            before or Where(), organ=rest[: bare.end()], kind=kind, inner="", guessed=True
        )
    if before is None or not before.scope:
        stem = next((each for each in areas.cities if rest.startswith(each[:-1])), None)
        return classify(Where("", CITY if stem else None, CITY_SCOPE if stem else ""), rest)
    base = replace(before, organ="", kind=None, inner="", functions=(), guessed=False)
    bare_town = re.match(r"^(?:镇|乡|街道)", rest)
    if before.kind in TOWNS:
        rest = rest[bare_town.end() :] if bare_town else rest
        if _TOWN_BODIES.match(rest):
            return before
        if len(rest) <= 8 and _INNER.search(rest) and not rest.endswith("局"):
            return replace(before, inner=rest)
    if (
        before.kind in OFFICES
        and len(rest) <= 9
        and re.search(r"(?:科|股|室|处|队|庭|组|支队|大队|中心|工会|办公室|所|站)$", rest)
    ):
        return replace(before, inner=rest)
    if before.kind in ("县级党委", "市级党委") and re.match(
        r"组织部|宣传部|统战部|政法委|办公室|党校|编办", rest
    ):
        return classify(base, "委" + rest)
    return classify(base, rest)


@functools.lru_cache(maxsize=65536)
def classify(place: Where, organ: str) -> Where:
    """Say what kind of unit stands behind the name of an area."""
    level = _ORGAN_PREFIX.get(place.scope)
    whole = replace(place, organ=organ)
    for found in (_town(place, organ), _village(place, organ)):
        if found is not None:
            return found
    if organ == "":
        return whole
    if organ in ("委", "委员会"):
        return replace(
            whole, organ="委", kind=f"{level}党委" if level else _OFFICE.get(place.scope)
        )
    discipline = _DISCIPLINE.match(organ)
    if discipline:
        inner = re.sub(r"^(?:机关|[县区市省]?(?:纪委|监委|委))+", "", discipline["inner"])
        kind = f"{level}纪委" if level else _OFFICE.get(place.scope)
        return replace(place, organ="纪委", kind=kind, inner=inner, functions=("纪检",))
    for pattern, name, kind in _ORGANS:
        found_organ = pattern.match(organ)
        if found_organ and level:
            return replace(place, organ=name, kind=level + kind)
        if found_organ:
            return replace(whole, kind=_OFFICE.get(place.scope))
    return _other(place, organ)


_ORGANS = (
    (
        re.compile(r"^(?:人民代表大会常务委员会|人民代表大会|人大常委会|人大)(?:机关)?$"),
        "人大常委会",
        "人大",
    ),
    (re.compile(r"^(?:政协委员会|人民政协|政协常委会|政协)(?:机关)?$"), "政协", "政协"),
    (re.compile(r"^(?:人民政府|政府)$"), "政府", "政府"),
    (re.compile(r"^(?:中级|高级)?(?:人民)?法院$"), "人民法院", "法院"),
    (re.compile(r"^(?:人民)?检察院$"), "人民检察院", "检察院"),
)
_COURT = re.compile(r"^(?P<name>(?:中级|高级)?(?:人民)?(?:法院|检察院))(?P<inner>.+)$")


def _town(place: Where, organ: str) -> Where | None:
    found = _TOWN.match(organ)
    if not found or _NO_TOWN.search(found["town"]) or place.scope in (PROVINCE, CENTRAL):
        return None
    more = found["more"]
    kind = "街道" if found["town"].endswith("街道") else "乡镇"
    area, town = place, replace(place, organ=found["town"], kind=kind)
    village = _VILLAGE.match(more)
    if village:
        return replace(area, organ=found["town"] + village["name"], kind="村社区")
    if _TOWN_BODIES.match(more):
        return town
    special = _special(more)
    if special is not None:
        return replace(town, organ=organ, kind=special, functions=_functions(more))
    return replace(town, inner=more)


def _village(place: Where, organ: str) -> Where | None:
    found = _VILLAGE.match(organ)
    if not found or _NO_TOWN.search(found["name"]) or len(found["name"]) < 2:
        return None
    return replace(place, organ=found["name"], kind="村社区")


def _special(organ: str) -> str | None:
    """Give the kind of a unit that is no office: a school, a firm, a hospital ..."""
    for entry in WORDS["unit"]:
        if re.search(entry["words"], organ):
            return str(entry["kind"])
    return None


def _other(place: Where, organ: str) -> Where:
    court = _COURT.match(organ)
    if court:
        kind = _ORGAN_PREFIX.get(place.scope, "")
        name = "法院" if "法院" in court["name"] else "检察院"
        full = f"{kind}{name}" if kind else _OFFICE.get(place.scope)
        found = replace(place, organ=f"人民{name}", kind=full, inner=court["inner"])
        return replace(found, functions=("政法", "法治"))
    organ = re.sub(r"(管委会|管理委员会)管委会$", r"\1", organ)
    office = _office(place, organ)
    special = _special(organ)
    if special and not (office.kind in OFFICES and _is_office(organ, special)):
        kind = special
        if (
            kind == "国有企业"
            and not place.scope
            and not re.search("国有|国营|烟草|电力|电网", organ)
        ):
            kind = "其他企业"
        return replace(place, organ=organ, kind=kind, functions=_functions(organ))
    return office


def _is_office(organ: str, special: str) -> bool:
    """Say whether a name that holds a word of a special unit is an office all the same."""
    head = re.match(r"^.*?(?:局|委员会|部(?!队)|厅|办公室|总队|支队|法庭)", organ)
    if head is None:
        return False
    inside = re.search(next(e["words"] for e in WORDS["unit"] if e["kind"] == special), head[0])
    if special == "功能区":
        return inside is None
    return special != "部队" and not (inside and special in ("高等院校", "中小学", "医院"))


def _office(place: Where, organ: str) -> Where:
    found = _OFFICE_NAME.match(organ)
    name, inner = (found["name"], found["inner"]) if found else (organ, "")
    if name == "委办公室" and inner.startswith("、"):
        name, inner = organ, ""
    inner = re.sub(r"^(?:机关)?(?:[县区市省]委政法委|[县区市省]委)?", "", inner)
    if inner and not _INNER.search(inner):
        name, inner = organ, ""
    kind = _OFFICE.get(place.scope)
    if re.match(r"国家税务总局|国家统计局", organ):
        kind = kind or "中央单位"
    return replace(
        place, organ=name, kind=kind if found or organ[-1:] in "局委部厅办会关室校" else kind,
        inner=inner, functions=_functions(name),
    )  # fmt: skip


@functools.lru_cache(maxsize=4096)
def _functions(name: str) -> tuple[str, ...]:
    for entry in WORDS["department"]:
        if re.search(entry["name"], name):
            return tuple(entry["functions"])
    return ()
