"""The card under the mouse: what a team's cell stands for, before it is opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import MarkLabel, label

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World

LINES = 3


def facts(world: "World", assessment: "Assessment") -> tuple[str, str, tuple[str, ...]]:
    """Give name, score and some lines about a team: seats, then what it misses, worst first."""
    snapshot = world.snapshot
    name = snapshot.teams.raw("name")[assessment.team] or "未命名班子"
    low, high = assessment.score_low, assessment.score_high
    score = "" if low is None or high is None else f"{low:.1f}"
    if low is not None and high is not None and f"{low:.1f}" != f"{high:.1f}":
        score = f"{low:.1f}～{high:.1f}"
    words = [f"岗位 {assessment.seats} · 在岗 {assessment.filled}"]
    posts = snapshot.posts.raw("name")
    if assessment.vacancies:
        missing = "、".join(posts[post] or "岗位" for post in assessment.vacancies[:2])
        more = f"等 {len(assessment.vacancies)} 岗" if len(assessment.vacancies) > 2 else ""
        words[0] += f" · 缺 {missing}{more}"
    order = {"red": 0, "yellow": 1, "unknown": 2}
    faults = [each for each in assessment.findings if each.verdict in order]
    faults.sort(key=lambda each: (not (each.veto and each.s_high < 1), order[each.verdict]))
    said = {"red": "不达标", "yellow": "接近", "unknown": "待核"}
    for each in faults[:LINES]:
        word = "一票否决" if each.veto and each.s_high < 1 else said[each.verdict]
        words += [f"{each.label}：{each.detail}（{word}）"]
    if len(faults) > LINES:
        words.append(f"另有 {len(faults) - LINES} 项未达标或待核")
    if assessment.state == "unconfigured":
        words.append("这一类班子尚未配置结构模型")
    elif not faults:
        words.append("各项要求均已达标")
    return name, score, tuple(words)


class HoverCard(QFrame):
    """Floats over the page beside a cell and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark, self._name = MarkLabel("green", ""), label("", "card")
        self._score = label("", "body")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._mark)
        head.addWidget(self._name, 1)
        head.addSpacing(12)
        head.addWidget(self._score)
        self._lines = label("", "note", wrap=True)
        self._hint = label("单击打开研判 · 右键查看成员", "link")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._lines)
        box.addWidget(self._hint)
        self.hide()

    def text(self) -> str:
        """Everything it says."""
        return "\n".join((self._name.text(), self._score.text(), self._lines.text()))

    def show_team(self, world: "World", assessment: "Assessment", cell: QRect) -> None:
        """Show a team beside its cell (in coordinates of the parent)."""
        name, score, lines = facts(world, assessment)
        self._mark.show_mark(assessment.state, "")
        self._name.setText(name)
        self._score.setText(score)
        self._lines.setText("\n".join(lines))
        layout = self.layout()
        assert layout is not None
        layout.activate()
        wide = theme.px(300)
        self.resize(wide, layout.totalHeightForWidth(wide))
        parent = self.parentWidget()
        assert parent is not None
        x = min(max(cell.left() - theme.px(8), 4), parent.width() - self.width() - 4)
        y = cell.bottom() + theme.px(8)
        if y + self.height() > parent.height() - 4:
            y = cell.top() - self.height() - theme.px(8)
        self.move(QPoint(x, max(y, 4)))
        self.show()
        self.raise_()
