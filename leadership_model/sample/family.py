"""Lines of 家庭主要成员及重要社会关系: recorded now and then, and where a fault needs them."""

import random

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Person, Relative
from leadership_model.sample.chance import pick, share
from leadership_model.sample.names import draw_name

WORK = ("务农", "退休教师", "云溪市某企业职工", "个体经营", "退休干部", "云溪市某医院护士")


def draw_lines(source: random.Random, person: Person) -> list[Relative]:
    """Draw spouse, child, father and mother of somebody, with the month of birth of each."""
    birth = person.birth or months.of(1980, 1)
    man = person.sex != "女"
    spouse = birth + source.randint(-30, 40)
    child = birth + 12 * 26 + source.randint(0, 96)
    father = birth - 12 * 25 - source.randint(0, 100)
    mother = birth - 12 * 24 - source.randint(0, 60)
    first = (person.name or "李")[0]
    plans = (
        ("妻子" if man else "丈夫", "女" if man else "男", spouse, "汉族", None),
        (pick(source, ("儿子", "女儿")), "男", child, person.ethnicity or "汉族", None),
        ("父亲", "男", father, person.ethnicity or "汉族", first),
        ("母亲", "女", mother, "汉族", None),
    )
    return [
        line_of(source, person.id, order, title, name_of(source, sex, group, surname), month)
        for order, (title, sex, month, group, surname) in enumerate(plans)
    ]


def name_of(source: random.Random, sex: str, group: str, surname: str | None) -> str:
    """Draw a name, with the surname of the family where one is given."""
    name = draw_name(source, sex, group)
    return surname + name[1:] if surname and len(name) > 1 else name


def line_of(
    source: random.Random, person: str, order: int, title: str, name: str, birth: int | None
) -> Relative:
    """Make one line; the very old have often died."""
    dead = title in ("父亲", "母亲") and birth is not None and birth < months.of(1948, 1)
    gone = dead and share(source, 0.6)
    return Relative(
        id=new("f", source),
        person=person,
        order=order,
        title=title,
        name=name,
        birth=birth,
        birth_year=months.year_of(birth) if birth is not None else None,
        party=pick(source, ("群众", "群众", "中共党员")),
        post_text="已去世" if gone else pick(source, WORK),
        deceased=gone,
    )
