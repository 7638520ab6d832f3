"""调配情况: seat by seat who leaves and where to, who is proposed and where from."""

from leadership_model import months
from leadership_model.matching.fit import DISCLAIMER
from leadership_model.papers.motion import post_text
from leadership_model.papers.plan_lines import basis_after
from leadership_model.papers.spread import Spread
from leadership_model.papers.stack import Stack
from leadership_model.people.person import Person
from leadership_model.staffing.situation import Situation, moved_people, origin_of, target_of

OUTSIDER = -2
WHO = (("姓名", 9.0), ("性别", 5.0), ("出生\n年月", 9.0), ("现任工作单位及职务", 24.0),
       ("政治\n面貌", 10.0))  # fmt: skip
HEADS = (
    *(("单位", 22.0), ("机构性质", 11.0)),
    *((f"现状\n{word}", width) for word, width in (*WHO, ("去向", 22.0))),
    *(("拟任职务", 16.0), *((f"拟任\n{word}", width) for word, width in (*WHO, ("来源", 22.0)))),
)


def deployment(situation: Situation) -> tuple[Spread, ...]:
    """Make the list of every seat whose holder changes, team by team."""
    before, after = situation.base.seating, situation.world.seating
    posts = [at for at, old in enumerate(before.holder) if int(old) != int(after.holder[at])]
    stack = Stack(HEADS, wide=15.0)
    stack.title("调配情况")
    stack.note(
        f"基准日期 {months.show_iso(situation.base.as_of)}　方案：{situation.scenario.label}"
        f"　涉及 {len(posts)} 个岗位、{len(moved_people(situation))} 人"
    )
    stack.head()
    teams = situation.base.snapshot.teams
    owners = situation.base.snapshot.posts.owners()
    for team, post in sorted((int(owners[each]), each) for each in posts):
        unit = (teams.raw("name")[team] or "").removesuffix("领导班子")
        old, new = int(before.holder[post]), int(after.holder[post])
        stack.line(
            (
                unit,
                teams.raw("category")[team] or "",
                *_who(situation, old),
                _destination(situation, old),
                situation.base.snapshot.posts.raw("name")[post] or "",
                *_who(situation, new),
                _source(situation, new, post),
            )
        )
    stack.note(f"{DISCLAIMER}。")
    return (stack.spread("调配情况", basis_after(situation).foot),)


def _who(situation: Situation, person: int) -> tuple[str, ...]:
    if person < 0:
        return ("库外人员" if person == OUTSIDER else "（空缺）", "", "", "", "")
    known: Person = situation.base.snapshot.people.record(person)
    birth = str(known.birth_year or "") if known.birth is None else months.show(known.birth)
    return (known.name or "", known.sex or "", birth, known.post_text or "", known.party or "")


def _destination(situation: Situation, person: int) -> str:
    """Say where somebody goes who leaves a seat."""
    if person < 0:
        return ""
    if person in situation.folded.retired:
        return "到龄免职"
    takes = "、".join(
        post_text(situation.base.snapshot, post) for post in target_of(situation, person)
    )
    if takes:
        return f"拟任{takes}"
    stays = situation.world.seating.posts_of(person)
    return "留任其他职务" if len(stays) else "免职"


def _source(situation: Situation, person: int, post: int) -> str:
    """Say where somebody comes from who takes a seat: this body, another one, no seat."""
    if person < 0:
        return ""
    snapshot, seating = situation.base.snapshot, situation.base.seating
    owners = snapshot.posts.owners()
    main = int(seating.main_post()[person])
    left = origin_of(situation, person)
    at = left[0] if left else main
    if at < 0:
        return "未在班子任职"
    team = int(owners[at])
    if team == int(owners[post]):
        return "本班子"
    return (snapshot.teams.raw("name")[team] or "").removesuffix("领导班子")
