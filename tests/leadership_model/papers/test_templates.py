"""Word templates: filled, checked when added, and unable to do anything but fill in."""

import io

import docx
import pytest

from leadership_model.errors import UserError
from leadership_model.papers import plan_lines, plan_notices, template_made, templates
from leadership_model.papers.plan_notices import Words
from leadership_model.papers.templates import Template
from leadership_model.staffing.procedure import Answer, Record
from tests.leadership_model.papers import plan_small


@pytest.fixture(scope="module")
def plan():
    return plan_small.situation()


def paragraphs(content):
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def own(*lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def test_the_notice_names_those_promoted_and_leaves_blanks_to_be_filled(plan):
    values = plan_notices.notice(plan, plan_lines.lines(plan), Words(phone="0877-2222"), {})
    content = templates.filled(template_made.shipped("notice"), values)
    text = "\n".join(paragraphs(content))
    assert "人员a，男，汉族，1978年5月出生，籍贯易溪，大学学历" in text
    assert "人员c" in text
    assert "人员b" not in text
    assert "人员d" not in text
    assert "0877-2222" in text
    assert "〔受理地址〕" in text
    assert "{{" not in text
    assert "{%" not in text


def test_the_days_of_the_notice_are_those_on_record_where_all_agree(plan):
    one = Record(answers={"notice": Answer(state="done", day="2026-11-02", until="2026-11-06")})
    lines = plan_lines.lines(plan)
    values = plan_notices.notice(plan, lines, Words(), {"a": one, "c": one})
    assert (values["公示开始"], values["公示天数"]) == ("2026年11月2日", "5")
    values = plan_notices.notice(plan, lines, Words(), {"a": one})
    assert values["公示开始"] == plan_notices.BLANK_DAY


def test_the_order_appoints_and_removes(plan):
    values = plan_notices.order(plan, plan_lines.lines(plan), Words(number="云任〔2026〕9号"), {})
    text = "\n".join(paragraphs(templates.filled(template_made.shipped("order"), values)))
    assert "人员a同志任青石县t班子t正职0。" in text
    assert "免去人员b同志的青石县t班子t正职0职务。" in text
    assert "云任〔2026〕9号" in text
    assert "等同志职务任免的通知" in text


@pytest.mark.parametrize("kind", templates.TITLES)
def test_the_shipped_templates_pass_their_own_check_and_are_the_same_every_time(kind):
    made = template_made.shipped(kind)
    templates.check(made.name, made.content, kind)
    template_made.shipped.cache_clear()
    assert template_made.shipped(kind).content == made.content
    assert len(made.content) < 60_000


def test_unknown_placeholders_are_named_in_one_sentence():
    content = own("{{ 联系人 }} {{ 人数 }}", "{%p for 人 in 人员 %}", "{{ 人.电话 }}{{ 人.姓名 }}",
                  "{%p endfor %}")  # fmt: skip
    with pytest.raises(UserError) as refused:
        templates.check("我的.docx", content, "notice")
    sentence = refused.value.sentence
    assert "“联系人”" in sentence
    assert "“人.电话”" in sentence
    assert "“人数”" not in sentence
    assert "人员（姓名" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "lines",
    [
        ("{{ 人数",),
        ("{%p for 人 in 人员 %}", "{{ 人.姓名 }}"),
        ("{{ 人数.__class__.__mro__ }}",),
        ("{{ ''.__class__ }}",),
        ("{{ 人数 / 0 }}",),
    ],
)
def test_what_is_no_plain_placeholder_is_refused_with_a_sentence(lines):
    with pytest.raises(UserError):
        templates.check("坏.docx", own(*lines), "notice")


def test_a_file_that_is_no_word_file_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"not a zip")
    with pytest.raises(UserError, match="不是 Word 文件"):
        templates.read(path, "notice")
    with pytest.raises(UserError, match="无法读取"):
        templates.read(tmp_path / "none.docx", "notice")


def test_an_own_template_is_kept_as_a_setting_and_used(tmp_path, plan):
    path = tmp_path / "我的.docx"
    path.write_bytes(own("共 {{ 人数 }} 人 & {{ 方案 }}"))
    read = templates.read(path, "notice")
    again = templates.chosen("notice", {templates.setting_of("notice"): templates.to_text(read)})
    assert again == Template("我的.docx", path.read_bytes())
    values = plan_notices.notice(plan, plan_lines.lines(plan), Words(), {})
    templates.write(tmp_path / "out.docx", again, values | {"方案": "<甲> & 乙"})
    assert paragraphs((tmp_path / "out.docx").read_bytes()) == ["共 2 人 & <甲> & 乙"]
    assert templates.chosen("notice", {}) is None
    with pytest.raises(UserError, match="无法读取"):
        templates.of_text("{}")


def test_fixed_words_come_back_and_broken_ones_are_said_so():
    words = Words(office="干部监督科", phone="12380")
    assert plan_notices.words_of({plan_notices.SETTING: plan_notices.to_text(words)}) == words
    assert plan_notices.words_of({}) == Words()
    with pytest.raises(UserError, match="重新填写"):
        plan_notices.words_of({plan_notices.SETTING: "["})
