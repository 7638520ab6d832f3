"""Which post the end of a piece of a 简历 line names, given the unit it stands behind."""

import functools
import re
from dataclasses import dataclass

from leadership_model.people.place_words import WORDS, Where
from leadership_model.people.unit_words import OFFICES, TOWNS

HEAD, DEPUTY, OTHER = "正职", "副职", "其他"


@dataclass(frozen=True, slots=True)
class Title:
    """A title cut off the end of a piece: what is left, the words, and their parts."""

    path: str
    party: str = ""  # 党委, 党组 ... where the title belongs to the Party body
    vice: bool = False
    standing: bool = False  # 常务副
    lead: str = ""  # 第一, 专职, 代 ... in front of the word
    word: str = ""
    sort: str = ""  # title / clerk / grade / expert


@dataclass(frozen=True, slots=True)
class Post:
    """What a title means in its unit. `rank` is 正, 副 or 无: where it stands in the unit's ladder.

    `sure` is 0 to 100. An inner post has its own ladder.
    """

    kind: str
    role: str
    rank: str = "无"
    inner: bool = False
    sure: int = 100
    clerk: str | None = None  # 科员 / 办事员


_PARTY = r"(?P<party>机关党委|党委|党工委|纪工委|工委|党组|分党组|党总支|总支|党支部|支部)"
_LEAD = rf"(?:{WORDS['titles']['leads']})*"
_WORD = WORDS["titles"]["words"]
_TITLE = re.compile(rf"^(?P<path>.*?)(?:{_PARTY})?(?P<lead>{_LEAD})(?P<vice>副)?(?P<word>{_WORD})$")
_SORTS = {
    "grade": re.compile(rf"^(?P<path>.*?)(?:{WORDS['grades']['words']})$"),
    "expert": re.compile(rf"^(?P<path>.*?)(?:{WORDS['experts']['words']})$"),
    "clerk": re.compile(rf"^(?P<path>.*?)(?P<word>{WORDS['clerks']['words']})$"),
}
_SOLDIER = re.compile(rf"^(?P<path>.*?)(?:{WORDS['soldiers']['words']})$")
_VILLAGER = re.compile(rf"^(?P<path>.*?)(?:{WORDS['village']['words']})$")
_MEMBER_WORDS = {
    "组织": "组织",
    "宣传": "宣传",
    "统战": "统战",
    "政法": "政法",
    "武装": "武装",
    "人武": "武装",
    "纪检": "纪委书记",
    "纪委": "纪委书记",
}
_GOVERNORS = ("县长", "区长", "市长", "州长", "省长", "旗长", "镇长", "乡长")
_NOT_LEADING = ("委员", "成员", "常委", "总工程师", "总经济师", "总会计师", "总规划师", "总农艺师",
                "总检验师", "总督学", "督学", "专员", "党代表", "局长助理", "校长助理",
                "院长助理")  # fmt: skip
_WORKERS = ("职工", "工人", "合同工", "临时工", "业务员", "营业员", "收银员", "售票员")
_INNER_WORDS = ("处长", "科长", "股长", "庭长", "队长", "大队长", "中队长", "支队长", "所长")
_HEADED_BY_STANDING_DEPUTY = re.compile(r"党校|总工会|行政学院|社会主义学院")


@functools.lru_cache(maxsize=65536)
def cut(piece: str) -> Title | None:
    """Cut the title off the end of a piece; None when it ends in none."""
    found: Title | None = None
    for sort, pattern in _SORTS.items():
        match = pattern.match(piece)
        if match and (found is None or len(match["path"]) < len(found.path)):
            word = match["word"] if sort == "clerk" else piece[len(match["path"]) :]
            found = Title(match["path"], word=word, sort=sort)
    match = _TITLE.match(piece)
    if match and (found is None or len(match["path"]) < len(found.path)):
        found = _leading(match)
    return found


def _leading(match: re.Match[str]) -> Title:
    path, word, lead = match["path"], match["word"], match["lead"]
    vice = bool(match["vice"])
    governs = word.removesuffix("助理") in _GOVERNORS
    if governs and not vice and not lead and not path.endswith((word[0], "政府")):
        path += word[0]
    return Title(path, match["party"] or "", vice, "常务" in lead, lead, word, "title")


