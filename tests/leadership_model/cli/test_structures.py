import pytest

from leadership_model.cli.run import main

PACK = "guizhou-townships"


def test_models_are_listed_with_their_versions(ask, city):
    found = {each["id"]: each for each in ask("models", city)["models"]}
    (version,) = found["shipped-township"]["versions"]
    assert (version["version"], version["stage"], version["effective"]) == (1, "in force", None)
    assert version["requirements"] > 5


def test_a_pack_is_shown_switched_on_named_and_switched_off(ask, own_city):
    assert ask("packs", own_city)["packs"][0]["state"] == "off"
    shown = ask("packs", own_city, "--on", PACK, "--preview")
    assert shown["published"] == []
    assert "shipped-township@2" in shown["drafts"]
    assert ask("packs", own_city)["packs"][0]["state"] == "off"
    done = ask("packs", own_city, "--on", PACK)
    assert done["published"] == shown["drafts"]
    assert (done["before"], done["after"], done["moved"]) == (
        shown["before"], shown["after"], shown["moved"],
    )  # fmt: skip
    assert ask("packs", own_city)["packs"][0]["state"] == "on"
    teams = ask("assess", own_city, "--all")["teams"]
    township = next(each for each in teams if each["category"] == "乡镇")
    assert [(each["id"], each["version"]) for each in township["model"]] == [
        ("shipped-township", 2)
    ]
    states = {each["id"]: each["state"] for each in teams}
    counted = list(done["after"].values())
    assert sum(counted) <= len(states)
    assert ask("packs", own_city, "--on", PACK)["published"] == []
    ask("packs", own_city, "--off", PACK)
    assert ask("packs", own_city)["packs"][0]["state"] == "off"
    assert ask("packs", own_city)["packs"][0]["clauses"]


def test_an_earlier_month_uses_the_version_in_force_then(ask, own_city):
    ask("packs", own_city, "--on", PACK, "--from", "2026-12")
    for month, number in (("2026-11", 1), ("2026-12", 2)):
        teams = ask("assess", own_city, "--all", "--as-of", month)["teams"]
        township = next(each for each in teams if each["category"] == "乡镇")
        assert township["model"][0]["version"] == number
        target = next(f["target"]["lo"] for f in township["findings"]
                      if f["requirement"] == "township-years")  # fmt: skip
        share = {1: 1 / 2, 2: 2 / 3}[number]
        assert abs(target - share * township["filled"]) < 1.5


def test_two_versions_are_compared(ask, own_city, refused):
    ask("packs", own_city, "--on", PACK)
    found = ask("models", own_city, "--compare", "shipped-township@1", "shipped-township@2")
    (line,) = found["lines"]
    assert (line["id"], line["change"]) == ("township-years", "changed")
    assert {"piece": "目标", "before": "≥ 1/2", "after": "≥ 2/3"} in line["pieces"]
    for team in found["teams"]:
        assert {cause["requirement"] for cause in team["causes"]} == {"township-years"}
    assert "同一编号" in refused(
        "models", own_city, "--compare", "shipped-township@1", "shipped-sub-district@1"
    )


def test_a_model_is_checked_and_unknown_ones_are_refused(ask, city, refused):
    issues = ask("models", city, "--check", "shipped-township")["issues"]
    assert [each for each in issues if each["severity"] == "error"] == []
    assert "没有“nobody@9”" in refused("models", city, "--check", "nobody@9")
    assert "没有编号为“x”的规则包" in refused("packs", city, "--on", "x")


@pytest.mark.parametrize("command", ["models", "packs"])
def test_the_lines_are_chinese(city, capsys, command):
    assert main([command, "--db", str(city)]) == 0
    told = capsys.readouterr().out
    assert "第 1 版" in told or "由人工掌握" in told
