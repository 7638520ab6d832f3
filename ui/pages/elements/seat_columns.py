"""Columns of teams and posts; items are positions in the snapshot."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from leadership_model.people import codes
from leadership_model.people.table import Table
from ui import marks, names
from ui.tables.cell import Cell
from ui.tables.columns import Column

if TYPE_CHECKING:
    from ui.workspace import Workspace


def raw_cell(table: Table, name: str) -> Callable[[int], Cell]:
    """Give the cells of a stored text; a gap is a dash."""
    values = table.raw(name)

    def cell(item: int) -> Cell:
        value = values[item]
        return Cell(text=str(value)) if value is not None else Cell(text=names.NOTHING, faint=True)

    return cell


def raw_texts(table: Table, name: str) -> Callable[[Sequence[int]], list[str]]:
    """Give the plain texts of a stored text."""
    values = table.raw(name)

    def texts(items: Sequence[int]) -> list[str]:
        return [values[item] or "" for item in items]

    return texts


def int_keys(values: Any) -> Callable[[Sequence[int]], Any]:  # noqa: ANN401 - an integer array
    """Give the sort keys of a column of whole numbers."""

    def keys(items: Sequence[int]) -> Any:  # noqa: ANN401
        return values[list(items)]

    return keys


class TeamColumns:
    """Columns of all teams."""

    def __init__(self, workspace: "Workspace") -> None:
        import numpy as np

        self._snapshot = workspace.snapshot
        self._survey = workspace.survey
        world, posts = workspace.world, workspace.snapshot.posts
        owners = posts.owners()
        takes = posts.ints("takes_quota") == 1
        count = len(self._snapshot.teams)
        held = takes & (world.seating.holder != -1)
        self.filled = np.bincount(owners[held], minlength=count).astype(np.int32)
        teams = self._snapshot.teams
        quota = [teams.ints(f"quota_{name}") for name in ("head", "deputy", "other")]
        self.quota = np.sum([np.maximum(each, 0) for each in quota], axis=0)
        self.known = (quota[0] >= 0) & (quota[1] >= 0)

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        teams = self._snapshot.teams
        columns = (
            Column(
                id="name",
                title="班子",
                cell=raw_cell(teams, "name"),
                width=216,
                texts=raw_texts(teams, "name"),
                search=True,
                stretch=True,
                fixed=True,
            ),
            Column(id="category", title="类别", cell=raw_cell(teams, "category"), width=78),
            Column(id="sub", title="子类", cell=raw_cell(teams, "sub_category"), width=72,
                   shown=False),
            Column(id="area", title="地区", cell=raw_cell(teams, "area"), width=92),
            Column(id="quota", title="职数", cell=self._quota, width=56, align="right",
                   keys=int_keys(self.quota)),
            Column(id="filled", title="实配", cell=self._filled, width=56, align="right",
                   keys=int_keys(self.filled)),
            Column(id="gap", title="缺超", cell=self._gap, width=64,
                   keys=int_keys(self.filled - self.quota)),
            Column(id="term", title="本届起始", cell=self._term, width=80,
                   keys=int_keys(teams.ints("term_start"))),
            Column(id="state", title="状态", cell=self._state, width=80),
        )  # fmt: skip
        return columns

    def _quota(self, item: int) -> Cell:
        if not self.known[item]:
            return Cell(text="待核", tone="grey_text")
        return Cell(text=str(self.quota[item]))

    def _filled(self, item: int) -> str:
        return str(self.filled[item])

    def _gap(self, item: int) -> Cell:
        if not self.known[item]:
            return Cell(text="")
        difference = int(self.filled[item] - self.quota[item])
        if difference == 0:
            return Cell(text="满编", faint=True)
        if difference > 0:
            return Cell(text=f"超 {difference}", mark="red", tone="red_text")
        return Cell(text=f"缺 {-difference}", mark="yellow", tone="yellow_text")

    def _term(self, item: int) -> str:
        return names.month(int(self._snapshot.teams.ints("term_start")[item]))

    def _state(self, item: int) -> Cell:
        if self._survey is None:
            return Cell(text="…", faint=True)
        state = self._survey[item].state
        return Cell(text=marks.WORDS[state], mark=state)


class PostColumns:
    """Columns of all posts."""

    def __init__(self, workspace: "Workspace") -> None:
        self._snapshot, self._seating = workspace.snapshot, workspace.world.seating
        self._as_of = workspace.as_of

    def all(self) -> tuple[Column, ...]:
        """Give the columns in their order."""
        posts = self._snapshot.posts
        return (
            Column(
                id="name",
                title="岗位",
                cell=raw_cell(posts, "name"),
                width=172,
                texts=raw_texts(posts, "name"),
                search=True,
                fixed=True,
            ),
            Column(id="team", title="班子", cell=self._team, width=150, search=True,
                   stretch=True),
            Column(id="level", title="层次", cell=raw_cell(posts, "level"), width=86,
                   keys=self._ranks),
            Column(id="role", title="角色", cell=raw_cell(posts, "role"), width=44),
            Column(id="post_kind", title="岗位类别", cell=raw_cell(posts, "post_kind"), width=92,
                   shown=False),
            Column(id="functions", title="职责板块", cell=raw_cell(posts, "functions"), width=104),
            Column(id="holder", title="现任", cell=self._holder, width=72),
            Column(id="linked", title="联职", cell=self._linked, width=48),
            Column(id="since", title="任职起", cell=self._since, width=74,
                   keys=int_keys(self._seating.since)),
            Column(id="requires", title="资格条件", cell=self._requires, width=76, shown=False),
        )  # fmt: skip

    def _ranks(self, items: Sequence[int]) -> Any:  # noqa: ANN401 - an integer array
        levels = self._snapshot.posts.texts("level")
        return levels.mapped(codes.ranks("levels"))[list(items)]

    def _team(self, item: int) -> str:
        return names.team_name(self._snapshot, int(self._snapshot.posts.owners()[item]))

    def _holder(self, item: int) -> Cell:
        holder = int(self._seating.holder[item])
        if holder == -1:
            return Cell(text="空缺", mark="yellow", tone="yellow_text")
        return Cell(text=names.person_name(self._snapshot, holder), faint=holder == -2)

    def _linked(self, item: int) -> Cell:
        return Cell(text="联职") if self._snapshot.posts.raw("linked")[item] else Cell(text="")

    def _since(self, item: int) -> str:
        return names.month(int(self._seating.since[item]))

    def _requires(self, item: int) -> Cell:
        return Cell(text="已定") if self._snapshot.posts.raw("requires")[item] else Cell(text="")
