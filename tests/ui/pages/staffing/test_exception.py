"""A drop a rule forbids: stopped with its reason, let through as that rule allows, or kept as draft."""

import numpy as np

from leadership_model.rules.appointment import explain_pairs
from leadership_model.staffing.decision import WAYS
from leadership_model.staffing.move import Move
from leadership_model.staffing.procedure import Record, Report
from leadership_model.staffing.procedure_reports import occasions
from ui.pages.staffing.exception import ExceptionDialog


def forbidden(page, standing):
    """Somebody whose appointment to a post of the board a rule forbids in this way alone."""
    base = page.plan.situation.base
    people = np.arange(len(base.person_ids), dtype=np.int32)
    for card in page.board.cards():
        where = np.full(len(people), card.seat.post, np.int32)
        answers = explain_pairs(base.book, base.seating, people, where, base.as_of)
        for person, results in zip(people.tolist(), answers, strict=True):
            hard = any(r.result == "fail" and r.severity == "forbid" for r in results)
            if hard and person != card.seat.person and not card.seat.linked:
                then = page.plan.preview(page.hand._moves(person, card.seat.post))
                if {each.standing for each in then.conflicts if each.blocks} == {standing}:
                    return person, card.seat.post
    raise AssertionError(f"nobody in the sample whom a rule stops as {standing}")


def test_without_an_answer_nobody_is_moved(page, asker):
    person, post = forbidden(page, "待批复")
    page.hand.put(person, post)
    assert asker.asked[-1] == ("show", "这一步违反规则")
    assert page.plan.scenario.done == ()


def test_the_reply_is_asked_for_and_kept_with_the_move(page, asker, board):
    person, post = forbidden(page, "待批复")
    words = []

    def answer(dialog: ExceptionDialog) -> bool:
        dialog.grant.click()  # nothing written down yet
        words.append(dialog.wrong.text())
        dialog.reason.setText("工作需要")
        dialog.reply.setText("云组函〔2026〕7号")
        dialog.replied.show_month(page.plan.scenario.month - 1)
        dialog.grant.click()
        return dialog.outcome == "granted"

    asker.answers.append(answer)
    page.hand.put(person, post)
    assert "批复文号" in words[0]
    (move,) = page.plan.scenario.done
    assert (move.reply, move.reason) == ("云组函〔2026〕7号", "工作需要")
    assert move.reply_month == page.plan.scenario.month - 1
    assert board.holder(post) == person
    assert not board.card(post).seat.draft
    page.bar.stage.activated.emit(4)  # 讨论决定
    assert page.plan.choices.stage == "动议"  # reports the facts call for are not answered
    assert "事前报告" in asker.asked[-1][1]
    page.plan.records = dict.fromkeys(page.plan.situation.base.person_ids, answered())
    page.bar.stage.activated.emit(4)
    assert page.plan.choices.stage == "讨论决定"


def answered() -> Record:
    """Every situation of prior report is settled by a reply."""
    reply = Report(reply="云组复〔2026〕1号", reply_day="2026-11-02")
    return Record(reports={each.id: reply for each in occasions()})


def keep(dialog: ExceptionDialog) -> bool:
    dialog.keep.click()
    return dialog.outcome == "draft"


def test_a_draft_stays_marked_and_does_not_pass_the_decision(page, asker, board):
    person, post = forbidden(page, "待批复")
    asker.answers.append(keep)
    page.hand.put(person, post)
    assert board.holder(post) == person
    assert board.card(post).seat.draft == "待批复"
    page.bar.stage.activated.emit(4)
    assert page.plan.choices.stage == "动议"
    assert WAYS["待批复"] in asker.asked[-1][1]


def test_where_none_is_allowed_only_the_draft_is_offered(page, asker, board):
    person, post = forbidden(page, "不得例外")

    def look(dialog: ExceptionDialog) -> bool:
        assert dialog.never
        assert not hasattr(dialog, "grant")
        return keep(dialog)

    asker.answers.append(look)
    page.hand.put(person, post)
    assert board.card(post).seat.draft == "不得例外"


def test_a_plan_at_the_decision_takes_no_draft(page, asker):
    person, post = forbidden(page, "待批复")
    page.bar.stage.activated.emit(4)

    def look(dialog: ExceptionDialog) -> bool:
        assert not hasattr(dialog, "keep")
        return False

    asker.answers.append(look)
    page.hand.put(person, post)
    assert page.plan.scenario.done == ()
    situation = page.plan.situation
    move = Move(
        kind="appoint",
        person=situation.base.person_ids[person],
        post=situation.base.post_ids[post],
    )
    page.plan.make((move,))  # past the hand the law holds as well
    assert page.plan.scenario.done == ()
    assert "不能进入讨论决定" in asker.asked[-1][1]
