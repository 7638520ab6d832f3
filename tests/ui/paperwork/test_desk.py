"""文书 from the window: papers chosen, previewed and written for people and for teams."""

import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QObject

from leadership_model.exchange import lrm, lrmx
from leadership_model.papers import own_templates
from ui.navigation import MakePapers
from ui.paperwork import work
from ui.paperwork.desk import PaperDesk
from ui.paperwork.dialog import OWN
from ui.paperwork.kinds import KINDS


@pytest.fixture
def desk(context):
    return PaperDesk(context, QObject(context.workspace))


@pytest.fixture
def positions(context):
    """Three people in office, members of one team."""
    return [int(each) for each in context.workspace.world.members(0) if each >= 0][:3]


@pytest.fixture
def people(context, positions):
    return [context.workspace.world.person_ids[each] for each in positions]


def request(people, kind=""):
    return MakePapers(tuple(people), "三人", kind)


def choosing(kind, *clicks):
    """Answer the dialog: choose a paper, click what is named, then write."""

    def answer(dialog):
        dialog.kinds.choose(kind)
        for click in clicks:
            click(dialog)
        dialog.save.click()
        return False

    return answer


def done(desk, settle, qtbot):
    settle()
    qtbot.waitUntil(lambda: not desk._slowly.busy, timeout=20_000)


def many(dialog):
    dialog.options.parts.button("many").click()


def numbered(dialog):
    dialog.options.pattern.setText("{序号}-{姓名}")


def word(dialog):
    dialog.options.formats.button("docx").click()


def test_forms_as_one_pdf(desk, context, asker, people, tmp_path, settle, qtbot, heard):
    context.say.said.connect(heard.note)
    asker.answers += [choosing("form"), tmp_path / "a.pdf"]
    desk.open(request(people))
    done(desk, settle, qtbot)
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == 6
    assert heard[-1] == ("已写出“a.pdf”。",)


def test_forms_as_a_file_for_each_named_by_the_pattern(
    desk, asker, people, positions, context, tmp_path, settle, qtbot
):
    asker.answers += [choosing("form", many, word, numbered), tmp_path]
    desk.open(request(people))
    done(desk, settle, qtbot)
    names = context.workspace.snapshot.people.raw("name")
    expected = [f"{at:03d}-{names[each]}.docx" for at, each in enumerate(positions, 1)]
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(expected)


@pytest.mark.parametrize(("kind", "read"), [("lrmx", lrmx.read), ("lrm", lrm.read)])
def test_data_files_are_read_again(
    kind, read, desk, asker, people, positions, tmp_path, context, settle, qtbot
):
    asker.answers += [choosing(kind), tmp_path]
    desk.open(request(people[:1]))
    done(desk, settle, qtbot)
    (path,) = tmp_path.glob(f"*.{kind}")
    form, issues = read(path.read_bytes(), path.name)
    assert issues == ()
    assert form.text("XingMing") == context.workspace.snapshot.people.raw("name")[positions[0]]


def test_every_table_is_written(desk, asker, people, tmp_path, settle, qtbot):
    tables = [each.id for each in KINDS if "xlsx" in each.formats]
    assert len(tables) == 8
    for kind in tables:
        asker.answers += [choosing(kind), tmp_path / f"{kind}.xlsx"]
        desk.open(request(people))
        done(desk, settle, qtbot)
        assert zipfile.is_zipfile(tmp_path / f"{kind}.xlsx")


def test_a_preview_opens_over_the_dialog(desk, asker, people, settle):
    titles = []

    def look(dialog):
        dialog.look.click()
        settle()
        return False

    def preview(dialog):
        titles.append(dialog.windowTitle())
        return False

    asker.answers += [look, preview]
    desk.open(request(people, "motion"))
    assert titles == ["打印预览 · 近期动议干部一览表"]


