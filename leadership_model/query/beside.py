"""同屏比较: a few people beside each other, aspect by aspect, with what differs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.elements.shown import show_value
from leadership_model.errors import UserError
from leadership_model.people.career import CareerEntry
from leadership_model.people.seating import Seating

LEAST, MOST = 2, 6
# heading -> elements compared under it
ASPECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("基本情况", ("现任职务", "性别", "民族", "年龄", "出生年月", "籍贯", "出生地")),
    ("政治面貌", ("政治面貌", "入党时间", "参加工作时间", "工龄")),
    ("学历专业", ("学历", "全日制学历", "在职学历", "学位", "专业", "毕业院校", "技术职务")),
    ("职务职级", ("职务层次", "任现层次时间", "任现职时间", "职级", "班子类别", "所在地区")),
    ("经历", ("基层工作月数", "乡镇工作月数", "正职岗位数", "外地任职经历", "有挂职经历")),
    ("专长考核", ("熟悉领域", "专长", "近三年优秀次数", "处分影响期内", "到龄时间")),
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One row: what every person has. `differs[i]`: person i has not what most have.

    Where no value is commonest (two people, or all different) everybody differs.
    """

    heading: str
    name: str
    texts: tuple[str, ...]
    differs: tuple[bool, ...]

    @property
    def same(self) -> bool:
        """Whether all have the same."""
        return not any(self.differs)


def beside(world: World, people: Sequence[int]) -> tuple[Aspect, ...]:
    """Compare people (positions); UserError unless they are two to six different ones."""
    if not LEAST <= len(set(people)) == len(people) <= MOST:
        raise UserError(f"同屏比较 {LEAST} 到 {MOST} 人，现在选了 {len(set(people))} 人")
    known = set(world.catalogue.element_names())
    return tuple(
        _aspect(world, heading, name, people)
        for heading, names in ASPECTS
        for name in names
        if name in known
    )


def _aspect(world: World, heading: str, name: str, people: Sequence[int]) -> Aspect:
    texts = tuple(show_value(world.facts.table, name, person) for person in people)
    return Aspect(heading, name, texts, differing(texts))


def differing(texts: Sequence[str]) -> tuple[bool, ...]:
    """Say of each text whether it is another one than most are."""
    counts = Counter(texts).most_common()
    if len(counts) == 1:
        return (False,) * len(texts)
    if counts[0][1] == counts[1][1]:
        return (True,) * len(texts)
    return tuple(text != counts[0][0] for text in texts)


def career_of(seating: Seating, person: int) -> tuple[str, ...]:
    """Write the lines of a career up to the reference month, the latest last."""
    table = seating.snapshot["career_entry"]
    rows: list[CareerEntry] = [table.record(row) for row in table.of(person)]
    lines = [
        f"{months.show(each.start)}–{'' if each.end is None else months.show(each.end)} {each.text}"
        for each in sorted(rows, key=lambda each: (each.start or 0, each.line))
        if each.start is not None and each.start <= seating.as_of and each.text
    ]
    return tuple(dict.fromkeys(lines))
