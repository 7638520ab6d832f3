"""Arguments, exit codes, and what is said on which stream."""

import re
import subprocess
import sys

import pytest

from leadership_model.cli import run
from leadership_model.cli.run import main

TRANSLATED = {
    (): "缺少命令",
    ("nosuch",): "没有“nosuch”这个命令，可用：sample、import、elements、query、assess、match、"
    "staff、check、export、export-text、import-text、backup、restore、models、packs",
    ("assess",): "缺少--db",
    ("import", "--db", "x"): "缺少文件或文件夹",
    ("assess", "--db", "x"): "--team、--all 要写其中一个",
    ("assess", "--db", "x", "--team", "t", "--all"): "--all 与 --team 只能写一个",
    ("sample", "--db", "x", "--people", "多"): "--people 要写整数，不能是“多”",
    ("staff", "--db", "x", "--teams", "t", "--seconds", "久"): "--seconds 要写数字，不能是“久”",
    ("export", "--db", "x", "--out", "y", "--kind", "z"): "--kind 不能是“z”，可用：roster、form、"
    "comparison、lrmx、report、rules、statistics、grades、rows、plan-motion、plan-meeting、plan-deploy、plan-change、"
    "plan-structure、plan-check、plan-record、plan-form、plan-lrmx、plan-notice、plan-order",
    ("query", "--db", "x", "--where"): "--where 后面没有写内容",
    ("check", "--db", "x", "--json=1"): "--json 后面不能写“1”",
    ("check", "--db", "x", "--oops"): "没有这些参数：--oops",
    ("staff", "--db", "x", "--s", "1"): "“--s”可能是 --seconds、--steps，请写全",
}


@pytest.mark.parametrize("arguments", TRANSLATED, ids=" ".join)
def test_wrong_arguments_are_said_in_chinese(arguments, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"命令行参数有误（{TRANSLATED[arguments]}）：用 --help 查看用法\n"


@pytest.mark.parametrize("command", ["", *run.COMMANDS])
def test_help_speaks_chinese(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    usage, _, told = capsys.readouterr().out.partition("\n\n")
    assert usage.startswith("用法：")
    for line in told.splitlines():
        spoken = line.strip().startswith(("-", "{")) or not line.strip()
        assert spoken or re.search("[一-鿿]", line), line
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", told)


@pytest.mark.parametrize("month", ["2026-13", "十月", "0000-01", ""])
def test_a_month_that_is_none_is_refused(refused, city, month):
    assert f"“{month}”不是年月" in refused("assess", city, "--all", "--as-of", month)


BROKEN = """
import runpy, sys
from leadership_model.cli import data

def broken(_):
    raise KeyError("x")

data.check = broken
sys.argv[1:] = ["check", "--db", "x.db", "--json", *sys.argv[1:]]
runpy.run_module("leadership_model", run_name="__main__")
"""


def broken(*arguments):
    command = [sys.executable, "-c", BROKEN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_fault_of_ours_is_one_sentence_and_exit_code_1():
    told = broken()
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.count("\n") == 1
    assert "程序出错（KeyError，" in told.stderr


def test_a_fault_of_ours_is_shown_in_full_when_asked_for():
    told = broken("--trace")
    assert told.returncode == 1
    assert told.stderr.startswith("Traceback")
    assert "KeyError: 'x'" in told.stderr


def test_the_month_is_the_one_asked_for_else_the_stored_one(ask, city):
    def vacant(*arguments):
        return sum(len(t["vacancies"]) for t in ask("assess", city, "--all", *arguments)["teams"])

    assert vacant() == vacant("--as-of", "2026-11") < vacant("--as-of", "2020-01")


def test_a_reader_who_has_seen_enough_is_no_fault(monkeypatch, tmp_path):
    class Closed:
        def write(self, _):
            raise BrokenPipeError

        def flush(self):
            raise BrokenPipeError

        def fileno(self):
            return self.file.fileno()

    with (tmp_path / "out").open("w") as Closed.file:
        monkeypatch.setattr(run.sys, "stdout", Closed())
        run._say("一行")
