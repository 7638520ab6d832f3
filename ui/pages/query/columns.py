"""The columns of the list of people."""

from collections.abc import Callable, Sequence
from functools import partial

from leadership_model import months
from leadership_model.assessment.world import World
from leadership_model.conditions.protocols import ChoiceColumn
from leadership_model.elements.shown import show_value
from leadership_model.people.gaps import ABSENT
from ui import names
from ui.pages.query.element_columns import element_columns, take
from ui.pages.query.roll import Roll
from ui.pages.query.shades import Marks
from ui.tables.cell import Cell
from ui.tables.columns import Column

# id, what the list of orders calls it, sort keys of the table
ORDERS: tuple[tuple[str, str, tuple[tuple[str, bool], ...]], ...] = (
    ("strokes", "姓氏笔画", (("name", False),)),
    ("pinyin", "姓名拼音", (("pinyin", False),)),
    ("order", "班子排序", (("order", False),)),
    ("young", "年龄从小到大", (("birth", True),)),
    ("old", "年龄从大到小", (("birth", False),)),
    ("post", "任现职时间", (("post", True),)),
    ("level", "任现层次时间", (("level", True),)),
)


def people_columns(roll: Roll, marks: Marks) -> tuple[Column, ...]:
    """Make the columns over positions of people; `marks` may change while they are shown."""
    return (*_person(roll, marks), *_office(roll), *_hidden(roll), *element_columns(roll))


def _person(roll: Roll, marks: Marks) -> tuple[Column, ...]:
    world = roll.world
    people = world.snapshot.people
    return (
        Column(
            id="name",
            title="姓名",
            width=124,
            cell=partial(_name, world, marks),
            tip=partial(_name_tip, world, marks),
            keys=partial(take, roll.strokes),
            texts=partial(_pick, people.raw("name")),
            heading_tip="按姓氏笔画排序",
            search=True,
            fixed=True,
        ),
        _choice(world, "sex", "性别", "sex", 46),
        Column(
            id="birth",
            title="出生年月",
            width=108,
            cell=partial(_birth, roll),
            keys=partial(take, roll.birth),
        ),
        _choice(world, "ethnicity", "民族", "ethnicity", 68),
        _choice(world, "origin", "籍贯", "origin", 104),
        Column(
            id="education",
            title="学历",
            width=104,
            cell=partial(_education, world),
            tip=partial(_education_tip, world),
        ),
    )


def _office(roll: Roll) -> tuple[Column, ...]:
    posts = roll.world.snapshot.people.raw("post_text")
    return (
        Column(
            id="post_text",
            title="现任职务",
            width=210,
            cell=partial(_text, posts),
            texts=partial(_pick, posts),
            tip=partial(_text, posts),
            search=True,
            stretch=True,
        ),
        Column(
            id="since",
            title="任同级",
            width=70,
            cell=partial(_month, roll.level_since),
            keys=partial(take, roll.level_since),
            heading_tip="任现职务层次的时间",
        ),
        _months("level", "同级（月）", roll.level_months, 76, "任现职务层次累计月数"),
        _months("township", "乡镇正职（月）", roll.township, 110, "任乡镇党政正职累计月数"),
        _months("post", "现职（月）", roll.post_months, 76, "任现职月数", shown=False),
        Column(
            id="appraisals",
            title="近 3 年考核",
            width=84,
            cell=partial(_text, roll.appraisals),
            texts=partial(_pick, roll.appraisals),
            heading_tip="从早到晚：优秀、称职、基本称职、不称职",
        ),
        Column(
            id="hint",
            title="任用提示",
            width=112,
            cell=partial(_hint, roll),
            texts=partial(_hint_texts, roll),
            heading_tip="处分影响期与到龄；是否符合具体岗位的资格见人岗匹配",
        ),
    )


