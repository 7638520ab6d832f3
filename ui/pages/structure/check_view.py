"""What the checker found, as a list; each leads to its requirements, a clash to its way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model
from ui import theme
from ui.pages.structure.check_work import MARKS, WORDS, Checked
from ui.widgets.labels import MarkLabel, label, link

LONGEST = 16  # characters of a name in a link


def shortened(text: str) -> str:
    """Cut a name that is too long for a link."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


class IssueRow(QWidget):
    """One finding: its mark, its sentence, and a link to every requirement it is about."""

    jumped = Signal(object)  # id of a requirement
    adopted = Signal(object)  # the finding whose way out is to be taken

    def __init__(self, issue: Issue, model: Model) -> None:
        super().__init__()
        self._issue = issue
        self._ids: dict[QWidget, str] = {}
        labels = {each.id: each.label for each in model.requirements}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        kind = MarkLabel(MARKS[issue.severity], WORDS[issue.severity], 12)
        head.addWidget(kind, 0, Qt.AlignmentFlag.AlignTop)
        self.text = label(issue.text, "cell", wrap=True)
        head.addWidget(self.text, 1)
        column.addLayout(head)
        foot = QVBoxLayout()  # below each other: names are long, and the place is narrow
        foot.setContentsMargins(theme.px(48), 0, 0, 0)
        foot.setSpacing(0)
        tip = "按最省的放宽办法修改草稿，可以撤销"
        self.adopt_link = link("采用放宽办法", self._on_adopted, tip)
        self.adopt_link.setVisible(bool(issue.remedy))
        foot.addWidget(self.adopt_link, 0, Qt.AlignmentFlag.AlignLeft)
        for id in (issue.about, *issue.others):
            if id in labels:
                made = link(f"转到“{shortened(labels[id])}”", self._on_clicked, "选中这条要求")
                self._ids[made] = id
                foot.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)

    def links(self) -> dict[str, QWidget]:
        """Give the links by the id they lead to."""
        return {id: made for made, id in self._ids.items()}

    def _on_adopted(self) -> None:
        self.adopted.emit(self._issue)

    def _on_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QWidget) and sender in self._ids:
            self.jumped.emit(self._ids[sender])


class CheckView(QScrollArea):
    """A list of findings, the gravest first."""

    jumped = Signal(object)
    adopted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("核对结果")
        self.rows: list[IssueRow] = []
        self._checked: Checked | None = None
        self._fill(())

    def show_checked(self, checked: Checked) -> None:
        """Show what was found of a draft; what is shown already stands."""
        if self._checked is not None and self._checked.issues == checked.issues:
            return
        self._checked = checked
        self._fill(checked.issues)

    def _fill(self, issues: tuple[Issue, ...]) -> None:
        room = QWidget()
        room.setObjectName("plain")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(0)
        self.rows = []
        for issue in issues:
            assert self._checked is not None
            row = IssueRow(issue, self._checked.draft)
            row.jumped.connect(self.jumped)
            row.adopted.connect(self.adopted)
            column.addWidget(row)
            self.rows.append(row)
        if not issues:
            words = "没有发现问题。" if self._checked else "正在核对。"
            column.addWidget(label(words, "note"))
        column.addStretch(1)
        self.setWidget(room)
