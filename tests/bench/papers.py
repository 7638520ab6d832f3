"""The rows of papers and 职级: a report on paper, everybody's grades beside a loop per person."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from leadership_model.assessment import grades
from leadership_model.assessment.outlook import later
from leadership_model.assessment.survey import assess_all
from leadership_model.matching.scores import Scores
from leadership_model.papers import form, form_text, pages, report
from leadership_model.papers.paper import Paper
from leadership_model.people.gaps import OPEN
from leadership_model.query.level_table import age_table, level_table
from leadership_model.sample import photo
from tests.bench.domain import City, fresh, once_ms, same
from tests.bench.table import Row, median_ms

FORMS = 100
NOT_COUNTED = ("基本称职", "不称职", "不定等次", "未参加")


def report_pdf(city: City) -> Row:
    return _report(city, "PDF")


def report_docx(city: City) -> Row:
    return _report(city, "docx")


def _report(city: City, kind: str) -> Row:
    """A team nobody looked at before: its report made and written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui.app import start
    from ui.printing import files

    application = QGuiApplication.instance() or start(["bench"])
    world = fresh(city.world)
    survey = assess_all(world)
    scores = Scores(world)
    ahead = [world, *(later(world, world.as_of + 12 * year) for year in range(1, 6))]
    teams = iter(each for each in survey if each.score_low is not None)
    with TemporaryDirectory() as folder:

        def ours() -> None:
            flow = report.report(world, scores, next(teams), survey, ahead)
            if kind == "docx":
                files.write_docx(Path(folder) / "a.docx", flow)
            else:
                files.write_pdf(Path(folder) / "a.pdf", pages.paper_of(flow))

        mine = median_ms(ours, 5) / 1000
    assert application is not None
    return Row(f"report of one team as {kind}", city.size, mine, "s", "", None, 1.5)


def forms_pdf(city: City) -> Row:
    """100 任免审批表 with photos: gathered, laid out and written as one PDF of 200 pages."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from ui.app import start
    from ui.printing import files

    application = QGuiApplication.instance() or start(["bench"])
    snapshot, as_of = city.snapshot, city.world.as_of
    ids = snapshot.people.raw("id")
    photos = [photo.draw(1, ids[person]) for person in range(FORMS)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"

        def ours() -> None:
            made = [
                form.paper(form_text.form_text(snapshot, person, as_of, photos[person]))
                for person in range(FORMS)
            ]
            files.write_pdf(path, Paper("forms", tuple(p for each in made for p in each.pages)))

        mine = median_ms(ours, 5) / 1000
        content = path.read_bytes()
    same(content.count(b"/Type /Page\n") + content.count(b"/Type /Page "), 2 * FORMS)
    assert application is not None
    return Row(f"{FORMS} forms as one PDF", city.size, mine, "s", "", None, 2.0)


def statistics(city: City) -> Row:
    world = fresh(city.world)
    everybody = range(len(world.snapshot.people))

    def ours() -> None:
        level_table(world, everybody)
        age_table(world, everybody)

    return Row("statistics tables", city.size, once_ms(ours) / 1000, "s", "", None, 1.0)


def everybody_graded(city: City) -> Row:
    world = city.world
    found: dict[str, object] = {}

    def ours() -> None:
        due = grades.spans(world)
        found["ours"] = list(zip(due.low.tolist(), due.high.tolist(), strict=True))

    def peer() -> None:
        found["peer"] = [_alone(city, person) for person in range(len(world.snapshot.people))]

    mine = median_ms(ours, 7)
    other = once_ms(peer)
    same(found["ours"], found["peer"])
    return Row("months of the next grade", city.size, mine, "ms", "a loop per person", other, 100.0)


def _alone(city: City, person: int) -> tuple[int, int]:
    """Work one person's month out the obvious way."""
    snapshot, now = city.snapshot, city.world.as_of
    record = snapshot.people.record(person)
    need = grades._needs().get(record.grade or "", 0)
    if record.status != "在职" or not need:
        return -1, -1
    low, high = 0, OPEN
    if record.grade_since is not None:
        table = snapshot["appraisal"]
        rows = [table.record(row) for row in table.of(person)]
        told = {row.year: row.result for row in rows if row.result}
        low = _walked(record.grade_since, need, told, now, 6)
        high = _walked(record.grade_since, need, told, now, -12)
    return _barred(city, person, low, high)


def _walked(since: int, need: int, told: dict[int | None, str], now: int, gap: int) -> int:
    """Count month by month; what a year of the past is worth is added when it is over."""
    served, month = 0, since
    while served < need:
        month, served = month + 1, served + 1
        over = month // 12 - 1
        if month % 12 == 0 and since // 12 <= over < now // 12:
            result = told.get(over)
            counted = 6 if result == "优秀" else -12 if result in NOT_COUNTED else 0
            served += gap if result is None else counted
    return month


def _barred(city: City, person: int, low: int, high: int) -> tuple[int, int]:
    from leadership_model.people.sanctions import end_span
    from leadership_model.rules.pairs import sanction_periods

    table, now = city.snapshot["sanction"], city.world.as_of
    periods = dict(sanction_periods(city.world.book.at(now)))
    for row in table.of(person):
        each = table.record(row)
        first, last = end_span(each.kind, each.month, each.ends, periods)
        if last > now and (each.month is None or each.month <= now):
            low, high = max(low, first), max(high, last)
    return low, high


ROWS = (forms_pdf, report_pdf, report_docx, statistics, everybody_graded)
