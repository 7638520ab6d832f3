"""Units whose names begin with what they are, not with an area: forces, banks, ministries."""

import re
from dataclasses import replace

from leadership_model.people.areas import ELSEWHERE, Areas
from leadership_model.people.place_words import CENTRAL, COUNTY, Where, find_place

_FORCES = re.compile(
    r"^(?:中国人民武装警察部队|武警(?:部队)?|中国人民解放军|解放军|驻.{1,4}部队|某部(?:队)?)"
)
_BANK = re.compile(
    r"^中国(?:(?:人民|工商|农业|建设|农业发展)?银行|邮政储蓄银行|移动|电信|联通|邮政)"
)
_MINISTRY = re.compile(
    r"^(?P<name>(?:国家[一-龥]{2,8}?(?:委员会|委|总局|局)|(?:外交|国防|教育|科学技术|科技|公安|民政|司法|财政|"
    r"水利|农业|农业农村|商务|文化|文化和旅游|卫生|人事|建设|住房和城乡建设|交通|交通运输|铁道|国土资源|自然资源|"
    r"生态环境|应急管理|人力资源和社会保障|工业和信息化|退役军人事务)部|审计署|中国人民银行))"
    r"(?=.{1,10}(?:司|署|局|处|中心)|$)(?P<inner>.*)$"
)


def find_body(text: str, areas: Areas) -> Where | None:
    """Read the name of a body that stands under no area of its own; None when it is none."""
    for pattern, kind in ((_FORCES, "部队"), (_BANK, "国有企业")):
        found = pattern.match(text)
        if found is None:
            continue
        place, rest = find_place(text[found.end() :], areas, None)
        if kind == "国有企业" and (place is None or place.scope not in (COUNTY, "city")):
            return None
        place = place or Where(area=ELSEWHERE)
        return replace(
            place, area=place.area or ELSEWHERE, organ=found[0] + rest, kind=kind, guessed=False
        )
    ministry = _MINISTRY.match(text)
    if ministry is None:
        return None
    return Where(
        "", ELSEWHERE, CENTRAL, organ=ministry["name"], kind="中央单位", inner=ministry["inner"]
    )
