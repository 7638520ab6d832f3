"""Whatever is brought: the right reader for each, what lies beside it, archives and folders."""

import io
import zipfile

import pytest

from leadership_model.exchange import folder, sources
from leadership_model.exchange.packed import PasswordNeededError
from leadership_model.exchange.plan import plan
from leadership_model.people.snapshot import of_records
from tests.leadership_model.exchange.conftest import SAMPLES
from tests.leadership_model.exchange.test_packed import sevened, zipped


def copied(tmp_path, *names):
    for name in names:
        (tmp_path / name).write_bytes((SAMPLES / name).read_bytes())


def test_the_picture_beside_an_lrm_is_its_photo(tmp_path):
    copied(tmp_path, "甲示例.lrm")
    (form,), _ = sources.read_path(tmp_path / "甲示例.lrm")
    assert form.element("ZhaoPian") is None
    copied(tmp_path, "甲示例.pic")
    (form,), _ = sources.read_path(tmp_path / "甲示例.lrm")
    assert form.element("ZhaoPian") is not None


def test_a_folder_gives_forms_rosters_archives_and_packages(tmp_path):
    copied(tmp_path, "甲示例.lrmx", "甲示例.lrm", "甲示例.pic")
    (tmp_path / "名册.csv").write_text("姓名,性别\n张三,男\n", encoding="utf-8")
    package = tmp_path / "包"
    (package / "Table").mkdir(parents=True)
    (package / "gwyinfo.xml").write_bytes((SAMPLES / "hzb/gwyinfo.xml").read_bytes())
    (package / "Table/A01.xml").write_bytes((SAMPLES / "hzb/Table/A01.xml").read_bytes())
    listed = [path.name for path in folder.files([tmp_path])]
    assert listed == ["包", "名册.csv", "甲示例.lrm", "甲示例.lrmx"]
    forms, issues = folder.read([tmp_path])
    kinds = [form.form.kind for form in forms]
    assert kinds == ["hzb", "hzb", "roster", "lrm", "lrmx"]
    assert {issue.severity for issue in issues} <= {"note", "warn"}


def test_an_archive_of_forms_keeps_to_itself(tmp_path):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name in ("甲示例.lrm", "甲示例.pic"):
            made.writestr(f"../../外/{name}", (SAMPLES / name).read_bytes())
    path = tmp_path / "a.zip"
    path.write_bytes(content.getvalue())
    (form,), issues = sources.read_path(path)
    assert form.element("ZhaoPian") is not None
    assert issues == ()
    assert list(tmp_path.iterdir()) == [path]


def test_a_password_is_asked_for_and_nothing_else_raises(tmp_path):
    path = tmp_path / "包.hzb"
    path.write_bytes(sevened("秘密"))
    with pytest.raises(PasswordNeededError):
        sources.read_path(path)
    _, issues = sources.read_path(path, "秘密")
    assert [issue.severity for issue in issues][:1] == ["error"]  # it holds no people
    path.write_bytes(zipped(**{"x.txt": b"1"}))
    assert "没有任免审批表" in sources.read_path(path)[1][0].text
    path.write_bytes(b"7z\xbc\xaf\x27\x1c broken")
    assert "压缩包" in sources.read_path(path)[1][0].text
    assert "没有这个文件" in sources.read_path(tmp_path / "x.lrmx")[1][0].text


def test_a_roster_changes_only_what_it_tells_of_somebody_known(tmp_path):
    (tmp_path / "a.csv").write_text(
        "姓名,性别,出生年月,职称\n张三,男,1975.10,会计师\n", encoding="utf-8"
    )
    forms, _ = folder.read([tmp_path])
    (entry,) = plan(of_records(()), forms).entries
    assert entry.state == "new"
    assert entry.person is not None
    base = of_records([entry.person])
    assert plan(base, forms).entries[0].state == "unchanged"
    (tmp_path / "a.csv").write_text(
        "姓名,性别,出生年月,职称\n张三,,1975.10,高级会计师\n", encoding="utf-8"
    )
    forms, _ = folder.read([tmp_path])
    (entry,) = plan(base, forms).entries
    assert [(each.field, each.old, each.new) for each in entry.changes] == [
        ("technical_title", "会计师", "高级会计师")
    ]
