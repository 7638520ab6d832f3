"""批准与执行: what a plan becomes when it is carried out, and the step that can be taken now."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from leadership_model import months
from ui import theme
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    from leadership_model.staffing.carry import Line
    from ui.context import Context

APPROVE, WITHDRAW, CARRY, BACK = "approve", "withdraw", "carry", "back"


def _joined(texts: tuple[str, ...], tone: str = "text") -> Cell:
    return Cell(text="、".join(texts) or "—", tone=tone if texts else "text2")


def _begins(line: "Line") -> Cell:
    return _joined(line.begins, "accent")


def _ends(line: "Line") -> Cell:
    return _joined(line.ends)


def _more(line: "Line") -> Cell:
    return Cell(text="；".join(line.more))


LINES = (
    Column(id="name", title="姓名", cell=lambda line: line.name, width=90, fixed=True),
    Column(id="begins", title="开始任职", cell=_begins, width=290),
    Column(id="ends", title="结束任职", cell=_ends, width=290),
    Column(id="more", title="随之改变", cell=_more, width=200, stretch=True),
)


class CarryDialog(Dialog):
    """The records a plan becomes. `step`: which button closed it, `number()` the decision's."""

    def __init__(
        self,
        context: "Context",
        head: str,
        status: str,
        month: int,
        lines: "tuple[Line, ...]",
        refusal: str,
        open_items: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"批准与执行 · {head}", parent, width=960)
        self.step = ""
        self.document = QLineEdit()
        self.document.setAccessibleName("任免文号")
        self.document.setPlaceholderText("云任〔2026〕9号")
        self.body.addWidget(label(_words(status, month, len(lines)), "body", wrap=True))
        if open_items:
            self.body.addWidget(label(open_items, "note", wrap=True))
        self.table = TableView(context.settings, "staffing.carry")
        self.table.show_rows(LINES, lines, [f"{at}" for at in range(len(lines))])
        self.table.set_empty("account-check-outline", "没有可以执行的调整", refusal or "—")
        self.table.setMinimumHeight(self.room(300))
        self.body.addWidget(self.table, 1)
        if status == "已批准锁定":
            form = QFormLayout()
            form.addRow(label("任免文号", "cell2"), self.document)
            self.body.addLayout(form)
            self.document.setMaximumWidth(theme.px(320))
        self.refuse(refusal)
        self._buttons_for(status, able=not refusal)

    def _buttons_for(self, status: str, *, able: bool) -> None:
        self.add_cancel("关闭")
        if status in ("草案", "已共享"):
            made = self.add_button("批准锁定", self._on_approve, kind="primary", default=True)
            made.setEnabled(able)
        elif status == "已批准锁定":
            self.add_button("撤回批准", self._on_withdraw)
            made = self.add_button("执行方案", self._on_carry, kind="primary", default=True)
            made.setEnabled(able)
        elif status == "已执行":
            self.add_button("撤回执行", self._on_back, kind="danger")

    def number(self) -> str:
        """The number of the decision as typed."""
        return self.document.text().strip()

    def _on_approve(self) -> None:
        self._end(APPROVE)

    def _on_withdraw(self) -> None:
        self._end(WITHDRAW)

    def _on_carry(self) -> None:
        self._end(CARRY)

    def _on_back(self) -> None:
        self._end(BACK)

    def _end(self, step: str) -> None:
        self.step = step
        self.accept()


def _words(status: str, month: int, people: int) -> str:
    shown = months.show_iso(month)
    match status:
        case "草案" | "已共享":
            return (
                f"方案现在是“{status}”，自 {shown} 起生效，涉及 {people} 人。"
                "批准锁定后内容不再改动，可以执行，也可以撤回批准。"
            )
        case "已批准锁定":
            return (
                f"方案已批准锁定。执行后，下列 {people} 人的任职自 {shown} 起写入干部库："
                "原任职在该月结束，新任职在该月开始；一次全部写入，可以完整撤回。"
            )
        case "已执行":
            return (
                f"方案已执行，下列 {people} 人的任职自 {shown} 起生效。撤回执行会恢复到执行之前；"
                "有关岗位在执行后又有改动的，不能撤回，并会指明是哪些岗位。"
            )
        case _:
            return "方案已归档，取消归档后才能批准或执行。"
