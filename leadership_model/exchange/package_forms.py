"""The people of a package as forms: table A01, with what the other tables say of each.

A summary of A01 (奖惩综述, 最高全日制学历 …) goes before single rows of A08, A14 and A15; where it
is empty the rows are put into the words a form has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from leadership_model import months
from leadership_model.exchange.fields import YEARS
from leadership_model.exchange.form import FAMILY, MEMBER, Element
from leadership_model.exchange.package import Row, named, says_yes, value
from leadership_model.people import codes

TEXTS = {
    "A0101": "XingMing",
    "A0184": "ShenFenZheng",
    "A0107": "ChuShengNianYue",
    "A0111A": "JiGuan",
    "A0114A": "ChuShengDi",
    "A0128": "JianKangZhuangKuang",
    "A0134": "CanJiaGongZuoShiJian",
    "A0140": "RuDangShiJian",
    "A0196": "ZhuanYeJiShuZhiWu",
    "A0187A": "ShuXiZhuanYeYouHeZhuanChang",
    "QRZXL": "QuanRiZhiJiaoYu_XueLi",
    "QRZXW": "QuanRiZhiJiaoYu_XueWei",
    "QRZXLXX": "QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "QRZXWXX": "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "ZZXL": "ZaiZhiJiaoYu_XueLi",
    "ZZXW": "ZaiZhiJiaoYu_XueWei",
    "ZZXLXX": "ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi",
    "ZZXWXX": "ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi",
    "A0192A": "XianRenZhiWu",
    "NRZW": "NiRenZhiWu",
    "NMZW": "NiMianZhiWu",
    "RMLY": "RenMianLiYou",
    "CBDW": "ChengBaoDanWei",
    "A1701": "JianLi",
    "A14Z101": "JiangChengQingKuang",
    "A15Z101": "NianDuKaoHeJieGuo",
    "A0288": "RenZhiWuCengCiShiJian",
    "A0192C": "RenZhiJiShiJian",
}
CODED = {
    "A0104": ("XingBie", "sexes"),
    "A0117": ("MinZu", "ethnicities"),
    "A0221": ("ZhiWuCengCi", "levels"),
    "A0192E": ("ZhiJi", "grades"),
}
OLDER = {"A0192D": "A0192E"}  # 现职级 under its column of before
FLAGS = {"A0197": "JiCengJingLi", "A99Z103": "XuanDiaoSheng"}
_MEMBERS = {
    "A3604A": "ChengWei",
    "A3601": "XingMing",
    "A3607": "ChuShengRiQi",
    "A3627": "ZhengZhiMianMao",
    "A3611": "GongZuoDanWeiJiZhiWu",
}
_MODES = {"1": "QuanRiZhiJiaoYu", "全日制": "QuanRiZhiJiaoYu",
          "2": "ZaiZhiJiaoYu", "0": "ZaiZhiJiaoYu", "在职": "ZaiZhiJiaoYu"}  # fmt: skip
_STUDY = (
    ("_XueLi", "A0801A"),
    ("_XueWei", "A0901A"),
    ("_XueLi_BiYeYuanXiaoXi", "A0814"),
    ("_XueWei_BiYeYuanXiaoXi", "A0824"),
    ("_RuXueShiJian", "A0804"),
    ("_BiYeShiJian", "A0807"),
)
# A1517 ZB18: what the years' results are called, by code and by name.
_RESULTS = {
    "1": "优秀",
    "2": "称职",
    "3": "基本称职",
    "4": "不称职",
    "2B": "合格",
    "3B": "基本合格",
    "4B": "不合格",
    **dict.fromkeys(("5", "5A", "5B", "5C"), "不定等次"),
    **dict.fromkeys(("6", "6A", "6B"), "未参加考核"),
}
About = Mapping[str, Sequence[Row]]  # the rows of one person, by table


def elements(row: Row, about: About) -> Iterator[Element]:
    """Give the elements of one person: the texts and codes of A01, then what other tables add."""
    made = dict(_basics(row))
    made |= {tag: text for tag, text in _more(about) if text and not made.get(tag)}
    if not made.get("RuDangShiJian"):
        made["RuDangShiJian"] = _party(row)
    for column, tag in FLAGS.items():
        said = value(row, column) or next((value(r, column) for r in about.get("A99Z1", ())), "")
        if said:
            made[tag] = "是" if says_yes(said) else "否"
    yield from (Element(tag, text) for tag, text in made.items())
    if about.get("A15"):
        yield appraisals((value(r, "A1521"), _result(r)) for r in about["A15"])
    yield _family(about.get("A36", ()))


def appraisals(results: Iterable[tuple[str, str]]) -> Element:
    """Make the element of yearly results: (year, result)."""
    years = tuple(_item(NianDu=year, JieGuo=result) for year, result in results)
    return Element(YEARS, children=years, tails=("",) * len(years))


def _basics(row: Row) -> Iterator[tuple[str, str]]:
    for column, tag in TEXTS.items():
        if column in row:
            yield tag, row[column]
    for column, (tag, listed) in CODED.items():
        if value(row, column):
            yield tag, named(value(row, column), listed)
    for column, later in OLDER.items():
        if value(row, column) and not value(row, later):
            yield CODED[later][0], named(value(row, column), CODED[later][1])


def _more(about: About) -> Iterator[tuple[str, str]]:
    """Give what single rows say where A01 is silent."""
    yield from _studies(about.get("A08", ()))
    yield from _standing(about.get("A05", ()))
    yield (
        "ZhuanYeJiShuZhiWu",
        "、".join(
            dict.fromkeys(value(r, "A0602") for r in about.get("A06", ()) if value(r, "A0602"))
        ),
    )
    yield "JiangChengQingKuang", "；".join(filter(None, map(_deed, about.get("A14", ()))))
    results = [(value(r, "A1521"), _result(r)) for r in about.get("A15", ())]
    known = codes.spellings("appraisals").keys() | set(_RESULTS.values())
    last = sorted(each for each in results if each[0] and each[1] in known)[-3:]
    yield "NianDuKaoHeJieGuo", "".join(f"{year}年年度考核{result}；" for year, result in last)


def _studies(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Give the highest education of each mode, of equals the latest, with its months."""
    ranks = codes.ranks("education")
    known = codes.spellings("education")
    for mode in dict.fromkeys(_MODES.values()):
        listed = [r for r in rows if _MODES.get(value(r, "A0837")) == mode]
        if not listed:
            continue

        def place(row: Row) -> tuple[int, str]:
            return ranks.get(known.get(_schooling(row), ""), -1), value(row, "A0807")

        best = max(listed, key=place)
        for ending, column in _STUDY:
            text = _schooling(best) if column == "A0801A" else value(best, column)
            yield mode + ending, text


