"""Hand-worked cases of promotions: qualification, sanctions, appraisals, answers by hand."""

from leadership_model.people.person import Appraisal, Education, Sanction
from leadership_model.people.rule_notes import RuleException
from tests.leadership_model.rules.case import NOW, Case, answer, said
from tests.leadership_model.rules.county import M, person
from tests.leadership_model.rules.test_qualification import ask, row

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
