"""Help: every command with its short cut, the habits of tables, and what the program is."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.actions import Action
from ui.crash import versions
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label

TABLE_HABITS = (
    ("单击表头", "按该列排序，再次单击反向；按住 Shift 再单击另一列，增加一级排序"),
    ("直接输入", "跳到以所输文字开头的一行"),
    ("空格、双击、Ctrl+I", "打开干部卡片"),
    ("Ctrl+C", "把所选各行连同表头复制为表格，可直接粘贴到 Excel 或 Word"),
    ("Ctrl+A", "选中全部行"),
    ("Ctrl+G", "把所选干部、岗位或班子加入模拟配备的方案；多人作为候选池"),
    ("拖动已选中的行", "到左侧“模拟配备”，再放到画板的岗位上"),
    ("Ctrl+空格", "勾选或取消勾选所选各行"),
    ("右击单元格", "只看或不看这个值、排序、复制"),
    ("右击表头", "选择要显示的列；拖动表头可以换位、调整宽度，都会记住"),
)
ABOUT = (
    "班子模型工作台在本机运行，数据只存放在您选定的文件里，不向网络发送任何内容。"
    "程序给出的得分、排序和方案供研判参考，不代替民主推荐、考察和集体讨论决定。"
)


class HelpDialog(Dialog):
    """Lists what can be done by keyboard."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("帮助", parent, width=620)
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(label(ABOUT, "cell", wrap=True))
        groups: dict[str, list[tuple[str, str]]] = {}
        for action in actions:
            record = action.data()
            if isinstance(record, Action) and record.shortcut:
                groups.setdefault(record.group, []).append((record.shortcut, record.tip))
        groups["表格"] = list(TABLE_HABITS)
        for group, lines in groups.items():
            column.addWidget(label(group, "card"))
            column.addLayout(_form(lines))
        column.addWidget(label(versions(), "faint"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setMinimumHeight(theme.px(420))
        self.body.addWidget(area, 1)
        self.add_button("关闭", self.accept, kind="primary", default=True)


def _form(lines: Sequence[tuple[str, str]]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(5)
    for keys, words in lines:
        name = label(keys, "cell")
        name.setMinimumWidth(theme.px(150))
        form.addRow(name, label(words, "cell2", wrap=True))
    return form
