"""The roster and the figures of a result as files of every kind, and on paper."""

import pytest

from ui import navigation as go
from ui.pages.query.page import QueryPage


@pytest.fixture
def page(context, shown, settle):
    made = shown(QueryPage(context))
    made.receive(go.RunQuery("性别 = 女 且 年龄 <= 40"))
    settle()
    return made


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("csv", b"\xef\xbb\xbf"), ("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")],
)
@pytest.mark.parametrize("command", ["roster", "statistics"])
def test_a_table_is_written_as_its_ending_says(
    page, asker, tmp_path, settle, command, ending, begins
):
    target = tmp_path / f"表.{ending}"
    asker.answers.append(target)
    page.commands[command].trigger()
    settle()
    assert target.read_bytes().startswith(begins)


def test_a_csv_holds_everybody_listed(page, asker, tmp_path, settle):
    asker.answers.append(tmp_path / "名册.csv")
    page.commands["roster"].trigger()
    settle()
    lines = (tmp_path / "名册.csv").read_text("utf-8-sig")
    names = page.context.workspace.snapshot.people.raw("name")
    assert all(names[each] in lines for each in page.people.table.rows.items)


def test_nothing_is_written_of_an_empty_list(page, asker, settle):
    page.receive(go.RunQuery("年龄 <= 18"))
    settle()
    for command in ("roster", "statistics", "print"):
        page.commands[command].trigger()
    assert sum("名单里没有人" in text for _, text in asker.asked) == 3
