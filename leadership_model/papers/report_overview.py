"""Part one of a report, 班子概况: what the team is and who its members are."""

from collections.abc import Iterator

from leadership_model import months
from leadership_model.assessment.standing import standing
from leadership_model.assessment.summary import JUDGEMENTS
from leadership_model.assessment.versions import used_by
from leadership_model.papers.flow import Block, FlowColumn, Words, table
from leadership_model.papers.report_seen import (
    UNKNOWN_WORD,
    Material,
    month_text,
    outsider,
    person,
    schooling,
    score_text,
    state_text,
)
from leadership_model.people.seating import OUTSIDER
from leadership_model.query.statistics import Summary, summarise
from leadership_model.structure import versions

COLUMNS = (
    FlowColumn("姓名", 9),
    FlowColumn("职务", 17, "left"),
    FlowColumn("性别", 5),
    FlowColumn("出生年月", 10.5),
    FlowColumn("民族", 8),
    FlowColumn("政治面貌", 9),
    FlowColumn("学历", 10),
    FlowColumn("任现职", 10.5),
    FlowColumn("任现层次", 10.5),
)
SHORT = (
    FlowColumn("姓名", 11),
    FlowColumn("职务", 42, "left"),
    FlowColumn("性别", 7),
    FlowColumn("年龄", 9),
    FlowColumn("政治面貌", 13),
    FlowColumn("任现职", 12),
)
QUOTAS = (("正职", "head"), ("副职", "deputy"), ("其他", "other"))


def overview(seen: Material) -> Iterator[Block]:
    """一、班子概况: in sentences, then who its members are."""
    yield Words("h1", "一、班子概况")
    yield Words("body", _body_text(seen))
    yield Words("body", _people_text(seen, summarise(seen.world, seen.members())))
    yield Words("body", _standing_text(seen))
    rows = list(_members(seen))
    if rows and seen.large:
        yield table(SHORT, [_short(row) for row in rows], "班子成员")
    elif rows:
        yield table(COLUMNS, rows, "班子成员")


def _short(row: tuple[str, ...]) -> tuple[str, ...]:
    """Put a member on one line: the age alone, no 民族 and 学历, no month of the level."""
    name, title, sex, birth, _, party, _, since, _ = row
    age = birth.partition("\n")[2].strip("（）") or birth
    return name, title, sex, age, party, since


def _body_text(seen: Material) -> str:
    teams, team = seen.world.snapshot.teams, seen.team
    category = teams.raw("category")[team]
    parts = [f"{seen.name}" + (f"属{category}班子" if category else "")]
    quota = [(word, teams.raw(f"quota_{key}")[team]) for word, key in QUOTAS]
    told = "、".join(f"{word}{number}名" for word, number in quota if number is not None)
    parts.append(f"核定领导职数{told}" if told else "核定领导职数未登记")
    seats = seen.assessment
    parts.append(f"设岗位{seats.seats}个，已配{seats.filled}个，空缺{len(seats.vacancies)}个")
    start, length = teams.raw("term_start")[team], teams.raw("term_months")[team]
    if start is not None and length:
        parts.append(f"本届任期{months.show(start)}至{months.show(start + length)}")
    return "，".join(parts) + "。"


def _people_text(seen: Material, found: Summary) -> str:
    outside = len(seen.world.members(seen.team)) - found.count
    if not found.count:
        return "现无库内成员。" if not outside else f"现有成员{outside}人，均为库外人员。"
    text = f"现有班子成员{found.count + outside}人"
    text += f"（其中库外人员{outside}人，下列各数不含）" if outside else ""
    told = [f"{each.label}{each.count}人{_doubt(each.unknown)}" for each in found.figures]
    text += f"，其中{'、'.join(told)}"
    if found.average_age is not None:
        text += f"，平均年龄{found.average_age:.1f}岁{_doubt(found.age_unknown)}"
    heads = [f"{name}（{post}）" for name, post in _heads(seen)]
    return text + (f"。主要负责人：{'、'.join(heads)}。" if heads else "。正职岗位空缺。")


def _doubt(count: int) -> str:
    return f"（另有{count}人待核）" if count else ""


def _heads(seen: Material) -> Iterator[tuple[str, str]]:
    posts, seating = seen.world.snapshot.posts, seen.world.seating
    for seat in seating.seats(seen.team):
        holder = int(seating.holder[seat])
        if posts.raw("role")[seat] == "正职" and (holder >= 0 or holder == OUTSIDER):
            yield person(seen.world, holder), posts.raw("name")[seat] or "正职"


def _standing_text(seen: Material) -> str:
    found = seen.assessment
    if found.state == "unconfigured":
        return "本班子尚未配置结构模型，以下只列实有情况，不作结构评价。"
    model = versions.names(used_by(seen.world, seen.team))
    text = f"按{model}研判，结构得分{score_text(found)}分，状态{state_text(found)}"
    text += f"，结构{JUDGEMENTS[found.state]}"
    place = standing(seen.peers, seen.team)
    if place is not None and place.of > 1:
        word = "并列第" if place.tied else "第"
        text += f"，在{place.of}个同类班子中{word}{place.rank}"
    return text + "。"


def _members(seen: Material) -> Iterator[tuple[str, ...]]:
    world, people = seen.world, seen.world.snapshot.people
    seating, posts = world.seating, world.snapshot.posts
    for seat in seating.seats(seen.team):
        holder = int(seating.holder[seat])
        title = posts.raw("name")[seat] or ""
        if holder == OUTSIDER:
            name = f"{outsider(world, seat)}（库外）"
            yield (name, title, *("—",) * 5, month_text(int(seating.since[seat])), "—")
        if holder < 0:
            continue
        birth, year = people.raw("birth")[holder], people.raw("birth_year")[holder]
        born = months.show(birth) if birth is not None else f"{year}年" if year else UNKNOWN_WORD
        age = "" if birth is None else f"\n（{months.years_between(birth, world.as_of)}岁）"
        yield (
            person(world, holder),
            title,
            people.raw("sex")[holder] or UNKNOWN_WORD,
            born + age,
            people.raw("ethnicity")[holder] or UNKNOWN_WORD,
            people.raw("party")[holder] or UNKNOWN_WORD,
            schooling(world, holder),
            month_text(int(seating.since[seat])),
            month_text(people.raw("level_since")[holder]),
        )
