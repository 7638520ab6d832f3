"""Lines of 家庭主要成员及重要社会关系: recorded now and then, and where a fault needs them."""

import random
from dataclasses import replace

from leadership_model import months
from leadership_model.ids import new
from leadership_model.people.person import Person, Relative
from leadership_model.sample.chance import pick, share, stream
from leadership_model.sample.names import draw_name
from leadership_model.sample.register import Register

SPOUSE_WORK = (
    *("云溪市第一中学教师", "云溪市人民医院护士", "云溪市实验小学教师", "云溪供电公司职工"),
    *("云溪市公共交通公司职工", "云溪农村商业银行职工", "个体经营者", "自由职业"),
    *("云溪市图书馆馆员", "云溪市疾病预防控制中心医师", "云溪水务公司职工", "居家"),
)
PARENT_WORK = (
    *("务农", "务农", "退休教师", "退休工人", "退休干部", "云溪水泥厂退休职工"),
    *("云溪市供销社退休职工", "云溪市人民医院退休医师", "居民", "云溪糖厂退休职工"),
)
GROWN_WORK = (
    "云岭大学学生",
    "云溪市星图软件公司职员",
    "云溪市第二小学教师",
    "云溪银行职员",
    "待业",
)
OWN_BUSINESS = "个体经营者"
EMPLOYED = ("云溪市邮政公司职工", "云溪市汽车客运站职工", "云溪市新华书店职工", "云溪宾馆职工")
DEPARTMENTS = ("市直部门", "县直部门")
KEPT = 0.12  # of those drawn so: about one family in a hundred
YOUNGEST_PARENT = 24 * 12


def thin_businesses(register: Register, seed: int) -> None:
    """Let most of those drawn with a business of their own be employed; from an own stream.

    The first one of somebody who leads a department stays, so that each city has such a family.
    """
    source, leading = stream(seed, "own business"), _leading(register)
    for person, lines in register.relatives.items():
        for at, line in enumerate(lines):
            if line.post_text != OWN_BUSINESS or share(source, KEPT):
                continue
            if person in leading:
                leading = frozenset()
                continue
            lines[at] = replace(line, post_text=pick(source, EMPLOYED))


def _leading(register: Register) -> frozenset[str]:
    found = set()
    for tenure in register.present():
        post = register.posts[tenure.post or ""]
        team = register.teams[post.team or ""]
        if team.category in DEPARTMENTS and post.role in ("正职", "副职"):
            found.add(tenure.person or "")
    return frozenset(found)


def draw_lines(source: random.Random, person: Person, as_of: int) -> list[Relative]:
    """Draw spouse and child of those old enough, father and mother, with months of birth."""
    birth = person.birth or months.of(1980, 1)
    man = person.sex != "女"
    spouse = birth + source.randint(-30, 40)
    child = birth + 12 * 26 + source.randint(0, 96)
    father = birth - 12 * 25 - source.randint(0, 100)
    mother = birth - 12 * 24 - source.randint(0, 60)
    first = (person.name or "李")[0]
    family = first if man else None
    plans = (
        ("妻子" if man else "丈夫", "女" if man else "男", spouse, "汉族", None),
        (pick(source, ("儿子", "女儿")), "男", child, person.ethnicity or "汉族", family),
        ("父亲", "男", father, person.ethnicity or "汉族", first),
        ("母亲", "女", mother, "汉族", None),
    )
    lines = [
        line_of(source, person.id, order, title, name_of(source, sex, group, surname), month, as_of)
        for order, (title, sex, month, group, surname) in enumerate(plans)
    ]
    young = birth > as_of - YOUNGEST_PARENT - 24
    kept = [line for line in lines if (line.birth or 0) < as_of and not (young and line.order < 2)]
    return [replace(line, order=order) for order, line in enumerate(kept)]


def name_of(source: random.Random, sex: str, group: str, surname: str | None) -> str:
    """Draw a name, with the surname of the family where one is given."""
    name = draw_name(source, sex, group)
    return surname + name[1:] if surname and len(name) > 1 else name


def line_of(
    source: random.Random,
    person: str,
    order: int,
    title: str,
    name: str,
    birth: int | None,
    as_of: int,
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
        post_text="已去世" if gone else _work(source, title, birth, as_of),
        deceased=gone,
    )


def _work(source: random.Random, title: str, birth: int | None, as_of: int) -> str:
    """Say what a relative does, by age where it is a child."""
    if title in ("父亲", "母亲"):
        return pick(source, PARENT_WORK)
    if title not in ("儿子", "女儿") or birth is None:
        return pick(source, SPOUSE_WORK)
    years = (as_of - birth) // 12
    if years >= 18:
        return pick(source, GROWN_WORK)
    school = pick(source, ("第一", "第二", "第三", "实验"))
    return f"云溪市{school}{'中学' if years >= 12 else '小学'}学生" if years >= 6 else "学龄前"
