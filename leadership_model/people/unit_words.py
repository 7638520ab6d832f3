"""Which unit a piece of a 简历 line names: what kind of body stands behind the area."""

import functools
import re
from dataclasses import replace

from leadership_model.people import codes
from leadership_model.people.areas import CITY, ELSEWHERE, Areas
from leadership_model.people.bodies import find_body
from leadership_model.people.place_words import (
    CENTRAL,
    CITY_SCOPE,
    COUNTY,
    PROVINCE,
    WORDS,
    Where,
    find_place,
    functions_of,
)

_ORGAN_PREFIX = {COUNTY: "县级", CITY_SCOPE: "市级"}
_OFFICE = {COUNTY: "县直部门", CITY_SCOPE: "市直部门", PROVINCE: "省直单位", CENTRAL: "中央单位"}
TOWNS = ("乡镇", "街道")
OFFICES = tuple(_OFFICE.values())

_TOWN = re.compile(
    r"(?P<town>[一-龥]{1,8}?(?:街道|民族乡|乡(?!村|镇|规|建|音|统)|镇(?!化|居|规|企|建|统|上)))"
    r"(?P<more>.*)$"
)
_NO_TOWN = re.compile(r"^(?:城|乡|城乡|住房和城|和城|本|各|全)?(?:乡|镇)|[局部厅会院]")
_TOWN_BODIES = re.compile(
    r"^(?:党委|党工委|工委|人民政府|政府|办事处|街道办事处|街道办|人大主席团|人大工委|人大|纪委|纪工委"
    r"|监察办公室|党政|党委政府|武装部|人民武装部|人武部|武装|组织|宣传|统战|政法|)*$"
)
_VILLAGE = re.compile(
    r"^(?P<name>.{0,10}?(?:(?<!农)(?<!乡)村(?!镇|务)|社区(?!卫生|矫正|建设|戒毒|治理科)))(?P<more>.*)$"
)
_DISCIPLINE = re.compile(
    r"^(?:委)?(?:纪委监委|纪委、监委|纪委|纪律检查委员会|监委|监察委员会|监察委)(?P<inner>.*)$"
)
_INNER = re.compile(
    r"(?:科|股|室|处|所|站|队|庭|组|分局|分会|中心|部|支行|营业所|车间|办公室|办|局|委|大厅|班|厅|会|校|院|台|馆|系)$"
)
_OFFICE_NAME = re.compile(
    r"^(?P<name>.*?(?:委员会|管理局|总局|局(?!域)|厅|部(?!局|门|队|长)|管委会|办公室|编办|政研室|研究室|"
    r"[扶外侨台农法改信]办|巡察办|中心|联合会|总工会|妇联|文联|科协|侨联|残联|工商联|社科联|红十字会|"
    r"计生协会|协会|供销合作社|供销社|政法委|工委|团委|团[县区市省州]委|党校|讲师团|研究会|指挥部|督查组|"
    r"巡察组|巡察[一-龥]{0,3}组|工作队|支队|总队|大队|法庭))(?P<inner>.*)$"
)


_STATIONED = re.compile(
    r"^.*?(?:纪委监委|纪委|监委|纪检监察局)(?:派驻|驻)(?P<host>.+?)(?P<inner>纪检监察组|纪检组)$"
)


@codes.forgets
@functools.lru_cache(maxsize=65536)
def find_unit(path: str, areas: Areas, before: Where | None) -> Where | None:
    """Read a path (a piece of a line without its title) as a unit; None when it names none."""
    text = re.sub(r"^(?:中共|中国共产党)", "", path)
    text = re.sub(r"^国家(?:税务总局|统计局)(?=.{2,}(?:税务局|税务分局|调查队))", "", text)
    stationed = _STATIONED.match(text)
    if stationed:
        outer, _ = find_place(text, areas, before)
        host = find_unit(stationed["host"], areas, outer or before)
        return host and replace(host, inner=stationed["inner"])
    body = find_body(text, areas)
    if body is not None:
        return body
    league = re.match(r"^(?:共青团|团(?=.{1,12}委(?:机关)?(?:.{0,6}[部室])?$))", text)
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
    if (before.kind or "")[-2:] in ("人大", "政协") and _COMMITTEE.fullmatch(rest):
        return replace(before, inner=rest)
    if before.kind == "功能区" and re.fullmatch(r"(?:党工委|管委会|管理委员会)", rest):
        return before
    if before.kind in _WITH_PARTS and _PART_OF_UNIT.fullmatch(rest):
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


