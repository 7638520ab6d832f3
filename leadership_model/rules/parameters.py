"""The parameters of rules: what each is called, its unit, and between which values it makes sense.

A department's setting is checked against them before it is kept.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.rules.rule import SEVERITY_WORDS, Rule


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: its words, its unit and its bounds (both included). All are whole numbers."""

    name: str
    words: str
    unit: str
    least: int
    most: int
    or_zero: bool = False  # 0 is allowed too: it stands for another line

    @property
    def is_switch(self) -> bool:
        """Whether it is a yes or no."""
        return (self.least, self.most) == (0, 1)


def _all() -> Mapping[str, Parameter]:
    listed = (
        ("months", "期限", "个月", 0, 600),
        ("years", "年数", "年", 1, 100),
        ("near_months", "提前提示", "个月", 0, 60),
        ("excellent_months", "年度考核优秀每年缩短", "个月", 0, 24),
        ("poor_months", "基本称职以下或未定等次每年推后", "个月", 0, 24),
        ("posts", "下一级职位数", "个", 1, 5),
        ("steps", "不得越过的层次", "级", 1, 4),
        ("rank", "最低学历位次", "", 1, 8),
        ("rank_bureau", "厅局级以上最低学历位次", "", 1, 8),
        ("months_county", "县级委员会党龄", "个月", 0, 240),
        ("months_city", "市级委员会党龄", "个月", 0, 240),
        ("months_other", "其他党内职务党龄", "个月", 0, 240),
        ("months_clerk", "任科员年限", "个月", 0, 240),
        ("months_deputy", "任副职年限", "个月", 0, 240),
        ("grade_unknown", "有职级无层次的按待核处理", "", 0, 1),
        ("secondment", "挂职经历计入", "", 0, 1),
        ("same_level", "同层次任职也限制", "", 0, 1),
        ("county_women_years", "县处级女干部退休年龄线", "岁", 55, 60),
        ("head_years", "正职年龄", "岁", 45, 70),
        ("deputy_years", "副职年龄", "岁", 45, 70),
        ("section_head_years", "乡科级正职年龄", "岁", 45, 70, True),
        ("section_deputy_years", "乡科级副职年龄", "岁", 45, 70, True),
        ("congress_head_years", "人大政协正职年龄", "岁", 45, 70, True),
        ("congress_deputy_years", "人大政协副职年龄", "岁", 45, 70, True),
        ("changes", "任期内调整次数上限", "次", 0, 5),
        ("terms", "任期数", "个", 1, 5),
        ("counts_from", "超过多少个月计为一个任期", "个月", 0, 59),
        ("apart", "两人任职相隔不足", "个月", 1, 60),
        ("term", "换届前后不问的时间", "个月", 0, 24),
        ("last_counties", "县（市、区）靠后名次数", "名", 1, 50),
        ("last_departments", "市直部门靠后名次数", "名", 1, 200),
        ("percent", "比例下限", "％", 0, 100),
        ("age", "年轻干部年龄上限", "岁", 18, 60),
        ("members", "到龄人数", "人", 1, 50),
        ("parts", "到龄占成员的几分之一", "", 1, 10),
        ("least", "下限", "", 0, 100000),
        ("most", "上限", "", 0, 100000),
        ("oldest", "最大年龄", "岁", 18, 150),
        ("youngest", "最小年龄", "岁", 0, 60),
    )
    found = {str(each[0]): Parameter(*each) for each in listed}
    for kind in codes.names("sanctions"):
        found[kind] = Parameter(kind, f"{kind}影响期", "个月", 0, 1200)
    return found


PARAMETERS = _all()


def parameters_of(rule: Rule) -> tuple[Parameter, ...]:
    """Give the parameters of a rule in the order of its file."""
    return tuple(PARAMETERS[name] for name in rule.parameters)


def check_setting(
    rule: Rule,
    severity: str | None,
    values: Mapping[str, float],
    confirmed_by: str | None = None,
    confirmed_on: str | None = None,
) -> None:
    """Refuse a setting that makes no sense; UserError with a sentence that says what to do."""
    if severity is not None and severity not in SEVERITY_WORDS:
        raise UserError(f"处理程度只能是{'、'.join(SEVERITY_WORDS.values())}，请重新选择")
    for name, value in values.items():
        if name not in rule.parameters:
            raise UserError(f"规则 {rule.id} 没有参数“{name}”，请删去这一项")
        _check_value(PARAMETERS[name], value)
    if "county_women_years" in values and values["county_women_years"] not in (55, 60):
        raise UserError("“县处级女干部退休年龄线”只能是 55 或 60")
    _check_together({**rule.parameters, **values})
    if bool(confirmed_by) != bool(confirmed_on):
        raise UserError("核对人和核对日期要一起填写")
    if confirmed_on and not months.is_day(confirmed_on):
        raise UserError(f"核对日期应写成 2026-11-20 的样子，不能是“{confirmed_on}”")


# Of each pair the first may not be above the second.
IN_ORDER = (
    ("rank", "rank_bureau"),
    ("months_county", "months_city"),
    ("months_other", "months_county"),
    ("deputy_years", "head_years"),
    ("section_deputy_years", "section_head_years"),
    ("congress_deputy_years", "congress_head_years"),
    ("youngest", "oldest"),
    ("政务警告", "政务记过"),
    ("政务记过", "政务记大过"),
    ("apart", "months"),
)


def _check_value(one: Parameter, value: float) -> None:
    """Refuse a value that is no whole number or lies outside its bounds."""
    if type(value) not in (int, float) or not math.isfinite(value):
        raise UserError(f"“{one.words}”应填整数，不能是“{value}”")
    fits = one.least <= value <= one.most or (one.or_zero and value == 0)
    if value != int(value) or not fits:
        zero = "0 或 " if one.or_zero else ""
        span = f"{zero}{one.least} 到 {one.most} 之间的整数"
        raise UserError(f"“{one.words}”应为 {span}，不能是 {value:g}")


def _check_together(values: Mapping[str, float]) -> None:
    """Refuse two values that contradict each other."""
    for low, high in IN_ORDER:
        if low not in values or high not in values or not (values[low] and values[high]):
            continue
        if values[low] > values[high]:
            first, second = PARAMETERS[low].words, PARAMETERS[high].words
            told = f"“{first}”（{values[low]:g}）不能大于“{second}”（{values[high]:g}）"
            raise UserError(f"{told}，请改正其中一个")


def effective_text(rule: Rule) -> str:
    """Write from when to when a version of a rule holds."""
    start = months.show(rule.effective_from) + "起" if rule.effective_from else ""
    end = months.show(rule.effective_to) + "止" if rule.effective_to < 1 << 20 else ""
    return start + end or "一直有效"
