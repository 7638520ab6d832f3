"""干部名册 as a spread: the usual A4 layout with its header on two rows.

Ages and times are those of the reference month, which is printed under the title together with the
question the list answers and, where the question uses them, its sensitive elements.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.papers.basis import of_records
from leadership_model.papers.form_text import education_of, party_cell
from leadership_model.papers.spread import Spread, SpreadCell, fitted
from leadership_model.people.person import Person
from leadership_model.people.seating import Seating

# title, width in characters; a pair under one group stands in one tuple with the group's name
COLUMNS: tuple[tuple[str, str, float], ...] = (
    ("", "姓名", 9),
    ("", "现任职务", 26),
    ("", "性别", 5),
    ("", "民族", 8),
    ("", "籍贯", 11),
    ("全日制教育", "学历学位", 12),
    ("全日制教育", "毕业院校及专业", 18),
    ("在职教育", "学历学位", 12),
    ("在职教育", "毕业院校及专业", 18),
    ("", "出生\n年月", 9),
    ("", "参加工\n作时间", 9),
    ("", "入党\n时间", 9),
    ("", "任现职\n时间", 9),
    ("", "任现层\n次时间", 9),
    ("", "任现职\n级时间", 9),
    ("", "备注", 9),
)
HEAD_ROW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterNotes:
    """What is printed with a roster: its title, the question asked, sensitive elements used."""

    title: str = "干部名册"
    question: str = ""
    sensitive: tuple[str, ...] = ()


def roster(seating: Seating, people: Sequence[int], notes: RosterNotes) -> Spread:
    """Make the roster of these people (positions), in the order given."""
    last = len(COLUMNS) - 1
    cells = [
        SpreadCell(row=0, column=0, columns=last + 1, value=notes.title, kind="title"),
        SpreadCell(
            row=1,
            column=0,
            columns=last + 1,
            value=_note(seating, people, notes),
            kind="note",
            align="left",
        ),
        *_header(),
    ]
    for line, position in enumerate(people):
        for column, value in enumerate(_line(seating, position)):
            left = column in (1, 6, 8, last)
            cells.append(
                SpreadCell(
                    row=HEAD_ROW + 2 + line,
                    column=column,
                    value=value,
                    align="left" if left else "center",
                )
            )
    sheet = Spread(
        name="干部名册",
        widths=tuple(width for _, _, width in COLUMNS),
        cells=tuple(cells),
        heights=((0, 30.0), (HEAD_ROW, 20.0), (HEAD_ROW + 1, 32.0)),
        repeat=(HEAD_ROW, HEAD_ROW + 1),
        freeze=(HEAD_ROW + 2, 1),
        foot=of_records(seating).foot,
    )
    return fitted(sheet)


def _note(seating: Seating, people: Sequence[int], notes: RosterNotes) -> str:
    parts = [f"基准日期 {months.show_iso(seating.as_of)}", f"共 {len(people)} 人"]
    if notes.question:
        parts.append(f"条件：{notes.question}")
    if notes.sensitive:
        parts.append(f"本名册的条件使用了敏感要素：{'、'.join(notes.sensitive)}")
    return "　".join(parts)


def _header() -> Iterator[SpreadCell]:
    done: set[str] = set()
    for column, (group, title, _) in enumerate(COLUMNS):
        if not group:
            yield SpreadCell(row=HEAD_ROW, column=column, rows=2, value=title, kind="head")
            continue
        if group not in done:
            width = sum(each == group for each, _, _ in COLUMNS)
            done.add(group)
            yield SpreadCell(row=HEAD_ROW, column=column, columns=width, value=group, kind="head")
        yield SpreadCell(row=HEAD_ROW + 1, column=column, value=title, kind="head")


def _line(seating: Seating, position: int) -> tuple[str, ...]:
    snapshot = seating.snapshot
    person: Person = snapshot.people.record(position)
    full_time = education_of(snapshot, position, "全日制")
    in_service = education_of(snapshot, position, "在职")
    birth = person.birth
    shown_birth = str(person.birth_year or "") if birth is None else months.show(birth)
    return (
        person.name or "",
        person.post_text or "",
        person.sex or "",
        person.ethnicity or "",
        person.origin or "",
        "\n".join(filter(None, (full_time.schooling, full_time.degree))),
        "\n".join(filter(None, (full_time.school, full_time.major))),
        "\n".join(filter(None, (in_service.schooling, in_service.degree))),
        "\n".join(filter(None, (in_service.school, in_service.major))),
        shown_birth,
        months.show_known(person.work_start),
        party_cell(person),
        months.show_known(in_post_since(seating, position)),
        months.show_known(person.level_since),
        months.show_known(person.grade_since),
        "" if person.status == "在职" else person.status or "",
    )


def in_post_since(seating: Seating, position: int) -> int | None:
    """Say since when a person holds the present post; None when it is not known.

    The start of the longest-held present seat, without a seat that of the open career line.
    """
    post = int(seating.main_post()[position])
    if post >= 0:
        since = int(seating.since[post])
        return since if since >= 0 else None
    table = seating.snapshot["career_entry"]
    kinds, starts_of, ends = (table.raw(name) for name in ("kind", "start", "end"))
    starts = [
        starts_of[row]
        for row in table.of(position)
        if kinds[row] == "任职"
        and starts_of[row] is not None
        and starts_of[row] <= seating.as_of
        and (ends[row] is None or ends[row] > seating.as_of)
    ]
    return min(starts) if starts else None
