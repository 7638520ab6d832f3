"""What the card of a person says, worked out from the world. Pure: no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadership_model import months
from leadership_model.people.career import CareerEntry
from leadership_model.people.person import Education, Person
from ui import names
from ui.card import cultivating, retiring
from ui.card.acting import acting

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.rules.rule import RuleResult

_COUNTY = ("党委", "人大", "政府", "政协", "纪委", "法院", "检察院")
# lane -> (unit kinds that belong to it, tone); lanes are drawn in this order, those in use only
LANES: dict[str, tuple[tuple[str, ...], str]] = {
    "学习": ((), "c6"),
    "企业": (("国有企业", "其他企业"), "c5"),
    "事业": (("高等院校", "中小学", "医院", "科研院所", "其他事业单位"), "c2"),
    "部队": (("部队",), "c6"),
    "村社": (("村社区",), "c4"),
    "乡镇": (("乡镇", "街道"), "c4"),
    "县级": ((*(f"县级{each}" for each in _COUNTY), "县直部门", "功能区"), "c1"),
    "市级": ((*(f"市级{each}" for each in _COUNTY), "市直部门"), "c3"),
    "省级": (("省直单位", "中央单位"), "c5"),
    "其他": ((), "c6"),
}
MARKS = {"forbid": "red", "warn": "yellow", "note": "unknown"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """One career row on its lane; `faint` for 其间 and 挂职 rows."""

    lane: str
    start: int
    end: int
    tone: str
    text: str
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """Everything the card shows but the photo and what follows if this person leaves."""

    id: str
    name: str
    headline: str
    position: str
    lines: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    gaps: tuple[tuple[int, int], ...]
    career: tuple[tuple[str, str, bool], ...]  # month, text, open
    appraisals: tuple[tuple[int, str], ...]
    sanctions: tuple[tuple[str, str], ...]  # mark, text
    relatives: tuple[str, ...]
    limits: tuple[tuple[str, str], ...]  # mark, text
    tags: tuple[str, ...]
    cultivated: tuple[str, ...]
    law: tuple[str, ...]
    has_photo: bool
    as_of: int
    seated: bool


def gather(world: "World", survey: "Sequence[Assessment] | None", person: int) -> CardFacts:
    """Work out what the card of one person says at the reference month."""
    snapshot, as_of = world.snapshot, world.as_of
    record: Person = snapshot.people.record(person)
    entries = snapshot["career_entry"]
    rows = [entries.record(row) for row in entries.of(person)]
    begun = [row for row in rows if row.start is not None and row.start <= as_of]
    rows = sorted(begun, key=lambda row: (row.start or 0, row.line))
    return CardFacts(
        id=record.id,
        name=record.name or "（未填姓名）",
        headline=_headline(record, as_of),
        position=record.post_text or "（未填现任职务）",
        lines=_lines(record, as_of),
        fields=_fields(world, person, record),
        stretches=tuple(_stretch(row, as_of) for row in rows),
        gaps=_gaps(rows, as_of),
        career=tuple(dict.fromkeys(_career_line(r) for r in reversed(rows) if r.kind == "任职")),
        appraisals=_appraisals(world, person),
        sanctions=_sanctions(world, person, record),
        relatives=_relatives(world, person),
        limits=_limits(world, survey, person),
        tags=_tags(world, person),
        cultivated=cultivating.lines(world, person),
        law=acting(world, person),
        has_photo=bool(record.has_photo),
        as_of=as_of,
        seated=bool(world.seating.posts_of(person).size),
    )


def _headline(record: Person, as_of: int) -> str:
    age = None if record.birth is None else months.years_between(record.birth, as_of)
    words = (record.sex, record.ethnicity, f"{age} 岁" if age is not None else "年龄待核")
    return " · ".join(word for word in words if word)


def _lines(record: Person, as_of: int) -> tuple[str, ...]:
    born = names.month(record.birth) if record.birth is not None else str(record.birth_year or "?")
    origin = f"{record.origin}人" if record.origin else ""
    party = record.party or ""
    if record.party_joined is not None:
        party = f"{party} {names.month(record.party_joined)}"
    first = " · ".join(word for word in (f"{born} 生", origin, party) if word)
    if not record.level:
        return (first,)
    held = ""
    if record.level_since is not None:
        span = names.span(max(as_of - record.level_since, 0))
        held = f" {names.month(record.level_since)} 起 · {span}"
    return (first, f"{record.level}{held}")


def _fields(world: "World", person: int, record: Person) -> tuple[tuple[str, str], ...]:
    as_of, found = world.as_of, []
    if (post := int(world.seating.main_post()[person])) >= 0:
        since = int(world.seating.since[post])
        if since >= 0:
            found.append(("现职", f"{names.month(since)} 起 · {names.span(as_of - since)}"))
    found += [
        ("学历学位" if not at else "", text) for at, text in enumerate(_schooling(world, person))
    ]
    if record.work_start is not None:
        span = names.span(max(as_of - record.work_start, 0))
        found.append(("参加工作", f"{names.month(record.work_start)} · 工龄 {span}"))
    if record.grade:
        since_text = f" {names.month(record.grade_since)}" if record.grade_since is not None else ""
        found.append(("职级", record.grade + since_text))
    found += retiring.lines(world, person, record)
    if record.status and record.status != "在职":
        found.append(("状态", f"{record.status} {names.month(record.status_month)}"))
    return tuple(found)


def _schooling(world: "World", person: int) -> list[str]:
    table = world.snapshot["education"]
    rows: list[Education] = [table.record(row) for row in table.of(person)]
    rows.sort(key=_by_mode)
    return [
        f"{' '.join(word for word in (row.schooling, row.degree) if word)}（{row.mode}）"
        for row in rows
    ] or ["待核"]


def _by_mode(row: Education) -> tuple[bool, int]:
    return row.mode != "全日制", row.end or 0


def _lane(row: CareerEntry) -> str:
    if row.kind == "学习" or row.post_kind == "学习":
        return "学习"
    for lane, (kinds, _) in LANES.items():
        if row.unit_kind in kinds:
            return lane
    return "其他"


def _stretch(row: CareerEntry, as_of: int) -> Stretch:
    lane, start = _lane(row), row.start or 0
    end = as_of + 1 if row.end is None else max(min(row.end, as_of + 1), start + 1)
    until = "至今" if row.end is None else names.month(row.end)
    faint = row.kind in ("其间", "跨段") or bool(row.secondment)
    text = f"{names.month(start)} – {until}\n{row.text or ''}"
    return Stretch(lane, start, end, LANES[lane][1], text, faint)


def _gaps(rows: list[CareerEntry], as_of: int) -> tuple[tuple[int, int], ...]:
    """Find the months between the first line and now that no main line covers."""
    found: list[tuple[int, int]] = []
    reached: int | None = None
    for row in rows:
        if row.kind not in ("任职", "学习") or row.start is None:
            continue
        if reached is not None and row.start > reached + 1:
            found.append((reached, row.start))
        end = as_of + 1 if row.end is None else row.end
        reached = end if reached is None else max(reached, end)
    if reached is not None and reached < as_of:
        found.append((reached, as_of + 1))
    return tuple(found)


def _career_line(row: CareerEntry) -> tuple[str, str, bool]:
    return names.month(row.start), row.text or "", row.end is None


def _appraisals(world: "World", person: int) -> tuple[tuple[int, str], ...]:
    """Give the last six calendar years before the reference month's, gaps as 缺."""
    table = world.snapshot["appraisal"]
    known = {table.raw("year")[row]: table.raw("result")[row] for row in table.of(person)}
    year = months.year_of(world.as_of)
    return tuple((each, known.get(each) or "缺") for each in range(year - 6, year))