def as_village(piece: str) -> str | None:
    """Give the path in front of a village post."""
    found = _VILLAGER.match(piece)
    return found["path"] if found else None


def as_soldier(piece: str) -> str | None:
    """Give the path in front of a post in the forces."""
    found = _SOLDIER.match(piece)
    return found["path"] if found else None


def meaning(title: Title, where: Where) -> Post:
    """Say what a title means in a unit; an unusual one gets a lower confidence."""
    kind = where.kind
    if title.sort == "grade":
        return Post("职级公务员", OTHER)
    if kind == "村社区":
        return _in_village(title)
    if kind == "部队":
        return _in_forces(title)
    if title.sort == "expert":
        return Post("专业技术", OTHER)
    if title.sort == "clerk":
        if title.word in _WORKERS:
            return Post("其他", OTHER)
        clerk = title.word if title.word in ("科员", "办事员") else None
        sure = 70 if title.word == "工作" or kind is None else 100
        return Post("一般干部", OTHER, clerk=clerk, sure=sure)
    if kind in TOWNS:
        return _in_town(title, where)
    if where.inner:
        return _inside(title, where)
    if kind is not None and kind[:2] in ("县级", "市级"):
        return _in_organ(title, kind[2:])
    if kind in ("国有企业", "其他企业"):
        return _in_firm(title)
    post = _in_office(title, where)
    if kind == "高等院校":
        return Post("其他", post.role, post.rank, sure=90)
    return post if kind is not None else Post(post.kind, post.role, post.rank, sure=50)


def _in_village(title: Title) -> Post:
    lead = title.word in ("书记", "主任", "村长") and title.sort == "title"
    return Post("村干部", (DEPUTY if title.vice else HEAD) if lead else OTHER)


def _in_forces(title: Title) -> Post:
    if title.word in ("学员", "文书", "助理员", "干事", "参谋") or title.sort != "title":
        return Post("军官", OTHER)
    if title.word in ("战士", "士兵", "士官", "义务兵", "服役", "服兵役", "班长"):
        return Post("军官", OTHER)
    return Post("军官", DEPUTY if title.vice else HEAD, sure=90)


def _inside(title: Title, where: Where) -> Post:
    stationed = re.search(r"纪检监察组|纪检组|派驻组", where.inner) is not None
    if "专职" in title.lead and title.word == "委员":  # of a court's or procuratorate's committee
        return Post("部门其他", OTHER, "副")
    if stationed and title.word == "组长" and not title.vice:
        return Post("部门其他", OTHER, "副")
    if title.word in ("成员", "委员"):
        return Post("一般干部", OTHER, sure=80)
    kind = "内设副职" if title.vice else "内设正职"
    return Post(kind, DEPUTY if title.vice else HEAD, "副" if title.vice else "正", inner=True)


def _in_firm(title: Title) -> Post:
    whole = title.party + ("副" if title.vice else "") + title.word
    if re.fullmatch(WORDS["firms"]["heads"], whole):
        return Post("企业负责人", HEAD, "正")
    if re.fullmatch(WORDS["firms"]["deputies"], whole) or title.vice:
        return Post("企业负责人", DEPUTY, "副")
    return Post("企业负责人", OTHER, sure=70)


def _in_office(title: Title, where: Where) -> Post:
    if title.word in _INNER_WORDS and not where.organ.endswith(title.word[:-1]):
        return _inside(title, where)
    if title.word in _NOT_LEADING or (title.word == "组长" and not title.vice):
        return Post("部门其他", OTHER, "副" if title.word != "专员" else "无")
    if title.word == "主席" and title.party == "" and where.organ[-2:] == "机关":
        return Post("部门其他", OTHER, "副")
    if title.party in ("机关党委", "党总支", "党支部", "支部", "纪工委"):
        return Post("部门其他", OTHER, "副", sure=90)
    standing = title.standing and bool(_HEADED_BY_STANDING_DEPUTY.search(where.organ))
    if title.vice and not standing:
        return Post("部门副职", DEPUTY, "副")
    return Post("部门正职", HEAD, "正")


