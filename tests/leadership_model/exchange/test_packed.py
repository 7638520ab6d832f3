"""Archives: their files in memory, passwords, names that lead elsewhere, damage and size."""

import io
import zipfile

import py7zr
import pytest

from leadership_model.errors import UserError
from leadership_model.exchange import packed


def zipped(**files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return content.getvalue()


def sevened(password=None):
    content = io.BytesIO()
    with py7zr.SevenZipFile(content, "w", password=password) as made:
        made.writef(io.BytesIO("内容".encode()), "Table/A01.xml")
    return content.getvalue()


def test_files_by_their_paths():
    assert packed.files(zipped(b=b"2", a=b"1"), "x.zip") == {"a": b"1", "b": b"2"}
    assert packed.files(sevened(), "x.7z") == {"Table/A01.xml": "内容".encode()}


def test_names_written_in_gbk_without_saying_so():
    data = zipped(**{"XX.lrmx": b"1"}).replace(b"XX.lrmx", "甲.lrmx".encode("gb18030"))
    assert packed.files(data, "x.zip") == {"甲.lrmx": b"1"}


def test_a_password_is_asked_for_and_checked():
    data = sevened("秘密123")
    assert packed.files(data, "x.hzb", "秘密123") == {"Table/A01.xml": "内容".encode()}
    for password, word in (("", "请输入"), ("不对", "不对")):
        with pytest.raises(packed.PasswordNeededError, match=word) as refused:
            packed.files(data, "x.hzb", password)
        assert refused.value.file == "x.hzb"


def test_a_damaged_archive_is_a_sentence():
    for data in (b"", b"PK\x03\x04 nothing", sevened()[:40], zipped(a=b"1" * 900)[:60]):
        with pytest.raises(UserError, match="请"):
            packed.files(data, "x.zip")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(packed, "LARGEST_INSIDE", 1000)
    with pytest.raises(UserError, match="过大"):
        packed.files(zipped(a=b"0" * 100_000), "x.zip")
    monkeypatch.setattr(packed, "LARGEST_INSIDE", 1 << 20)
    monkeypatch.setattr(packed, "MOST", 1)
    with pytest.raises(UserError, match="过大"):
        packed.files(zipped(a=b"0", b=b"0"), "x.zip")
