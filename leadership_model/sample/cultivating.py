"""储备名单 and 递进培养: who the invented city keeps in reserve, and what was done for them.

Drawn from a stream of its own after everything else. Who is on a list is drawn, not worked out:
lists of real places hold people of whom a rule would say otherwise.
"""

import random
from collections.abc import Iterator
from typing import Any

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Person
from leadership_model.people.reserve import LINKS, LISTS, Reserve, Training
from leadership_model.sample.chance import pick, share, stream, weighted
from leadership_model.sample.register import Register

# level of the person -> what the reserve is for (level, role), greatest age, how many in 100
LADDER = {
    "县处级副职": ("县处级正职", "正职", 49, 24),
    "乡科级正职": ("县处级副职", "副职", 44, 16),
    "乡科级副职": ("乡科级正职", "正职", 39, 7),
    "": ("乡科级副职", "副职", 41, 25),
}
WEIGHTS = {LISTS[0]: 36, LISTS[1]: 40, LISTS[2]: 24}
REASONS = (
    "年度考核优秀，民主推荐得票靠前",
    "在重点项目一线表现突出",
    "基层经历丰富，处理复杂问题能力强",
    "专业能力强，所在班子急需",
    "综合研判推荐",
)
LEFT = ("提拔任用后出库", "动态调整出库", "工作调动出库")
TITLES = {
    "公开遴选": ("参加储备干部公开遴选笔试面试", "经民主推荐和差额考察入选"),
    "集中培训": (
        "云溪市委党校中青年干部培训班",
        "云岭省委党校县处级干部进修班",
        "产业发展专题培训班",
    ),
    "实践锻炼": ("到乡镇挂职锻炼", "到信访岗位跟班锻炼", "参加重点项目专班", "到上级机关跟班学习"),
    "跟踪管理": ("年度谈心谈话和跟踪考察", "半年跟踪了解"),
    "择优使用": ("列入近期使用建议名单",),
    "动态调整": ("年度评估后保留在库", "由中期培养调整为近期使用"),
}
NOTES = ("结业考核优秀", "表现较好，群众评价高", "完成任务，需加强统筹协调", "")


def draw(register: Register, seed: int) -> tuple[Any, ...]:
    """Give the rows of everybody who is or was in reserve."""
    source = stream(seed, "cultivating")
    found: list[Any] = []
    for person in register.people.values():
        plan = LADDER.get(person.level or "")
        if plan is None or person.status != "在职" or person.birth is None:
            continue
        level, role, age, per_hundred = plan
        if (register.as_of - person.birth) // 12 > age or not share(source, per_hundred / 100):
            continue
        found += _stay(source, person, level, role, register.as_of)
    return tuple(found)


def _stay(
    source: random.Random, person: Person, level: str, role: str, as_of: int
) -> Iterator[Reserve | Training]:
    start = as_of - source.randint(4, 40)
    gone = share(source, 0.06)
    county = "县处级" in level
    yield Reserve(
        id=new("b", source),
        person=person.id,
        list=weighted(source, WEIGHTS),
        role=role,
        level=level,
        start=start,
        end=start + source.randint(1, as_of - start) if gone else None,
        by="中共云溪市委组织部" if county else "县（市、区）委组织部",
        reason=pick(source, REASONS),
        left=pick(source, LEFT) if gone else None,
    )
    yield from _steps(source, person, start, as_of)


def _steps(source: random.Random, person: Person, start: int, as_of: int) -> Iterator[Training]:
    """Draw the links in their order, as far as the months reach."""
    month = start
    for link in LINKS[: source.randint(1, len(LINKS))]:
        if month > as_of:
            return
        length = source.randint(1, 8) if link == "实践锻炼" else 1
        end = month + length
        yield Training(
            id=new("g", source),
            person=person.id,
            link=link,
            title=pick(source, TITLES[link]),
            start=month,
            end=end if end <= as_of else None,
            by="中共云溪市委组织部",
            note=f"{months.show(min(end, as_of))} {note}"
            if (note := pick(source, NOTES))
            else None,
        )
        month = end + source.randint(1, 6)
