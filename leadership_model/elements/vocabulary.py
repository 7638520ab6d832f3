"""Names inside the brackets of a question about rows: 有 教育 [...], 曾任 [...], and code lists."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from leadership_model import months
from leadership_model.conditions.protocols import Kind, Meaning
from leadership_model.people import career, codes, person, tenure

FLAG = ("否", "是")  # the two values of a flag; their places are the codes 0 and 1
DISCIPLINES = (
    *("哲学", "经济学", "法学", "教育学", "文学", "历史学", "理学", "工学", "农学", "医学"),
    *("军事学", "管理学", "艺术学", "交叉学科"),
)
FIRST_MONTH, LAST_MONTH = months.of(1940, 1), months.of(2060, 12)
LONGEST_CAREER = 600  # months; the domain of lengths of time that are not known


@dataclass(frozen=True, slots=True)
class RowName:
    """What a name means in rows of one kind, which column it reads, and whether it is sensitive.

    Sensitive at the root are family members and what compares an area with the home area.
    """

    meaning: Meaning
    column: str
    sensitive: bool = False


def coded(name: str, code_list: str) -> Meaning:
    """Give the meaning of a choice from a code list; with ranks the values ascend."""
    found = codes.items(code_list)
    if all("rank" in item for item in found):
        ranks = codes.ranks(code_list)
        values = tuple(sorted(ranks, key=lambda value: ranks[value]))
        return Meaning(name, "choice", values, ranks)
    return Meaning(name, "choice", codes.names(code_list))


def listed(name: str, values: Sequence[str], kind: Kind = "choice") -> Meaning:
    """Give the meaning of a choice or set from a list of values; an empty list is open."""
    return Meaning(name, kind, tuple(values), open_values=not values)


def month(name: str) -> Meaning:
    """Give the meaning of a month."""
    return Meaning(name, "month", low=FIRST_MONTH, high=LAST_MONTH)


def number(name: str, low: float, high: float, unit: str) -> Meaning:
    """Give the meaning of a number."""
    return Meaning(name, "number", low=low, high=high, unit=unit)


def text(name: str) -> Meaning:
    """Give the meaning of a text."""
    return Meaning(name, "text")


def flag(name: str) -> Meaning:
    """Give the meaning of a flag."""
    return Meaning(name, "flag", FLAG, absent_possible=False)


def _held(since: str, until: str, length: str) -> tuple[RowName, ...]:
    return (
        RowName(month(since), "start"),
        RowName(month(until), "end"),
        RowName(number(length, 0, LONGEST_CAREER, "月"), "months"),
    )


@codes.remembered
def _rows() -> Mapping[str, tuple[RowName, ...]]:
    return {
        "履历": (
            RowName(listed("类别", career.KINDS), "kind"),
            RowName(listed("单位类别", codes.career_words("unit_kinds")), "unit_kind"),
            RowName(listed("岗位类别", codes.career_words("post_kinds")), "post_kind"),
            RowName(coded("职务层次", "levels"), "level"),
            RowName(listed("角色", codes.career_words("roles")), "role"),
            RowName(listed("职能", codes.names("functions"), "set"), "functions"),
            RowName(listed("地区", ()), "area"),
            RowName(text("单位"), "unit_text"),
            RowName(text("内容"), "text"),
            RowName(flag("挂职"), "secondment"),
            RowName(flag("本单位"), "own_unit"),
            RowName(flag("本地"), "at_home", sensitive=True),
            *_held("开始", "结束", "月数"),
        ),
        "任职": (
            RowName(text("岗位"), "post"),
            RowName(text("班子"), "team"),
            RowName(coded("班子类别", "teams"), "category"),
            RowName(listed("方式", tenure.KINDS), "kind"),
            RowName(coded("职务层次", "levels"), "level"),
            RowName(listed("角色", codes.career_words("roles")), "role"),
            RowName(listed("岗位类别", codes.career_words("post_kinds")), "post_kind"),
            RowName(listed("职能", codes.names("functions"), "set"), "functions"),
            RowName(listed("地区", ()), "area"),
            *_held("开始", "结束", "月数"),
        ),
        "教育": (
            RowName(listed("形式", ("全日制", "在职")), "mode"),
            RowName(coded("学历", "education"), "schooling"),
            RowName(text("学位"), "degree"),
            RowName(coded("学位层次", "degrees"), "degree_level"),
            RowName(text("院校"), "school"),
            RowName(text("专业"), "major"),
            RowName(replace(listed("学科门类", DISCIPLINES), open_values=True), "discipline"),
            RowName(month("入学"), "start"),
            RowName(month("毕业"), "end"),
        ),
        "考核": (
            RowName(number("年度", 1950, 2100, "年"), "year"),
            RowName(coded("结果", "appraisals"), "result"),
        ),
        "处分": (
            RowName(listed("类别", codes.names("sanctions")), "kind"),
            RowName(month("时间"), "month"),
            RowName(month("影响期满"), "ends"),
            RowName(flag("影响期内"), "in_force"),
        ),
        "亲属": (
            RowName(listed("称谓", ()), "title", sensitive=True),
            RowName(
                listed("关系", tuple(dict.fromkeys(codes.relation_groups().values()))),
                "relation",
                sensitive=True,
            ),
            RowName(text("姓名"), "name", sensitive=True),
            RowName(month("出生年月"), "birth", sensitive=True),
            RowName(coded("政治面貌", "parties"), "party", sensitive=True),
            RowName(text("单位及职务"), "post_text", sensitive=True),
            RowName(flag("已故"), "deceased", sensitive=True),
        ),
    }


@codes.remembered
def _named() -> Mapping[str, Mapping[str, RowName]]:
    return {
        rows: MappingProxyType({each.meaning.name: each for each in found})
        for rows, found in _rows().items()
    }


class _RowNames(Mapping[str, Mapping[str, RowName]]):
    """The names by kind of row, with the codes that are laid at the moment."""

    def __getitem__(self, rows: str) -> Mapping[str, RowName]:
        return _named()[rows]

    def __iter__(self) -> Iterator[str]:
        return iter(_named())

    def __len__(self) -> int:
        return len(_named())


ROW_NAMES: Mapping[str, Mapping[str, RowName]] = _RowNames()
STATUSES = person.STATUSES
