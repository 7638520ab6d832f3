"""The effect of a step before it is made: seats and the teams they belong to."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadership_model import months
from ui import marks, theme
from ui.context import Context
from ui.pages.elements.lifecycle_work import Effect, SeatChange, TeamChange
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.labels import label


class EffectPane(QWidget):
    """Two tables: seats, and teams with vacancies, state and the requirements that change."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        as_of = months.show_iso(context.workspace.as_of)
        self.note = label(f"办理后的变化（按基准日期 {as_of} 试算）", "strong", wrap=True)
        self.waiting = label("", "note", wrap=True)
        self.seats = TableView(context.settings, "elements.step.seats", opens="")
        self.teams = TableView(context.settings, "elements.step.teams", opens="", row_height=46)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.waiting)
        column.addWidget(label("岗位", "note"))
        column.addWidget(self.seats, 2)
        column.addWidget(label("涉及的班子", "note"))
        column.addWidget(self.teams, 3)
        self.setMinimumWidth(min(theme.px(420), 560))
        self.effect: Effect | None = None

    def wait(self, sentence: str) -> None:
        """Say what is missing before an effect can be shown."""
        self.effect = None
        self.waiting.setText(sentence)
        self.waiting.setVisible(bool(sentence))
        self._show((), ())

    def show_effect(self, effect: Effect) -> None:
        """Show the effect of the step in the form."""
        self.effect = effect
        self.waiting.setText("" if effect.seats else "这次变动不影响任何岗位和班子。")
        self.waiting.setVisible(not effect.seats)
        self._show(effect.seats, effect.teams)

    def _show(self, seats: tuple[SeatChange, ...], teams: tuple[TeamChange, ...]) -> None:
        self.seats.show_rows(_seat_columns(), seats, [str(at) for at in range(len(seats))])
        self.teams.show_rows(_team_columns(), teams, [each.id for each in teams])


def _seat_columns() -> tuple[Column, ...]:
    return (
        Column(id="post", title="岗位", cell=_post, width=150, stretch=True, tip=_post, fixed=True),
        Column(id="before", title="变动前", cell=_before, width=76),
        Column(id="after", title="变动后", cell=_after, width=76),
    )


def _team_columns() -> tuple[Column, ...]:
    return (
        Column(id="team", title="班子与要求的变化", cell=_team, width=150, stretch=True, tip=_words,
               fixed=True),
        Column(id="vacancies", title="空缺", cell=_vacancies, width=60),
        Column(id="before", title="变动前", cell=_state_before, width=94),
        Column(id="after", title="变动后", cell=_state_after, width=94),
    )  # fmt: skip


def _post(each: SeatChange) -> str:
    return each.post


def _before(each: SeatChange) -> Cell:
    return Cell(text=each.before, faint=each.before == "空缺")


def _after(each: SeatChange) -> Cell:
    if each.after == "空缺":
        return Cell(text="空缺", mark="yellow")
    return Cell(text=each.after, bold=True)


def _team(each: TeamChange) -> Cell:
    return Cell(text=each.name, second=each.words())


def _words(each: TeamChange) -> str:
    return f"{each.name}：{each.words()}"


def _vacancies(each: TeamChange) -> Cell:
    before, after = each.vacancies
    if before == after:
        return Cell(text=str(after), faint=True)
    return Cell(text=f"{before} → {after}", tone="yellow_text" if after > before else "green_text")


def _state_before(each: TeamChange) -> Cell:
    return Cell(text=marks.WORDS[each.states[0]], mark=each.states[0])


def _state_after(each: TeamChange) -> Cell:
    return Cell(text=marks.WORDS[each.states[1]], mark=each.states[1], bold=True)
