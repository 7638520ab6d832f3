"""The pages there are, and which page answers which request. Pages are imported on first use."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ui import navigation as go

if TYPE_CHECKING:
    from ui.page import Page


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its name, title, icon, class, what belongs there, and the requests it takes."""

    name: str
    title: str
    icon: str
    attribute: str
    about: str
    accepts: tuple[type, ...] = ()

    @property
    def module(self) -> str:
        """The module that holds the class."""
        return f"ui.pages.{self.name}.page"


PAGES = (
    PageSpec(
        "home",
        "工作台",
        "view-dashboard-outline",
        "HomePage",
        "全市班子的状态、空缺、到龄、任满与待核一览，每个数字都能打开名单。",
    ),
    PageSpec(
        "elements",
        "要素维护",
        "database-edit-outline",
        "ElementsPage",
        "干部、单位、班子、岗位、要素库、代码表的维护，数据体检与导入。",
        (go.EditPerson, go.EditTeam, go.ShowElement, go.ImportFiles, go.ShowImports, go.ShowIssues),
    ),
    PageSpec(
        "structure",
        "模型定制",
        "tune-variant",
        "StructurePage",
        "各类班子的结构模型：要求、目标、分值、否决与依据，改动前先看影响。",
        (go.ShowModel,),
    ),
    PageSpec(
        "query",
        "模型查询",
        "filter-variant",
        "QueryPage",
        "按任意条件查人、查班子、查模型，结果可排序、统计、导出和作为候选池。",
        (go.ShowPeople, go.ShowTeams, go.ShowPosts, go.RunQuery),
    ),
    PageSpec(
        "assessment",
        "研判分析",
        "radar",
        "AssessmentPage",
        "班子的得分、对比分析表、规则核查、趋势与横向比较。",
        (go.OpenTeam,),
    ),
    PageSpec(
        "staffing",
        "模拟配备",
        "account-switch-outline",
        "StaffingPage",
        "在岗位之间拖动干部，随时看到班子得分、规则冲突与连锁空缺；一键配备。",
        (go.StaffTeams, go.OpenPlan, go.AddToPlan, go.AssignInPlan, go.UsePool),
    ),
    PageSpec(
        "matching",
        "人岗匹配",
        "vector-link",
        "MatchingPage",
        "以岗找人、以人找岗：同一个匹配度，两个方向，逐条列出理由。",
        (go.MatchPost, go.MatchPerson, go.OpenPost),
    ),
)


def spec(name: str) -> PageSpec:
    """Give a page by its name."""
    return next(each for each in PAGES if each.name == name)


def page_for(request: object) -> str | None:
    """Give the name of the page that answers a request."""
    if isinstance(request, go.OpenPage):
        return request.name
    return next((each.name for each in PAGES if isinstance(request, each.accepts)), None)


def load(name: str) -> "type[Page] | None":
    """Import the class of a page; None while it has not been written."""
    wanted = spec(name)
    if find_spec(f"ui.pages.{name}") is None or find_spec(wanted.module) is None:
        return None
    found: type[Page] = getattr(import_module(wanted.module), wanted.attribute)
    return found
