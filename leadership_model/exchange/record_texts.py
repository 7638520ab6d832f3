"""奖惩情况 and 年度考核结果: free texts to records."""

import re
import unicodedata
from dataclasses import dataclass

from leadership_model import months
from leadership_model.people import codes
from leadership_model.people.person import Appraisal, Reward, Sanction

_DATE = (
    r"(?:19|20)\d\d(?:[.．/-]\d{1,2}(?:[.．/-]\d{1,2})?"
    r"|\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|\d{4}|\d{2})(?!\d)"
)
_DATES = re.compile(rf"\s*(?:于|因)?\s*({_DATE}(?:\s*[、,，和]\s*{_DATE})*)\s*(?=\D|$)")
_ONE = re.compile(_DATE)
_YEARS_ONLY = re.compile(
    r"\s*((?:19|20)\d\d(?:\s*年度?)?(?:\s*[、,，和]\s*(?:19|20)\d\d(?:\s*年度?)?)*)"
)
_ITEM = re.compile(rf"[；;\n]|(?<=[。])|(?<=[，,”])(?={_DATE})")
_ORGAN = re.compile(
    r"^(?:经|由)(?P<by>[^，,。]{2,40}?)(?:批准|决定|研究决定)[，,]?(?:，|,)?|^(?:被|获|受)(?P<of>[^，,。“]{2,30}?)(?=授予|评为|表彰|嘉奖|记[一二三]等功)"
)
_PUNISHED = re.compile(
    r"处分|诫勉|党内|政务|行政|责令|停职|开除|撤职|降职|降级|免职|记过|记大过|警告|留党"
)
_MARKS = " \t，,。；;、：:"

_RESULTS = "|".join(
    sorted(
        {*codes.spellings("appraisals"), "未考核", "不参加考核", "未参加考核"},
        key=len,
        reverse=True,
    )
)
_APPRAISAL = re.compile(
    r"(?P<a>(?:19|20)\d\d)\s*年?度?\s*(?:[-—–－～~]+|至|到)\s*(?P<b>(?:19|20)\d\d)"
    rf"|(?P<year>(?:19|20)\d\d)|(?P<result>{_RESULTS})"
)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What 奖惩情况 says; `unread` are the items that were not understood."""

    rewards: tuple[Reward, ...]
    sanctions: tuple[Sanction, ...]
    unread: tuple[str, ...]


def deeds(text: str) -> Deeds:
    """Read 奖惩情况 item by item: date, organ (经…批准), name or kind of sanction."""
    rewards: list[Reward] = []
    sanctions: list[Sanction] = []
    unread: list[str] = []
    for item in _ITEM.split(text):
        plain = unicodedata.normalize("NFKC", item).strip(_MARKS)
        if not plain:
            continue
        found, rest = _months_of(plain)
        organ, name = _organ_of(rest)
        kind = _sanction_in(name)
        if found is None or not name or (not kind and "处分" in name) or (kind and not found):
            unread.append(item.strip())
        elif kind:
            sanctions += [
                Sanction(id="", person="", kind=kind, month=m, organ=organ) for m in found
            ]
        else:
            rewards += [
                Reward(id="", person="", month=m, organ=organ, name=name) for m in found or (None,)
            ]
    return Deeds(tuple(rewards), tuple(sanctions), tuple(unread))


def _months_of(item: str) -> tuple[tuple[int, ...] | None, str]:
    """Take the dates off the front: (months, rest); None when one is impossible."""
    head = _DATES.match(item)
    if head:
        dates = [months.parse_date("".join(each.split())) for each in _ONE.findall(head[1])]
        rest = item[head.end() :].lstrip(_MARKS)
        known = tuple(each[0] for each in dates if each)
        return (known if len(known) == len(dates) else None), rest
    year = _YEARS_ONLY.match(item)
    return (), item if not year else item[year.end() :].lstrip(_MARKS) or item


def _organ_of(text: str) -> tuple[str | None, str]:
    found = _ORGAN.match(text)
    if not found:
        return None, text
    return (found["by"] or found["of"]).strip(), text[found.end() :].strip(_MARKS)


def _sanction_in(name: str) -> str | None:
    if not _PUNISHED.search(name) or "“" in name:
        return None
    known = codes.spellings("sanctions")
    # The longest wording wins, of equal ones the first: 行政警告处分 is 行政警告, not 警告处分.
    found = [(-len(each), name.index(each), each) for each in known if each in name]
    return known[min(found)[2]] if found else None


@dataclass(frozen=True, slots=True)
class Grades:
    """What 年度考核结果 says, by year; `unread` are years without a result, or the whole text."""

    results: tuple[Appraisal, ...]
    unread: tuple[str, ...]


def appraisals(text: str) -> Grades:
    """Read 年度考核结果; lists and spans of years are expanded (2016年、2017年均为称职)."""
    found: dict[int, str] = {}
    unread: list[str] = []
    pending: list[int] = []
    leading: str | None = None  # 优秀：2016、2017年 — the result stands before its years
    for token in _APPRAISAL.finditer(unicodedata.normalize("NFKC", text)):
        if token["result"]:
            result = codes.spellings("appraisals").get(token["result"], "未参加")
            leading = None if pending else result
            for year in pending:
                found[year] = result
            pending = []
            continue
        first = int(token["year"] or token["a"])
        years = range(first, int(token["b"] or first) + 1)
        if leading is not None and not pending and not found.keys() & set(years):
            found |= dict.fromkeys(years, leading)
        else:
            pending += years
    unread += [f"{year}年" for year in pending]
    if not found and not unread:
        unread.append(text)
    made = [Appraisal(id="", person="", year=y, result=r) for y, r in sorted(found.items())]
    return Grades(tuple(made), tuple(unread))
