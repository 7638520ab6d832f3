from dataclasses import replace

import pytest

from leadership_model.errors import UserError
from leadership_model.exchange import source_rules
from leadership_model.exchange.answers import take
from leadership_model.exchange.offers import EDITED, FILLED, VERIFIED, Guard, guard
from leadership_model.exchange.plan import plan
from leadership_model.exchange.source_rules import ASK, KEEP, TAKE, SourceRule
from leadership_model.people.person import Education, Person
from leadership_model.people.snapshot import of_records
from leadership_model.people.verified import BIRTH, EDUCATION, WORK, Verification
from tests.leadership_model.exchange.planning import form

NUMBER = "110101198003070011"


def base(*more):
    person = Person(
        id="p-1", name="甲示例", birth=23762, id_number=NUMBER, work_start=24000, health="健康"
    )
    return of_records([person, *more])


def checked(fact, *, verified=True):
    return Verification(id=f"v-{fact}", person="p-1", fact=fact, verified=verified)


def only(snapshot, cleaned, known):
    (entry,) = plan(snapshot, [cleaned], known=known).entries
    return entry


def parts(entry):
    return {each.topic: (each.doubt, each.taken) for each in entry.offers}


def said(**cells):
    return form(ShenFenZheng=NUMBER, **cells)


def test_a_verified_field_is_asked_about_and_the_others_wait_with_it():
    snapshot = base(checked(BIRTH), checked(WORK, verified=False))
    cleaned = said(
        ChuShengNianYue="198004", CanJiaGongZuoShiJian="200101", JianKangZhuangKuang="一般"
    )
    entry = only(snapshot, cleaned, guard(snapshot, {}, {}))
    assert parts(entry) == {
        "birth": (VERIFIED, None),
        "work_start": ("", True),
        "health": ("", True),
    }
    assert entry.state == "conflicting"
    assert entry.sentence == "有 1 项与库中不同，请逐项决定：出生年月（已核实）"
    assert entry.person is None


def test_a_field_edited_here_is_asked_about_and_a_rule_may_decide():
    snapshot = base()
    cleaned, known = said(JianKangZhuangKuang="一般"), {"p-1": frozenset({"health"})}
    assert parts(only(snapshot, cleaned, Guard(edited=known))) == {"health": (EDITED, None)}
    for said_so, state in ((TAKE, "changed"), (KEEP, "unchanged")):
        rules = {"lrmx": SourceRule(edited=said_so)}
        assert only(snapshot, cleaned, Guard(edited=known, rules=rules)).state == state


def test_a_rule_counts_for_its_kind_of_source_alone():
    snapshot = base()
    cleaned = said(JianKangZhuangKuang="一般", JiGuan="云岭易溪")
    rules = {"roster": SourceRule(filled=KEEP)}
    taken = {"origin": ("", True), "health": ("", True)}
    assert parts(only(snapshot, cleaned, Guard(rules=rules))) == taken
    roster = replace(cleaned, form=replace(cleaned.form, kind="roster"))
    entry = only(snapshot, roster, Guard(rules=rules))
    assert parts(entry) == {"origin": ("", True), "health": (FILLED, False)}
    assert (entry.person.health, entry.person.origin) == ("健康", "云岭易溪")


def test_an_education_that_is_there_counts_as_filled():
    there = Education(id="e-1", person="p-1", mode="全日制", schooling="大专")
    snapshot = base(there, checked(EDUCATION))
    cleaned = said(QuanRiZhiJiaoYu_XueLi="大学")
    assert parts(only(snapshot, cleaned, guard(snapshot, {}, {}))) == {
        "education": (VERIFIED, None)
    }
    entry = only(base(there), cleaned, Guard(rules={"lrmx": SourceRule(filled=KEEP)}))
    assert entry.state == "unchanged"
    assert only(base(), cleaned, Guard(rules={"lrmx": SourceRule(filled=KEEP)})).state == "changed"


def test_only_parts_that_are_taken_are_written():
    made = plan(base(), [said(JianKangZhuangKuang="一般", JiGuan="云岭易溪")])
    one = take(made, (0,), False, "health").entries[0]
    assert (one.person.health, one.person.origin) == ("健康", "云岭易溪")
    assert [each.field for each in one.changes] == ["origin"]
    none = take(made, (0,), False)
    assert none.entries[0].state == "unchanged"
    assert none.entries[0].person is None
    assert take(none, (0,), True) == made


def test_what_hangs_together_is_taken_together():
    resume = "2001.09--2005.07  易溪县财政局科员"
    made = plan(base(), [said(JianLi=resume, JianKangZhuangKuang="一般")])
    left = take(made, (0,), False, "career_entry").entries[0]
    assert left.person.resume is None
    assert left.rows == ()


def test_somebody_new_can_be_left_out():
    made = plan(of_records([]), [form()])
    assert take(made, (0,), False).counts()["new"] == 0
    assert take(take(made, (0,), False), (0,), True) == made


def test_rules_are_kept_as_a_setting():
    rules = dict(source_rules.read(None))
    assert rules["hzb"] == SourceRule(ASK, ASK, TAKE)
    rules["hzb"] = SourceRule(KEEP, KEEP, KEEP)
    assert source_rules.read(source_rules.write(rules)) == rules
    with pytest.raises(UserError, match="已损坏"):
        source_rules.read('{"hzb": {"verified": 3, "other": 1}}')
    with pytest.raises(UserError, match="已损坏"):
        source_rules.read("[")
