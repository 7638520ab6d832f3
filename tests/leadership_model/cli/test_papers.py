"""The command that writes papers: which files, where, and what is refused."""

import pytest


@pytest.fixture
def team(ask, city):
    teams = ask("assess", city, "--all")["teams"]
    return next(each["id"] for each in teams if each["findings"] and each["filled"] > 3)


@pytest.mark.parametrize(("kind", "ending"), [("form", ".docx"), ("lrmx", ".lrmx")])
def test_a_file_for_each_member_of_a_team(ask, city, team, tmp_path, kind, ending):
    out = tmp_path / "甲 乙" / "表"
    files = ask("export", city, "--kind", kind, "--team", team, "--out", str(out))["files"]
    assert sorted(files) == sorted(str(path) for path in out.iterdir())
    assert len(files) > 3
    assert all(name.endswith(ending) for name in files)


@pytest.mark.parametrize("kind", ["roster", "comparison"])
def test_one_table_of_a_team(ask, city, team, tmp_path, kind):
    out = tmp_path / "表.xlsx"
    told = ask("export", city, "--kind", kind, "--team", team, "--out", str(out))
    assert told == {"files": [str(out)]}
    assert out.read_bytes().startswith(b"PK")


def test_nothing_is_written_when_there_is_nothing_to_write(refused, city, team, tmp_path):
    out = tmp_path / "a.xlsx"
    asked = ("export", city, "--kind", "roster", "--out", str(out))
    assert "--where" in refused(*asked)
    assert "没有符合条件的干部" in refused(*asked, "--where", "年龄 <= 18")
    assert "没有编号" in refused(*asked, "--team", "t-x")
    assert not out.exists()


def test_several_files_never_go_into_one(refused, city, team, tmp_path):
    out = tmp_path / "a.docx"
    out.write_text("留着")
    told = refused("export", city, "--kind", "form", "--team", team, "--out", str(out))
    assert "请给出一个文件夹" in told
    assert out.read_text() == "留着"


def test_a_folder_that_is_not_there_is_named(refused, city, team, tmp_path):
    out = tmp_path / "无" / "a.xlsx"
    told = refused("export", city, "--kind", "roster", "--team", team, "--out", str(out))
    assert str(out) in told


@pytest.mark.parametrize("kind", ["rules", "statistics", "grades", "rows"])
@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_tables_of_teams_and_of_everybody(ask, city, team, tmp_path, kind, ending):
    out = tmp_path / f"表.{ending}"
    which = ("--team", team) if kind in ("rules", "rows") else ()
    told = ask("export", city, "--kind", kind, *which, "--out", str(out))
    assert told == {"files": [str(out)]}
    again = tmp_path / f"又.{ending}"
    ask("export", city, "--kind", kind, *which, "--out", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_a_report_needs_somebody_who_paints(refused, city, team, tmp_path):
    out = tmp_path / "报告.docx"
    told = refused("export", city, "--kind", "report", "--team", team, "--out", str(out))
    assert "main.py export" in told
    assert not out.exists()


def test_statistics_of_a_category_with_bands_of_ones_own(ask, refused, city, tmp_path):
    out = tmp_path / "表.xlsx"
    asked = ("export", city, "--kind", "statistics", "--out", str(out))
    like = ("--category", "市直部门", "--bands", "30,40")
    assert ask(*asked, *like)["files"] == [str(out)]
    assert "从小到大" in refused(*asked, "--bands", "40,30")
    assert "没有这样的班子" in refused(*asked, "--area", "无此地")
