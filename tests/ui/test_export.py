import json
import subprocess
import sys
from pathlib import Path

import pytest

from leadership_model.sample import build
from leadership_model.store.actor import Actor
from ui import export


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    path = tmp_path_factory.mktemp("city") / "a.lmdb"
    build.build(path, 90, 1, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def run(city, qapp, capsys):
    def run(*more):
        code = export.main(["--db", str(city), *map(str, more)])
        return code, capsys.readouterr()

    return run


WHO = ("--where", "职务层次 属于 {县处级正职, 县处级副职}")


def test_the_ending_of_the_file_chooses_pdf(run, tmp_path):
    target = tmp_path / "表.pdf"
    code, said = run("--kind", "form", *WHO, "--out", target, "--json")
    assert code == 0
    assert json.loads(said.out) == {"files": [str(target)]}
    assert target.read_bytes().startswith(b"%PDF")


def test_a_format_makes_a_file_for_each_person_in_a_folder(run, tmp_path):
    code, said = run("--kind", "form", *WHO, "--out", tmp_path / "表", "--format", "png", "--json")
    assert code == 0
    names = json.loads(said.out)["files"]
    assert sorted(names) == sorted(str(path) for path in (tmp_path / "表").iterdir())
    assert all(name.endswith(("-1.png", "-2.png")) for name in names)


def test_what_the_library_makes_it_makes_as_before(run, tmp_path):
    target = tmp_path / "册.xlsx"
    code, _ = run("--kind", "roster", *WHO, "--out", target)
    assert code == 0
    assert target.read_bytes().startswith(b"PK")


def test_rosters_and_comparisons_become_pictures_and_pdf(run, tmp_path):
    assert run("--kind", "roster", *WHO, "--out", tmp_path / "册.png")[0] == 0
    assert run("--kind", "comparison", "--out", tmp_path / "比.pdf")[0] == 0
    assert {path.name for path in tmp_path.iterdir()} >= {"比.pdf"}
    assert any(path.suffix == ".png" for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--kind", "lrmx", *WHO, "--out", "x.pdf"), "lrmx 是数据文件"),
        (("--kind", "form", "--where", "年龄 > 69", "--out", "x.pdf"), "没有符合条件的干部"),
        (("--kind", "form", *WHO, "--out", "x.pdf", "--format", "png"), "不一致"),
        (("--kind", "form", "--out", "x.pdf"), "--where"),
        (("--kind", "form", "--out"), "--out 后面没有写内容"),
        (("--kind", "form", "--out", "x.pdf", "--format", "gif"), "--format 不能是“gif”"),
        (("--kind", "form", "--out", "x.pdf", "--where", "没有这个要素 = 1"), "没有这个要素"),
    ],
)
def test_mistakes_are_one_sentence_and_exit_code_two(run, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    code, said = run(*arguments)
    assert code == 2
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert not list(tmp_path.iterdir())


BROKEN = """
import runpy, sys
from ui import export

def broken(_):
    raise KeyError("x")

export.main = broken
sys.argv[:] = ["main.py", "export"]
runpy.run_path("main.py", run_name="__main__")
"""


def test_a_fault_of_ours_is_one_sentence_and_exit_code_one():
    root = Path(export.__file__).parents[1]
    told = subprocess.run(
        [sys.executable, "-c", BROKEN], cwd=root, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "程序出错（KeyError，" in told.stderr


def test_a_report_of_a_team_and_a_volume_of_a_category(run, city, tmp_path):
    code, _ = run("--kind", "report", "--category", "市直部门", "--out", tmp_path / "合订本.pdf")
    assert code == 0
    assert (tmp_path / "合订本.pdf").read_bytes().startswith(b"%PDF")
    one, two = tmp_path / "一.docx", tmp_path / "二.docx"
    for target in (one, two):
        code, _ = run("--kind", "report", "--category", "市直部门", "--out", target)
        assert code == 0
    assert one.read_bytes() == two.read_bytes()
    code, said = run("--kind", "report", "--category", "市直部门", "--out", tmp_path / "报告.xlsx")
    assert (code, "扩展名" in said.err) == (2, True)