def test_a_wrong_pattern_is_said_and_nothing_can_be_written(desk, asker, people):
    seen = []

    def answer(dialog):
        dialog.kinds.choose("lrmx")
        dialog.options.pattern.setText("{名字}")
        seen.append((dialog.save.isEnabled(), dialog.options.example.text()))
        dialog.options.pattern.setText("{姓名}")
        seen.append((dialog.save.isEnabled(), dialog.options.example.text()))
        return False

    asker.answers.append(answer)
    desk.open(request(people))
    assert seen[0][0] is False
    assert "不认识“名字”" in seen[0][1]
    assert seen[1][0] is True
    assert seen[1][1].startswith("例：")


def test_teams_bring_their_members_and_people_their_teams(desk, context):
    world = context.workspace.world
    team = context.workspace.snapshot.teams.raw("id")[0]
    first, everybody = desk.scopes(MakePapers(title="某班子", teams=(team,)))
    members = [int(each) for each in world.members(0) if each >= 0]
    assert sorted(first.people) == sorted(members)
    assert first.teams == (0,)
    assert len(everybody.people) == int(world.seating.seated().sum())
    (of_people, _) = desk.scopes(MakePapers((world.person_ids[members[0]],), "一人"))
    assert of_people.teams == (0,)


def test_an_own_template_is_filled_for_each(desk, context, asker, people, tmp_path, settle, qtbot):
    book, path = Workbook(), tmp_path / "卡片.xlsx"
    book.active["A1"] = "{{姓名}}"
    book.save(path)
    template = own_templates.read(path)
    key = own_templates.setting_of(template.name)
    settings = context.workspace.snapshot.settings
    kept = dict(settings)
    settings[key] = own_templates.to_text(template)
    try:
        folder = tmp_path / "写出"
        folder.mkdir()
        asker.answers += [choosing(OWN + "卡片"), folder]
        desk.open(request(people))
        done(desk, settle, qtbot)
        assert len(list(folder.glob("*.xlsx"))) == 3
    finally:
        settings.clear()
        settings.update(kept)


def test_the_command_of_the_window_takes_what_the_page_shows(window, asker, settle):
    window.open_page("query")
    settle()
    scopes = []

    def answer(dialog):
        scopes.append(dialog.options.chosen_scope())
        return False

    asker.answers.append(answer)
    window.commands["file.papers"].trigger()
    page = window.pages["query"]
    assert len(scopes[0].people) == page.people.table.rows.rowCount()


def test_a_person_card_leads_to_the_form(window, asker, context):
    chosen = []

    def answer(dialog):
        chosen.append((dialog.kind().id, dialog.options.chosen_scope().people))
        return False

    asker.answers.append(answer)
    id = context.workspace.world.person_ids[5]
    context.navigator.go(MakePapers((id,), "某人", "form"))
    assert chosen == [("form", (5,))]


def test_orders_name_files_without_a_clash(context):
    world = context.workspace.world
    order = work.Order(world, None, KINDS[0], (0, 0), many=True, pattern="{姓名}")
    first, second = work.file_names(order)
    assert second == f"{first}_2"


def test_a_template_is_tried_with_one_person(desk, context, asker, people, tmp_path, settle, qtbot):
    book, path = Workbook(), tmp_path / "卡片.xlsx"
    book.active["A1"] = "{{姓名}}"
    book.save(path)
    template = own_templates.read(path)
    settings = context.workspace.snapshot.settings
    kept = dict(settings)
    settings[own_templates.setting_of(template.name)] = own_templates.to_text(template)

    def trying(dialog):
        dialog.kinds.choose(OWN + "卡片")
        dialog.look.click()
        return False

    try:
        asker.answers += [trying, tmp_path / "试.xlsx"]
        desk.open(request(people))
        done(desk, settle, qtbot)
        name = context.workspace.snapshot.people.raw("name")[
            context.workspace.snapshot.people.positions[people[0]]
        ]
        assert load_workbook(tmp_path / "试.xlsx").active["A1"].value == name
    finally:
        settings.clear()
        settings.update(kept)


def test_very_many_forms_are_asked_about_first(desk, asker, monkeypatch):
    monkeypatch.setattr("ui.paperwork.desk.MANY", 2)
    asker.answers += [choosing("form")]
    desk.open(MakePapers())
    assert asker.asked[-1][0] == "confirm"
    assert "将写出" in asker.asked[-1][1]
