import zipfile

import pytest

from leadership_model.errors import UserError
from leadership_model.papers.placing import placed


def names(folder):
    return [each.name for each in folder.iterdir()]


def test_what_was_written_takes_the_place_of_the_file(tmp_path):
    target = tmp_path / "表.docx"
    target.write_text("旧")
    with placed(target) as partial:
        partial.write_text("新")
        assert target.read_text() == "旧"
    assert target.read_text() == "新"
    assert names(tmp_path) == ["表.docx"]


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (OSError("disk"), UserError),
        (zipfile.BadZipFile("x"), UserError),
        (UserError("停"), UserError),
        (KeyError("x"), KeyError),
    ],
)
def test_a_failure_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path, raised, told):
    target = tmp_path / "表.docx"
    target.write_text("旧")

    def write():
        with placed(target, zipfile.BadZipFile) as partial:
            partial.write_text("半")
            raise raised

    with pytest.raises(told):
        write()
    assert target.read_text() == "旧"
    assert names(tmp_path) == ["表.docx"]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    target = tmp_path / "无" / "表.docx"

    def write():
        with placed(target) as partial:
            partial.write_text("新")

    with pytest.raises(UserError, match=r"无法写入“.*表\.docx”"):
        write()
