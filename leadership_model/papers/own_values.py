"""What the placeholders of the department's own templates stand for, person by person."""

from dataclasses import dataclass, replace
from functools import cached_property

from leadership_model import months
from leadership_model.papers.form_text import FormText, form_text
from leadership_model.papers.naming import team_of, unit_of
from leadership_model.papers.rosters import in_post_since
from leadership_model.people.person import Person
from leadership_model.people.seating import Seating

LIST = "人员"  # a template that goes through it is filled once, for everybody
PHOTO = "照片"
FAMILY = ("称谓", "姓名", "年龄", "政治面貌", "工作单位及职务")
PERSON = (
    *("序号", "姓名", "性别", "民族", "籍贯", "出生地", "出生年月", "年龄", "身份证号"),
    *("政治面貌", "入党时间", "参加工作时间", "健康状况", "专业技术职务", "熟悉专业有何专长"),
    *("全日制学历", "全日制学位", "全日制院校", "全日制专业"),
    *("在职学历", "在职学位", "在职院校", "在职专业"),
    *("单位", "班子", "现任职务", "拟任职务", "拟免职务", "任免理由", "呈报单位", "填表人"),
    *("职务层次", "任现层次时间", "职级", "任现职级时间", "任现职时间", "到龄时间"),
    *("简历", "奖惩情况", "年度考核结果"),
)
WHOLE = ("人数", "基准日期")


@dataclass(frozen=True)
class Filling:
    """Whom a template is filled for: (position, photo) each; `first` numbers the first one."""

    seating: Seating
    people: tuple[tuple[int, bytes | None], ...]
    first: int = 1

    def only(self, at: int) -> "Filling":
        """Give the filling for one of the people, with the number that person has in the list."""
        return replace(self, people=(self.people[at],), first=self.first + at)

    @cached_property
    def whole(self) -> dict[str, str]:
        """What is the same for everybody."""
        return {
            "人数": str(len(self.people)),
            "基准日期": months.show_iso(self.seating.as_of),
        }

    def values(self, at: int) -> dict[str, str]:
        """Give the texts of one of the people; what is not known stays empty."""
        position, _ = self.people[at]
        snapshot = self.seating.snapshot
        person: Person = snapshot.people.record(position)
        text = form_text(snapshot, position, self.seating.as_of)
        birth = person.birth
        since = in_post_since(self.seating, position)
        made = {
            **_of_form(text),
            "序号": str(self.first + at),
            "年龄": "" if birth is None else str(months.years_between(birth, self.seating.as_of)),
            "出生年月": str(person.birth_year or "") if birth is None else months.show(birth),
            "身份证号": person.id_number or "",
            "政治面貌": person.party or "",
            "单位": unit_of(self.seating, position),
            "班子": team_of(self.seating, position),
            "职务层次": person.level or "",
            "任现层次时间": months.show_known(person.level_since),
            "职级": person.grade or "",
            "任现职级时间": months.show_known(person.grade_since),
            "任现职时间": months.show_known(since),
            "到龄时间": text.due.split("\n")[0],
        }
        return {name: made[name] for name in PERSON}

    def family(self, at: int) -> list[dict[str, str]]:
        """Give the relatives of one of the people, as the form lists them."""
        text = form_text(self.seating.snapshot, self.people[at][0], self.seating.as_of)
        lines = ((e.title, e.name, e.age, e.party, e.post) for e in text.family)
        return [dict(zip(FAMILY, line, strict=True)) for line in lines]


def _of_form(text: FormText) -> dict[str, str]:
    full, part = text.full_time, text.in_service
    return {
        "姓名": text.name,
        "性别": text.sex,
        "民族": text.ethnicity,
        "籍贯": text.origin,
        "出生地": text.birthplace,
        "入党时间": text.party_joined,
        "参加工作时间": text.work_start,
        "健康状况": text.health,
        "专业技术职务": text.title,
        "熟悉专业有何专长": text.speciality,
        "全日制学历": full.schooling,
        "全日制学位": full.degree,
        "全日制院校": full.school,
        "全日制专业": full.major,
        "在职学历": part.schooling,
        "在职学位": part.degree,
        "在职院校": part.school,
        "在职专业": part.major,
        "现任职务": text.post,
        "拟任职务": text.proposed,
        "拟免职务": text.removed,
        "任免理由": text.reason,
        "呈报单位": text.reporting_unit,
        "填表人": text.filled_by,
        "简历": "\n".join(text.resume),
        "奖惩情况": text.rewards,
        "年度考核结果": text.appraisals,
    }
