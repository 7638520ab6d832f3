import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest

from leadership_model.charts.spec import Bar, Bars
from leadership_model.errors import UserError
from leadership_model.papers import word, word_flow, word_spread, xlsx
from leadership_model.papers.flow import (
    Contents,
    Flow,
    FlowCell,
    FlowCharts,
    FlowColumn,
    NewPage,
    Words,
    table,
)
from leadership_model.papers.spread import Spread, SpreadCell
from tests.leadership_model.papers.png import PNG

CHART = Bars(title="图", bars=(Bar(label="甲", value=1),))
FLOW = Flow(
    "研判报告",
    (
        Words("title", "标题 <甲> & 乙"),
        Contents((("第一章", "one"),)),
        NewPage(),
        Words("h1", "一、概况", "one"),
        Words("body", "正文"),
        table((FlowColumn("列", 1), FlowColumn("栏", 2)), [("1", FlowCell("红", "red"))], "表"),
        FlowCharts((CHART, CHART), ("图一", "图二")),
    ),
    "基准日期 2026-11　模型版本 甲　数据状态 第 3 号变更",
)


def spread(rows=3, landscape=True):
    cells = [
        SpreadCell(row=0, column=0, columns=3, value="名单 & 表", kind="title"),
        SpreadCell(row=1, column=0, rows=2, value="甲", kind="head"),
        SpreadCell(row=1, column=1, columns=2, value="乙", kind="head"),
        SpreadCell(row=2, column=1, value="乙一", kind="head"),
        SpreadCell(row=2, column=2, value="乙二", kind="head"),
    ]
    cells += [
        SpreadCell(row=3 + row, column=column, value=f"{row}-{column}", tone="red" if row else "")
        for row in range(rows)
        for column in range(3)
    ]
    return Spread(
        name="表",
        widths=(10, 20, 30),
        cells=tuple(cells),
        repeat=(1, 2),
        landscape=landscape,
        foot="基准日期 2026-11",
    )


def parts(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_flow_opens_in_word_with_all_it_holds(tmp_path):
    target = tmp_path / "报告.docx"
    word_flow.write(target, FLOW, [PNG, PNG])
    read = docx.Document(str(target))
    texts = [each.text for each in read.paragraphs]
    assert "标题 <甲> & 乙" in texts
    assert "一、概况" in texts
    grid = next(each for each in read.tables if each.rows[0].cells[0].text == "列")
    assert [cell.text for cell in grid.rows[1].cells] == ["1", "红"]
    assert len(read.inline_shapes) == 2
    section = read.sections[0]
    assert [round(getattr(section, f"{side}_margin").mm) for side in ("top", "left")] == [37, 28]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert FLOW.foot in section.footer.paragraphs[0].text
    assert FLOW.foot in section.even_page_footer.paragraphs[0].text


def test_every_part_is_well_formed_and_every_relation_leads_somewhere(tmp_path):
    target = tmp_path / "报告.docx"
    word_flow.write(target, FLOW, [PNG, PNG])
    found = parts(target)
    for name, content in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
    relations = ElementTree.fromstring(found["word/_rels/document.xml.rels"])
    assert {f"word/{each.attrib['Target']}" for each in relations} <= set(found)
    body = found["word/document.xml"].decode()
    for face in ("方正小标宋简体", "仿宋", "黑体"):
        assert face in body
        assert face in found["word/fontTable.xml"].decode()
    assert "PAGEREF one" in body
    assert 'w:name="one"' in body


def test_spreads_open_in_word_with_heads_that_come_again(tmp_path):
    target = tmp_path / "表.docx"
    word_spread.write(target, "表", [spread(), spread(2, landscape=False)])
    read = docx.Document(str(target))
    assert [each.orientation for each in read.sections] == [1, 0]
    title, first, _, second = read.tables
    assert title.rows[0].cells[0].text == "名单 & 表"
    assert first.rows[2].cells[2].text == "0-2"
    assert len(first.rows) == 5
    assert len(second.rows) == 4
    heads = parts(target)["word/document.xml"].decode().count("<w:tblHeader/>")
    assert heads == 4
    assert first.rows[0].cells[0].text == "甲"
    assert first.rows[1].cells[2].text == "乙二"


def test_the_same_content_gives_the_same_bytes(tmp_path):
    for name, make in (
        ("a.docx", lambda path: word_flow.write(path, FLOW, [PNG, PNG])),
        ("b.docx", lambda path: word_spread.write(path, "表", [spread()])),
        ("c.xlsx", lambda path: xlsx.write(path, [spread()])),
    ):
        one, two = tmp_path / f"1{name}", tmp_path / f"2{name}"
        make(one)
        make(two)
        assert one.read_bytes() == two.read_bytes()
        with zipfile.ZipFile(io.BytesIO(one.read_bytes())) as package:
            assert {each.date_time[0] for each in package.infolist()} == {word.EPOCH[0]}


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserError, match="无法写入"):
        word_spread.write(tmp_path / "没有" / "表.docx", "表", [spread()])
