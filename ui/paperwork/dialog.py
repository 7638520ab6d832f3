"""The window of 文书: papers at the left, their choices at the right; previews and writes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadership_model.papers import naming
from ui import theme
from ui.context import Context
from ui.paperwork.kinds import KINDS, SECTIONS, Kind, section_of
from ui.paperwork.options import Options, Scope
from ui.paperwork.templates import TemplateShelf
from ui.paperwork.work import SHOWN, Order, file_names
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

if TYPE_CHECKING:
    from leadership_model.papers.own_templates import OwnTemplate

OWN = "own:"


class PaperDialog(Dialog):
    """Chooses a paper; `wanted` and `looked` carry the order to be written or previewed."""

    wanted = Signal(object)
    looked = Signal(object)

    def __init__(
        self,
        context: Context,
        scopes: Sequence[Scope],
        kind: str = "",
        check: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("文书", parent, width=880)
        self._context = context
        self.shelf = TemplateShelf(context, self)
        self.shelf.changed.connect(self._on_templates)
        self.kinds = TwoLineList()
        self.kinds.setAccessibleName("文书种类")
        self.options = Options(scopes)
        self.title, self.about = label("", "name"), label("", "note", wrap=True)
        self.count = label("", "cell2", wrap=True)
        self.copy = button("另存模板…", self._on_copy, kind="small")
        self.drop = button("删除模板", self._on_drop, kind="small")
        self._build(check)
        self.add_cancel("关闭")
        self.look = self.add_button("预览与打印…", self._on_look)
        self.save = self.add_button("写出…", self._on_save, kind="primary", default=True)
        self.kinds.chosen.connect(self._on_kind)
        self.options.changed.connect(self._show)
        self._show_kinds()
        self.kinds.choose(kind or KINDS[0].id)
        self.resize(self.minimumWidth(), self._limited(theme.px(580), "height", 0.92))

    def _build(self, check: Callable[[], object] | None) -> None:
        left = QVBoxLayout()
        left.addWidget(self.kinds, 1)
        foot = QHBoxLayout()
        tip = "Word 或 Excel 文件，用 {{姓名}} 这样的占位符；存放在干部库中"
        self.add_template = button("添加模板…", self._on_add, kind="small", tip=tip)
        foot.addWidget(self.add_template)
        if check is not None:
            tip = "把 Excel 名册与库内逐格核对，差异可以接受任一边"
            self.check = button("与名册核对…", check, kind="small", tip=tip)
            foot.addWidget(self.check)
        foot.addStretch(1)
        left.addLayout(foot)
        right = QVBoxLayout()
        right.setSpacing(10)
        for each in (self.title, self.about, self.options):
            right.addWidget(each)
        own = QHBoxLayout()
        own.addWidget(self.copy)
        own.addWidget(self.drop)
        own.addStretch(1)
        right.addLayout(own)
        right.addStretch(1)
        right.addWidget(self.count)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.kinds.setMinimumWidth(theme.px(250))
        self.kinds.setMinimumHeight(self.room(400))
        self.body.addLayout(row, 1)

    # ---- what is shown

    def _show_kinds(self) -> None:
        items = []
        for section, words in SECTIONS[:-1]:
            items.append(ListItem(id="", title=words, section=True))
            items += [
                ListItem(id=each.id, title=each.title, note=each.about, icon=each.icon)
                for each in KINDS
                if section_of(each) == section
            ]
        if self.shelf.templates:
            items.append(ListItem(id="", title="自有模板", section=True))
            items += [
                ListItem(
                    id=OWN + each.name,
                    title=each.name,
                    note=f"{'Word' if each.kind == 'docx' else 'Excel'} · {each.about}",
                    icon="file-star-outline",
                )
                for each in self.shelf.templates
            ]
        self.kinds.show_items(items)

    def _on_templates(self) -> None:
        self._show_kinds()
        chosen = self.kinds.current_id()
        if not chosen or (chosen.startswith(OWN) and self.template() is None):
            self.kinds.choose(KINDS[0].id)

    def template(self) -> "OwnTemplate | None":
        """The template chosen, where one is."""
        name = (self.kinds.current_id() or "").removeprefix(OWN)
        return next((each for each in self.shelf.templates if each.name == name), None)

    def kind(self) -> Kind:
        """The paper chosen."""
        chosen, template = self.kinds.current_id() or "", self.template()
        if chosen.startswith(OWN) and template is not None:
            about = f"自有模板，{template.about}"
            return Kind(chosen, template.name, about, "", "own", (template.kind,))
        return next((each for each in KINDS if each.id == chosen), KINDS[0])

    def _on_kind(self, _id: object) -> None:
        kind, template = self.kind(), self.template()
        self.title.setText(kind.title)
        self.about.setText(kind.about)
        self.options.show_kind(kind, listed=template is not None and template.listed)
        for each in (self.copy, self.drop):
            each.setVisible(template is not None)
        self._show()

    def _show(self) -> None:
        kind, scope = self.kind(), self.options.chosen_scope()
        self.refuse("")
        wrong = naming.check(self.options.pattern.text()) if self.options.many else ""
        self.options.pattern.setProperty("wrong", bool(wrong))
        self.options.pattern.style().polish(self.options.pattern)
        team = kind.group == "team"
        amount = len(scope.teams) if team else len(scope.people)
        self.options.example.setText(wrong or self._example(amount))
        unit = "个班子" if team else "人"
        parts = "每人一个文件" if self.options.many else "一个文件"
        words = f"共 {amount:,} {unit}，写成{parts}。" if amount else f"这个范围里没有{unit}。"
        if kind.group == "form" and amount > SHOWN:
            words += f"预览只排前 {SHOWN} 人。"
        self.count.setText(words)
        self.save.setEnabled(bool(amount) and not wrong)
        own = kind.group == "own"
        self.look.setText("用一人试填…" if own else "预览与打印…")
        self.look.setEnabled(bool(amount) and not wrong and (own or kind.paged))
        self.look.setToolTip("" if own or kind.paged else "这种文件没有页面，请写出后打开")

    def _example(self, amount: int) -> str:
        if not self.options.many or not amount:
            return ""
        order = self.order()
        few = Order(order.world, order.engine, order.kind, order.people[:1], pattern=order.pattern)
        return f"例：{file_names(few)[0]}.{order.format}"

    def order(self) -> Order:
        """Give what is to be made, as chosen; the target is left open."""
        kind, scope, options = self.kind(), self.options.chosen_scope(), self.options
        workspace = self._context.workspace
        return Order(
            workspace.world,
            workspace.loaded.engine,
            kind,
            scope.people,
            scope.teams,
            format=options.formats.current() if len(kind.formats) > 1 else kind.formats[0],
            layout=options.layout_id(),
            many=options.many,
            pattern=options.pattern.text(),
            newer=options.newer.isChecked(),
            template=self.template(),
        )

    # ---- what is asked for

    def _on_save(self) -> None:
        self.wanted.emit(self.order())

    def _on_look(self) -> None:
        self.looked.emit(self.order())

    def _on_add(self) -> None:
        name, wrong = self.shelf.add()
        self.refuse(wrong)
        if name:
            self.kinds.choose(OWN + name)

    def _on_copy(self) -> None:
        template = self.template()
        if template is not None:
            self.refuse(self.shelf.copy(template))

    def _on_drop(self) -> None:
        template = self.template()
        if template is not None:
            self.shelf.drop(template)
