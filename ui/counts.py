"""The counts in the status bar, and the lists that stand behind them."""

from ui import names
from ui.navigation import Request, ShowPeople, ShowPosts, ShowTeams
from ui.workspace import Workspace

QUOTA = "N1"  # the rule on approved quotas


def texts(workspace: Workspace) -> tuple[tuple[str, str, str], ...]:
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
        found.append(("over", f"超配 {len(_over(workspace)):,}", "列出超出核定职数的班子"))
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
            return ShowTeams(tuple(ids[i] for i in _over(workspace)), "超配的班子")
    return None


def _over(workspace: Workspace) -> list[int]:
    """Give the teams that break the rule on quotas."""
    return [
        assessment.team
        for assessment in workspace.survey or ()
        if any(each.rule == QUOTA and each.result == "fail" for each in assessment.rules)
    ]
