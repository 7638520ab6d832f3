"""Places, members, rules, the coming years and comparisons as values."""

from dataclasses import replace

import pytest

from leadership_model.rules.rule import RuleResult
from ui.navigation import MatchPost, OpenPerson, ShowPeople
from ui.pages.assessment import beside, places, roster, spreads, verdicts
from ui.pages.assessment.verdicts import RuleRow


def test_every_team_is_in_the_tree_once(context):
    snapshot = context.workspace.snapshot
    order = places.order(places.tree(snapshot))
    assert sorted(order) == list(range(len(snapshot.teams)))


def test_names_in_the_tree_leave_the_area_out(context):
    snapshot = context.workspace.snapshot
    for node in places.tree(snapshot):
        for child in node.children:
            if child.team >= 0 and snapshot.teams.raw("place")[child.team] == "党委":
                assert child.text in ("县委", "区委", "市委")


def test_the_city_has_a_name(context):
    assert places.city_name(context.workspace.snapshot).endswith("市")


def test_members_are_those_of_the_assessment(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 3))
    found = roster.members(seen)
    known = {each.person for each in found if each.known}
    assert known == set(seen.members())
    ages = spreads.scales(seen)[0]
    assert len(ages.ticks) + ages.unknown == len(seen.members())
    assert min(t.low for t in ages.ticks) <= (ages.mean or 0) <= max(t.high for t in ages.ticks)


def test_bars_count_every_member_once(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 3))
    for spec in spreads.spreads(seen):
        ids = [id for bar in spec.bars for id in bar.ids]
        assert sorted(ids) == sorted(seen.world.person_ids[p] for p in seen.members()), spec.title


def test_open_results_come_first_and_all_hold_the_open_ones(view_of, team_of):
    seen = view_of(team_of(lambda each: any(r.result == "fail" for r in each.rules)))
    some, every = verdicts.rows(seen, everything=False), verdicts.rows(seen, everything=True)
    assert len(some) == len(seen.assessment.rules)
    assert len(every) > len(some)
    assert [each.result.result for each in every] == sorted(
        (each.result.result for each in every), key=verdicts.ORDER.__getitem__
    )
    assert all(each.result.result != "pass" for each in some)


RESULT = RuleResult(rule="P1", result="fail", severity="warn", waiver="local", have="试用期内")


@pytest.mark.parametrize(
    ("answer", "severity", "mark"),
    [
        ("fail", "forbid", "red"),
        ("fail", "note", "yellow"),
        ("unknown", "forbid", "unknown"),
        ("pass", "forbid", "green"),
    ],
)
def test_the_mark_of_a_result(answer, severity, mark):
    row = RuleRow(replace(RESULT, result=answer, severity=severity), None, "", "")
    assert row.verdict == mark


def test_a_result_leads_to_one_card_or_to_a_list(view_of, team_of):
    seen = view_of(team_of(lambda each: each.filled > 3))
    one, two = seen.members()[:2]
    ids = seen.world.person_ids

    def lead(**more):
        return verdicts.behind(seen, RuleRow(replace(RESULT, **more), None, "", ""))

    assert lead(people=(one,)) == OpenPerson(ids[one])
    several = lead(people=(one, two))
    assert isinstance(several, ShowPeople)
    assert several.ids == (ids[one], ids[two])
    assert len(lead().ids) == len(seen.members())


def test_an_empty_seat_leads_to_candidates(view_of, team_of):
    seen = view_of(team_of(lambda each: each.vacancies))
    post = seen.assessment.vacancies[0]
    row = RuleRow(replace(RESULT, post=post), None, "", "")
    assert verdicts.behind(seen, row) == MatchPost(seen.world.post_ids[post])


def test_unconfirmed_rules_are_said_to_be_so(view_of, team_of):
    seen = view_of(team_of(lambda each: each.rules))
    words = [word for word, _ in verdicts.lines(verdicts.rows(seen, everything=False)[0])]
    assert "待核实" in words
    assert "依据" in words


def test_failures_are_counted_by_severity():
    rows = [RuleRow(replace(RESULT, severity=s), None, "", "") for s in ("forbid", "warn", "warn")]
    assert verdicts.summary(rows) == "禁止 1 · 提醒 2"
    assert verdicts.summary([]) == "没有未通过或待核的规则"


def test_teams_compared_are_those_of_the_category(context, view_of, team_of):
    survey, world = context.workspace.survey, context.workspace.world
    seen = view_of(team_of(lambda each: each.score_low is not None))
    category = world.snapshot.teams.raw("category")
    found = beside.rows(world, beside.teams_of(seen, survey, "category"))
    assert {category[each.assessment.team] for each in found} == {category[seen.team]}
    scores = [each.assessment.score_low for each in found if each.standing is not None]
    ranks = [each.standing.rank for each in found if each.standing is not None]
    assert ranks == sorted(ranks)
    assert len(beside.scale(world, found).ticks) == len(scores)
    assert sum(count for _, count in beside.counts(found)) == len(found)


def test_a_cell_of_the_heat_map_is_its_finding(context, view_of, team_of):
    seen = view_of(team_of(lambda each: len(each.findings) > 3))
    (row,) = beside.rows(seen.world, [seen.assessment])
    by_title = {each.title: each for each in beside.columns([row])}
    for finding in seen.assessment.findings:
        cell = by_title[finding.label].cell(row)
        assert (cell.mark, cell.tint) == (finding.verdict, finding.verdict)
        assert finding.detail in by_title[finding.label].tip(row)
