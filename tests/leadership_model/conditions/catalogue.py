"""A small catalogue for tests of the question language."""

from leadership_model.conditions.protocols import Meaning

LEVELS = ("小学", "大专", "大学", "研究生")
MEANINGS = {
    "年龄": Meaning("年龄", "number", low=18, high=70, unit="岁", absent_possible=False),
    "党龄": Meaning("党龄", "number", low=0, high=60, unit="年"),
    "2024": Meaning("2024", "number", low=0, high=9),
    "性别": Meaning("性别", "choice", ("男", "女"), absent_possible=False),
    "民族": Meaning("民族", "choice", ("汉族", "彝族", "傣族"), absent_possible=False),
    "籍贯": Meaning("籍贯", "choice", open_values=True),
    "学历": Meaning("学历", "choice", LEVELS, {v: i for i, v in enumerate(LEVELS)}),
    "党外": Meaning("党外", "flag", ("否", "是")),
    "出生年月": Meaning("出生年月", "month", low=23000, high=24400),
    "熟悉领域": Meaning("熟悉领域", "set", ("经济", "农业", "党务")),
    "专业": Meaning("专业", "text"),
    "满24个月": Meaning("满24个月", "text"),
    "且": Meaning("且", "text"),
}
ROWS = {
    "履历": {
        "单位类别": Meaning("单位类别", "choice", ("乡镇", "县直部门")),
        "职务层次": Meaning("职务层次", "choice", ("科员", "正科"), {"科员": 1, "正科": 2}),
        "职能": Meaning("职能", "set", ("经济", "农业")),
        "开始": Meaning("开始", "month"),
    },
    "考核": {
        "年度": Meaning("年度", "number"),
        "结果": Meaning("结果", "choice", ("优秀", "称职", "基本称职")),
    },
    "亲属": {"称谓": Meaning("称谓", "choice", open_values=True)},
}
FILTERS = ("乡镇党政正职", "基层工作", "近3年年度考核")


class SmallCatalogue:
    """Implements Names."""

    def meaning(self, name):
        return MEANINGS.get(name)

    def filter_parts(self, name):
        return () if name in FILTERS else None

    def row_meaning(self, rows, name):
        return ROWS.get(rows, {}).get(name)

    def element_names(self):
        return tuple(MEANINGS)

    def filter_names(self):
        return FILTERS


NAMES = SmallCatalogue()