@codes.forgets
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
    body = _BODY_OF_DEPUTIES.match(organ)
    if body and level:
        kind = "政协" if body["name"] == "政协" else "人大"
        name = "政协" if kind == "政协" else "人大常委会"
        return replace(place, organ=name, kind=level + kind, inner=body["inner"])
    for pattern, name, kind in _ORGANS:
        found_organ = pattern.match(organ)
        if found_organ and level:
            return replace(place, organ=name, kind=level + kind)
        if found_organ:
            return replace(whole, kind=_OFFICE.get(place.scope))
    return _other(place, organ)


_BODY_OF_DEPUTIES = re.compile(
    r"^(?P<name>人大常委会|人大|政协)(?P<inner>.{2,}(?:委员会|工委|委))$"
)
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
        return replace(town, organ=organ, kind=special, functions=functions_of(more))
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
    inspectors = re.match(r"^委(?:第[一二三四五六七八九十]+)?巡[察视]组$", organ)
    if inspectors and place.scope in _ORGAN_PREFIX:
        kind = f"{_ORGAN_PREFIX[place.scope]}党委"
        return replace(place, organ="委", kind=kind, inner=organ[1:], functions=("纪检", "党务"))
    office = _office(place, organ)
    special = _special(organ)
    if special is None or (office.kind in OFFICES and _is_office(organ, special)):
        return office
    if special == "其他事业单位" and place.scope in (COUNTY, CITY_SCOPE) and _CENTRE.search(organ):
        kind = _OFFICE[place.scope]
        return replace(place, organ=organ, kind=kind, inner=organ, functions=functions_of(organ))
    if (
        special == "国有企业"
        and not place.scope
        and not re.search("国有|国营|烟草|电力|电网", organ)
    ):
        special = "其他企业"
    parts = _PART.match(organ)
    inner = parts["inner"] if parts and _INNER.search(parts["inner"]) else ""
    name = organ[: len(organ) - len(inner)]
    area = place.area or (ELSEWHERE if special == "部队" else None)
    return replace(
        place, area=area, organ=name, kind=special, inner=inner, functions=functions_of(name)
    )


_COMMITTEE = re.compile(r".{2,}(?:委员会|工委|专委会)")
_WITH_PARTS = ("中小学", "高等院校", "医院", "国有企业", "其他企业", "科研院所", "其他事业单位")
_PART_OF_UNIT = re.compile(r"团委|团总支|工会|.{1,6}(?:科|处|室|系|部|车间|教研组|办公室)")
_CENTRE = re.compile(r"(?:服务|事务|管理|发展|保障|监测|执法)中心$")
_PART = re.compile(
    r"^.*?(?:管委会|管理委员会|[高经综][新开保]区|度假区|开发区(?!管)|有限责任公司|有限公司|集团公司|公司|医院|卫生院|大学|学院|中学|小学|学校|糖厂|[^工]厂|农场|林场|茶场|煤矿|联社|支行|分行)"
    r"(?P<inner>.{2,})$"
)


def _is_office(organ: str, special: str) -> bool:
    """Say whether a name that holds a word of a special unit is an office all the same."""
    head = re.match(r"^.*?(?:局|委员会|部(?!队)|厅|办公室|总队|支队|法庭)", organ)
    if head is None:
        return False
    inside = re.search(next(e["words"] for e in WORDS["unit"] if e["kind"] == special), head[0])
    if special == "功能区":
        return inside is None
    if special in ("国有企业", "其他企业") and re.search(
        "公司|集团|银行|厂|农场|林场|煤矿|联社|支行|分行|供电局|邮电局|电信局|邮政局", head[0]
    ):
        return False
    return special != "部队" and not (inside and special in ("高等院校", "中小学", "医院"))


_COMMISSION = re.compile(
    r"^委(?:机构编制|国家安全|网络安全和信息化|全面[一-龥]{2,8}|财经|外事工作|农村工作|审计|教育工作)委员会$"
)


def _office(place: Where, organ: str) -> Where:
    found = _OFFICE_NAME.match(organ)
    name, inner = (found["name"], found["inner"]) if found else (organ, "")
    if inner == "办公室" and (_COMMISSION.match(name) or name.endswith(("指挥部", "领导小组"))):
        name, inner = organ, ""
    if name == "委办公室" and inner.startswith("、"):
        name, inner = organ, ""
    inner = re.sub(r"^(?:机关)?(?:[县区市省]委政法委|[县区市省]委)?", "", inner)
    if inner and not _INNER.search(inner):
        name, inner = organ, ""
    sure = found is not None or name[-1:] in "局委部厅办会关室校院处所站队"
    kind = _OFFICE.get(place.scope) if sure else None
    if re.match(r"国家税务总局|国家统计局", organ):
        kind = kind or "中央单位"
    return replace(place, organ=name, kind=kind, inner=inner, functions=functions_of(name))
