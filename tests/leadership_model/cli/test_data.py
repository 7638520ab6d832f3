"""Commands on the data as such."""

import gc
import json
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import py7zr

from leadership_model.store import cipher, engine
from leadership_model.store.actor import Actor

SAMPLE = {"people", "teams", "posts", "truth_file"}
IMPORT = {"new", "changed", "unchanged", "conflicting", "issues"}


def test_the_smallest_city_answers_every_question(ask, tmp_path):
    db = tmp_path / "小.db"
    made = ask("sample", db, "--people", "80")
    assert set(made) == SAMPLE
    assert made["people"] == 80
    assert json.loads((tmp_path / "小.truth.json").read_text("utf-8"))["as_of"] == "2026-11"
    assert len(ask("assess", db, "--all")["teams"]) == made["teams"]
    assert ask("check", db)["issues"]


def test_a_city_is_never_laid_over_another_file(refused, own_city):
    before = own_city.read_bytes()
    assert "已经存在" in refused("sample", own_city, "--people", "80")
    assert own_city.read_bytes() == before


def test_too_few_people_are_refused(refused, tmp_path):
    assert "至少为 1" in refused("sample", tmp_path / "a.db", "--people", "0")
    assert "80" in refused("sample", tmp_path / "a.db", "--people", "79")
    assert not (tmp_path / "a.db").exists()


def test_forms_of_a_city_into_a_new_base_twice_then_one_edited(ask, city, tmp_path):
    forms, new = tmp_path / "表", tmp_path / "新.db"
    written = ask("export", city, "--kind", "lrmx", "--where", "年龄 >= 52", "--out", str(forms))
    count = len(written["files"])
    assert count > 10

    def imported():
        told = ask("import", new, str(forms))
        assert set(told) == IMPORT
        return tuple(told[key] for key in ("new", "changed", "unchanged", "conflicting"))

    first, second = imported(), imported()
    assert first == (count, 0, 0, 0)
    assert second == (0, 0, count, 0)
    path = next(p for p in sorted(forms.iterdir()) if "<JianKangZhuangKuang>健康<" in p.read_text())
    path.write_text(path.read_text().replace(">健康<", ">良好<"))
    assert imported() == (0, 1, count - 1, 0)
    assert imported() == (0, 0, count, 0)
    with closing(sqlite3.connect(new)) as base:
        assert base.execute("select count(*) from person where health='良好'").fetchone() == (1,)


def test_a_preview_into_a_base_that_is_not_there_tells_what_the_import_would(
    ask, refused, city, tmp_path
):
    forms, new = tmp_path / "表", tmp_path / "新.db"
    ask("export", city, "--kind", "lrmx", "--where", "年龄 >= 55", "--out", str(forms))
    before = ask("import", new, "--dry-run", str(forms))
    assert not list(tmp_path.glob("*新.db*"))
    assert before["new"] == len(list(forms.iterdir())) > 1
    assert ask("import", new, str(forms)) == before
    nowhere = tmp_path / "无" / "新.db"
    assert "先建立它" in refused("import", nowhere, "--dry-run", str(forms))


def test_two_forms_of_one_person_are_left_alone_and_named(ask, city, tmp_path):
    forms = tmp_path / "表"
    ask("export", city, "--kind", "lrmx", "--where", "年龄 >= 58", "--out", str(forms))
    path = sorted(forms.iterdir())[0]
    text = path.read_text()
    name = text.partition("<XingMing>")[2].partition("</XingMing>")[0]
    (forms / "又.lrmx").write_text(text.replace(f"<XingMing>{name}", "<XingMing>别名"))
    told = ask("import", tmp_path / "新.db", str(forms))
    assert told["conflicting"] == 2
    assert [set(each) for each in told["issues"]] == [
        {"file", "line", "field", "severity", "text"}
    ] * 2


def test_a_path_that_is_not_there_is_an_issue_in_chinese(ask, own_city, tmp_path):
    (issue,) = ask("import", own_city, str(tmp_path / "无此文件"))["issues"]
    assert issue["text"] == "文件打不开（没有这个文件），请确认文件存在且有权读取"
    assert issue["severity"] == "error"


def test_check_speaks_of_the_rules_d_only(ask, city):
    issues = ask("check", city)["issues"]
    assert {each["rule"][0] for each in issues} == {"D"}
    assert all(
        set(each) == {"rule", "severity", "person", "team", "field", "text"} for each in issues
    )
    assert all((each["person"] is None) != (each["team"] is None) for each in issues)


def test_a_backup_restored_is_what_was_backed_up(ask, refused, own_city, tmp_path):
    copy = tmp_path / "备份.db"
    before = ask("assess", own_city, "--all")
    ask("backup", own_city, "--out", str(copy))
    assert "已经存在" in refused("backup", own_city, "--out", str(copy))
    with closing(sqlite3.connect(own_city)) as base, base:
        base.execute("update person set birth = birth - 120")
    assert ask("assess", own_city, "--all") != before
    gc.collect()  # the engines of the questions let go of the file, as they do when a command ends
    told = ask("restore", own_city, "--from", str(copy))
    assert told["kept"]
    assert ask("assess", own_city, "--all") == before
    gc.collect()
    again = ask("restore", own_city, "--from", str(copy))
    assert again["kept"] != told["kept"]


def test_a_file_that_is_no_database_is_not_restored(ask, refused, own_city, tmp_path):
    wrong = tmp_path / "wrong.db"
    wrong.write_text("不是数据库")
    before = ask("assess", own_city, "--all")
    assert "不是数据库文件" in refused("restore", own_city, "--from", str(wrong))
    assert ask("assess", own_city, "--all") == before


def test_a_package_with_a_password_is_sent_to_the_window_and_leaves_nothing(refused, tmp_path):
    package, new = tmp_path / "包.hzb", tmp_path / "新.db"
    with py7zr.SevenZipFile(package, "w", password="秘密") as made:
        made.writestr("<xml/>", "Table/A01.xml")
    assert "请在窗口里导入" in refused("import", new, str(package))
    assert not list(tmp_path.glob("*新.db*"))


def test_a_base_under_a_passphrase_is_opened_at_a_terminal(ask, refused, tmp_path, monkeypatch):
    monkeypatch.setattr(cipher, "MEMORY", 64)
    monkeypatch.setattr(cipher, "KEYS", cipher.Keys())
    path, secret = tmp_path / "city.lmdb", "春江潮水连海平一"
    engine.create(path, Actor("测试员", lambda: "2026-11-20T10:00:00"), passphrase=secret).dispose()
    cipher.forget(path)
    assert "设有口令" in refused("check", path)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("getpass.getpass", lambda _: secret)
    assert ask("check", path)["issues"] == []
