"""暂缓使用 on screen: somebody is held with reason, until when and who may see it; and lifted."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from leadership_model import ids
from leadership_model.errors import UserError
from leadership_model.people import held
from leadership_model.people.hold import Hold
from leadership_model.people.snapshot import Snapshot
from ui import names
from ui.context import Context
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList
from ui.widgets.month import MonthPicker

USUAL = 6  # months
NOTE = (
    "暂缓期间不列入人岗匹配、候选人、补缺求解和后备人选，各种输出只写人数；"
    "截止月份过后自动失效，也可随时解除。原因只有设置人和下列人员可见。"
)


class HoldDialog(Dialog):
    """Asks why somebody is held, until when, and who may see it. `hold` is what was entered."""

    def __init__(self, person: str, name: str, month: int, parent: QWidget | None = None) -> None:
        super().__init__(f"暂缓使用：{name}", parent, width=480)
        self._person, self._month = person, month
        self.hold: Hold | None = None
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("如：举报线索核查中")
        self.until = MonthPicker(month + USUAL)
        self.seen_by = QLineEdit()
        self.seen_by.setPlaceholderText("经办人姓名，多人用顿号分开；空着只有自己可见")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows = (("原因", self.reason), ("截至月份", self.until), ("可见人员", self.seen_by))
        for row, (words, field) in enumerate(rows):
            field.setAccessibleName(words)
            grid.addWidget(label(words, "note"), row, 0)
            grid.addWidget(field, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(label(NOTE, "faint", wrap=True))
        self.add_cancel()
        self.add_button("暂缓使用", self._on_hold, kind="primary", default=True)

    def _on_hold(self) -> None:
        seen = held.names_in(self.seen_by.text())
        try:
            self.hold = held.begun(
                ids.new("hold"),
                self._person,
                self.reason.text(),
                self._month,
                self.until.month,
                seen,
            )
        except UserError as error:
            self.refuse(str(error))
            return
        self.accept()


class HeldDialog(Dialog):
    """Lists who is held, as far as one may see it; the one chosen is lifted (`wanted`)."""

    def __init__(
        self, snapshot: Snapshot, month: int, user: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("暂缓使用的人员", parent, width=560)
        self.wanted: Hold | None = None
        self._holds = {each.id: each for each in held.seen(snapshot, month, user)}
        people = {each.person for each in self._holds.values()}
        hidden = int(held.held(snapshot, month).sum()) - len(people)
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(220))
        self.list.show_items([_item(snapshot, each) for each in self._holds.values()])
        self.body.addWidget(self.list, 1)
        if hidden:
            words = f"另有 {hidden} 人由其他经办人设置，只显示人数。"
            self.body.addWidget(label(words, "note", wrap=True))
        self.add_cancel("关闭")
        if self._holds:
            self.list.choose(next(iter(self._holds)), announce=False)
            self.add_button("解除暂缓", self._on_lift, kind="primary")

    def _on_lift(self) -> None:
        self.wanted = self._holds.get(self.list.current_id() or "")
        if self.wanted is not None:
            self.accept()


def _item(snapshot: Snapshot, hold: Hold) -> ListItem:
    person = snapshot.people.positions[hold.person or ""]
    until = names.month(hold.until)
    return ListItem(
        id=hold.id,
        title=f"{names.person_name(snapshot, person)}　{names.position_text(snapshot, person)}",
        note=f"{hold.reason or '未写原因'}（{hold.entered_by or '未署名'}）",
        right=f"至 {until}",
        icon="account-clock-outline",
    )


def hold_person(context: Context, id: str, parent: QWidget) -> None:
    """Ask about a hold of somebody and write it; 撤销 takes it back."""
    from leadership_model.store.joint import JointEdit
    from leadership_model.store.signed import SignedEdit

    workspace = context.workspace
    if workspace.loaded.engine is None:
        context.ask.inform("当前显示的数据没有存放在干部库中，不能设置暂缓使用。")
        return
    person = workspace.snapshot.people.positions[id]
    name = names.person_name(workspace.snapshot, person)
    dialog = HoldDialog(id, name, workspace.as_of, parent)
    if context.ask.show(dialog) and dialog.hold is not None:
        edit = SignedEdit(JointEdit((), (dialog.hold,)))
        workspace.write(edit.forward, f"暂缓使用 {name}", undo=edit.backward)


def show_held(context: Context, parent: QWidget) -> None:
    """List who is held, as far as the user may see it, and lift the one chosen."""
    workspace = context.workspace
    dialog = HeldDialog(workspace.snapshot, workspace.as_of, workspace.user, parent)
    if context.ask.show(dialog) and dialog.wanted is not None:
        lift(context, dialog.wanted)


def lift(context: Context, hold: Hold) -> None:
    """Lift a hold from this month on; 撤销 takes it back."""
    from leadership_model.store.joint import JointEdit

    workspace = context.workspace
    person = workspace.snapshot.people.positions[hold.person or ""]
    try:
        after = held.lifted(hold, workspace.as_of, workspace.user)
    except UserError as error:
        context.ask.error(str(error))
        return
    edit = JointEdit((hold,), (after,))
    name = names.person_name(workspace.snapshot, person)
    workspace.write(edit.forward, f"解除暂缓 {name}", undo=edit.backward)
