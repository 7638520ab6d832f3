"""Hand-worked cases of families, home areas and whole teams."""

from leadership_model.people.person import Kinship, Relative
from leadership_model.people.unit import Unit
from tests.leadership_model.rules.case import NOW, Case, answer, of_holder, said, worst
from tests.leadership_model.rules.county import M, person, sit
from tests.leadership_model.rules.test_qualification import ask
from tests.leadership_model.rules.test_state import found

# Family lines: A4 business, K5 emigration.

FAMILY = (
    # rule, lines (title, what they do), answer, expected
    ("A4", (("妻子", "个体经营者"),), None, "unknown"),
    ("A4", (("妻子", "云溪市第一中学教师"),), None, ""),
    ("A4", (("女婿", "某公司股东"),), None, "unknown"),
    ("A4", (("弟弟", "个体经营者"),), None, ""),
    ("A4", (("妻子", "个体经营者"),), "否", ""),
    ("A4", (("妻子", "个体经营者"),), "是", "fail"),
    ("K5", (("妻子", "移居国外"),), None, "unknown"),
    ("K5", (("妻子", "教师"), ("儿子", "定居国外")), None, ""),
    ("K5", (("儿子", "定居国外"),), None, "unknown"),
    ("K5", (("儿子", "定居国外"), ("女儿", "学生")), None, ""),
    ("K5", (("妻子", "移居国外"),), "否", "pass"),
    ("K5", (("妻子", "移居国外"),), "是", "fail"),
)


def family(rule, lines, told):
    rows = [
        Relative(id=f"r{i}", person="p1", order=i, title=title, name="某", post_text=text)
        for i, (title, text) in enumerate(lines)
    ]
    rows += answer(rule, told)
    if rule == "A4":
        return of_holder("A4", person(), NOW, *rows, team={"category": "县直部门"})
    return said(ask(rule, person(), *rows))


def family_cases():
    for rule, lines, told, expected in FAMILY:
        article = "回避规定第四条" if rule == "A4" else "第二十四条第（五）项"
        yield Case(rule, f"{lines} {told}", NOW, expected, article,
                   lambda r=rule, n=lines, t=told: family(r, n, t))  # fmt: skip


# A1 亲属, one person and his brother in the same team.


def kin_cases():
    two = person("p2")
    for state, told in ((None, ""), ("待核", "unknown"), ("确认", "fail"), ("排除", "")):
        rows = [Kinship(id="k", person="p1", relative="p2", title="弟弟", state=state)]
        yield Case("A1", f"亲属关系 {state}", NOW, told, "回避规定第三条",
                   lambda r=rows if state else []: of_holder(
                       "A1", person(), NOW, two, sit("dep2", "p2"), *r))  # fmt: skip


# A5 成长地 of a county's head, with and without an answer.

HOMES = (
    ("青石县", None, "fail"), ("白水县", None, ""), (None, None, "unknown"),
    (None, "否", ""), (None, "是", "fail"), (None, "待核", "unknown"), ("青石县", "否", "fail"),
)  # fmt: skip
TOWNSHIP = Unit(id="u9", name="青石县石桥镇", kind="乡镇", area="青石县")
TOWNS = (
    ("石桥镇", None, "fail"), ("青石县", None, "unknown"), ("青石县", "否", ""),
    ("青石县", "是", "fail"), ("白水县", None, ""), (None, None, "unknown"),
)  # fmt: skip


def home_cases():
    for home, told, expected in HOMES:
        yield Case("A5", f"成长地 {home} 核查 {told}", NOW, expected, "回避规定第五条",
                   lambda h=home, t=told: of_holder(
                       "A5", person(hometown=h), NOW, *answer("A5", t, post="head"), post="head",
                       head={"area_head": "县"}))  # fmt: skip
    for home, told, expected in TOWNS:
        yield Case("A7", f"成长地 {home} 核查 {told}", NOW, expected, "公务员回避规定",
                   lambda h=home, t=told: of_holder(
                       "A7", person(hometown=h), NOW, TOWNSHIP, *answer("A7", t, post="head"),
                       post="head", head={"area_head": "乡"},
                       team={"unit": "u9", "category": "乡镇"}))  # fmt: skip


# N1 超配 (one person either side), N2 正职空缺, N3 动议, X6 三分之一, M1.

QUOTAS = ((0, "fail"), (1, ""), (None, "unknown"))
VACANCIES = (
    # who holds the head's seat, born, expected for somebody else
    (None, None, "pass"), ("p9", "1978-01", "fail"), ("p9", "1966-11", "pass"),
    ("p9", "1966-12", "fail"), ("p9", None, "unknown"), ("outsider", None, "fail"),
)  # fmt: skip
ROUNDS = (
    # members who came half a year ago or less (5 months), 6 months ago, long ago; expected
    (1, 0, 2, ""), (2, 0, 1, "fail"), (1, 1, 1, ""), (0, 3, 0, ""), (3, 0, 0, "fail"),
)  # fmt: skip


def vacancy(who, birth):
    if who is None:
        return said(ask("N3", person()))
    if who == "outsider":
        return said(ask("N3", person(), sit("head", None)))
    other = person("p9", birth=M(birth) if birth else None, level="县处级正职")
    return said(ask("N3", person(), other, sit("head", "p9")))


def one_round(fresh, half, old):
    since = ["2026-06"] * fresh + ["2026-05"] * half + ["2020-01"] * old
    people = [person(f"p{i}") for i in range(len(since))]
    seats = [sit(f"dep{i + 1}", f"p{i}", month) for i, month in enumerate(since)]
    return worst([each.result for each in found("X6", *people, *seats, as_of=M(NOW))])


def team_cases():
    for quota, expected in QUOTAS:
        yield Case("N1", f"核定副职 {quota} 实配 1", NOW, expected, "现配－拟免＋拟配≤核定",
                   lambda q=quota: of_holder("N1", person(), NOW,
                                             team={"quota_deputy": q}))  # fmt: skip
    for post, expected in (("head", ""), ("dep1", "fail")):
        yield Case("N2", f"任 {post}", NOW, expected, "班子应配备正职",
                   lambda p=post: of_holder("N2", person(), NOW, post=p))  # fmt: skip
    for who, birth, expected in VACANCIES:
        yield Case("N3", f"现任 {who} {birth} 生", NOW, expected, "先有空缺，后作动议",
                   lambda w=who, b=birth: vacancy(w, b))  # fmt: skip
    for fresh, half, old, expected in ROUNDS:
        yield Case("X6", f"新任 {fresh} 满半年 {half} 原任 {old}", NOW, expected, "不超过三分之一",
                   lambda a=(fresh, half, old): one_round(*a))  # fmt: skip
    autonomous = {"area_kind": "自治县", "autonomy": "彝族、傣族"}
    for ethnicity, expected in (("彝族", ""), ("傣族", ""), ("汉族", "fail"), (None, "unknown")):
        yield Case("M1", f"县长 {ethnicity}", NOW, expected, "民族区域自治法第十七条",
                   lambda e=ethnicity: of_holder(
                       "M1", person(ethnicity=e), NOW, post="head", unit=autonomous))  # fmt: skip
