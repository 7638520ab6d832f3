"""Hand-worked cases of holders in office: retirement, leaving posts, probation, rotation, terms."""

from leadership_model.people.tenure import Tenure
from tests.leadership_model.rules.case import LOCAL, NOW, Case, of_holder, worst
from tests.leadership_model.rules.county import M, person, sit
from tests.leadership_model.rules.test_state import found

# R1: 渐进式延迟法定退休年龄; 组通字〔2015〕14号. Months: birth + age + 1 for every 4 months begun
# from 1965-01 (men and women of 县处级) or 1970-01 (other women cadres), at most 36.

RETIRING = (
    # sex, level, birth, month before seven, six months before, month before, the month itself
    ("男", "县处级副职", "1964-12", "2024-05", "2024-06", "2024-11", "2024-12"),
    ("男", "县处级副职", "1965-01", "2024-07", "2024-08", "2025-01", "2025-02"),
    ("男", "县处级副职", "1965-04", "2024-10", "2024-11", "2025-04", "2025-05"),
    ("男", "县处级副职", "1965-05", "2024-12", "2025-01", "2025-06", "2025-07"),
    ("男", "县处级副职", "1965-08", "2025-03", "2025-04", "2025-09", "2025-10"),
    ("男", "县处级副职", "1965-09", "2025-05", "2025-06", "2025-11", "2025-12"),
    ("男", "县处级副职", "1966-12", "2026-11", "2026-12", "2027-05", "2027-06"),
    ("男", "县处级副职", "1970-06", "2031-04", "2031-05", "2031-10", "2031-11"),
    ("男", "县处级副职", "1976-08", "2038-12", "2039-01", "2039-06", "2039-07"),
    ("男", "县处级副职", "1976-09", "2039-02", "2039-03", "2039-08", "2039-09"),
    ("男", "县处级副职", "1978-05", "2040-10", "2040-11", "2041-04", "2041-05"),
    ("女", "县处级副职", "1965-04", "2024-10", "2024-11", "2025-04", "2025-05"),
    ("女", "县处级正职", "1965-05", "2024-12", "2025-01", "2025-06", "2025-07"),
    ("女", "乡科级正职", "1969-12", "2024-05", "2024-06", "2024-11", "2024-12"),
    ("女", "乡科级正职", "1970-01", "2024-07", "2024-08", "2025-01", "2025-02"),
    ("女", "乡科级副职", "1970-04", "2024-10", "2024-11", "2025-04", "2025-05"),
    ("女", "乡科级副职", "1970-05", "2024-12", "2025-01", "2025-06", "2025-07"),
    ("女", "乡科级正职", "1981-08", "2038-12", "2039-01", "2039-06", "2039-07"),
    ("女", "乡科级正职", "1981-09", "2039-02", "2039-03", "2039-08", "2039-09"),
)


def retiring(sex, level, birth, month):
    who = person(sex=sex, level=level, birth=M(birth))
    results = found("R1", who, sit("dep1", "p1", "2022-03"), as_of=M(month))
    return results[0].severity if results else ""


def retirement_cases():
    for sex, level, birth, before, soon, last, due in RETIRING:
        what = f"{sex} {level} {birth} 生"
        for month, expected in ((before, ""), (soon, "note"), (last, "note"), (due, "forbid")):
            yield Case("R1", what, month, expected, "渐进式延迟办法",
                       lambda a=(sex, level, birth, month): retiring(*a))  # fmt: skip


# R2: local lines: heads 58, deputies 57; of 乡科级 56 and 55; in 人大 and 政协 59.

LEAVING = (
    # post, level, category, birth, month, expected
    ("head", "县处级正职", "县级政府", "1968-12", "2026-11", ""),
    ("head", "县处级正职", "县级政府", "1968-11", "2026-11", "fail"),
    ("dep1", "县处级副职", "县级政府", "1969-12", "2026-11", ""),
    ("dep1", "县处级副职", "县级政府", "1969-11", "2026-11", "fail"),
    ("head", "乡科级正职", "乡镇", "1970-12", "2026-11", ""),
    ("head", "乡科级正职", "乡镇", "1970-11", "2026-11", "fail"),
    ("dep1", "乡科级副职", "乡镇", "1971-12", "2026-11", ""),
    ("dep1", "乡科级副职", "乡镇", "1971-11", "2026-11", "fail"),
    ("head", "县处级正职", "县级人大", "1967-12", "2026-11", ""),
    ("head", "县处级正职", "县级人大", "1967-11", "2026-11", "fail"),
    ("dep1", "县处级副职", "县级政协", "1967-12", "2026-11", ""),
    ("dep1", "县处级副职", "县级政协", "1967-11", "2026-11", "fail"),
)


def leaving(post, level, category, birth, month):
    who = person(level=level, birth=M(birth))
    return of_holder(
        "R2", who, month, post=post, book=LOCAL, team={"category": category},
        head={"level": level}, deputy={"level": level},
    )  # fmt: skip


def leaving_cases():
    for post, level, category, birth, month, expected in LEAVING:
        yield Case("R2", f"{category} {level} {birth} 生", month, expected, "本地规定",
                   lambda a=(post, level, category, birth, month): leaving(*a))  # fmt: skip