def _sanctions(world: "World", person: int, record: Person) -> tuple[tuple[str, str], ...]:
    from leadership_model.people import sanctions

    table, found = world.snapshot["sanction"], []
    for row in table.of(person):
        each = table.record(row)
        if each.month is not None and each.month > world.as_of:
            continue
        end = sanctions.end_month(each.kind, each.month, each.ends)
        if end is None:
            mark, until = "unknown", "影响期待核"
        elif world.as_of < end:
            mark, until = "red", f"影响期至 {names.month(end - 1)}"
        else:
            mark, until = "green", f"影响期已于 {names.month(end - 1)} 届满"
        found.append((mark, f"{each.kind} {names.month(each.month)} · {until}"))
    if not found:
        nothing = ("green", "无") if record.rewards_complete else ("unknown", "未登记，待核")
        found.append(nothing)
    return tuple(found)


def _relatives(world: "World", person: int) -> tuple[str, ...]:
    table = world.snapshot["relative"]
    rows = [table.record(row) for row in table.of(person)]
    found = [
        " ".join(word for word in (each.title, each.name, each.post_text) if word)
        for each in rows
        if not each.deceased
    ]
    return tuple(found) or ("未登记",)


def _limits(
    world: "World", survey: "Sequence[Assessment] | None", person: int
) -> tuple[tuple[str, str], ...]:
    """Give facts in dispute, then rules broken or come near, the gravest first."""
    from leadership_model.people import disputes

    found = [
        result
        for assessment in survey or ()
        for result in assessment.rules
        if result.result == "fail" and person in result.people
    ]
    found.sort(key=_by_severity)
    limits = [(MARKS[each.severity], _limit_text(world, each)) for each in found[:6]]
    doubts = [("unknown", text) for text in disputes.reasons(world.snapshot, person).values()]
    return (*doubts, *limits)


def _by_severity(result: "RuleResult") -> tuple[int, str]:
    return list(MARKS).index(result.severity), result.rule


def _limit_text(world: "World", result: "RuleResult") -> str:
    title = world.book[result.rule].title if result.rule in world.book else result.rule
    have = f"：{result.have}" if result.have else ""
    when = "" if result.month is None else f"，{names.month(result.month)} 起符合"
    return f"{title}{have}{when}" + (f"，{result.exception}" if result.exception else "")


def _tags(world: "World", person: int) -> tuple[str, ...]:
    table = world.snapshot["person_mark"]
    return tuple(
        dict.fromkeys(
            str(table.raw("value")[row])
            for row in table.of(person)
            if table.raw("value")[row] and len(str(table.raw("value")[row])) <= 12
        )
    )[:8]


def leaving(world: "World", person: int) -> tuple[tuple[str, str, str], ...]:
    """Say what breaks if this person leaves all seats: (mark, text, change), the gravest first."""
    from leadership_model.assessment.delta import delta
    from leadership_model.people.seating import VACANT

    posts = world.seating.posts_of(person).tolist()
    if not posts:
        return ()
    after = world.with_holders(dict.fromkeys(posts, VACANT))
    found: list[tuple[str, str, str]] = []
    for each in delta(world, after, with_rules=False):
        name = names.team_name(world.snapshot, each.team)
        change = "" if each.score_low is None else names.signed(each.score_low)
        found.append((each.after.state, f"{name}得分", change))
        found += [
            (one.after, one.label, "")
            for one in each.verdicts
            if one.after in ("red", "yellow", "unknown")
        ]
    return tuple(found[:7])
