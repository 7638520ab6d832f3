"""Random conditions over real elements, with values such as people have; the same for a seed."""

from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Exists,
    Grades,
    Is,
    Not,
    Some,
    Within,
)

CHOICES = {
    "性别": ("男", "女"),
    "民族": ("汉族", "傣族", "彝族", "哈尼族", "藏族"),
    "政治面貌": ("中共党员", "群众", "民盟", "无党派"),
    "健康状况": ("健康", "良好", "一般"),
    "职务层次": ("乡科级副职", "乡科级正职", "县处级副职", "县处级正职"),
    "职级": ("一级科员", "四级主任科员", "二级主任科员", "四级调研员", "二级调研员"),
}
RANKED = ("职务层次", "职级")
EDUCATION = (
    Compare("形式", "=", "全日制"),
    Compare("形式", "=", "在职"),
    Compare("学历", "=", "大学"),
    Compare("学历", ">=", "研究生"),
    Compare("学历", "<", "大学"),
    Is("学历", "待核"),
)
APPRAISAL = (
    Compare("结果", "=", "优秀"),
    Compare("结果", "≠", "称职"),
    Compare("年度", ">=", 2022),
    Compare("年度", "<=", 2019),
)
SANCTION = (Compare("类别", "=", "党内警告"), Within("类别", ("诫勉", "党内严重警告")))
CAREER = (
    Compare("单位类别", "=", "乡镇"),
    Within("单位类别", ("县直部门", "市直部门")),
    Compare("单位类别", "≠", "乡镇"),
    Compare("角色", "=", "正职"),
    Compare("角色", "=", "副职"),
    Within("岗位类别", ("党委书记", "行政正职")),
)


def random_tree(random, depth=3):
    """Draw a condition of up to three storeys of 且, 或 and 非."""
    kind = random.choice(("leaf", "all", "some", "not")) if depth else "leaf"
    if kind == "leaf":
        return random_leaf(random)
    if kind == "not":
        return Not(random_tree(random, depth - 1))
    parts = tuple(random_tree(random, depth - 1) for _ in range(random.randint(2, 3)))
    return All(parts) if kind == "all" else Some(parts)


def random_leaf(random):
    match random.choice(("choice", "choice", "age", "career", "career", "rows", "grades")):
        case "choice":
            return choice(random)
        case "age":
            return age(random)
        case "career":
            parts = tuple(random.sample(CAREER, random.randint(1, 2)))
            length = random.choice((None, 12, 24, 37, 60, 120))
            measure = "累计" if length is None else random.choice(("累计", "连续"))
            return Career("曾任", parts, measure, length)
        case "rows":
            kind, pool = random.choice(
                (("教育", EDUCATION), ("考核", APPRAISAL), ("处分", SANCTION))
            )
            return Exists(kind, tuple(random.sample(pool, random.randint(0, 2))))
        case _:
            years, times = random.randint(1, 6), random.randint(1, 3)
            return Grades(years, random.choice(("优秀", "称职")), times)


def choice(random):
    name = random.choice(sorted(CHOICES))
    values = CHOICES[name]
    if random.random() < 0.15:
        return Is(name, random.choice(("已知", "待核", "无")))
    if name in RANKED and random.random() < 0.6:
        if random.random() < 0.3:
            low, high = sorted(random.sample(range(len(values)), 2))
            return Between(name, values[low], values[high])
        return Compare(name, random.choice((">", ">=", "<", "<=")), random.choice(values))
    if random.random() < 0.3:
        return Within(name, tuple(random.sample(values, 2)))
    return Compare(name, random.choice(("=", "≠")), random.choice(values))


def age(random):
    if random.random() < 0.1:
        return Is("年龄", random.choice(("已知", "待核", "无")))
    if random.random() < 0.3:
        low = random.randint(25, 50)
        return Between("年龄", low, low + random.randint(0, 10))
    return Compare("年龄", random.choice(("=", "≠", ">", ">=", "<", "<=")), random.randint(25, 62))
