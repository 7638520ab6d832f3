"""规则核查: answering by hand, deciding kinship and home, granting exceptions; undo of each."""

from dataclasses import replace

import pytest

from leadership_model.people.rule_notes import RuleException
from leadership_model.people.seating import seat
from leadership_model.sample.build import build
from leadership_model.store import engine, load
from leadership_model.store import records as records_of
from tests.ui.conftest import actor
from ui.pages.assessment.page import AssessmentPage
from ui.pages.assessment.verdicts import RuleRow

DATE = "2026-11-20"
NOW = 2026 * 12 + 10


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "小城.lmdb"
    build(path, 300, actor=actor())
    base = engine.open(path, actor())
    seating = seat(load.snapshot(base), NOW)
    heads = seating.snapshot.posts.texts("area_head").mask("县", "乡") & (seating.holder >= 0)
    who = seating.snapshot.people.record(int(seating.holder[heads.argmax()]))
    records_of.save(base, actor(), replace(who, hometown=None))
    base.dispose()
    return path


@pytest.fixture
def rules_of(city, tmp_path, bare_context, shown, settle):
    """Show the tab for the first team one of whose results fits."""
    path = tmp_path / "小城.lmdb"
    path.write_bytes(city.read_bytes())
    bare_context.workspace.open(path)
    settle()
    page = shown(AssessmentPage(bare_context))

    def show(fits):
        found = bare_context.workspace.survey
        page.show_team(next(each.team for each in found if any(map(fits, each.rules))))
        page.tabs.turn("rules")
        return page.tabs.content("rules")

    return show


def choose(rules, fits):
    key = next(key for key, row in rules._rows.items() if fits(row))
    rules.view.select_ids([key])
    rules._show_detail()
    return rules._rows[key]


def results(rules, *ids):
    rows = rules._rows.values()
    return [each for each in rows if isinstance(each, RuleRow) and each.result.rule in ids]


def records(rules, name):
    return list(rules._context.workspace.snapshot[name].records())


def undo(rules, settle):
    rules._context.undo.stack.undo()
    settle()


def told(id):
    return lambda each: each.rule.id == id


def test_an_answer_is_kept_signed_shown_and_taken_back(rules_of, asker, settle):
    rules = rules_of(lambda each: True)
    rules.switch.button("hand").click()
    assert rules.view is rules.hand
    row = choose(rules, told("K2"))
    assert row.question.told == "open"

    def bad(dialog):
        dialog.choice.set_current("是")
        dialog.note.setPlainText("测评较差")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(bad)
    rules.settle.click()
    settle()
    (kept,) = records(rules, "rule_check")
    assert (kept.rule, kept.answer, kept.note, kept.post) == ("K2", "是", "测评较差", None)
    assert kept.entered_by
    assert kept.entered_at
    now = choose(rules, lambda each: each.key == row.key)
    assert now.question.told == "bad"
    undo(rules, settle)
    assert records(rules, "rule_check") == []


def test_an_answer_is_withdrawn(rules_of, asker, settle):
    rules = rules_of(lambda each: True)
    rules.switch.button("hand").click()
    row = choose(rules, told("Q8"))
    for press in ("save", "_on_gone"):

        def answer(dialog, press=press):
            if press == "save":
                dialog.choice.set_current("是")
                dialog.save.click()
            else:
                dialog._on_gone()
            return dialog.result()

        asker.answers.append(answer)
        choose(rules, lambda each: each.key == row.key)
        rules.settle.click()
        settle()
        assert len(records(rules, "rule_check")) == (press == "save")


def test_one_question_is_answered_for_several_people_at_once(rules_of, asker, settle):
    rules = rules_of(lambda each: True)
    rules.switch.button("hand").click()
    keys = [key for key, row in rules._rows.items() if row.rule.id == "K1"]
    other = next(key for key, row in rules._rows.items() if row.rule.id == "K4")
    rules.view.select_ids([keys[0], keys[1], other])
    rules._show_detail()
    titles = []

    def fine(dialog):
        titles.append(dialog.windowTitle())
        dialog.choice.set_current("否")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(fine)
    rules.settle.click()
    settle()
    assert len(records(rules, "rule_check")) == 2
    assert {each.rule for each in records(rules, "rule_check")} == {"K1"}
    assert titles[0].endswith("等 2 人")
    undo(rules, settle)
    assert records(rules, "rule_check") == []


def fails_locally(one):
    return one.result == "fail" and one.waiver == "local" and len(one.people) == 1


