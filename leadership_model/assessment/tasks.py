"""任务清单: the tasks of teams by month, and how each stands at the reference month."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from leadership_model import months
from leadership_model.errors import UserError
from leadership_model.people.snapshot import Snapshot
from leadership_model.people.team import TeamTask

Standing = Literal["overdue", "due", "ahead", "late", "done", "undated"]
WORDS: dict[Standing, str] = {
    "overdue": "逾期未完成",
    "due": "本月到期",
    "ahead": "未到期",
    "late": "逾期完成",
    "done": "按期完成",
    "undated": "期限待核",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How the tasks of one team stand: of `dated` due by now, `in_time` were done in time."""

    team: int
    all: int
    dated: int
    in_time: int
    overdue: int

    @property
    def rate(self) -> float | None:
        """The share done in time among those due, in percent."""
        return 100.0 * self.in_time / self.dated if self.dated else None


def standing(task: TeamTask, as_of: int) -> Standing:
    """Say how a task stands at the end of a month; what was done later is not seen."""
    if task.due is None:
        return "undated"
    if task.done is not None and task.done <= as_of:
        return "late" if task.done > task.due else "done"
    if task.due < as_of:
        return "overdue"
    return "due" if task.due == as_of else "ahead"


def tasks(
    snapshot: Snapshot, teams: Iterable[int] | None = None
) -> tuple[tuple[int, TeamTask], ...]:
    """List the tasks of some teams (all) with their team, by month, team, title."""

    def make() -> tuple[tuple[int, TeamTask], ...]:
        table = snapshot["team_task"]
        found = zip(table.ints("team").tolist(), table.records(), strict=True)
        told = [(team, task) for team, task in found if team >= 0]
        return tuple(sorted(told, key=lambda e: (e[1].due or 0, e[1].title or "", e[0], e[1].id)))

    every = snapshot.remember("team tasks", make)
    if teams is None:
        return every
    wanted = frozenset(teams)
    return tuple(each for each in every if each[0] in wanted)


def count(snapshot: Snapshot, team: int, as_of: int) -> Count:
    """Count the tasks of a team."""
    told = [standing(task, as_of) for _, task in tasks(snapshot, (team,))]
    dated = [each for each in told if each in ("overdue", "late", "done")]
    return Count(team, len(told), len(dated), dated.count("done"), dated.count("overdue"))


def check(title: str, due: str, done: str, as_of: int) -> tuple[str, int, int | None]:
    """Read what was typed of a task; UserError in one sentence where it cannot be one."""
    if not title.strip():
        raise UserError("请填写任务内容")
    month = months.parse(due.strip())
    if month is None:
        raise UserError(f"完成期限应按 2026-11 的样子填写年月，现为“{due.strip()}”")
    if not done.strip():
        return title.strip(), month, None
    finished = months.parse(done.strip())
    if finished is None:
        raise UserError(f"完成时间应按 2026-11 的样子填写年月，现为“{done.strip()}”；未完成的留空")
    if finished > as_of:
        raise UserError(f"完成时间 {months.show_iso(finished)} 晚于基准日期，请核对")
    return title.strip(), month, finished
