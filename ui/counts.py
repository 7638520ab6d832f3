"""The counts in the status bar, and the lists that stand behind them."""

from itertools import zip_longest
from typing import TYPE_CHECKING

from ui import names
from ui.navigation import Request, ShowPeople, ShowPosts, ShowTeams
from ui.workspace import Workspace

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment

QUOTA = "N1"  # the rule on approved quotas


class Over:
    """Tells which teams break the rule on quotas; of a later survey it looks at what is new."""

    def __init__(self) -> None:
        self._survey: tuple[Assessment, ...] = ()
        self._found: list[bool] = []

    def teams(self, survey: "tuple[Assessment, ...]") -> list[int]:
        """Give the positions of the teams."""
        if len(survey) != len(self._survey):
            self._survey, self._found = (), [False] * len(survey)
        known = zip_longest(self._survey, survey)
        self._found = [
            found if before is now else _breaks(now)
            for (before, now), found in zip(known, self._found, strict=True)
        ]
        self._survey = survey
        return [each.team for each, found in zip(survey, self._found, strict=True) if found]


def texts(workspace: Workspace, over: Over) -> tuple[tuple[str, str, str], ...]:
    """Give (id, text, tip) of each count; what is not computed yet is left out."""
    if not workspace.is_open:
        return ()
    snapshot = workspace.snapshot
    vacant = len(names.vacancies(workspace.world.seating))
    found = [
        ("people", f"{len(snapshot.people):,} 人", "列出全部干部"),
        ("teams", f"{len(snapshot.teams):,} 个班子", "列出全部班子"),
        ("posts", f"{len(snapshot.posts):,} 个岗位", "列出全部岗位"),
        ("vacant", f"空缺 {vacant:,}", "列出空缺的岗位"),
    ]
    if workspace.survey is not None:
        found.append(
            ("over", f"超配 {len(over.teams(workspace.survey)):,}", "列出超出核定职数的班子")
        )
    return tuple(found)


def request(workspace: Workspace, id: str) -> Request | None:
    """Give what a click on a count asks for."""
    snapshot = workspace.snapshot
    match id:
        case "people":
            return ShowPeople(snapshot.people.ids, "全部干部")
        case "teams":
            return ShowTeams(snapshot.teams.ids, "全部班子")
        case "posts":
            return ShowPosts(snapshot.posts.ids, "全部岗位")
        case "vacant":
            vacant = names.vacancies(workspace.world.seating)
            ids = snapshot.posts.ids
            return ShowPosts(tuple(ids[i] for i in vacant.tolist()), "空缺的岗位")
        case "over":
            ids = snapshot.teams.ids
            return ShowTeams(
                tuple(ids[i] for i in Over().teams(workspace.survey or ())), "超配的班子"
            )
    return None


def _breaks(assessment: "Assessment") -> bool:
    return any(each.rule == QUOTA and each.result == "fail" for each in assessment.rules)
