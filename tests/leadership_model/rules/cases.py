"""Hand-worked cases of the rules, borders first: case, month, expected finding, article.

Each row was worked out by hand from the text of its article, one month or one person on either
side of a border. `scene` puts the case into a small county (see `county`); a scene gives what the
rule says: "" (nothing), pass, fail, unknown; for R1 how grave (note, forbid).
"""

from collections.abc import Callable
from dataclasses import dataclass

from leadership_model.people.person import Appraisal, Education, Kinship, Relative, Sanction
from leadership_model.people.rule_notes import RuleCheck, RuleException
from leadership_model.people.tenure import Tenure
from leadership_model.people.unit import Unit
from leadership_model.rules.book import with_settings
from tests.leadership_model.rules.county import M, person, sit
from tests.leadership_model.rules.test_book import Setting
from tests.leadership_model.rules.test_qualification import ask, row
from tests.leadership_model.rules.test_state import found

NOW = "2026-11"
LOCAL = with_settings(
    [
        Setting(
            "R2", active=True, parameters='{"section_head_years": 56, "section_deputy_years": 55}'
        )
    ]
)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what it is, the month asked about, what is expected, and the article."""

    rule: str
    what: str
    month: str
    expected: str
    article: str
    scene: Callable[[], str]

    @property
    def id(self) -> str:
        """Name it: rule, what, month."""
        return f"{self.rule} {self.what} {self.month}"


def said(one):
    return one.result if one is not None else ""


def worst(results):
    return next((each for each in ("fail", "unknown", "pass") if each in results), "")


def of_holder(rule, who, month, *records, since="2022-03", post="dep1", **more):
    """What a rule on present seats says of a holder."""
    seats = [who, sit(post, "p1", since), *records]
    return worst([each.result for each in found(rule, *seats, as_of=M(month), **more)])


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


# Q: 选拔任用工作条例 第八条、第九条. What somebody needs for the head's seat (县处级正职) or, as
# head of a township, for a deputy's (县处级副职), asked in 2026-11.

TO_HEAD = (
    # rule, article, fields of the person, expected
    ("Q4", "第八条第（三）项", {"level_since": M("2024-11")}, "pass"),
    ("Q4", "第八条第（三）项", {"level_since": M("2024-12")}, "fail"),
    ("Q4", "第八条第（三）项", {"level": None, "grade": "一级调研员", "resume": "略"}, "unknown"),
    ("Q11", "第九条", {"level_since": M("2025-11")}, "pass"),
    ("Q11", "第九条", {"level_since": M("2025-12")}, "fail"),
    ("Q10", "第九条", {"level": "县处级副职"}, "pass"),
    ("Q10", "第九条", {"level": "乡科级正职"}, "fail"),
    ("Q11", "第九条", {"level": "乡科级正职", "level_since": M("2015-01")}, "pass"),
    ("Q11", "第九条", {"level": "乡科级副职", "level_since": M("2015-01")}, "fail"),
)
TO_DEPUTY = (
    ("Q1", "第八条第（一）项", {"work_start": M("2021-11")}, "pass"),
    ("Q1", "第八条第（一）项", {"work_start": M("2021-12")}, "fail"),
    ("Q1", "第八条第（一）项", {"work_start": None}, "unknown"),
    ("Q5", "第八条第（三）项", {"level_since": M("2023-11")}, "pass"),
    ("Q5", "第八条第（三）项", {"level_since": M("2023-12")}, "fail"),
    ("Q5", "第八条第（三）项", {"level_since": None, "resume": None}, "unknown"),
    ("Q10", "第九条", {"level": "乡科级副职"}, "fail"),
    ("Q11", "第九条", {"level_since": M("2025-12")}, "fail"),
    ("Q11", "第九条", {"level_since": M("2025-11")}, "pass"),
)


def promotion_cases():
    for rule, article, fields, expected in TO_HEAD:
        yield Case(rule, f"拟任正职 {fields}", NOW, expected, article,
                   lambda r=rule, f=fields: said(ask(r, person(**f))))  # fmt: skip
    for rule, article, fields, expected in TO_DEPUTY:
        given = {"level": "乡科级正职", "level_since": M("2015-01"), **fields}
        yield Case(rule, f"拟任副职 {fields}", NOW, expected, article,
                   lambda r=rule, f=given: said(ask(r, person(**f), post="dep1")))  # fmt: skip


# Q2 基层两年, Q3 两个职位: rows of the résumé of a head of a township.

ROWS = (
    # rule, article, rows (start, end, level, unit kind), expected
    ("Q2", "第八条第（一）项", (("2010-01", "2012-01", None, "乡镇"),), "pass"),
    ("Q2", "第八条第（一）项", (("2010-01", "2011-12", None, "乡镇"),), "fail"),
    ("Q2", "第八条第（一）项", (("2010-01", "2011-01", None, "乡镇"),
                             ("2013-01", "2014-01", None, "村社区")), "pass"),
    ("Q2", "第八条第（一）项", (("2010-01", "2011-01", None, "乡镇"),
                             ("2013-01", "2013-12", None, "村社区")), "fail"),
    ("Q2", "第八条第（一）项", (("2001-01", "2020-01", None, "市直部门"),), "fail"),
    ("Q3", "第八条第（二）项", (("2010-01", "2013-01", "乡科级正职", "乡镇"),
                             ("2013-01", None, "乡科级正职", "县直部门")), "pass"),
    ("Q3", "第八条第（二）项", (("2010-01", None, "乡科级正职", "乡镇"),), "fail"),
    ("Q3", "第八条第（二）项", (("2010-01", "2013-01", "乡科级副职", "乡镇"),
                             ("2013-01", None, "乡科级正职", "县直部门")), "fail"),
)  # fmt: skip


def row_cases():
    for at, (rule, article, rows, expected) in enumerate(ROWS):
        entries = [
            row(i, start, end, level=level, unit_kind=kind, text=f"职位{i}")
            for i, (start, end, level, kind) in enumerate(rows)
        ]
        yield Case(rule, f"履历{at + 1}", NOW, expected, article,
                   lambda r=rule, e=entries: said(ask(
                       r, person(level="乡科级正职", level_since=M("2015-01")), *e, post="dep1",
                   )))  # fmt: skip


# Q6 学历, Q14 乡科级 (three years as 科员 and 大专; two years as deputy), Q9 党龄三年.

SCHOOLING = (("大专", "pass"), ("中专", "fail"), ("大学", "pass"), (None, "unknown"))
SECTION = (
    # level held, since, schooling, level of the post, expected
    ("科员", "2023-11", "大专", "乡科级副职", "pass"),
    ("科员", "2023-12", "大专", "乡科级副职", "fail"),
    ("科员", "2015-01", "中专", "乡科级副职", "fail"),
    ("科员", "2015-01", None, "乡科级副职", "unknown"),
    ("乡科级副职", "2024-11", "中专", "乡科级正职", "pass"),
    ("乡科级副职", "2024-12", "大专", "乡科级正职", "fail"),
)
PARTY = (
    # party, joined, expected for a seat on the county committee
    ("中共党员", "2023-11", "pass"),
    ("中共党员", "2023-12", "fail"),
    ("民盟", None, "fail"),
    (None, None, "unknown"),
)


def school(schooling):
    row = Education(id="e", person="p1", mode="全日制", schooling=schooling)
    return [row] if schooling else []


def schooling_cases():
    for schooling, expected in SCHOOLING:
        yield Case("Q6", f"学历 {schooling}", NOW, expected, "第八条第（四）项",
                   lambda s=schooling: said(ask("Q6", person(), *school(s))))  # fmt: skip
    for level, since, schooling, target, expected in SECTION:
        who = person(level=level, level_since=M(since), resume=None)
        yield Case("Q14", f"{level} {since} 起 {schooling}", NOW, expected, "公务员职务晋升规定",
                   lambda w=who, s=schooling, t=target: said(ask(
                       "Q14", w, *school(s), post="dep1", team={"category": "乡镇"},
                       deputy={"level": t})))  # fmt: skip
    for party, joined, expected in PARTY:
        absent = "party_joined" if party == "民盟" else ""
        who = person(party=party, party_joined=M(joined) if joined else None, absent=absent)
        yield Case("Q9", f"{party} {joined}", NOW, expected, "第八条第（七）项",
                   lambda w=who: said(ask("Q9", w, team={"category": "县级党委"},
                                          head={"party_post": True})))  # fmt: skip


# S: 纪律处分条例、政务处分法: the last month in force and the first one out of it.

SANCTIONS = (
    # rule, kind, decided, the last month in force, the first month after
    ("S1", "党内警告", "2025-03", "2026-02", "2026-03"),
    ("S2", "党内严重警告", "2025-03", "2026-08", "2026-09"),
    ("S3", "撤销党内职务", "2024-03", "2026-02", "2026-03"),
    ("S4", "开除党籍", "2021-03", "2026-02", "2026-03"),
    ("S5", "政务警告", "2025-09", "2026-02", "2026-03"),
    ("S5", "政务记过", "2025-03", "2026-02", "2026-03"),
    ("S5", "政务记大过", "2024-09", "2026-02", "2026-03"),
    ("S5", "政务降级", "2024-03", "2026-02", "2026-03"),
    ("S5", "政务撤职", "2024-03", "2026-02", "2026-03"),
    ("S6", "诫勉", "2025-09", "2026-02", "2026-03"),
    ("S6", "停职检查", "2025-09", "2026-02", "2026-03"),
    ("S6", "调整职务", "2025-03", "2026-02", "2026-03"),
    ("S6", "责令辞职", "2024-03", "2026-02", "2026-03"),
    ("S6", "降职", "2024-03", "2026-02", "2026-03"),
)


def sanction_cases():
    for rule, kind, decided, last, after in SANCTIONS:
        held = Sanction(id="s", person="p1", kind=kind, month=M(decided))
        for month, expected in ((last, "fail"), (after, "pass")):
            yield Case(rule, f"{decided} {kind}", month, expected, "处分影响期",
                       lambda r=rule, h=held, m=month: said(
                           ask(r, person(), h, month=M(m))))  # fmt: skip
    for kind, expected in (("党内警告", "fail"), ("诫勉", "fail")):
        held = Sanction(id="s", person="p1", kind=kind, month=M("2026-10"))
        yield Case("K6", f"2026-10 {kind}", NOW, expected, "第二十四条第（六）项",
                   lambda h=held: said(ask("K6", person(), h)))  # fmt: skip


# K3 上年度考核.

APPRAISALS = (
    (((2025, "称职"),), "pass"),
    (((2025, "基本称职"),), "fail"),
    (((2025, "不称职"),), "fail"),
    (((2024, "基本称职"), (2025, "称职")), "pass"),
    (((2023, "称职"),), "unknown"),
    ((), "unknown"),
)


def appraisal_cases():
    for told, expected in APPRAISALS:
        rows = [Appraisal(id=f"a{y}", person="p1", year=y, result=r) for y, r in told]
        yield Case("K3", f"考核 {told}", NOW, expected, "第二十四条第（三）项",
                   lambda r=rows: said(ask("K3", person(), *r)))  # fmt: skip


# Answers by hand: nobody asked (nothing is said), answered, in doubt; an answer of a later month
# is not seen. K: “否”为符合; Q7, Q8, Q12: “是”为符合.

HAND = (
    # rule, article, answer, month of the answer, expected
    *((rule, "第二十四条", answer, month, expected)
      for rule in ("K1", "K2", "K4", "K5", "K7")
      for answer, month, expected in (
          (None, NOW, ""), ("否", NOW, "pass"), ("是", NOW, "fail"), ("待核", NOW, "unknown"),
          ("是", "2026-12", ""),
      )),
    *((rule, "第八条", answer, month, expected)
      for rule in ("Q7", "Q8")
      for answer, month, expected in (
          (None, NOW, ""), ("是", NOW, "pass"), ("否", NOW, "fail"), ("待核", NOW, "unknown"),
          ("否", "2026-12", ""),
      )),
)  # fmt: skip


def answer(rule, said_, month=NOW, post=None):
    row = RuleCheck(id="rc", rule=rule, person="p1", post=post, answer=said_, month=M(month))
    return [row] if said_ else []


def hand_cases():
    for rule, article, told, month, expected in HAND:
        yield Case(rule, f"人工核查 {told} {month}", NOW, expected, article,
                   lambda r=rule, t=told, m=month: said(ask(
                       r, person(), *answer(r, t, m))))  # fmt: skip


# Q12, Q13: 破格: a deputy of 23 months for the head's seat (Q4 asks for 24).

SHORT, LONG = "2024-12", "2024-11"
EXCEPTIONAL = (
    # rule, deputy since, records, expected
    ("Q12", SHORT, (), ""),
    ("Q12", SHORT, ("Q12 是",), "pass"),
    ("Q12", SHORT, ("Q12 否",), "fail"),
    ("Q12", SHORT, ("Q12 待核",), "unknown"),
    ("Q12", LONG, ("Q12 否",), ""),
    ("Q13", SHORT, (), "unknown"),
    ("Q13", LONG, (), ""),
    ("Q13", SHORT, ("批复 Q4",), "pass"),
    ("Q13", SHORT, ("批复 Q5",), "unknown"),
    ("Q13", SHORT, ("无文号 Q4",), "unknown"),
    ("Q13", SHORT, ("Q13 是",), "pass"),
    ("Q13", SHORT, ("Q13 否",), "fail"),
)
LONG_IN_VILLAGES = row(0, "2001-07", "2005-07")


def noted(text):
    first, second = text.split(" ")
    if first.startswith("Q"):
        return answer(first, second)[0]
    number = "云组复〔2026〕12号" if first == "批复" else None
    return RuleException(id="x", rule=second, person="p1", reason="急需", reply_number=number)


def exceptional_cases():
    for rule, since, records, expected in EXCEPTIONAL:
        yield Case(rule, f"副职 {since} 起 {records}", NOW, expected, "第九条",
                   lambda r=rule, s=since, n=records: said(ask(
                       r, person(level_since=M(s)), LONG_IN_VILLAGES,
                       *map(noted, n))))  # fmt: skip


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


TABLES = (
    retirement_cases, leaving_cases, since_cases, term_cases, level_cases, promotion_cases,
    row_cases, schooling_cases, sanction_cases, appraisal_cases, hand_cases, exceptional_cases,
    family_cases, kin_cases, home_cases, team_cases,
)  # fmt: skip
CASES = tuple(case for table in TABLES for case in table())
