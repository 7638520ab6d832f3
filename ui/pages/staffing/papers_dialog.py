"""会议材料: which papers of a plan are written in which format, and the templates they use."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.context import Context
from ui.pages.staffing.papers_sections import SectionsTab
from ui.pages.staffing.papers_set import FORMATS, OFFERED
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.segments import Segments
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from leadership_model.papers.plan_notices import Words
    from ui.pages.staffing.papers_templates import TemplateCare

USUAL = ("motion", "meeting", "change", "check")
CHOSEN = "staffing.papers"  # what was chosen last, in the settings


class PapersDialog(Dialog):
    """Boxes to tick; further tabs: sections of the 上会名单, templates and words that stay."""

    def __init__(
        self,
        context: Context,
        label_: str,
        words: "Words",
        care: "TemplateCare",
        sections: SectionsTab,
        parent: QWidget | None,
    ) -> None:
        super().__init__(f"会议材料 · {label_}", parent, width=760)
        self._context, self._care, self._words = context, care, words
        self.boxes: dict[str, QCheckBox] = {}
        self.formats = Segments(FORMATS)
        self.fields: dict[str, QLineEdit] = {}
        self.rows: dict[str, tuple[QLabel, QPushButton]] = {}
        self.tabs = Tabs()
        self.tabs.add("papers", "材料", self._papers())
        self.sections = sections
        self.tabs.add("sections", "上会名单分节", sections)
        self.tabs.add("templates", "模板与固定内容", self._templates())
        self.body.addWidget(self.tabs, 1)
        self.add_cancel()
        self.previews = False  # asked for on paper instead of in files
        self.look = self.add_button("预览打印…", self._on_look)
        self.look.setToolTip("按选中的材料排版，预览后打印或存为 PDF")
        self.save = self.add_button("写到文件夹…", self._on_accept, kind="primary", default=True)
        self._restore()
        self._on_ticked()

    def kinds(self) -> tuple[str, ...]:
        """The papers chosen, in their order."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def words(self) -> "Words":
        """The fixed words as they stand in the fields."""
        from leadership_model.papers.plan_notices import Words

        return Words(**{name: field.text().strip() for name, field in self.fields.items()})

    # ---- building

    def _papers(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 0)
        head = QHBoxLayout()
        head.addWidget(label("表格和审批表的格式", "cell2"))
        head.addWidget(self.formats)
        head.addStretch(1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        for row, (kind, title, note, only) in enumerate(OFFERED):
            box = QCheckBox(title)
            box.toggled.connect(self._on_ticked)
            self.boxes[kind] = box
            grid.addWidget(box, row, 0)
            grid.addWidget(label(note, "note"), row, 1)
            grid.addWidget(label(f"格式：{only}" if only else "", "faint"), row, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(
            label(
                "表格都写明基准日期、模型版本、数据状态，供研判参考，不代替民主推荐、考察和集体讨论决定。",
                "note",
            )
        )
        column.addStretch(1)
        return inside

    def _templates(self) -> QWidget:
        from leadership_model.papers.plan_notices import LABELS
        from leadership_model.papers.templates import TITLES

        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 0)
        grid = QGridLayout()
        for row, (kind, title) in enumerate(TITLES.items()):
            name = label("", "cell2")
            back = self._row(grid, row, kind, title, name)
            self.rows[kind] = (name, back)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(label("每份公示和通知里都相同的内容，空着的留在 Word 里填写。", "note"))
        form = QFormLayout()
        for name_, words in LABELS.items():
            field = QLineEdit(str(getattr(self._words, name_)))
            field.setAccessibleName(words)
            self.fields[name_] = field
            form.addRow(label(words, "cell2"), field)
        column.addLayout(form)
        column.addStretch(1)
        self.show_templates()
        return inside

    def _row(self, grid: QGridLayout, row: int, kind: str, title: str, name: QLabel) -> QPushButton:
        grid.addWidget(label(f"{title}模板", "cell2"), row, 0)
        grid.addWidget(name, row, 1)
        made = None
        slots: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("换成本部门的…", "选一个 Word 文件，添加时检查占位符", self._on_own),
            ("另存一份…", "把正在用的模板存成文件，在 Word 里修改后再换上", self._on_copy),
            ("恢复", "改回随程序提供的模板", self._on_back),
        )
        for column, (words, tip, slot) in enumerate(slots, 2):
            made = button(words, slot, kind="small", tip=tip)
            made.setObjectName(kind)
            grid.addWidget(made, row, column)
        assert made is not None
        return made

    def show_templates(self) -> None:
        """Say which templates are in use."""
        for kind, (name, back) in self.rows.items():
            own = self._care.own.get(kind)
            name.setText("随程序提供" if own is None else f"本部门：{own.name}")
            back.setEnabled(own is not None)

    # ---- slots

    def _on_own(self) -> None:
        self.refuse(self._care.choose(self.sender().objectName()))
        self.show_templates()

    def _on_copy(self) -> None:
        self.refuse(self._care.copy(self.sender().objectName()))

    def _on_back(self) -> None:
        self._care.restore(self.sender().objectName())
        self.show_templates()

    def _on_ticked(self) -> None:
        self.save.setEnabled(bool(self.kinds()))
        self.look.setEnabled(bool(set(self.kinds()) - {"lrmx"}))

    def _restore(self) -> None:
        kept = self._context.settings.choices.get(CHOSEN) or "xlsx " + " ".join(USUAL)
        chosen, *kinds = kept.split()
        self.formats.set_current(chosen if chosen in dict(FORMATS) else "xlsx")
        for kind, box in self.boxes.items():
            box.setChecked(kind in kinds)

    def _on_look(self) -> None:
        self.previews = True
        self._on_accept()

    def _on_accept(self) -> None:
        self._context.settings.choices[CHOSEN] = " ".join((self.formats.current(), *self.kinds()))
        self.accept()
