"""职级晋升: the monthly list of who reaches the years, who may have, and the quotas."""

from collections.abc import Sequence

from leadership_model import months
from leadership_model.assessment.grade_places import PLACE_WORDS, Quota, Rise, open_end
from leadership_model.assessment.grades import LONGER, RULE, SHORTER, Reason, Reasons
from leadership_model.assessment.world import World
from leadership_model.papers.basis import basis_of
from leadership_model.papers.notices import notices
from leadership_model.papers.spread import Spread
from leadership_model.rules.book import RuleBook

HEADS = (
    ("年限满月份", 12.0),
    ("姓名", 10.0),
    ("单位及职务", 40.0),
    ("现职级", 14.0),
    ("任职级时间", 11.0),
    ("可晋升职级", 14.0),
    ("年限", 42.0),
    ("职数", 20.0),
)
QUOTA_HEADS = (
    ("单位", 34.0),
    ("职级", 44.0),
    ("核定", 8.0),
    ("现有", 8.0),
    ("空额", 14.0),
    ("起始", 10.0),
    ("依据", 30.0),
)
TONES = {"free": "green", "full": "red", "unknown": "grey", "none": "", "same": "green"}


def grade_list(
    world: World,
    rises: Sequence[Rise] | None,
    doubtful: Sequence[Rise] | None,
    quotas: Sequence[Quota],
    title: str,
) -> tuple[Spread, ...]:
    """Make the list, who is 待核 and the quotas, each a sheet of its own; None: no such sheet."""
    told = Reasons.of(world)
    basis = basis_of(world, unknown=len(doubtful or ()), what="人").foot
    rule = world.book.at(world.as_of).get(RULE)
    rules = "" if rule is None else RuleBook((rule,)).editions()
    note = "只看年限和职数；是否晋升由本部门按条件和程序研究"
    made = []
    for name, found in ((title, rises), (f"{title}（待核）", doubtful)):
        if found is not None:
            rows = [line(world, each, told.at(each.person), open_=name != title) for each in found]
            tones = {7: [TONES[each.place] for each in found]}
            sheet = notices(
                name, HEADS, rows, world.as_of, note=note, rules=rules, basis=basis, tones=tones
            )
            made.append(sheet)
    lines = [quota_line(world, each) for each in quotas]
    made.append(notices("职级职数", QUOTA_HEADS, lines, world.as_of, basis=basis))
    return tuple(made)


def line(world: World, rise: Rise, told: Reason, *, open_: bool = False) -> tuple[str, ...]:
    """Write one person: month (`open_`: both ends), name, post, grade, since, next, why, place."""
    people = world.snapshot.people
    return (
        month_text(rise, open_=open_),
        people.raw("name")[rise.person] or "（未填姓名）",
        people.raw("post_text")[rise.person] or "",
        rise.grade,
        "待核" if told.since is None else months.show(told.since),
        rise.next,
        reason_text(world, told),
        place_text(rise),
    )


def month_text(rise: Rise, *, open_: bool) -> str:
    """Write the month; where records are missing the latest one, or both ends."""
    if rise.sure:
        return months.show(rise.high)
    if open_end(rise):
        return "待核"
    last = months.show(rise.high)
    return f"{months.show(rise.low)}～{last}" if open_ else f"最迟 {last}"


def reason_text(world: World, told: Reason) -> str:
    """Say how the years come about."""
    rule = world.book.at(world.as_of).get(RULE)
    values = {} if rule is None else rule.parameters
    shorter = int(values.get("excellent_months", SHORTER)) * told.excellent
    longer = int(values.get("poor_months", LONGER)) * told.not_counted
    parts = [f"须满 {told.need // 12} 年"]
    parts += [f"优秀 {told.excellent} 年缩短 {shorter} 个月"] if told.excellent else []
    parts += [f"{told.not_counted} 年不计入，推后 {longer} 个月"] if told.not_counted else []
    parts += [f"{told.missing} 个年度考核未登记"] if told.missing else []
    parts += ["任职级时间未登记"] if told.since is None else []
    parts += [f"处分影响期至 {months.show(told.until)}"] if told.until is not None else []
    return "，".join(parts)


def place_text(rise: Rise) -> str:
    """Say whether a place is free, and how many."""
    words = PLACE_WORDS[rise.place]
    return words if rise.free is None else f"{words} {free_text(rise.free)}"


def free_text(free: tuple[int, int]) -> str:
    """Write how many places are free; below none is over the number."""
    least, most = free
    shown = f"{least}" if least == most else f"{least}～{most}"
    return shown.replace("-", "−")


def quota_line(world: World, quota: Quota) -> tuple[str, ...]:
    """Write one number: unit, grades, approved, held, free, since, document."""
    record, unit = quota.record, world.snapshot["unit"].raw("name")[quota.unit]
    held = str(len(quota.holders))
    return (
        unit or "",
        "、".join(quota.grades),
        "待核" if record.quota is None else str(record.quota),
        held + (f"（另 {len(quota.doubtful)} 人待核）" if quota.doubtful else ""),
        "待核" if quota.free is None else free_text(quota.free),
        "" if record.start is None else months.show(record.start),
        record.note or "",
    )