# Months of one holder in one seat: P1 一年, X1 十年, X5 五年, X3 新提任, A4 and X6 below.

SINCE: tuple[tuple[str, str, dict[str, object], dict[str, object], str, str, str], ...] = (
    # rule, article, more of the tenure, more of the posts, since, month, expected
    ("P1", "试用期条款", {"promoted": True}, {}, "2025-12", NOW, "fail"),
    ("P1", "试用期条款", {"promoted": True}, {}, "2025-11", NOW, ""),
    ("P1", "试用期条款", {"promoted": True}, {}, "2026-11", NOW, "fail"),
    ("P1", "试用期条款", {"promoted": None}, {}, "2025-12", NOW, "unknown"),
    ("P1", "试用期条款", {"promoted": False}, {}, "2025-12", NOW, ""),
    ("P1", "试用期条款", {"promoted": True}, {"elected": True}, "2026-01", NOW, ""),
    ("X1", "交流规定第五条", {}, {}, "2016-12", NOW, ""),
    ("X1", "交流规定第五条", {}, {}, "2016-11", NOW, "fail"),
    ("X1", "交流规定第五条", {}, {}, "2016-11", "2026-10", ""),
    ("X5", "地方交流规定", {}, {"area_head": "县", "post_kind": "组织"}, "2021-12", NOW, ""),
    ("X5", "地方交流规定", {}, {"area_head": "县", "post_kind": "组织"}, "2021-11", NOW, "fail"),
    (
        "X5",
        "地方交流规定",
        {},
        {"area_head": "县", "post_kind": "法院正职"},
        "2021-11",
        "2026-10",
        "",
    ),
    ("X5", "地方交流规定", {}, {"area_head": "县", "post_kind": "行政正职"}, "2011-01", NOW, ""),
    ("X2", "交流规定第五条", {}, {}, "2016-12", NOW, ""),
    ("X2", "交流规定第五条", {}, {}, "2016-11", NOW, "fail"),
)


def since_cases():
    for rule, article, tenure, post, since, month, expected in SINCE:
        held = Tenure(id="t", post="dep1", person="p1", start=M(since), **tenure)
        what = f"{since} 起 {tenure or ''}{post or ''}"
        yield Case(rule, what, month, expected, article,
                   lambda r=rule, h=held, m=month, p=post: worst(
                       [e.result for e in found(r, person(), h, as_of=M(m), deputy=p)]))  # fmt: skip


# T1 届满, T3 两届 (a term counts after more than three years), X7 一届; the term began 2021-12.

TERMS = (
    # rule, article, category, post kind, since, month, expected
    ("T1", "任期规定第三条", "县级政府", None, "2022-03", "2026-05", ""),
    ("T1", "任期规定第三条", "县级政府", None, "2022-03", "2026-06", "fail"),
    ("T1", "任期规定第三条", "县级政府", None, "2022-03", "2026-11", "fail"),
    ("T1", "任期规定第三条", "乡镇", None, "2022-03", "2026-06", "fail"),
    ("T1", "任期规定第三条", "市直部门", None, "2022-03", "2026-11", ""),
    ("T3", "任期规定第六条", "县级政府", None, "2018-11", "2024-12", ""),
    ("T3", "任期规定第六条", "县级政府", None, "2018-11", "2025-01", "fail"),
    ("T3", "任期规定第六条", "县级政府", None, "2018-12", "2026-11", ""),
    ("T3", "任期规定第六条", "县级政府", None, "2016-12", "2021-12", ""),
    ("T3", "任期规定第六条", "县级政府", None, "2011-12", "2019-12", ""),
    ("T3", "任期规定第六条", "县级政府", None, "2011-12", "2020-01", "fail"),
    ("X7", "换届交流", "县级党委", "纪委书记", "2018-11", "2021-12", "fail"),
    ("X7", "换届交流", "县级党委", "纪委书记", "2018-12", "2026-11", ""),
    ("X7", "换届交流", "县级党委", "纪委书记", "2018-11", "2021-11", ""),
    ("X7", "换届交流", "县级党委", "常委", "2010-01", "2026-11", ""),
)


def term_cases():
    for rule, article, category, kind, since, month, expected in TERMS:
        team, post = {"category": category, "term_start": M("2021-12")}, {"post_kind": kind}
        yield Case(rule, f"{category} {since} 起", month, expected, article,
                   lambda r=rule, s=since, m=month, t=team, p=post: of_holder(
                       r, person(level_since=M(s)), m, since=s, team=t, deputy=p))  # fmt: skip


# T4: 同一层次十五年, by the record of the level.

LEVEL_SINCE = (("2011-12", NOW, ""), ("2011-11", NOW, "fail"), ("2011-11", "2026-10", ""))


def level_cases():
    for since, month, expected in LEVEL_SINCE:
        yield Case("T4", f"{since} 任县处级副职", month, expected, "任期规定第七条",
                   lambda s=since, m=month: of_holder(
                       "T4", person(level_since=M(s)), m))  # fmt: skip
