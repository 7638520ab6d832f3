"""Files nobody should be brought down by: each kind comes to a sentence or to sound records.

Dirty text, encodings, broken XML, photos and damaged archives stand with their readers
(test_lrmx, test_repair, test_wording, test_photos, test_packed, test_roster); here is the rest.
"""

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from leadership_model.errors import UserError
from leadership_model.exchange import folder, packed, roster, sheet_guard, sources
from leadership_model.exchange.clean import clean
from leadership_model.exchange.photos import Shelf
from leadership_model.exchange.plan import plan
from leadership_model.people.snapshot import of_records
from tests.leadership_model.exchange.conftest import SAMPLES
from tests.leadership_model.exchange.planning import form

HEADS = ["姓名", "性别", "出生年月"]


def book(*rows, **cells):
    made = Workbook()
    for row in (HEADS, ["甲示例", "男", "1980.03"], *rows):
        made.active.append(row)
    for place, value in cells.items():
        made.active[place] = value
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def mended(data, change):
    """Give a workbook whose first sheet was changed as text, with more files if wanted."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(content, "w", 8) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text) if name.endswith("sheet1.xml") else text)
        new.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    return content.getvalue()


def read(path):
    forms, issues = sources.read_path(path)
    return [clean(each) for each in forms], [each.text for each in issues]


@pytest.mark.parametrize(
    ("name", "word"),
    [("大.lrmx", "50 MB"), ("大.lrm", "50 MB"), ("大.xlsx", "100 MB"), ("大.hzb", "600 MB")],
)
def test_a_huge_file_is_refused_unread(tmp_path, name, word):
    path = tmp_path / name
    with path.open("wb") as opened:
        opened.truncate((300 << 20) if not name.endswith("hzb") else (601 << 20))  # holds nothing
    forms, (text,) = read(path)
    assert forms == []
    assert word in text


def test_a_workbook_of_a_million_empty_rows():
    def pad(text):
        empty = b"".join(
            b'<row r="%d"><c r="A%d" s="0"/></row>' % (at, at) for at in range(3, 200_000)
        )
        last = b'<row r="1048576"><c r="A1048576" s="0"/></row>'
        return text.replace(b"</sheetData>", empty + last + b"</sheetData>")

    forms, issues = roster.read(mended(book(), pad), "名册.xlsx")
    assert [clean(each).name for each in forms] == ["甲示例"]
    assert issues == ()


def test_a_stray_cell_in_the_last_corner_is_told_and_not_opened():
    forms, (issue,) = roster.read(book(XFD1048576="x"), "名册.xlsx")
    assert forms == ()
    assert "第 1,048,576 行、第 16,384 列" in issue.text
    forms, issues = roster.read(book(A150000="附注"), "名册.xlsx")
    assert len(forms) == 1
    assert issues == ()


def test_a_workbook_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr(sheet_guard, "LARGEST_INSIDE", 1000)
    forms, (issue,) = roster.read(book(), "名册.xlsx")
    assert forms == ()
    assert "展开后超过" in issue.text


def test_formulas_count_by_what_was_saved_and_are_told_where_nothing_was():
    forms, (issue,) = roster.read(book(["=A2", "男", "1981.04"]), "名册.xlsx")
    assert [clean(each).name for each in forms] == ["甲示例"]
    assert issue.severity == "warn"
    assert "1 个公式没有保存计算结果" in issue.text

    def save(text):
        saved = '<c r="A3" t="str"><f>A2</f><v>乙示例</v></c>'.encode()
        return re.sub(rb'<c r="A3".*?</c>', saved, text)

    forms, issues = roster.read(mended(book(["=A2", "男", "1981.04"]), save), "名册.xlsx")
    assert [clean(each).name for each in forms] == ["甲示例", "乙示例"]
    assert issues == ()


def test_macros_and_links_are_not_followed():
    data = mended(book(["乙示例", "男", '=HYPERLINK("http://192.0.2.1/a","1981.04")']), bytes)
    forms, _ = roster.read(data, "名册.xlsm")
    assert [clean(each).name for each in forms] == ["甲示例", "乙示例"]
    text = '<Person xmlns:xi="http://www.w3.org/2001/XInclude"><XingMing>甲</XingMing>'
    text += '<xi:include href="file:///etc/hostname" parse="text"/></Person>'
    (found,), _ = sources.read(text.encode(), "a.lrmx", {}.get)
    assert all(not each.content().strip() for each in found.elements[1:])


def test_headings_in_two_rows_repeated_on_each_page():
    page = [
        ["云溪市干部名册"],
        ["姓  名", "性别", "全日制教育", None, "在职\n教育", None],
        [None, None, "学历", "毕业院校及专业", "学历", "毕业院校及专业"],
    ]
    made = Workbook()
    for number in range(2):
        for row in page:
            made.active.append(row)
        made.active.append(["云溪市财政局"])
        made.active.append([f"甲示{'甲乙'[number]}", "男", "大学", "云岭大学", "无", None])
    content = io.BytesIO()
    made.save(content)
    forms, issues = roster.read(content.getvalue(), "名册.xlsx")
    found = [clean(each) for each in forms]
    assert [each.name for each in found] == ["甲示甲", "甲示乙"]
    assert [each.educations[0].school for each in found] == ["云岭大学"] * 2
    assert issues == ()


def test_names_in_an_archive_lead_nowhere(tmp_path):
    content = (SAMPLES / "甲示例.lrmx").read_bytes()
    path = tmp_path / "in" / "包.zip"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as made:
        for name in ("../../越界.lrmx", "/tmp/绝对.lrmx", "C:\\盘符.lrmx", "a/./b/../正常.lrmx"):
            made.writestr(name, content)
    forms, issues = read(path)
    assert len(forms) == 4
    assert issues == []
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["in", "包.zip"]


def test_a_photo_of_a_package_is_looked_for_in_its_folder_only(tmp_path):
    (tmp_path / "秘密.jpg").write_bytes(b"\xff\xd8secret")
    place = tmp_path / "包"
    for path in (SAMPLES / "hzb").rglob("*"):
        target = place / path.relative_to(SAMPLES / "hzb")
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    table = place / "Table" / "A57.xml"
    text = table.read_text("utf-8")
    table.write_text(
        text.replace("AAAAAAAA-0000-0000-0000-000000000001.jpg", "../../秘密.jpg"), "utf-8"
    )
    forms, _ = read(place)
    assert all(each.photo is None for each in forms)


def test_a_seven_zip_that_unpacks_to_more_than_it_may(monkeypatch):
    import py7zr

    content = io.BytesIO()
    with py7zr.SevenZipFile(content, "w") as made:
        made.writestr(bytes(200_000), "a.lrmx")
    monkeypatch.setattr(packed, "LARGEST_INSIDE", 100_000)
    with pytest.raises(UserError, match="展开后过大"):
        packed.files(content.getvalue(), "a.7z")


def test_a_damaged_file_in_an_archive_leaves_the_others(tmp_path):
    content = (SAMPLES / "甲示例.lrmx").read_bytes()
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("坏.lrmx", content)
        made.writestr("好.lrmx", content)
    data = bytearray(path.read_bytes())
    data[len(content) // 2] ^= 255
    path.write_bytes(data)
    forms, (text,) = read(path)
    assert [each.name for each in forms] == ["甲示例"]
    assert "不是完好的压缩包" in text


def test_lock_files_of_an_open_workbook_are_passed_over(tmp_path):
    (tmp_path / "~$名册.xlsx").write_bytes(b"\x05user")
    (tmp_path / "名册.xlsx").write_bytes(book())
    assert [path.name for path in folder.files([tmp_path])] == ["名册.xlsx"]
    assert folder.others([tmp_path]) == ()


def test_a_file_that_may_not_be_opened_is_told(tmp_path, monkeypatch):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(book())

    def refuse(self):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    forms, (text,) = read(path)
    assert forms == []
    assert "没有权限，或正被 Excel 等程序打开" in text


def test_a_full_disk_while_reading_is_a_sentence(monkeypatch):
    shelf = Shelf()

    class Full(io.BytesIO):
        def write(self, data):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    shelf = Shelf()
    with pytest.raises(UserError, match="磁盘已满，没有导入任何内容"):
        shelf.put(b"photo")


@pytest.mark.parametrize(
    "cell", ["198013", "18991231", "30000101", "0000.00", "1980.02.30", "明年"]
)
def test_an_absurd_date_says_nothing_and_is_told(cell):
    found = clean(form(ChuShengNianYue=cell).form)
    assert "birth" not in found.said
    assert any(
        each.field == "ChuShengNianYue" and each.severity == "error" for each in found.issues
    )


def test_two_people_with_one_number_are_a_conflict_in_files_and_in_the_base():
    number = "110101198003070011"
    one, other = form("a", ShenFenZheng=number), form("b", XingMing="乙示例", ShenFenZheng=number)
    made = plan(of_records([]), [one, other])
    assert [each.state for each in made.entries] == ["conflicting"] * 2
    assert all("同一身份证号" in each.text for each in made.issues)


def test_blanks_nobody_sees_and_breaks_written_out():
    found = clean(form(XingMing="甲\u200b\u00a0示\ufeff例", RenMianLiYou="一\\n二<br/>三").form)
    assert found.name == "甲示例"
    assert found.said["reason"] == "一\n二\n三"


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_photo_cut_short_is_told(cut):
    text = form(ZhaoPian="/9j/4AAQSkZJRgABAQ=="[:-cut]).form
    found = clean(text)
    assert found.photo is None
    assert [each.field for each in found.issues] == ["ZhaoPian"]
