"""动议名单 as a spread: who is proposed to take and to leave which posts, with what stands against.

One line a person in the order given. The last column says in words what must be known before the
list is taken up: exceptions asked for with the article, rules that bar the step 讨论决定, facts
待核, seats that fall empty elsewhere. Rules nobody has confirmed yet are named at the foot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.basis import of_records
from leadership_model.papers.form_text import education_of, party_cell
from leadership_model.papers.roster import in_post_since
from leadership_model.papers.spread import Spread, SpreadCell
from leadership_model.people.person import Person
from leadership_model.people.seating import Seating
from leadership_model.people.snapshot import Snapshot

COLUMNS: tuple[tuple[str, float], ...] = (
    ("姓名", 9),
    ("现任职务", 26),
    ("拟任免职务", 30),
    ("性别", 5),
    ("出生\n年月", 9),
    ("学历", 10),
    ("籍贯", 11),
    ("工作\n年月", 9),
    ("入党\n年月", 9),
    ("任同级\n时间", 9),
    ("任现职\n时间", 9),
    ("备注", 34),
)
LEFT = (1, 2, 11)
HEAD_ROW = 2
LEVELS = {"exception": "red", "draft": "red", "unknown": "grey", "further": ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionMark:
    """One remark on a line: exception 例外, draft (cannot be decided on), unknown 待核, further."""

    kind: str
    text: str

    def __post_init__(self) -> None:
        if self.kind not in LEVELS:
            raise ValueError(f"动议名单的标记不能是“{self.kind}”")


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionLine:
    """One person (position) with posts taken and left (positions), and what must be known.

    retires: the person leaves all posts because the age is reached.
    """

    person: int
    takes: tuple[int, ...] = ()
    leaves: tuple[int, ...] = ()
    retires: bool = False
    marks: tuple[MotionMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionNotes:
    """What is printed with the list: title, name of the plan, stage, guard rails, edition.

    `sensitive`: which sensitive elements act on the posts taken, each with its legal basis.
    """

    title: str = "动议名单"
    scenario: str = ""
    stage: str = ""
    rails: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    sensitive: tuple[str, ...] = ()


def motion(seating: Seating, lines: Sequence[MotionLine], notes: MotionNotes) -> Spread:
    """Make the list. `seating` is today's, before the plan; ages and times are of its month."""
    last = len(COLUMNS) - 1
    cells = [
        SpreadCell(row=0, column=0, columns=last + 1, value=notes.title, kind="title"),
        SpreadCell(
            row=1,
            column=0,
            columns=last + 1,
            value=note_of(seating, lines, notes),
            kind="note",
            align="left",
        ),
        *(
            SpreadCell(row=HEAD_ROW, column=column, value=title, kind="head")
            for column, (title, _) in enumerate(COLUMNS)
        ),
    ]
    row = HEAD_ROW
    for line in lines:
        row += 1
        cells += cells_of(seating, line, row)
    for text in foot_of(notes):
        row += 1
        cells.append(
            SpreadCell(row=row, column=0, columns=last + 1, value=text, kind="note", align="left")
        )
    return Spread(
        name="动议名单",
        widths=tuple(width for _, width in COLUMNS),
        cells=tuple(cells),
        heights=((0, 30.0), (HEAD_ROW, 32.0)),
        repeat=(HEAD_ROW, HEAD_ROW),
        freeze=(HEAD_ROW + 1, 1),
        foot=of_records(seating).foot,
    )


def proposal(snapshot: Snapshot, line: MotionLine) -> str:
    """Write 拟任免职务: 拟任 ...; 免 ..., each post with its team."""
    parts = []
    if line.takes:
        parts.append("拟任" + "、".join(post_text(snapshot, post) for post in line.takes))
    if line.leaves:
        word = "到龄免去" if line.retires else "免去"
        parts.append(word + "、".join(post_text(snapshot, post) for post in line.leaves))
    return "；".join(parts) or "留任"


def post_text(snapshot: Snapshot, post: int) -> str:
    """Name a post with the body it belongs to."""
    team = snapshot.teams.raw("name")[int(snapshot.posts.owners()[post])] or ""
    return f"{team.removesuffix('领导班子')}{snapshot.posts.raw('name')[post] or ''}"


def cells_of(seating: Seating, line: MotionLine, row: int) -> Iterator[SpreadCell]:
    """Lay one person out on a row; the remarks carry the tone of the gravest."""
    tone = next((LEVELS[mark.kind] for mark in line.marks if LEVELS[mark.kind]), "")
    for column, value in enumerate(_values(seating, line)):
        yield SpreadCell(
            row=row,
            column=column,
            value=value,
            align="left" if column in LEFT else "center",
            tone=tone if column == len(COLUMNS) - 1 else "",
        )


def _values(seating: Seating, line: MotionLine) -> tuple[str, ...]:
    snapshot = seating.snapshot
    person: Person = snapshot.people.record(line.person)
    birth = str(person.birth_year or "") if person.birth is None else months.show(person.birth)
    schooling = [
        found.schooling
        for mode in ("全日制", "在职")
        if (found := education_of(snapshot, line.person, mode)).schooling not in ("", "无")
    ]
    return (
        person.name or "",
        person.post_text or "",
        proposal(snapshot, line),
        person.sex or "",
        birth,
        "\n".join(dict.fromkeys(schooling)),
        person.origin or "",
        months.show_known(person.work_start),
        party_cell(person),
        months.show_known(person.level_since),
        months.show_known(in_post_since(seating, line.person)),
        "；".join(mark.text for mark in line.marks),
    )


def note_of(seating: Seating, lines: Sequence[MotionLine], notes: MotionNotes) -> str:
    """Write the line below the title: month, how many people, which plan, what bars it."""
    parts = [f"基准日期 {months.show_iso(seating.as_of)}", f"共 {len(lines)} 人"]
    if notes.scenario:
        parts.append(f"方案：{notes.scenario}")
    if notes.stage:
        parts.append(f"阶段：{notes.stage}")
    barred = sum(any(mark.kind == "draft" for mark in line.marks) for line in lines)
    if barred:
        parts.append(f"{barred} 人触犯不得例外的规定，不能进入讨论决定")
    return "　".join(parts)


def foot_of(notes: MotionNotes) -> Iterator[str]:
    """Write the lines at the foot: rails, sensitive elements, unconfirmed rules, the disclaimer."""
    if notes.rails:
        yield "方案所守的边界：" + "".join(notes.rails)
    if notes.sensitive:
        yield "".join(f"{each}。" for each in notes.sensitive)
    if notes.unconfirmed:
        yield f"下列规则待核实：{'、'.join(notes.unconfirmed)}。"
    yield f"{DISCLAIMER}。"
