"""Definitions as text: what is written reads back equal, the same content gives the same bytes."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadership_model import months
from leadership_model.elements import edit, filter_edit, starts
from leadership_model.elements.catalogue import shipped
from leadership_model.elements.describe import pieces
from leadership_model.elements.soundness import faults, filter_faults
from leadership_model.errors import UserError
from leadership_model.exchange import text_form, texts
from leadership_model.exchange.text_plan import plan
from leadership_model.exchange.text_reading import read
from leadership_model.exchange.texts import Content, RuleText
from leadership_model.people.own_codes import OwnCode
from leadership_model.rules import book
from leadership_model.structure import templates

SHIPPED, RULES = shipped(), book.shipped()
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)


def an_element(draw, catalogue):
    """Draw a sound element: one of the beginnings with some pieces chosen anew."""
    element = starts.begin(draw(st.sampled_from(list(starts.STARTS))), catalogue)
    for _ in range(draw(st.integers(0, 3))):
        found = (*pieces(element, catalogue), *edit.head(element))
        slot = draw(st.sampled_from([piece.slot for piece in found if piece.slot]))
        offered = edit.choices(element, slot, catalogue)
        if slot == "help":
            picked = draw(WORDS)
        elif offered.options:
            picked = draw(st.sampled_from(offered.options))[0]
        else:
            continue
        try:
            made = edit.edited(element, slot, (picked,) if offered.many else picked, catalogue)
        except UserError:
            continue
        element = element if faults(made, catalogue) else made
    return element


def a_filter(draw):
    found = replace(draw(st.sampled_from(SHIPPED.filters)), help=draw(WORDS).strip() or "无")
    slots = [piece.slot for piece in filter_edit.pieces(found) if piece.slot]
    slot = draw(st.sampled_from(slots))
    offered = filter_edit.choices(found, slot, SHIPPED)
    if offered.options:
        picked = draw(st.sampled_from(offered.options))[0]
        try:
            made = filter_edit.edited(found, slot, (picked,) if offered.many else picked, SHIPPED)
        except UserError:
            return found
        return found if filter_faults(made, SHIPPED) else made
    return found


def a_content(draw):
    catalogue = SHIPPED
    elements = []
    for _ in range(draw(st.integers(0, 4))):
        elements.append(an_element(draw, catalogue))
        catalogue = catalogue.with_element(elements[-1])
    filters = {
        found.name: found for found in (a_filter(draw) for _ in range(draw(st.integers(0, 3))))
    }
    rules = draw(st.lists(st.sampled_from(RULES.rules), max_size=3, unique_by=lambda r: r.id))
    return Content(
        filters=tuple(filters.values()),
        elements=tuple(elements),
        codes=(OwnCode(id="c1", list="functions", name="低空经济", also="通用航空"),)
        * draw(st.integers(0, 1)),
        models=tuple(draw(st.lists(st.sampled_from(templates.shipped()), max_size=2, unique_by=lambda m: m.id))),
        portraits=tuple(draw(st.lists(st.sampled_from(templates.portraits()), max_size=3, unique_by=lambda p: p.id))),
        rules=tuple(
            RuleText(
                id=rule.id,
                active=draw(st.sampled_from([True, False, None])),
                severity=draw(st.sampled_from(["warn", "note", None])),
                parameters=tuple(sorted(rule.parameters.items())),
                note=draw(st.none() | WORDS),
                start=draw(st.sampled_from([None, months.of(2026, 5)])),
            )
            for rule in rules
        ),
    ).sorted()  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from([".toml", ".json"]))
def test_what_is_written_reads_back_equal_and_writes_the_same_bytes(data, suffix):
    content = a_content(data.draw)
    text = texts.write(content, suffix)
    reading = read(text, f"甲{suffix}", SHIPPED, RULES)
    assert reading.faults == []
    assert reading.content == content
    assert texts.write(reading.content, suffix) == text


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_everything_shipped_goes_out_and_in_and_nothing_is_new(suffix):
    content = Content(
        filters=SHIPPED.filters,
        elements=SHIPPED.elements,
        models=templates.shipped(),
        portraits=templates.portraits(),
    ).sorted()
    text = texts.write(content, suffix)
    reading = read(text, f"全部{suffix}", SHIPPED, RULES)
    assert reading.faults == []
    assert reading.content == content
    assert plan(reading, content).counts()["same"] == len(plan(reading, content).lines) > 100


def test_the_order_things_come_in_does_not_matter():
    elements = list(SHIPPED.elements)
    random.Random(1).shuffle(elements)
    first = texts.write(Content(elements=SHIPPED.elements))
    assert texts.write(Content(elements=tuple(elements))) == first


def test_a_text_is_readable():
    text = texts.write(Content(elements=(SHIPPED.element("40岁左右"),)))
    assert '[[element]]\nid = "about_40"\nlabel = "40岁左右"' in text
    assert 'condition = "年龄 <= 42"' in text


HEAD = f'format = "{text_form.FORMAT}"\nversion = 1\n'
GOOD = 'id = "x"\nlabel = "甲"\ngroup = "乙"\n'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("format = 1 2", "“甲.toml”第 1 行第 12 列写法有误"),
        ("a = 1", "不是从本程序导出的文本"),
        (HEAD.replace("1", "9"), "version 是 9"),
        (HEAD + "[[colour]]\n", "键 colour：不认识"),
        (HEAD + "element = 3\n", "element 应当是列表"),
        (HEAD + '[[element]]\nid = "x"\n', "第 3 行：要素“?”缺少 label"),
        (
            HEAD + f'[[element]]\n{GOOD}kind = "flag"\n'
            'definition = { kind = "when", condition = "年龄 很 大" }\n',
            "第 3 行：要素“甲”的条件有误",
        ),
        (
            HEAD + f'[[element]]\n{GOOD}kind = "number"\n'
            'definition = { kind = "months_in", filter = "没有的经历" }\n',
            "不存在的经历",
        ),
        (
            HEAD + f'[[element]]\n{GOOD}kind = "choice"\nvalues = ["甲", "乙"]\n'
            'definition = { kind = "band", of = "年龄", edges = [90], labels = ["甲", "乙"] }\n',
            "不可能有人",
        ),
        (
            HEAD + f'[[element]]\n{GOOD}kind = "flag"\n'
            'definition = { kind = "when", condition = "甲 = 是" }\n',
            "循环引用",
        ),
        (HEAD + '[[filter]]\nname = "甲"\nbranches = ["颜色 = 红"]\n', "没有名为“颜色”的项目"),
        (HEAD + '[[rule]]\nid = "没有"\n', "没有编号为“没有”的规则"),
        (HEAD + '[[rule]]\nid = "Q1"\nseverity = "很严"\n', "规则“Q1”：处理程度只能是"),
        (HEAD + '[[rule]]\nid = "Q1"\ncolour = "红"\n', "不认识这个键"),
        (HEAD + '[[code]]\nid = "c"\nlist = "functions"\nname = "经济"\n', "已有“经济”"),
        (HEAD + '[[model]]\nid = "m"\n', "第 3 行：模型“m”的 category：没有填写"),
        (HEAD + '[[portrait]]\nid = "p"\n', "第 3 行：画像“p”的"),
    ],
)
def test_every_fault_names_file_place_and_what_is_wrong(text, wanted):
    found = read(text, "甲.toml", SHIPPED, RULES).faults
    assert any(wanted in each for each in found), found


def test_all_faults_of_a_file_are_listed():
    text = HEAD + '[[rule]]\nid = "没有"\n[[rule]]\nid = "也没有"\n[[filter]]\nname = "甲"\n'
    found = read(text, "甲.toml", SHIPPED, RULES).faults
    assert len(found) == 3
    assert "第 3 行" in found[1]
    assert "第 5 行" in found[2]


def test_a_json_fault_has_its_line():
    found = read('{"format": 1,\n oops}', "甲.json", SHIPPED, RULES).faults
    assert "“甲.json”第 2 行" in found[0]


def test_a_thing_that_stands_twice_is_refused():
    one = texts.write(Content(filters=(SHIPPED.filter("挂职"),)))
    body = one[one.index("[[filter]]") :]
    assert "出现了 2 次" in read(one + "\n" + body, "甲.toml", SHIPPED, RULES).faults[0]


def test_a_sensitive_portrait_without_basis_is_refused():
    portrait = templates.portraits()[0]
    from leadership_model.conditions.sentence import parse

    bad = replace(portrait, qualifications=(parse("性别 = 男", SHIPPED),), terms=(), basis="")
    found = read(texts.write(Content(portraits=(bad,))), "甲.toml", SHIPPED, RULES).faults
    assert "法规依据" in found[0]


def test_a_changed_model_becomes_a_new_version():
    model = templates.shipped()[0]
    other = replace(model, red=model.red - 1, version=7)
    reading = read(texts.write(Content(models=(other,))), "甲.toml", SHIPPED, RULES)
    line = plan(reading, Content(models=(model,))).lines[0]
    assert (line.state, line.after.version) == ("changed", model.version + 1)
    assert "红线" in line.text


def test_a_model_of_a_team_nobody_knows_is_refused():
    model = replace(templates.shipped()[0], team="t-9")
    reading = read(texts.write(Content(models=(model,))), "甲.toml", SHIPPED, RULES)
    assert "本库没有这个班子" in plan(reading, Content()).faults[0]
    assert plan(reading, Content(), ["t-9"]).faults == ()


def test_own_sub_categories_come_back_as_they_were_written():
    made = Content(codes=(OwnCode(id="c9", list="sub_categories", name="近郊县", like="县级政府"),))
    reading = read(texts.write(made), "甲.toml", SHIPPED, RULES)
    assert reading.faults == []
    assert reading.content == made
