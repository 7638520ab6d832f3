"""Commands that ask and write nothing: keys, types, order and lines of what they print."""

import io
import json
import re
import sqlite3
from contextlib import closing, redirect_stdout

import pytest

from leadership_model.cli.run import main
from leadership_model.people import codes

ELEMENT = {"id", "label", "group", "kind", "sensitive", "known", "absent", "unknown"}
TEAM = {
    "id", "name", "category", "model", "state", "state_low", "state_high", "score_low", "score_high",
    "seats", "filled", "vacancies", "findings", "rules", "sensitive",
}  # fmt: skip
FINDING = {
    "requirement", "kind", "verdict", "measured_low", "measured_high", "target", "detail",
    "points", "s_low", "s_high", "veto", "people", "unknown_people",
}  # fmt: skip
RULE = {"rule", "result", "severity", "waiver", "people", "have", "need", "month", "evidence"}
ROW = {
    "person", "post", "eligible", "score_low", "score_high", "parts", "failed", "near_miss",
    "structure_delta", "steps_down",
}  # fmt: skip
PART = {"condition", "points", "got_low", "got_high", "have", "need"}
FIRST = {True: 0, None: 1, False: 2}


@pytest.fixture(scope="module")
def teams(city):
    """All teams as `assess --all` gives them."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["assess", "--db", str(city), "--all", "--json"]) == 0
    return json.loads(out.getvalue())["teams"]


def test_elements_account_for_everybody(ask, city):
    found = ask("elements", city)["elements"]
    assert len(found) >= 40
    assert all(set(each) == ELEMENT for each in found)
    assert {each["known"] + each["absent"] + each["unknown"] for each in found} == {300}
    assert {each["label"] for each in found if each["sensitive"]} >= {"性别", "民族", "籍贯"}


def test_a_question_gives_the_sure_and_the_unknown(ask, city):
    told = ask("query", city, "--where", "年龄<=45 且 学历>=大学")
    assert set(told) == {"count", "unknown", "sentence", "people", "unknown_people"}
    assert told["sentence"] == "年龄 <= 45 且 学历 >= 大学"
    assert told["count"] == len(told["people"]) > 0
    assert told["unknown"] == len(told["unknown_people"])
    assert all(set(each) == {"id", "name"} for each in told["people"])


@pytest.mark.parametrize("sentence", ["", "年龄 >= 大学", "年龄 <=", "没有这个要素 = 1"])
def test_a_question_that_cannot_be_read_is_refused(refused, city, sentence):
    assert re.search("[一-鿿]", refused("query", city, "--where", sentence))


def test_the_legal_basis_is_told_where_a_sensitive_element_acts(ask, city, teams, capsys):
    team = next(each for each in teams if each["sensitive"])
    told = team["sensitive"][0]
    assert set(told) == {"post", "where", "elements", "basis"}
    assert told["elements"] == ["政治面貌"]
    assert "《中国共产党章程》" in told["basis"]
    assert ask("match", city, "--post", told["post"])["sensitive"][0] == told
    (planned,) = dict.fromkeys(ask("staff", city, "--teams", team["id"])["sensitive"])
    assert planned == f"岗位要求使用敏感要素 政治面貌，依据：{told['basis']}"
    capsys.readouterr()
    assert main(["assess", "--db", str(city), "--team", team["id"]]) == 0
    assert f"{planned}。" in capsys.readouterr().out
    assert main(["staff", "--db", str(city), "--teams", team["id"]]) == 0
    assert f"{planned}。" in capsys.readouterr().out


def test_sensitive_elements_of_a_question_are_named(city, capsys):
    assert main(["query", "--db", str(city), "--where", "性别 = 女 且 少数民族 = 是"]) == 0
    assert "条件使用了敏感要素：" in capsys.readouterr().out


def test_teams_findings_and_rules_have_their_keys(teams):
    assert all(set(team) == TEAM for team in teams)
    assert all(set(each) == FINDING for team in teams for each in team["findings"])
    assert all(set(each["target"]) == {"lo", "hi"} for t in teams for each in t["findings"])
    assert all(set(each) >= RULE for team in teams for each in team["rules"])
    assert {each["result"] for team in teams for each in team["rules"]} <= {"fail", "unknown"}


def test_scores_follow_from_the_findings(teams):
    for team in teams:
        if team["state"] == "unconfigured":
            assert (team["score_low"], team["score_high"], team["findings"]) == (None, None, [])
            continue
        points = sum(each["points"] for each in team["findings"])
        for end in ("low", "high"):
            got = sum(each["points"] * each[f"s_{end}"] for each in team["findings"])
            assert team[f"score_{end}"] == pytest.approx(100 * got / points)


def test_one_team_is_what_it_is_among_all_and_full_adds_what_passes(ask, city, teams):
    team = teams[0]
    assert ask("assess", city, "--team", team["id"])["teams"] == [team]
    (full,) = ask("assess", city, "--team", team["id"], "--full")["teams"]
    assert [each for each in full["rules"] if each["result"] != "pass"] == team["rules"]
    assert "pass" in {each["result"] for each in full["rules"]}


def test_the_lines_of_an_assessment_are_chinese(city, teams, capsys):
    team = max(teams, key=lambda each: len(each["rules"]))
    assert main(["assess", "--db", str(city), "--team", team["id"]]) == 0
    out = capsys.readouterr().out
    assert not re.search(r"green|yellow|\bred\b|unknown|fail|pass", out)
    assert "待核实" in out
    assert re.search(r"依据 .*第 1 版（随程序提供）", out)


def test_nobody_has_heard_of_the_team(refused, city):
    assert refused("assess", city, "--team", "t-x") == "库中没有编号为“t-x”的班子：请核对编号"
    assert refused("match", city, "--post", "s-x") == "库中没有编号为“s-x”的岗位：请核对编号"
    assert refused("match", city, "--person", "p-x") == "库中没有编号为“p-x”的干部：请核对编号"
    assert "至少列出五人" in refused("match", city, "--post", "s-x", "--top", "0")


def ordered(rows, key):
    order = [
        (FIRST[r["eligible"]], r["rank"], -r["score_low"], -r["score_high"], r[key]) for r in rows
    ]
    return order == sorted(order)


def test_people_for_a_post_in_the_order_shown(ask, city, teams):
    post = next(post for team in teams for post in team["vacancies"])
    rows = ask("match", city, "--post", post, "--top", "400")["rows"]
    assert len(rows) > 250
    assert ordered(rows, "person")
    for row in rows:
        assert set(row) >= ROW
        assert all(set(part) == PART for part in row["parts"])
        assert all(set(each) >= {"rule", "have", "need"} for each in row["failed"])
        assert all(set(each) == {"rule", "month"} for each in row["near_miss"])
        assert type(row["score_low"]) is type(row["score_high"]) is int
        points = sum(part["points"] for part in row["parts"])
        for end in ("low", "high"):
            got = 100 * sum(part[f"got_{end}"] for part in row["parts"]) / points
            assert abs(row[f"score_{end}"] - got) <= 0.5
    assert {row["eligible"] for row in rows} >= {True, False}


def test_a_list_never_names_one_person_alone(ask, city, teams):
    post = next(post for team in teams for post in team["vacancies"])
    assert len(ask("match", city, "--post", post, "--top", "1")["rows"]) == 5


def test_whoever_stands_above_the_level_of_a_post_is_marked(ask, city, teams, capsys):
    post = next(post for team in teams for post in team["vacancies"])
    rows = ask("match", city, "--post", post, "--top", "400")["rows"]
    with closing(sqlite3.connect(city)) as base:
        (seat,) = base.execute("select level from post where id = ?", (post,)).fetchone()
        own = dict(base.execute("select id, level from person").fetchall())
    order = codes.ranks("levels")
    higher = {person for person, level in own.items() if order.get(level, 0) > order[seat]}
    marked = {row["person"] for row in rows if row["steps_down"]}
    assert marked == higher & {row["person"] for row in rows}
    assert 0 < len(marked) < len(rows)
    assert main(["match", "--db", str(city), "--post", post, "--top", "400"]) == 0
    assert capsys.readouterr().out.count("现职务层次高于本岗位") == len(marked)


def test_time_cures_what_a_near_miss_says_it_cures(ask, city, teams):
    team = next(each["id"] for each in teams if each["category"].startswith("县级"))
    (full,) = ask("assess", city, "--team", team, "--full")["teams"]
    post = next(each["post"] for each in full["rules"] if each["post"])

    def rows(*arguments):
        found = ask("match", city, "--post", post, "--top", "400", *arguments)["rows"]
        return {row["person"]: row for row in found}

    near = [(row["person"], each) for row in rows().values() for each in row["near_miss"]]
    for person, each in near[:2]:
        failed = rows("--as-of", each["month"])[person]["failed"]
        assert each["rule"] not in {one["rule"] for one in failed}
    assert len(near) >= 2


def test_posts_for_a_person_vacant_first_and_none_below(ask, city, teams):
    vacant = {post for team in teams for post in team["vacancies"]}
    person = next(team["findings"][0]["people"][0] for team in teams if team["findings"])
    rows = ask("match", city, "--person", person, "--top", "300")["rows"]
    places = [row["post"] not in vacant for row in rows]
    assert places == sorted(places)
    assert {row["person"] for row in rows} == {person}
    more = ask("match", city, "--person", person, "--top", "300", "--lower")["rows"]
    assert {row["post"] for row in more} > {row["post"] for row in rows}


def test_somebody_without_a_seat_can_be_asked_about(ask, city, teams):
    seated = {p for team in teams for each in team["findings"] for p in each["people"]}
    everybody = ask("query", city, "--where", "班子成员 = 否")["people"]
    person = next(each["id"] for each in everybody if each["id"] not in seated)
    assert len(ask("match", city, "--person", person)["rows"]) == 20