def _hidden(roll: Roll) -> tuple[Column, ...]:
    """Columns that are there to be sorted by, visible on request."""
    return (
        Column(
            id="pinyin",
            title="拼音次序",
            width=70,
            align="right",
            cell=partial(_rank, roll.pinyins),
            keys=partial(take, roll.pinyins),
            texts=partial(_rank_texts, roll.pinyins),
            shown=False,
        ),
        Column(
            id="order",
            title="班子次序",
            width=70,
            align="right",
            cell=partial(_rank, roll.order),
            keys=partial(take, roll.order),
            texts=partial(_rank_texts, roll.order),
            shown=False,
        ),
    )


def _choice(world: World, id: str, title: str, field: str, width: int) -> Column:
    texts = world.snapshot.people.raw(field)
    return Column(
        id=id,
        title=title,
        width=width,
        cell=partial(_text, texts),
        texts=partial(_pick, texts),
    )


def _months(
    id: str, title: str, values: object, width: int, tip: str, *, shown: bool = True
) -> Column:
    return Column(
        id=id,
        title=title,
        width=width,
        align="right",
        cell=partial(_count, values),
        keys=partial(take, values),
        heading_tip=tip,
        shown=shown,
    )


# ---- cells


def _name(world: World, marks: Marks, person: int) -> Cell:
    name = world.snapshot.people.raw("name")[person] or "（未填姓名）"
    id = world.person_ids[person]
    shade = marks.tones.get(id)
    tone = "" if shade is None else shade.tone
    chip = "篮" if id in marks.basket else ""
    avatar = "" if tone else name[:1]  # the mark of the colour takes its room
    return Cell(text=name, link=True, avatar=avatar, tint=tone, mark=tone, chip=chip)


def _name_tip(world: World, marks: Marks, person: int) -> str:
    shade = marks.tones.get(world.person_ids[person])
    return "" if shade is None else f"着色：{shade.label}（{shade.sentence}）"


def _birth(roll: Roll, person: int) -> Cell:
    birth, age = int(roll.birth[person]), roll.age[person]
    text = months.show_iso(birth) if birth >= 0 else names.NOTHING
    return Cell(text=text, tail=f"{int(age)} 岁" if age == age else "")


def _education(world: World, person: int) -> Cell:
    column = world.facts.column("学历")
    assert isinstance(column, ChoiceColumn)
    code = int(column.codes[person])
    if code >= 0:
        return Cell(text=_short(column.values[code]))
    if code == ABSENT:
        return Cell(text="无", tone="text2")
    least = int(column.at_least[person]) if column.at_least is not None else -1
    if least >= 0:
        return Cell(text=_short(column.values[least]), tail="起")
    return Cell(text="待核", mark="unknown", tone="text2")


def _education_tip(world: World, person: int) -> str:
    shown = show_value(world.facts.table, "学历", person)
    if _education(world, person).tail:
        return "两项学历中有一项待核，此处为至少达到的学历"
    return shown


def _short(schooling: str) -> str:
    return schooling.replace("省（区、市）委党校", "省委党校")


def _text(texts: Sequence[str | None], person: int) -> str:
    return texts[person] or names.NOTHING


def _month(values: object, person: int) -> str:
    return names.month(int(values[person]))  # type: ignore[index]


def _count(values: object, person: int) -> str:
    value = values[person]  # type: ignore[index]
    return str(int(value)) if value == value else names.NOTHING


def _hint(roll: Roll, person: int) -> Cell:
    mark, text = roll.hints[person]
    if not mark:
        return Cell(text=names.NOTHING, tone="text2")
    return Cell(mark=mark, text=text, tone=mark)


def _hint_texts(roll: Roll, items: Sequence[int]) -> list[str]:
    return [roll.hints[each][1] for each in items]


def _rank(values: object, person: int) -> str:
    value = int(values[person])  # type: ignore[index]
    return str(value + 1) if value >= 0 else names.NOTHING


def _rank_texts(values: object, items: Sequence[int]) -> list[str]:
    return [_rank(values, each) for each in items]


def _pick(texts: Sequence[str | None], items: Sequence[int]) -> list[str]:
    return [texts[each] or "" for each in items]


Cells = Callable[[int], Cell | str]
