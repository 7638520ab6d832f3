"""A small plan over a small world, for the papers of plans and the procedure."""

from leadership_model.people.person import Education, Kinship, Sanction
from leadership_model.rules.book import shipped
from leadership_model.staffing.draft import Choices
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario
from leadership_model.staffing.situation import situate
from tests.leadership_model.staffing import small
from tests.leadership_model.staffing.small import AS_OF, M, person, sit, team


def records():
    return [
        person("a", level="县处级副职", post_text="副县长", party_joined=M("2001-06"), origin="易溪"),
        person("b", birth="1966-12", level="县处级正职", post_text="县长"),
        person("c", level="乡科级正职", post_text="镇党委书记", level_since=M("2020-01"),
               resume="2018.03--2020.01  甲镇镇长\n2020.01--         甲镇党委书记"),
        person("d", level="县处级副职", sex="女", post_text="副县长", level_since=M("2023-05")),
        person("e", level="县处级副职", post_text="局长"),
        *team("t", [{"functions": "经济"}, {}, {}, {}]),
        *team("d", [{}, {}], category="市直部门", quota=(1, 1)),
        sit("t0", "b", "2025-03"),
        sit("t1", "a", "2021-03"),
        sit("t2", "d", "2023-05"),
        sit("d0", "e", "2022-01"),
        Education(id="x1", person="a", mode="全日制", schooling="大学", degree="法学学士"),
        Education(id="x2", person="c", mode="在职", schooling="大专"),
        Sanction(id="s1", person="c", kind="党内警告", month=M("2021-02")),
        Kinship(id="k1", person="c", relative="a", title="兄", state="确认"),
    ]  # fmt: skip


MOVES = (
    Move(kind="retire", person="b"),
    Move(kind="appoint", person="a", post="t0", reason="熟悉全面工作"),
    Move(kind="appoint", person="c", post="t3", reason="补上空缺"),
    Move(kind="appoint", person="e", post="t3", order=2),
    Move(kind="appoint", person="d", post="d1"),
)


def situation(moves=MOVES, extra=(), label="方案一"):
    told = {(type(each), each.id): each for each in (*records(), *extra)}  # the later one counts
    base = small.world(*told.values(), book=shipped())
    scenario = Scenario(
        id="plan-1", label=label, base=1, month=AS_OF, moves=tuple(moves), cursor=len(moves)
    )
    return situate(base, scenario, [base.snapshot.teams.positions["t"]])


CHOICES = Choices(teams=("t",))


def at(found, id):
    return found.base.snapshot.people.positions[id]
