import re
from dataclasses import replace

import pytest

from leadership_model.assessment.comparing import faults, is_reminder
from leadership_model.assessment.outlook import later
from leadership_model.assessment.phrase import span
from leadership_model.assessment.standing import peers
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.team import assess
from leadership_model.assessment.world import World
from leadership_model.matching.scores import Scores
from leadership_model.papers import pages, report
from leadership_model.papers.basis import basis_of, doubts
from leadership_model.papers.closings import by_id, closing_of
from leadership_model.papers.comparison import comparison
from leadership_model.papers.report import Closing, Said, volume
from leadership_model.papers.report_seen import Material, score_text, state_text
from leadership_model.papers.rule_list import rule_list
from leadership_model.papers.team_rows import team_rows
from leadership_model.papers.word_flow import texts
from leadership_model.people.post import Post
from leadership_model.people.rule_notes import RuleException
from leadership_model.people.snapshot import of_records
from leadership_model.sample.city import draw
from leadership_model.store.nouns import Conclusion

PARTS = (
    *("一、班子概况", "二、职能职数", "三、自然结构", "四、功能结构", "五、规则核查", "六、预警"),
    *("七、五年趋势", "八、运行状况", "九、总体评价及优化方向"),
)


@pytest.fixture(scope="module")
def city():
    return draw(600, 2)


@pytest.fixture(scope="module")
def world(city):
    return World.of(of_records(city.records, city.settings), city.month)


@pytest.fixture(scope="module")
def survey(world):
    return assess_all(world)


def flow_of(world, survey, team, closing=None, years=2):
    ahead = [world, *(later(world, world.as_of + 12 * n) for n in range(1, years))]
    like = peers(world, survey, team)
    return report.report(world, Scores(world), survey[team], like, ahead, closing)


def text_of(flow):
    return "\n".join(texts(flow.blocks))


def kinds(survey):
    """A team of each state there is, and the one with most members."""
    found = {}
    for each in survey:
        found.setdefault(each.state, each.team)
    return {**found, "most": max(survey, key=lambda each: each.filled).team}


def test_every_kind_of_team_has_every_part_and_four_to_ten_pages(world, survey):
    for state, team in kinds(survey).items():
        flow = flow_of(world, survey, team)
        text = text_of(flow)
        for part in PARTS:
            assert part in text, (state, part)
        assert 4 <= len(pages.paper_of(flow).pages) <= 10, state


@pytest.fixture(scope="module")
def large(city):
    """The world with a team of forty, its seats and holders taken from other teams."""
    found = World.of(of_records(city.records, city.settings), city.month)
    team = max(assess_all(found), key=lambda each: each.filled).team
    id, owners = found.snapshot.teams.ids[team], found.snapshot.posts.owners()
    others = [at for at in range(len(owners)) if owners[at] != team]
    held = [found.post_ids[at] for at in others if found.seating.holder[at] >= 0]
    moved = set(held[: 40 - int((owners == team).sum())])
    records = [
        replace(each, team=id, linked=None) if isinstance(each, Post) and each.id in moved else each
        for each in city.records
    ]
    return World.of(of_records(records, city.settings), city.month), id


def test_a_team_of_forty_stays_within_ten_pages_and_names_everybody(large):
    world, id = large
    team = world.snapshot.teams.positions[id]
    survey = assess_all(world)
    assert survey[team].filled > 35
    flow = flow_of(world, survey, team, years=6)
    assert len(pages.paper_of(flow).pages) <= 10
    text, names = text_of(flow), world.snapshot.people.raw("name")
    members = [each for each in world.members(team).tolist() if each < world.facts.count]
    assert all(names[member] in text for member in members)
    assert all(rule in text for rule in {e.rule for e in survey[team].rules if e.result == "fail"})


def test_the_numbers_are_those_of_the_judge(world, survey):
    for team in kinds(survey).values():
        text, judged = text_of(flow_of(world, survey, team)), assess(world, team)
        if judged.score_low is None:
            assert "尚未配置结构模型" in text
        else:
            assert f"得分{score_text(judged)}分，状态{state_text(judged)}" in text
        for each in judged.findings:
            assert each.detail in text
            assert span(each.measured_low, each.measured_high) in text
        for each in judged.rules:
            if each.result == "fail":
                assert (each.evidence or each.have) in text
        vacant = len(judged.vacancies)
        assert f"已配{judged.filled}个，空缺{vacant}个" in text
        names = world.snapshot.people.raw("name")
        for member in world.members(team).tolist():
            assert member >= world.facts.count or names[member] in text


def test_a_range_is_printed_as_a_range(world, survey):
    ranged = next(e for e in survey if e.score_low is not None and e.score_low != e.score_high)
    assert f"{ranged.score_low:.1f}～{ranged.score_high:.1f}" in text_of(
        flow_of(world, survey, ranged.team)
    )


def test_the_foot_names_month_versions_and_the_state_of_the_data(world, survey):
    team = next(each.team for each in survey if each.model)
    foot = flow_of(world, survey, team).foot
    assert "基准日期 2026-11" in foot
    assert re.search(r"模型版本 \S+第 1 版", foot)
    assert "数据状态 未入库" in foot
    stored = replace(world.seating, snapshot=replace(world.snapshot, number=41))
    basis = basis_of(replace(world, seating=stored), [survey[team]])
    assert "第 41 号变更" in basis.foot
    assert basis.unknown == doubts([survey[team]])


def test_twice_the_same(world, survey):
    team = survey[0].team
    one, two = (flow_of(world, survey, team) for _ in range(2))
    assert one == two
    assert pages.paper_of(one) == pages.paper_of(two)


