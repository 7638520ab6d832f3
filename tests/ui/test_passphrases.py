"""A database under a passphrase, on screen: made, opened, refused, changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from leadership_model.store import cipher
from ui.files import Files
from ui.passphrases import WARNING, PassphraseDialog

SECRET, OTHER = "春江潮水连海平一", "海上明月共潮生二"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Derive keys with little memory; nobody waits after a wrong one."""
    monkeypatch.setattr(cipher, "MEMORY", 64)
    monkeypatch.setattr(cipher, "PASSES", 1)
    monkeypatch.setattr(cipher, "KEYS", cipher.Keys())
    monkeypatch.setattr(cipher, "LONGEST_DELAY", 0.0)


@pytest.fixture
def files(bare_context):
    return Files(bare_context, bare_context.workspace)


def typed(*texts):
    """Type into the fields of a dialog in turn and press Enter; say whether it was accepted."""

    def answer(dialog):
        dialog.show()
        fields = [each for each in fields_of(dialog) if not each.isHidden()]
        for field, text in zip(fields, texts, strict=True):
            field.setText(text)
        QTest.keyClick(fields[-1], Qt.Key.Key_Return)
        return bool(dialog.result())

    return answer


def fields_of(dialog):
    if hasattr(dialog, "former"):
        return dialog.former, dialog.first, dialog.again
    return (dialog.field,)


@pytest.fixture
def locked(files, bare_context, asker, settle, tmp_path):
    """A database made under a passphrase, closed again."""
    path = tmp_path / "密.lmdb"
    asker.answers.extend([typed(SECRET, SECRET), path])
    files.new()
    settle()
    assert bare_context.workspace.is_open
    files.close()
    settle()
    return path


def test_a_new_database_is_encrypted_and_asks_when_it_is_opened(
    locked, files, bare_context, asker, settle
):
    assert cipher.is_locked(locked)
    files.open_path(locked)  # nobody answers
    settle()
    assert not bare_context.workspace.is_open
    asker.answers.extend([typed("不是这个口令呀"), typed(SECRET)])
    files.open_path(locked)
    settle()
    assert bare_context.workspace.is_open
    assert [kind for kind, _ in asker.asked[-2:]] == ["show", "show"]


def test_without_a_passphrase_it_opens_at_once(files, bare_context, asker, settle, tmp_path):
    asker.answers.extend([typed("", ""), tmp_path / "明.lmdb"])
    files.new()
    settle()
    files.close()
    settle()
    files.open_path(tmp_path / "明.lmdb")
    settle()
    assert bare_context.workspace.is_open
    assert not cipher.salt_of(tmp_path / "明.lmdb")


@pytest.mark.parametrize(
    ("first", "again", "told"), [("短", "短", "太短"), (SECRET, OTHER, "两次输入的口令不一样")]
)
def test_a_passphrase_that_cannot_be_one_is_refused_where_it_stands(
    files, asker, tmp_path, first, again, told
):
    said = []

    def answer(dialog):
        accepted = typed(first, again)(dialog)
        said.append(dialog.wrong.text())
        return accepted

    asker.answers.extend([answer, tmp_path / "库.lmdb"])
    files.new()
    assert told in said[0]
    assert not list(tmp_path.glob("*.lmdb"))


def test_the_passphrase_is_changed_and_the_database_goes_on(
    locked, files, bare_context, asker, settle
):
    said, refused = [], []
    bare_context.say.said.connect(said.append)
    bare_context.jobs.refused.connect(refused.append)
    asker.answers.append(typed(SECRET))
    files.open_path(locked)
    settle()
    asker.answers.append(typed("不是这个口令呀", OTHER, OTHER))
    files.passphrase()
    settle()
    assert [error.sentence for error in refused] == ["现在的口令不对，口令没有改动"]
    assert not said
    asker.answers.append(typed(SECRET, OTHER, OTHER))
    files.passphrase()
    settle()
    assert said == ["已修改口令。"]
    backup = locked.with_name("备份.lmdb")
    asker.answers.append(backup)
    files.backup()
    settle()
    assert backup.is_file()
    files.close()
    settle()
    cipher.unlock(backup, OTHER)
    cipher.forget(backup)
    with pytest.raises(cipher.LockedError):
        cipher.unlock(locked, SECRET)
    cipher.unlock(locked, OTHER)


def test_values_without_a_file_have_no_passphrase(context, asker):
    Files(context, context.workspace).passphrase()
    assert "不能设口令" in asker.asked[-1][1]


def test_a_refusal_takes_no_room_from_the_words_above_it(qtbot):
    dialog = PassphraseDialog("新建干部库", WARNING, "选择存放位置…")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.first.setText(SECRET)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    words = next(each for each in dialog.findChildren(QLabel) if each.text() == WARNING)
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert dialog.wrong.isVisible()
