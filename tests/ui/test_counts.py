from dataclasses import replace

from ui.counts import QUOTA, Over


def test_a_later_survey_gives_the_same_as_counting_anew(context, settle):
    settle()
    survey = context.workspace.survey
    over = Over()
    assert over.teams(survey) == Over().teams(survey)
    at = next(i for i, each in enumerate(survey) if any(r.rule == QUOTA for r in each.rules))
    turned = {"fail": "pass"}
    rules = tuple(replace(r, result=turned.get(r.result, "fail")) for r in survey[at].rules)
    other = (*survey[:at], replace(survey[at], rules=rules), *survey[at + 1 :])
    broken = [
        each.team
        for each in other
        if any(r.rule == QUOTA and r.result == "fail" for r in each.rules)
    ]
    assert over.teams(other) == broken != over.teams(survey)
    assert over.teams(survey[:-1]) == Over().teams(survey[:-1])
    assert over.teams(()) == []