def test_an_exception_is_granted_changed_ended_and_shown(rules_of, asker, settle):
    rules = rules_of(fails_locally)
    row = choose(rules, lambda each: fails_locally(each.result))
    said = []

    def grant(dialog):
        dialog.save.click()
        said.append(dialog.wrong.text())
        dialog.reason.setPlainText("工作特殊需要")
        dialog.fields["approver"].setText("市委组织部部务会")
        dialog.fields["reply_date"].setText(DATE)
        dialog.fields["start"].setText("2026-01")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(grant)
    rules.waive.click()
    settle()
    assert said == ["请写明例外的理由"]
    (kept,) = records(rules, "exception")
    assert (kept.rule, kept.approver, kept.reply_date) == (
        row.result.rule,
        "市委组织部部务会",
        DATE,
    )

    def same(each):
        one, other = each.result, row.result
        return (one.rule, one.people, one.post) == (other.rule, other.people, other.post)

    again = choose(rules, same)
    assert again.result.exception == f"例外（市委组织部部务会，{DATE}）：工作特殊需要"
    assert again.result.result == "fail"
    assert rules.waive.text() == "例外"

    def change(dialog):
        dialog.reason.setPlainText("另有理由")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(change)
    rules.waive.click()
    settle()
    assert [each.reason for each in records(rules, "exception")] == ["另有理由"]
    rules.switch.button("grants").click()
    choose(rules, lambda each: each.given.id == kept.id)

    def end(dialog):
        dialog.end.click()
        return dialog.result()

    asker.answers.append(end)
    rules.waive.click()
    settle()
    (ended,) = records(rules, "exception")
    assert ended.end == rules._seen.world.as_of
    assert not choose(rules, lambda each: each.given.id == kept.id).holds
    rules.switch.button("open").click()
    assert not choose(rules, same).result.exception
    for _ in range(3):
        undo(rules, settle)
    assert records(rules, "exception") == []


def test_what_allows_no_exception_offers_none(rules_of):
    rules = rules_of(lambda one: one.waiver == "none")
    choose(rules, lambda each: each.result.waiver == "none")
    assert not rules.waive.isEnabled()


def test_a_relation_is_dismissed_with_a_reason(rules_of, asker, settle):
    rules = rules_of(lambda one: one.rule == "A1")
    choose(rules, lambda each: each.result.rule == "A1")
    assert rules.settle.text() == "核定亲属关系"
    said = []

    def dismiss(dialog):
        dialog.choice.set_current("排除")
        dialog.save.click()
        said.append(dialog.wrong.text())
        dialog.note.setPlainText("同名同年，已与本人核实")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(dismiss)
    rules.settle.click()
    settle()
    assert said == ["请写明确认或排除的依据"]
    (kept,) = records(rules, "kinship")
    assert (kept.state, kept.note) == ("排除", "同名同年，已与本人核实")
    assert kept.entered_by
    assert results(rules, "A1") == []
    undo(rules, settle)
    assert len(results(rules, "A1")) == 1


def test_a_confirmed_relation_fails(rules_of, asker, settle):
    rules = rules_of(lambda one: one.rule == "A1")
    choose(rules, lambda each: each.result.rule == "A1")

    def confirm(dialog):
        dialog.choice.set_current("确认")
        dialog.note.setPlainText("已查档案")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(confirm)
    rules.settle.click()
    settle()
    assert [each.result.result for each in results(rules, "A1")] == ["fail"]


@pytest.mark.parametrize(("answer", "expected"), [("否", []), ("是", ["fail"])])
def test_a_home_area_is_settled_by_an_answer(rules_of, asker, settle, answer, expected):
    def asked(one):
        return one.rule in ("A5", "A7") and one.result == "unknown"

    rules = rules_of(asked)
    row = choose(rules, lambda each: asked(each.result))
    assert rules.settle.text() == "核定成长地"

    def say(dialog):
        dialog.choice.set_current(answer)
        dialog.save.click()
        assert dialog.wrong.text() == "请写明确认或排除的依据"
        dialog.note.setPlainText("查阅学籍档案")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(say)
    rules.settle.click()
    settle()
    same = [each for each in results(rules, row.result.rule) if each.result.post == row.result.post]
    assert [each.result.result for each in same] == expected
    undo(rules, settle)
    assert records(rules, "rule_check") == []


def test_a_hometown_found_out_goes_into_the_record(rules_of, asker, settle):
    def asked(one):
        return one.rule in ("A5", "A7") and one.result == "unknown"

    rules = rules_of(asked)
    row = choose(rules, lambda each: asked(each.result))
    person = row.result.people[0]

    def say(dialog):
        dialog.choice.set_current("否")
        dialog.note.setPlainText("查阅学籍档案")
        dialog.place.setText("远方县")
        dialog.save.click()
        return dialog.result()

    asker.answers.append(say)
    rules.settle.click()
    settle()
    snapshot = rules._context.workspace.snapshot
    assert snapshot.people.record(person).hometown == "远方县"
    undo(rules, settle)
    assert rules._context.workspace.snapshot.people.record(person).hometown != "远方县"


def test_an_exception_of_another_team_is_not_listed(rules_of):
    rules = rules_of(fails_locally)
    assert rules._seen is not None
    given = RuleException(id="x", rule="X1", team="anderes")
    assert given.team != rules._seen.id
    rules.switch.button("grants").click()
    assert rules._rows == {}
    assert not rules.waive.isEnabled()
    assert not rules.settle.isEnabled()