def _schooling(row: Row) -> str:
    return value(row, "A0801A").replace("(", "（").replace(")", "）").replace(",", "、")


def _standing(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Give the present 职务层次 and 职级 with their months."""
    for kinds, listed, tag, since in (
        (("0", "职务层次"), "levels", "ZhiWuCengCi", "RenZhiWuCengCiShiJian"),
        (("1", "职级"), "grades", "ZhiJi", "RenZhiJiShiJian"),
    ):
        now = [r for r in rows if value(r, "A0531") in kinds and value(r, "A0524") in ("1", "在任")]
        if now:
            latest = max(now, key=lambda row: value(row, "A0504"))
            yield tag, named(value(latest, "A0501B"), listed)
            yield since, value(latest, "A0504")


def _deed(row: Row) -> str:
    """Put one reward or sanction into the words of a form."""
    name, organ = value(row, "A1404A"), value(row, "A1411A")
    date = months.parse_date(value(row, "A1407"))
    parts = (months.show(date[0]) if date else "", f"经{organ}批准" if organ else "", name)
    return "，".join(filter(None, parts)) if name else ""


def _result(row: Row) -> str:
    said = value(row, "A1517")
    return _RESULTS.get(said, said)


def _party(row: Row) -> str:
    party = named(value(row, "A0141"), "parties")
    joined = value(row, "A0144")
    communist = codes.values("parties", "side").get(party) == "中共"
    others = [named(value(row, column), "parties") for column in ("A3921", "A3927")]
    first = joined if joined and communist else party
    return "；".join(filter(None, (first, *others)))


def _family(rows: Sequence[Row]) -> Element:
    items = [
        _item(**{tag: row.get(column, "") for column, tag in _MEMBERS.items()}) for row in rows
    ]
    return Element(FAMILY, children=tuple(items), tails=("",) * len(items))


def _item(**cells: str) -> Element:
    inner = tuple(Element(tag, text) for tag, text in cells.items())
    return Element(MEMBER, children=inner, tails=("",) * len(inner))
