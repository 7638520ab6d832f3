"""The department's own templates: checked when added, filled with a person or with everybody."""

import io

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.papers import own_templates
from leadership_model.papers.own_templates import Filling
from leadership_model.people.person import Person, Relative
from leadership_model.people.seating import seat
from leadership_model.people.snapshot import of_records
from leadership_model.sample.photo import draw


@pytest.fixture(scope="module")
def filling():
    records = [
        Person(id="p1", name="沈岚", sex="女", birth=months.of(1980, 3), post_text="=1+2"),
        Person(id="p2", name="赵云", sex="男"),
        Relative(id="r", person="p1", title="丈夫", name="周明"),
    ]
    seating = seat(of_records(records), months.of(2026, 11))
    return Filling(seating, ((0, draw(1, "p1")), (1, None)))


def word(*lines):
    document, made = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(made)
    return made.getvalue()


def sheet(*rows):
    book, made = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def said(content):
    return [each.text for each in Document(io.BytesIO(content)).paragraphs if each.text]


def cells(content):
    book = load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_a_word_template_for_one_person(filling):
    content = word(
        "{{ 姓名 }}（{{ 出生年月 }}，{{年龄}}岁）{{ 照片 }}",
        "{%p for 家 in 家庭成员 %}",
        "{{ 家.称谓 }}{{ 家.姓名 }}",
        "{%p endfor %}",
    )
    template = own_templates.checked("函", "docx", content)
    assert not template.listed
    made = own_templates.filled(template, filling.only(0))
    assert said(made) == ["沈岚（1980.03，46岁）", "丈夫周明"]
    assert len(Document(io.BytesIO(made)).inline_shapes) == 1
    assert said(own_templates.filled(template, filling.only(1)))[0] == "赵云（，岁）"


def test_a_word_template_for_a_list(filling):
    content = word(
        "{{ 人数 }}", "{%p for 人 in 人员 %}", "{{ 人.序号 }}{{ 人.姓名 }}", "{%p endfor %}"
    )
    template = own_templates.checked("名单", "docx", content)
    assert template.listed
    assert said(own_templates.filled(template, filling)) == ["2", "1沈岚", "2赵云"]


def test_an_excel_template_for_a_list_repeats_its_row(filling):
    content = sheet(
        ["名单 {{基准日期}}"],
        ["序号", "姓名", "职务", "照片"],
        ["{{人.序号}}", "{{ 人.姓名 }}", "{{人.现任职务}}", "{{人.照片}}"],
        ["共 {{人数}} 人"],
    )
    template = own_templates.checked("名单", "xlsx", content)
    assert template.listed
    made = own_templates.filled(template, filling)
    rows = cells(made)
    assert rows[0][0] == "名单 2026-11"
    assert [row[:3] for row in rows[2:4]] == [["1", "沈岚", "=1+2"], ["2", "赵云", None]]
    assert rows[4][0] == "共 2 人"
    book = load_workbook(io.BytesIO(made))
    assert book.active["C3"].data_type == "s"  # a text, never a formula
    assert len(book.active._images) == 1


def test_an_excel_template_for_one_person(filling):
    template = own_templates.checked("卡", "xlsx", sheet(["姓名", "{{姓名}}"], ["{{性别}}性"]))
    made = own_templates.filled(template, filling.only(1))
    assert cells(made) == [["姓名", "赵云"], ["男性", None]]


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        ("docx", word("{{ 名字 }}"), "“名字”"),
        ("docx", word("{{ 姓名 }"), "没有写完整"),
        ("docx", word("姓名"), "没有占位符"),
        (
            "docx",
            word("{{ 姓名 }}", "{%p for 人 in 人员 %}", "{{人.姓名}}", "{%p endfor %}"),
            "只用其中",
        ),
        ("docx", b"PK", "不是 Word 文件"),
        ("xlsx", sheet(["{{工资}}"]), "“工资”"),
        ("xlsx", sheet(["{{人.工资}}"]), "“人.工资”"),
        ("xlsx", sheet(["{{姓名"]), "没有写完整"),
        ("xlsx", b"no", "不是可以读取的"),
    ],
)
def test_what_cannot_serve_is_refused_in_words(kind, content, words):
    with pytest.raises(UserError) as refused:
        own_templates.checked("模板", kind, content)
    assert words in refused.value.sentence


def test_nothing_in_a_template_can_run(filling):
    content = word("{{ 姓名.__class__.__mro__ }}")
    with pytest.raises(UserError):
        own_templates.filled(own_templates.checked("坏", "docx", content), filling.only(0))


def test_templates_are_kept_as_settings(tmp_path):
    path = tmp_path / "函.docx"
    path.write_bytes(word("{{ 姓名 }}"))
    template = own_templates.read(path)
    settings = {own_templates.setting_of("函"): own_templates.to_text(template), "as_of": "1"}
    assert own_templates.chosen(settings) == (template,)
    assert own_templates.chosen({own_templates.setting_of("坏"): "{"}) == ()
    with pytest.raises(UserError, match="不是 Word"):
        own_templates.read(tmp_path / "a.doc")
