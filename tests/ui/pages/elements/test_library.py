import pytest
from PySide6.QtWidgets import QPushButton

from leadership_model.elements.spread import gaps
from ui.navigation import RunQuery, ShowModel, ShowPeople
from ui.pages.elements.page import ElementsPage


@pytest.fixture
def section(context, shown, settle):
    page = shown(ElementsPage(context))
    page.turn("library")
    settle()
    return page.section()


def choose(section, settle, name):
    section.show_element(name)
    settle()
    return section.detail


def test_groups_narrow_the_list(section):
    section.groups.choose("经历")
    rows = section.view.rows.items
    assert {row.element.group for row in rows} == {"经历"}
    assert section.list.card.note() == f"{len(rows)} 个要素"


def test_counts_agree_with_the_column_and_open_the_people(section, context, settle, requests):
    detail = choose(section, settle, "乡镇工作月数")
    states = gaps(context.workspace.world.facts.column("乡镇工作月数"))
    assert detail.known.text() == f"有值 {int(states.known.sum())}"
    detail.known.click()
    assert len(requests[0].ids) == int(states.known.sum())
    assert requests[0].title == "乡镇工作月数：有值"


def test_every_bar_opens_its_people(section, settle, requests):
    detail = choose(section, settle, "性别")
    bars = detail.chart.spec().bars
    assert {bar.label for bar in bars} == {"男", "女"}
    detail.chart.clicked.emit(bars[0].ids)
    assert requests == [ShowPeople(bars[0].ids, f"性别：{bars[0].label}")]


def test_the_definition_is_a_sentence_whose_elements_open(section, settle, qtbot):
    detail = choose(section, settle, "年龄段")
    assert detail.definition.sentence.text().startswith(
        "把 年龄 按 36、41、46、51、55、60 分为 7 段："
    )
    part = next(b for b in detail.definition.findChildren(QPushButton) if b.objectName() == "年龄")
    part.click()
    settle()
    assert section.view.current_id() == "age"


def test_uses_lead_to_their_places(section, settle, requests):
    detail = choose(section, settle, "年龄")
    kinds = [use.kind for use in detail.uses.rows.items]
    assert "模型" in kinds
    detail._on_use(str(kinds.index("模型")))
    assert isinstance(requests[0], ShowModel)
    detail._on_use(str(kinds.index("要素")))
    settle()
    assert section.view.current_id() != "age"


def test_a_trial_counts_the_lines_of_a_career(section, context, settle):
    detail = choose(section, settle, "乡镇工作月数")
    trial = detail.trial
    first = trial.person()
    assert trial.table.rows.rowCount() > 0
    trial.other.click()
    assert trial.person() != first
    position = context.workspace.snapshot.people.positions[trial.person()]
    column = context.workspace.world.facts.column("乡镇工作月数")
    assert trial._value.text() == f"{column.low[position]:g} 月"


def test_a_query_about_an_element(section, settle, requests):
    detail = choose(section, settle, "年龄")
    detail._on_query()
    assert requests == [RunQuery("年龄 已知")]


def test_an_unknown_element_is_said_to_be_unknown(section, context, settle):
    section.show_element("没有这个要素")
    assert section.view.rows.rowCount() > 0
