"""Requests: how one page leads to another without knowing it. A request is a plain value."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Turn to a page by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class ShowPeople:
    """List the people behind a number (反查). `title` says what they have in common."""

    ids: tuple[str, ...]
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShowTeams:
    """List some teams."""

    ids: tuple[str, ...]
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShowPosts:
    """List some posts."""

    ids: tuple[str, ...]
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpenPerson:
    """Show a person's card in the drawer."""

    id: str


@dataclass(frozen=True, slots=True)
class OpenTeam:
    """Show the assessment of a team; `tab` may name one of its tabs."""

    id: str
    tab: str = ""


@dataclass(frozen=True, slots=True)
class OpenPost:
    """Show the card of a post."""

    id: str


@dataclass(frozen=True, slots=True)
class MatchPost:
    """Rank people for a post (以岗找人)."""

    id: str


@dataclass(frozen=True, slots=True)
class MatchPerson:
    """Rank posts for a person (以人找岗)."""

    id: str


@dataclass(frozen=True, slots=True)
class StaffTeams:
    """Open a plan for some teams."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """Open a stored plan."""

    id: str


@dataclass(frozen=True, slots=True)
class AddToPlan:
    """Take a person into the plan at hand as a candidate, perhaps for a post."""

    person: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class AssignInPlan:
    """Take several people into the plan at hand, each for a post: (person, post), as one step."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UsePool:
    """Take people as the candidate pool of a plan."""

    ids: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class EditPerson:
    """Open the editable record of a person, with the cursor in a field (as data rules name it)."""

    id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class EditTeam:
    """Open the editable record of a team, with the cursor in a field."""

    id: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class ShowElement:
    """Show an element of the library."""

    id: str


@dataclass(frozen=True, slots=True)
class ImportFiles:
    """Open the import wizard, perhaps with files chosen already."""

    paths: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowImports:
    """Show the list of imports, with one of them chosen."""

    batch: str = ""


@dataclass(frozen=True, slots=True)
class ShowIssues:
    """Show the data issues, of one rule or of all."""

    rule: str = ""


@dataclass(frozen=True, slots=True)
class ShowModel:
    """Show a structure model by its id, or the one of a category."""

    id: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class MakePapers:
    """Open 文书 for some people or teams; `kind` is the paper shown first (ui.paperwork.kinds)."""

    ids: tuple[str, ...] = ()
    title: str = ""
    kind: str = ""
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Ask a question given as a sentence; `kept`: the id of the kept question it belongs to."""

    sentence: str
    kept: str = ""


Request = (
    OpenPage
    | ShowPeople
    | ShowTeams
    | ShowPosts
    | OpenPerson
    | OpenTeam
    | OpenPost
    | MatchPost
    | MatchPerson
    | StaffTeams
    | OpenPlan
    | AddToPlan
    | AssignInPlan
    | UsePool
    | EditPerson
    | EditTeam
    | ShowElement
    | ImportFiles
    | ShowImports
    | ShowIssues
    | ShowModel
    | MakePapers
    | RunQuery
)


class Navigator(QObject):
    """Passes requests to the window."""

    asked = Signal(object)

    def go(self, request: Request) -> None:
        """Ask to be led somewhere."""
        self.asked.emit(request)
