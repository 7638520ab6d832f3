"""Definitions out and in from the command line."""

import json

from leadership_model.cli.run import main


def test_what_goes_out_is_the_same_when_it_comes_in(ask, own_city, tmp_path):
    out = tmp_path / "全部.toml"
    found = ask("export-text", own_city, "--out", str(out))
    assert found["counts"]["element"] > 70
    first = out.read_bytes()
    read = ask("import-text", own_city, str(out))
    assert (read["new"], read["changed"], read["faults"]) == (0, 0, [])
    assert read["same"] == sum(found["counts"].values())
    ask("export-text", own_city, "--out", str(out))
    assert out.read_bytes() == first


def test_some_kinds_as_json_and_only_ones_own(ask, own_city, tmp_path):
    out = tmp_path / "自有.json"
    found = ask("export-text", own_city, "--out", str(out), "--own", "--kinds", "element", "model")
    assert found["counts"]["element"] == 0
    assert set(json.loads(out.read_text("utf-8"))) == {"format", "version", "model"}


def test_a_preview_writes_nothing_and_an_import_does(ask, own_city, tmp_path):
    path = tmp_path / "甲.toml"
    path.write_text(
        'format = "班子模型工作台"\nversion = 1\n\n[[filter]]\nname = "驻村"\n'
        'branches = ["单位类别 = 村社区"]\n',
        "utf-8",
    )
    looked = ask("import-text", own_city, str(path), "--dry-run")
    assert looked["lines"] == [{"kind": "filter", "name": "驻村", "state": "new", "text": ""}]
    assert ask("import-text", own_city, str(path))["new"] == 1
    assert ask("import-text", own_city, str(path))["same"] == 1


def test_faults_are_told_and_nothing_is_written(ask, own_city, tmp_path, capsys):
    path = tmp_path / "坏.toml"
    path.write_text('format = "班子模型工作台"\nversion = 1\n[[filter]]\nname = "甲"\n', "utf-8")
    found = ask("import-text", own_city, str(path))
    assert "第 3 行" in found["faults"][0]
    assert main(["export-text", "--db", str(own_city), "--out", str(tmp_path / "甲.txt")]) == 2
    assert "应当是 .toml 或 .json" in capsys.readouterr().err


def test_an_element_that_would_become_sensitive_under_a_portrait_is_refused(
    ask, own_city, tmp_path
):
    out = tmp_path / "要素.toml"
    ask("export-text", own_city, "--out", str(out), "--kinds", "filter")
    text = out.read_text("utf-8")
    wanted = 'name = "乡镇党政正职"\nbranches = ["单位类别 属于 {乡镇, 街道}'
    assert wanted in text
    out.write_text(text.replace(wanted, wanted.replace('["', '["本地 = 否, ')), "utf-8")
    found = ask("import-text", own_city, str(out))
    assert any("法规依据" in each for each in found["faults"])
