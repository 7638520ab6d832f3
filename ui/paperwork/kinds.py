"""Which papers there are: what each is for, in which formats, of people or of teams. No Qt."""

from dataclasses import dataclass
from typing import Literal

from leadership_model.papers import rosters

Group = Literal["form", "data", "roster", "team", "own"]
FORMATS = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "逗号分隔",
    "lrmx": "lrmx",
    "lrm": "lrm",
}
TABLES = ("xlsx", "docx", "pdf", "csv")


@dataclass(frozen=True, slots=True)
class Kind:
    """One paper; `formats`, the usual first; `group` says what it is made of."""

    id: str
    title: str
    about: str
    icon: str
    group: Group
    formats: tuple[str, ...]

    @property
    def paged(self) -> bool:
        """Whether it can be looked at as pages."""
        return "pdf" in self.formats

    @property
    def single(self) -> bool:
        """Whether a file for each person is possible."""
        return self.group in ("form", "data")


FORM = Kind(
    "form",
    "干部任免审批表",
    "官方版式，两页，含照片；字多时逐级缩小",
    "file-document-outline",
    "form",
    ("pdf", "docx"),
)
LRMX = Kind(
    "lrmx",
    "任免审批表数据（lrmx）",
    "编辑器 3.0 可打开；未改动的栏目原样写回",
    "file-code-outline",
    "data",
    ("lrmx",),
)
LRM = Kind(
    "lrm",
    "任免审批表数据（lrm + pic）",
    "供编辑器 2.0 使用，照片另存为同名 pic",
    "file-code-outline",
    "data",
    ("lrm",),
)
FAMILY = Kind(
    "family",
    "家庭成员登记表",
    "称谓、姓名、出生年月、政治面貌、工作单位及职务",
    "account-group-outline",
    "roster",
    TABLES,
)
TEAMS = (
    Kind(
        "team_roster",
        "班子花名册（按岗位）",
        "逐个岗位，空缺也列出；兼职写在备注",
        "clipboard-account-outline",
        "team",
        TABLES,
    ),
    Kind(
        "ledger",
        "职数台账",
        "应配、实配、超配、缺配，正职、副职分列",
        "numeric",
        "team",
        TABLES,
    ),
    Kind(
        "structure",
        "班子结构统计表",
        "性别、民族、党派、年龄段、学历的人数",
        "chart-bar",
        "team",
        TABLES,
    ),
)
ROSTERS = tuple(
    Kind(
        each.id,
        "在任成员名册" if each.id == "team" else each.title,
        each.about,
        "table-account",
        "roster",
        TABLES,
    )
    for each in rosters.LAYOUTS.values()
)
KINDS: tuple[Kind, ...] = (FORM, LRMX, LRM, *ROSTERS, FAMILY, *TEAMS)
SECTIONS = (("form", "个人材料"), ("roster", "名册"), ("team", "班子材料"), ("own", "自有模板"))


def section_of(kind: Kind) -> str:
    """Give the section of the list a kind stands in."""
    return "form" if kind.group == "data" else kind.group