def test_what_somebody_concluded_is_signed_and_a_draft_says_it_is_one(world, survey):
    team = survey[0].team
    closing = Closing(Said("结构良好", "张某", world.as_of), Said(), Said("运行优良", "李某", None))
    text = text_of(flow_of(world, survey, team, closing))
    assert "结构良好（张某，2026-11）" in text
    assert "结论：运行优良（李某）" in text
    assert text.count("拟稿，待修改确定") == 1
    assert text_of(flow_of(world, survey, team)).count("拟稿，待修改确定") == 2


def test_conclusions_on_record_are_found_by_team_and_month():
    records = [
        Conclusion(id="team/t/2026-11", kind="班子研判", subject="t", month=24322, text="评价",
                   body='{"direction": "方向"}', signed_by="张某"),
        Conclusion(id="operation/t/2026-11", kind="运行状况", subject="t", month=24322,
                   text="平稳", body='{"state": "运行健康"}'),
    ]  # fmt: skip
    found = closing_of(by_id(records), "t", 24322)
    assert (found.evaluation.text, found.evaluation.by) == ("评价", "张某")
    assert found.direction.text == "方向"
    assert found.operation.text == "运行健康。平稳"
    assert closing_of(by_id(records), "t", 24321) == Closing()


def test_an_exception_stands_with_what_it_allows(city, world, survey):
    failed = next(
        r for each in survey for r in each.rules
        if r.result == "fail" and r.people and r.waiver != "none" and not is_reminder(r)
    )  # fmt: skip
    given = RuleException(
        id="x", rule=failed.rule, person=world.person_ids[failed.people[0]], reason="工作需要",
        approver="市委组织部", reply_number="云组复〔2026〕1号", reply_date="2026-10-01",
    )  # fmt: skip
    told = World.of(of_records([*city.records, given], city.settings), city.month)
    known = assess_all(told)
    for text in (
        text_of(flow_of(told, known, failed.team)),
        "\n".join(
            str(cell.value)
            for sheet in rule_list(told, [known[failed.team]], "清单")
            for cell in sheet.cells
        ),
        "\n".join(
            str(cell.value) for cell in comparison(told, Scores(told), known[failed.team]).cells
        ),
        "\n".join(each.label for each in team_rows(told, known[failed.team])),
        "\n".join(place.detail for each in faults(told, known) for place in each.places),
    ):
        for word in ("工作需要", "市委组织部", "云组复〔2026〕1号", "2026-10-01"):
            assert word in text


def test_what_is_only_running_or_near_is_told_as_such(world, survey):
    found = [r for each in survey for r in each.rules if r.result == "fail" and r.rule == "P1"]
    (sheet, *_) = rule_list(world, survey, "清单")
    answers = {}
    for cell in sheet.cells:
        answers.setdefault(cell.row, {})[cell.column] = str(cell.value)
    listed = [line for line in answers.values() if line.get(0, "").startswith("P1 ")]
    assert len(listed) == len([r for each in survey for r in each.rules
                               if r.rule == "P1" and r.result != "pass"])  # fmt: skip
    assert sum(line[1] == "到期提示" for line in listed) == len(found) > 0
    assert not any(line[1] == "不符合" for line in listed)


def test_a_volume_has_contents_with_the_pages_of_each(world, survey):
    scores = Scores(world)
    made = [
        (Material(world, scores, each), report.report(world, scores, each)) for each in survey[:4]
    ]
    bound = volume(made, "合订本", "foot")
    paper = pages.paper_of(bound)
    places = pages.anchors(bound)
    first = ["".join(r.text for p in b.paragraphs for r in p.runs) for b in paper.pages[0].boxes]
    for (material, _), place in zip(made, places.values(), strict=True):
        assert any(material.name in word for word in first)
        assert str(place) in first
    sizes = [len(pages.paper_of(flow).pages) for _, flow in made]
    assert list(places.values()) == [2 + sum(sizes[:n]) for n in range(4)]
    assert len(paper.pages) == 1 + sum(sizes)


def test_thirty_members_find_room(city):
    team = next(e for e in city.records if type(e).__name__ == "Team" and e.category == "乡镇")
    posts = [e for e in city.records if type(e).__name__ == "Post" and e.team == team.id]
    sitting = [e for e in city.records if type(e).__name__ == "Tenure" and e.end is None]
    tenures = {each.post: each for each in sitting}
    people = [e for e in city.records if type(e).__name__ == "Person"][:40]
    base = next(each for each in posts if each.id in tenures)
    more = [replace(base, id=f"more{n}", name=f"副职{n}", order=90 + n) for n in range(30)]
    held = [
        replace(tenures[base.id], id=f"held{n}", post=f"more{n}", person=people[n].id)
        for n in range(30)
    ]
    large = World.of(of_records([*city.records, *more, *held], city.settings), city.month)
    at = large.snapshot.teams.positions[team.id]
    found = assess(large, at)
    flow = report.report(large, Scores(large), found)
    text = text_of(flow)
    assert len(large.members(at)) >= 30
    assert all(people[n].name in text for n in range(30))
    assert len(pages.paper_of(flow).pages) <= 17  # 41 seats


def test_every_figure_of_a_team_has_its_rows(world, survey):
    for team in kinds(survey).values():
        rows = team_rows(world, survey[team])
        told = {each.label: each for each in rows}
        assert int(told["空缺岗位"].count) == len(told["空缺岗位"].posts)
        assert int(told["岗位"].count) == len(told["岗位"].posts)
        for each in survey[team].findings:
            if each.kind == "count" and each.measured_low == each.measured_high:
                found = next(e for e in rows if e.label.startswith(each.label))
                outside = sum(p >= world.facts.count for p in each.people)
                assert len(found.people) + outside == each.measured_low
