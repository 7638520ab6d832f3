"""A person 干部 and the collections that hang on one. Fields follow the 任免审批表."""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Flag, Id, Month, Number, Ref, Text, names_of

STATUSES = ("在职", "退出领导岗位", "退休", "调出", "去世")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person as recorded. None = unknown; a name in `absent` = known not to exist (无).

    Months are month indices. `birth_year` stands alone where only the year is known. The texts at
    the end are those of the form and are written back as they came.
    """

    id: Id
    name: Text
    sex: Code = None  # 男 / 女
    birth: Month = None
    birth_year: Number = None
    birth_date: Text = None  # YYYYMMDD where the source had the day
    ethnicity: Code = None  # 汉族 ...
    origin: Code = None  # 籍贯
    birthplace: Code = None  # 出生地
    hometown: Code = None  # 成长地: name of an area
    party: Code = None  # 政治面貌: 中共党员, 民革, 无党派, 群众 ...
    other_parties: Code = None  # second and third party, joined by 、
    party_joined: Month = None
    party_text: Text = None  # 入党时间 as the form has it
    work_start: Month = None
    health: Code = None
    marriage: Code = None
    religion: Code = None
    technical_title: Code = None
    speciality: Text = None  # 熟悉专业有何专长
    id_number: Text = None
    unit: Ref = None  # 统计关系所在单位
    post_text: Text = None  # 现任职务 as the form has it
    level: Code = None  # 职务层次, a name of data/codes/levels.toml
    level_since: Month = None
    grade: Code = None  # 职级, a name of data/codes/grades.toml
    grade_since: Month = None
    grassroots: Flag = None  # 是否具有两年以上基层工作经历, as recorded (not derived)
    selected_graduate: Flag = None  # 选调生
    status: Code = "在职"
    status_month: Month = None
    early_retirement: Month = None  # 弹性提前退休: the month agreed
    resume: Text = None  # 简历
    reward_text: Text = None  # 奖惩情况
    rewards_complete: Flag = False  # 奖惩: 无, or every item was read
    appraisal_text: Text = None  # 年度考核结果
    proposed_post: Text = None  # 拟任职务
    removed_post: Text = None  # 拟免职务
    reason: Text = None  # 任免理由
    reporting_unit: Text = None  # 呈报单位
    age_month: Text = None  # 计算年龄时间
    filled_in: Text = None  # 填表时间
    filled_by: Text = None  # 填表人
    has_photo: Flag = False
    absent: str = ""
    version: int = 1
    changed_at: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(f"人员状态只能是 {'、'.join(STATUSES)}，不能是“{self.status}”")

    def is_absent(self, field: str) -> bool:
        """Say whether a field is known not to exist."""
        return field in names_of(self.absent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One 学历 / 学位 of a person; `mode` is 全日制 or 在职."""

    id: Id
    person: Ref
    mode: Code
    schooling: Code = None  # 学历: a name of data/codes/education.toml
    degree: Code = None  # 学位, for example 经济学学士
    degree_level: Code = None  # 博士 / 硕士 / 学士
    school: Text = None  # school and department, first line of the cell
    major: Text = None  # second line of the cell
    discipline: Code = None  # 学科门类
    start: Month = None
    end: Month = None
    absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """The 年度考核 of one year; result 优秀, 称职, 基本称职, 不称职, 不定等次, 未参加."""

    id: Id
    person: Ref
    year: Number
    result: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """One reward 奖励."""

    id: Id
    person: Ref
    month: Month = None
    organ: Text = None
    name: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sanction:
    """One sanction 处分 or measure 组织处理; `ends` is the last day's month, exclusive.

    `kind` is a name of data/codes/sanctions.toml. `ends` None: worked out from kind and month.
    """

    id: Id
    person: Ref
    kind: Code
    month: Month = None
    ends: Month = None
    organ: Text = None
    document: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One line of 家庭主要成员及重要社会关系. `title` is the 称谓, `deceased` 已去世."""

    id: Id
    person: Ref
    order: int = 0
    title: Code = None
    name: Text = None
    birth: Month = None
    birth_year: Number = None
    party: Code = None
    post_text: Text = None
    deceased: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """A relation between two people of the base, confirmed or dismissed by a person.

    `state` is 待核 (a candidate somebody noted), 确认 or 排除.
    """

    id: Id
    person: Ref
    relative: Ref
    title: Code = None
    state: Code = "待核"
    note: Text = None
    entered_by: Text = None
    entered_at: Text = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A value entered by hand or taken over from a roster: 气质, 专长, 熟悉领域 ..."""

    id: Id
    person: Ref
    element: Code
    value: Text
    entered_by: Text = None
    entered_at: Text = None
