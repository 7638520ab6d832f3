"""Lists of teams: 班子花名册 (seat by seat), 职数台账 and 结构统计 (team by team)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.papers.basis import of_records
from leadership_model.papers.form_text import education_of, party_cell
from leadership_model.papers.spread import Spread
from leadership_model.papers.stack import Stack
from leadership_model.people.person import Person
from leadership_model.people.seating import Seating

OUTSIDER = -2
SEATS = (
    *(("序号", 6.0), ("岗位", 20.0), ("姓名", 9.0), ("性别", 5.0), ("民族", 8.0)),
    *(("出生\n年月", 9.0), ("年龄", 5.0), ("籍贯", 11.0), ("学历学位", 13.0)),
    *(("毕业院校及专业", 20.0), ("入党\n时间", 9.0), ("参加工\n作时间", 9.0)),
    *(("任现职\n时间", 9.0), ("任现层\n次时间", 9.0), ("职责分工", 18.0), ("备注", 14.0)),
)
ROLES = (("正职", "quota_head"), ("副职", "quota_deputy"), ("其他", "quota_other"))


def team_roster(seating: Seating, teams: Sequence[int]) -> Spread:
    """Make 班子花名册 of these teams (positions): every seat in order, the vacant ones too."""
    stack = Stack(SEATS, wide=17.0)
    stack.title("班子花名册")
    posts = sum(len(seating.seats(team)) for team in teams)
    stack.note(f"基准日期 {months.show_iso(seating.as_of)}　{len(teams)} 个班子，{posts} 个岗位")
    stack.head()
    names = seating.snapshot.teams.raw("name")
    for team in teams:
        seats = seating.seats(team)
        vacant = sum(int(seating.holder[post]) == -1 for post in seats)
        stack.group(f"{names[team] or '（未命名班子）'}　岗位 {len(seats)}　空缺 {vacant}")
        for number, post in enumerate(seats, 1):
            stack.line(_seat(seating, post, number))
    return stack.spread("班子花名册", of_records(seating).foot)


def _seat(seating: Seating, post: int, number: int) -> tuple[str, ...]:
    posts, holder = seating.snapshot.posts, int(seating.holder[post])
    name, work = posts.raw("name")[post] or "", posts.raw("functions")[post] or ""
    if holder < 0:
        word = "（库外人员）" if holder == OUTSIDER else "（空缺）"
        return (str(number), name, word, *("",) * 11, work, "")
    person: Person = seating.snapshot.people.record(holder)
    educations = [education_of(seating.snapshot, holder, mode) for mode in ("全日制", "在职")]
    schoolings = [each.schooling for each in educations if each.schooling not in ("", "无")]
    schools = [f"{each.school}{each.major}" for each in educations if each.school]
    birth, since = person.birth, int(seating.since[post])
    return (
        str(number),
        name,
        person.name or "",
        person.sex or "",
        person.ethnicity or "",
        str(person.birth_year or "") if birth is None else months.show(birth),
        "" if birth is None else str(months.years_between(birth, seating.as_of)),
        person.origin or "",
        "\n".join(dict.fromkeys(schoolings)),
        "\n".join(schools),
        party_cell(person),
        months.show_known(person.work_start),
        months.show(since) if since >= 0 else "",
        months.show_known(person.level_since),
        work,
        _note(seating, post, person),
    )


def _note(seating: Seating, post: int, person: Person) -> str:
    """Name the other seats of whoever holds a seat, but for those that go with it."""
    linked = seating.linked(post)
    others = seating.posts_of(seating.holder[post])
    more = [_post(seating, int(each)) for each in others if int(each) not in linked]
    if more:
        return f"兼{'、'.join(more)}"
    return "" if person.status == "在职" else person.status or ""


def _post(seating: Seating, post: int) -> str:
    team = seating.snapshot.teams.raw("name")[int(seating.snapshot.posts.owners()[post])] or ""
    return f"{team.removesuffix('领导班子')}{seating.snapshot.posts.raw('name')[post] or ''}"


@dataclass(frozen=True, slots=True)
class Count:
    """Quota and holders of one role in one team; `quota` None: not on record."""

    quota: int | None
    held: int

    @property
    def over(self) -> int:
        """How many are above the quota."""
        return max(self.held - self.quota, 0) if self.quota is not None else 0

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(self.quota - self.held, 0) if self.quota is not None else 0

    def cells(self) -> tuple[str | int, ...]:
        """Give the four cells: 应配, 实配, 超配, 缺配."""
        if self.quota is None:
            return ("未填", self.held, "", "")
        return (self.quota, self.held, self.over or "", self.short or "")


def counts(seating: Seating, team: int) -> tuple[Count, ...]:
    """Count the seats that take quota: of heads, of deputies, of the others.

    A person on two linked seats counts once; somebody outside the base counts like anybody.
    """
    posts, teams = seating.snapshot.posts, seating.snapshot.teams
    roles, takes = posts.raw("role"), posts.raw("takes_quota")
    made = []
    for role, field in ROLES:
        seats = [p for p in seating.seats(team) if takes[p] and (roles[p] or "其他") == role]
        holders = [int(seating.holder[post]) for post in seats]
        people = len({each for each in holders if each >= 0})
        outside = sum(each == OUTSIDER for each in holders)
        made.append(Count(teams.raw(field)[team], people + outside))
    return tuple(made)


def _sum(found: Sequence[Count]) -> Count:
    """Add roles up; a quota that is not on record leaves the whole unknown, not too small.

    Other leaders need no quota where there are none.
    """
    wanted = [each for at, each in enumerate(found) if at < 2 or each.held or each.quota]
    quotas = [each.quota for each in wanted]
    known = [each for each in quotas if each is not None]
    return Count(sum(known) if len(known) == len(quotas) else None, sum(e.held for e in found))


def ledger(seating: Seating, teams: Sequence[int]) -> Spread:
    """Make 职数台账 of these teams: 应配, 实配, 超配, 缺配 in all, of heads and of deputies."""
    groups = ("领导职数", "正职领导职数", "副职领导职数")
    words = ("应配", "实配", "超配", "缺配")
    heads = [("机构名称", 30.0), ("机构类型", 16.0)]
    heads += [(f"{group}\n{word}", 9.5) for group in groups for word in words]
    stack = Stack((*heads, ("备注", 14.0)), wide=15.0)
    stack.title("职数台账")
    every = [(team, counts(seating, team)) for team in teams]
    said = [_sum(found) for _, found in every]
    over, short = sum(each.over for each in said), sum(each.short for each in said)
    stack.note(
        f"基准日期 {months.show_iso(seating.as_of)}　{len(teams)} 个班子　超配 {over}　缺配 {short}"
    )
    stack.head()
    names, kinds = (seating.snapshot.teams.raw(field) for field in ("name", "category"))
    for team, found in every:
        whole = _sum(found)
        cells = (*whole.cells(), *found[0].cells(), *found[1].cells())
        tones = {at: "red" for at in (4, 8, 12) if cells[at - 2]}
        tones |= {at: "yellow" for at in (5, 9, 13) if cells[at - 2]}
        other = found[2]
        note = f"其他 {other.held}" + (f"/{other.quota}" if other.quota is not None else "")
        row = (names[team] or "", kinds[team] or "", *cells, note if other.held else "")
        stack.line(row, tones)
    return stack.spread("职数台账", of_records(seating).foot)


BANDS = ((0, 40, "40岁\n以下"), (41, 45, "41–\n45岁"), (46, 50, "46–\n50岁"),
         (51, 55, "51–\n55岁"), (56, 200, "56岁\n以上"))  # fmt: skip
GENERATIONS = (1970, 1980, 1990)
DEGREES = (("研究生", ("研究生",)), ("大学", ("大学", "本科")), ("大专及\n以下", ()))


def structure(seating: Seating, teams: Sequence[int]) -> Spread:
    """Make 结构统计 of these teams: who the members present are, in numbers."""
    heads = [("班子", 28.0), ("应配", 6.5), ("实配", 6.5), ("缺配", 6.5)]
    heads += [(word, 7.0) for word in ("女", "少数\n民族", "非中共")]
    heads += [(word, 7.0) for _, _, word in BANDS]
    heads += [("平均\n年龄", 8.0)]
    heads += [(f"{year % 100}后", 7.0) for year in GENERATIONS]
    heads += [(word, 8.0) for word, _ in DEGREES]
    heads += [("有待核", 8.0)]
    stack = Stack(heads, wide=20.0)
    stack.title("班子结构统计表")
    stack.note(
        f"基准日期 {months.show_iso(seating.as_of)}　{len(teams)} 个班子"
        "　学历为全日制学历；缺少有关信息的不计入各栏，人数列在“有待核”"
    )
    stack.head()
    names = seating.snapshot.teams.raw("name")
    for team in teams:
        stack.line((names[team] or "", *_figures(seating, team)))
    return stack.spread("班子结构统计表", of_records(seating).foot)


def _figures(seating: Seating, team: int) -> Iterator[str | int]:
    whole = _sum(counts(seating, team))
    yield "未填" if whole.quota is None else whole.quota
    yield whole.held
    yield whole.short or ""
    members = [int(each) for each in seating.members(team) if each >= 0]
    people = [seating.snapshot.people.record(each) for each in members]
    yield sum(each.sex == "女" for each in people)
    yield sum(each.ethnicity not in (None, "汉族") for each in people)
    yield sum(each.party not in (None, "中共党员", "中共预备党员") for each in people)
    births = [each.birth for each in people if each.birth is not None]
    ages = [months.years_between(each, seating.as_of) for each in births]
    for low, high, _ in BANDS:
        yield sum(low <= age <= high for age in ages)
    yield f"{sum(ages) / len(ages):.1f}" if ages else ""
    for year in GENERATIONS:
        yield sum(year <= months.year_of(each) < year + 10 for each in births)
    schooling = [education_of(seating.snapshot, each, "全日制").schooling for each in members]
    ranked = [_degree(each) for each in schooling]
    for at in range(len(DEGREES)):
        yield ranked.count(at)
    unclear = [
        None in (person.sex, person.birth, person.party, person.ethnicity) or rank < 0
        for person, rank in zip(people, ranked, strict=True)
    ]
    yield sum(unclear)


def _degree(schooling: str) -> int:
    """Give the column of a full-time schooling; -1 where nothing is known."""
    if not schooling:
        return -1
    words = (
        (at, any(word in schooling for word in words)) for at, (_, words) in enumerate(DEGREES)
    )
    return next((at for at, found in words if found), len(DEGREES) - 1)