def _in_town(title: Title, where: Where) -> Post:
    word, party, path = title.word, title.party, title.path
    if word == "委员":  # 政法 and the like stand in front of other titles too
        path += title.lead
    if where.inner:
        return _inside(title, where)
    if "人大" in path:
        head = word in ("主席", "主任", "书记")
        if not head:
            return Post("一般干部", OTHER, sure=80)
        return Post("人大副职", DEPUTY, "副") if title.vice else Post("人大正职", OTHER, "正")
    if party == "纪工委" or path.endswith(("纪委", "监察办公室")):
        chief = word in ("书记", "主任") and not title.vice
        return Post("纪委书记", DEPUTY, "副") if chief else Post("部门其他", OTHER, "无", sure=80)
    if word == "委员" or (word == "部长" and "武" in path):
        for ending, kind in _MEMBER_WORDS.items():
            if path.endswith((ending, f"{ending}部")) or (ending in path[-6:] and word == "委员"):
                return Post(kind, DEPUTY, "副")
    if word in ("委员", "成员"):
        return Post("党委委员", DEPUTY, "副")
    if word == "书记":
        return Post("党委副书记", DEPUTY, "副") if title.vice else Post("党委书记", HEAD, "正")
    if word.endswith("助理"):
        return Post("其他", OTHER, sure=80)
    if word in ("镇长", "乡长", "长", "主任"):
        return Post("行政副职", DEPUTY, "副") if title.vice else Post("行政正职", HEAD, "正")
    return Post("其他", OTHER, sure=60)


_ORGAN_KINDS = {"人大": "人大", "政协": "政协", "法院": "法院", "检察院": "检察院"}


def _in_organ(title: Title, organ: str) -> Post:
    word, vice = title.word, title.vice
    member = word in ("成员", "委员") or (word in _NOT_LEADING and organ != "党委")
    if organ == "党委":
        return _in_committee(title)
    if organ == "纪委":
        if word in ("书记", "主任") and not vice:
            return Post("纪委书记", HEAD, "委")
        return Post("部门副职" if vice else "部门其他", DEPUTY if vice else OTHER, "副")
    if organ == "政府":
        if member or word in ("秘书长", "专员") or title.word.endswith("助理"):
            return Post("部门其他", OTHER, "无", sure=80)
        if title.standing or (vice and title.party == "党组"):
            return Post("常务副职", DEPUTY, "副")
        return Post("行政副职", DEPUTY, "副") if vice else Post("行政正职", HEAD, "正")
    if member or word in ("秘书长", "常委"):
        return Post("部门其他", OTHER, "无", sure=90)
    kind = _ORGAN_KINDS[organ] + ("副职" if vice else "正职")
    return Post(kind, DEPUTY if vice else HEAD, "副" if vice else "正")


def _in_committee(title: Title) -> Post:
    if title.word == "常委":
        return Post("常委", DEPUTY, "副")
    if title.word == "书记":
        return Post("党委副书记", DEPUTY, "副") if title.vice else Post("党委书记", HEAD, "正")
    if title.word == "委员":
        return Post("党委委员", OTHER, "无", sure=80)
    if title.word == "秘书长" and title.vice:
        return Post("部门其他", OTHER, "无", sure=80)
    if title.word == "秘书长":
        return Post("常委", DEPUTY, "副", sure=90)
    return Post("其他", OTHER, sure=60)


def leads_committee_office(title: Title, where: Where) -> str | None:
    """Give the post kind of the head of a Party office who sits in the standing committee."""
    if title.vice or title.sort != "title" or where.inner or where.kind not in OFFICES:
        return None
    for organ, kind in (("组织部", "组织"), ("宣传部", "宣传"), ("统战部", "统战"),
                        ("统一战线工作部", "统战")):  # fmt: skip
        if where.organ == f"委{organ}" and title.word == "部长":
            return kind
    political = where.organ in ("委政法委", "委政法委员会") and title.word == "书记"
    return "政法" if political else None
