from ui.navigation import OpenPage, ShowModel

SIDE = 2  # px a row may be short of: its words are whole


def test_seven_requirements_are_in_sight_in_a_low_window(window, settle):
    window.resize(1366, 768)
    window.lead(OpenPage("structure"))
    settle()
    page = window.pages["structure"]
    for row in page._rows:
        if row.model is None or row.under:
            continue
        window.lead(ShowModel(category=row.category))
        settle()
        table = page.desk.requirements.table
        wanted = min(7, table.model().rowCount())
        assert wanted * table.rowHeight(0) <= table.viewport().height() + SIDE, row.category
    assert page.desk.requirements.effect.standing.height() >= 60
    assert page.desk.requirements.effect.shifts.viewport().height() >= 30


def test_a_high_window_keeps_its_room(window, settle):
    window.resize(1920, 1080)
    window.lead(OpenPage("structure"))
    settle()
    table = window.pages["structure"].desk.requirements.table
    assert table.rowHeight(0) >= 30
