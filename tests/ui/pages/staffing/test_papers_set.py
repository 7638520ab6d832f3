"""会议材料 written, looked at and printed: formats, sections, templates, notices."""

import docx
import openpyxl

from leadership_model.staffing.move import Move
from leadership_model.store import scenario as scenarios


def engine_of(page):
    return page.workspace.loaded.engine


def choose(*kinds, chosen="xlsx"):
    def answer(dialog):
        for kind, box in dialog.boxes.items():
            box.setChecked(kind in kinds)
        dialog.formats.set_current(chosen)
        dialog._on_accept()
        return True

    return answer


def test_chosen_papers_are_written_to_a_folder(planned, asker, settle, qtbot, tmp_path):
    kinds = ("meeting", "record", "form", "lrmx", "notice", "order")
    asker.answers.extend((choose(*kinds), tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    endings = sorted(path.suffix for path in tmp_path.iterdir())
    assert endings == [*[".docx"] * 4, *[".lrmx"] * 2, *[".xlsx"] * 2]
    label = planned.plan.scenario.label
    book = openpyxl.load_workbook(tmp_path / f"{label} 选拔任用纪实表.xlsx")
    assert len(book.sheetnames) == 2
    text = "\n".join(p.text for p in docx.Document(tmp_path / f"{label} 任免通知.docx").paragraphs)
    assert "{{" not in text
    assert "同志任" in text
    painted = tmp_path / "pdf"
    painted.mkdir()
    asker.answers.extend((choose("change", "check", "notice", "order", chosen="pdf"), painted))
    planned.outcomes.papers.trigger()
    settle()
    qtbot.waitUntil(lambda: len(list(painted.iterdir())) == 4)
    qtbot.waitUntil(lambda: not planned.outcomes._slowly.busy)
    assert all(path.read_bytes().startswith(b"%PDF") for path in painted.iterdir())


def test_papers_are_looked_at_before_they_are_printed(planned, asker, settle):
    def look(dialog):
        choose("order", "lrmx", "notice")(dialog)
        dialog.look.click()
        return True

    seen = []

    def preview(dialog):
        seen.append([page.boxes for page in dialog._paper.pages])
        return False

    asker.answers.extend((look, preview))
    planned.outcomes.papers.trigger()
    settle()
    ((notice, order),) = seen  # data are no pages
    words = ["".join(r.text for b in page for p in b.paragraphs for r in p.runs) for page in
             (notice, order)]  # fmt: skip
    assert words[0].startswith("干部任前公示")
    assert "职务任免的通知" in words[1]


def test_sections_of_the_meeting_list_are_edited_and_kept(planned, asker, settle, tmp_path):
    def edit(dialog):
        tab = dialog.sections
        tab.list.choose(planned.free)
        tab.field.setCurrentText("拟推荐提名人选")
        tab.keep.click()
        tab.list.choose(planned.old)
        tab.field.setCurrentText("拟免职人员")
        tab.keep.click()
        tab.back.click()  # as the facts say
        return choose("meeting")(dialog)

    asker.answers.extend((edit, tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    (path,) = tmp_path.iterdir()
    rows = [row[0] for row in openpyxl.load_workbook(path).active.iter_rows(values_only=True)]
    heads = [row for row in rows if row and row.endswith("人）")]
    assert heads == ["一、到龄免职人员（1 人）", "二、拟推荐提名人选（1 人）"]
    stored = scenarios.get(engine_of(planned), planned.id, planned.workspace.user)
    assert "拟推荐提名人选" in stored.entry.options


def test_a_notice_about_nobody_is_not_written(planned, asker, settle, tmp_path):
    planned.plan.stack.undo()
    planned.plan.stack.undo()
    planned.plan.make((Move(kind="remove", person=planned.old),))
    settle()
    said = []
    planned.context.say.said.connect(said.append)
    asker.answers.extend((choose("notice", "order"), tmp_path))
    planned.outcomes.papers.trigger()
    settle()
    assert [path.suffix for path in tmp_path.iterdir()] == [".docx"]
    assert "不需要任前公示" in said[-1]


def test_the_department_s_template_takes_the_place_of_the_shipped_one(
    planned, asker, settle, tmp_path
):
    good, bad = tmp_path / "本部门.docx", tmp_path / "坏.docx"
    for path, text in ((good, "共{{ 人数 }}人"), (bad, "{{ 联系人 }}")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(path)
    out = tmp_path / "out"
    out.mkdir()

    def change(dialog):
        own = [b for b in dialog.findChildren(type(dialog.save)) if b.objectName() == "notice"]
        asker.answers.append(bad)
        own[0].click()
        assert "联系人" in dialog.wrong.text()
        asker.answers.append(good)
        own[0].click()
        assert dialog.wrong.text() == ""
        assert "本部门.docx" in dialog.rows["notice"][0].text()
        dialog.fields["phone"].setText("12380")
        asker.answers.append(out)
        return choose("notice")(dialog)

    asker.answers.append(change)
    planned.outcomes.papers.trigger()
    settle()
    (made,) = out.iterdir()
    assert [p.text for p in docx.Document(made).paragraphs] == ["共1人"]
    settings = planned.workspace.snapshot.settings
    assert "12380" in settings["template.words"]
    assert "本部门.docx" in settings["template.notice"]
