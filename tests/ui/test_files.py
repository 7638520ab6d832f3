"""The file commands: asking where, opening, backing up, and what happens after."""

import pytest

from ui.files import Files, free_path
from ui.navigation import ImportFiles


@pytest.fixture
def files(bare_context):
    return Files(bare_context, bare_context.workspace)


def test_a_cancelled_question_does_nothing(files, bare_context, asker):
    for command in (files.open, files.new, files.sample, files.new_and_import):
        command()
    assert len(asker.asked) == 4
    assert bare_context.jobs.idle


def test_new_then_backup_then_open(files, bare_context, asker, tmp_path, settle):
    asker.answers.extend([True, tmp_path / "甲.lmdb"])
    files.new()
    settle()
    assert bare_context.workspace.is_open
    assert bare_context.settings.recent == [str(tmp_path / "甲.lmdb")]
    said = []
    bare_context.say.said.connect(said.append)
    asker.answers.append(tmp_path / "乙.lmdb")
    files.backup()
    settle()
    assert "已备份" in said[0]
    asker.answers.append(tmp_path / "乙.lmdb")
    files.open()
    settle()
    assert bare_context.workspace.name == "乙"


def test_a_sample_gets_a_free_name_in_the_home_folder(files, bare_context, asker, settle, own_home):
    for _ in range(2):
        asker.answers.append("300")
        files.sample()
        settle()
    assert sorted(path.name for path in own_home.glob("*.lmdb")) == [
        "云溪市示例库 2.lmdb",
        "云溪市示例库.lmdb",
    ]


def test_import_into_a_new_database(files, bare_context, asker, requests, tmp_path, settle):
    asker.answers.extend([True, tmp_path / "新.lmdb"])
    files.new_and_import()
    settle()
    assert requests == [ImportFiles()]


def test_values_without_a_file_cannot_be_backed_up(context, asker):
    Files(context, context.workspace).backup()
    assert "无法备份" in asker.asked[-1][1]


def test_free_path(tmp_path):
    (tmp_path / "a.lmdb").touch()
    assert free_path(tmp_path, "a").name == "a 2.lmdb"
