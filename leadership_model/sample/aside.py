"""What people do beside their posts: courses in service, party school, 挂职."""

import random

from leadership_model.sample.chance import pick, share
from leadership_model.sample.classes import HEAD, SECOND
from leadership_model.sample.job import Row
from leadership_model.sample.ladder import Stage
from leadership_model.sample.place import Ground
from leadership_model.sample.resume import Aside, area_of_school
from leadership_model.sample.schooling import Study


def _study_row(school: str) -> Row:
    return Row(school, "高等院校", area_of_school(school), "学习", None)


def of_study(study: Study) -> Aside:
    """Put a course in service into words."""
    party = "党校" in study.school
    level = "研究生" if "研究生" in study.schooling else "大学"
    text = f"在{study.where}在职学习"
    if party:
        text = f"{study.school}在职{level}班{study.major}专业学习"
    return Aside(study.start, study.end, text, _study_row(study.school))


def all_of(
    source: random.Random,
    ground: Ground,
    stages: tuple[Stage, ...],
    course: Study | None,
    as_of: int,
) -> tuple[Aside, ...]:
    """Draw everything done beside posts; a course in service among it."""
    return (*_short(source, ground, stages, as_of), *((of_study(course),) if course else ()))


def _short(
    source: random.Random, ground: Ground, stages: tuple[Stage, ...], as_of: int
) -> list[Aside]:
    """Draw short courses and secondments that lie within one stage each."""
    found: list[Aside] = []
    for at, stage in enumerate(stages):
        end = stages[at + 1].start if at + 1 < len(stages) else as_of
        room = end - stage.start
        if stage.job.level in (SECOND, HEAD) and room >= 26 and share(source, 0.05):
            start = stage.start + source.randint(2, room - 16)
            found.append(_secondment(source, ground, start))
        elif room >= 16 and share(source, 0.05):
            start = stage.start + source.randint(1, room - 6)
            school = pick(source, ("云溪市委党校", "云岭省委党校"))
            text = f"在{school}中青年干部培训班学习"
            found.append(Aside(start, start + 3, text, _study_row(school)))
    return found


def _secondment(source: random.Random, ground: Ground, start: int) -> Aside:
    area = pick(source, ground.areas)
    end = start + 12
    if share(source, 0.5):
        town = pick(source, area.towns)
        name = "党工委" if town.street else "党委"
        text = f"挂任{area.call}{town.name}{name}副书记"
        row = Row(
            area.call + town.name, town.kind, area.area, "党委副书记", SECOND, "副职", (), town.unit
        )
        return Aside(start, end, text, row, secondment=True)
    body = pick(source, ground.city.bodies)
    text = f"挂职任{body.name}办公室副主任"
    row = Row(
        body.name, body.unit_kind, body.area, "内设副职", SECOND, "副职", body.functions, body.unit
    )
    return Aside(start, end, text, row, secondment=True)
