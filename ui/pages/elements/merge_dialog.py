"""Merging two records of one person: field by field, side by side, with what comes of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.people.duplicates import Likeness
from leadership_model.people.merging import Side
from ui import names
from ui.context import Context
from ui.pages.elements import merge_work as work
from ui.pages.elements.merge_work import Line
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.segments import Segments

HINT = "点左、右两列取用那一侧；键盘：← 取左，→ 取右，B 两侧都要，↑ ↓ 换行"


class MergeDialog(Dialog):
    """`left` and `right` are positions; the record at the left stays, `picks` say what it takes."""

    def __init__(
        self, context: Context, left: int, right: int, parent: QWidget | None = None
    ) -> None:
        super().__init__("合并同一人的两条记录", parent, width=900)
        self._snapshot = context.workspace.snapshot
        self.left, self.right = left, right
        self.lines: list[Line] = []
        self.scope = Segments((("different", "只看不同"), ("all", "全部")))
        self.scope.chosen.connect(self._on_scope)
        self.who = label("", "note", wrap=True)
        self.view = TableView(context.settings, "elements.merge", opens="")
        self.view.setMinimumHeight(self.room(400))
        self.view.set_empty("check-circle-outline", "没有不同之处", "两条记录的内容完全相同。")
        row = QHBoxLayout()
        row.addWidget(self.scope)
        row.addWidget(button("左右对调", self._on_turn, icon="swap-horizontal", kind="small",
                             tip="让另一条记录保留编号"))  # fmt: skip
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.who)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(label(HINT, "note"))
        self.add_cancel()
        self.add_button("合并为一条", self.accept, kind="primary", default=True)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._on_clicked)
        self._begin()

    def _begin(self) -> None:
        self.lines = work.lines(self._snapshot, self.left, self.right)
        self._show()
        self.view.setFocus()
        shown = self.view.rows.shown_ids()
        if shown:
            self.view.select_ids((shown[0],))

    def picks(self) -> dict[str, Side]:
        """Give what is taken of each field and collection."""
        return work.picks(self.lines)

    def pick(self, name: str, side: Side) -> None:
        """Take one side of a line."""
        line = next(each for each in self.lines if each.name == name)
        if side in line.sides and not line.same:
            line.pick = side
            self._show()

    # ---- showing

    def _show(self) -> None:
        shown = [e for e in self.lines if self.scope.current() == "all" or not e.same]
        self.view.show_rows(self._columns(), shown, [each.name for each in shown])
        different = sum(not each.same for each in self.lines)
        self.scope.set_text("different", f"只看不同 {different}")
        left, right = (self._words(at) for at in (self.left, self.right))
        self.who.setText(
            f"保留左侧记录：{left}\n并入后删除右侧记录：{right}。亲属关系、例外和原始文件一并转到左侧；"
            "合并可以撤销。"
        )

    def _words(self, at: int) -> str:
        people = self._snapshot.people
        parts = (
            names.person_name(self._snapshot, at),
            names.month(int(people.ints("birth")[at])),
            names.position_text(self._snapshot, at),
        )
        return "，".join(filter(None, parts))

    def _columns(self) -> tuple[Column, ...]:
        sides: tuple[tuple[Side, str], ...] = (("left", "左（保留）"), ("right", "右（并入）"))
        made = [Column(id="label", title="项目", cell=_label, width=110, fixed=True)]
        for side, title in sides:
            made.append(
                Column(id=side, title=title, cell=partial(_side, side), width=222,
                       tip=partial(_text, side), fixed=True)
            )  # fmt: skip
        made.append(Column(id="pick", title="取用", cell=_pick, width=48, fixed=True))
        made.append(
            Column(id="result", title="合并后", cell=_result, width=200, stretch=True, tip=_after)
        )
        return tuple(made)

    # ---- mouse and keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        keys: dict[int, Side] = {
            Qt.Key.Key_Left: "left",
            Qt.Key.Key_Right: "right",
            Qt.Key.Key_B: "both",
        }
        side = keys.get(event.key())
        if side is None or not self.view.current_id():
            return False
        self.pick(self.view.current_id(), side)
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        column = self.view.rows.columns[index.column()].id
        name = self.view.rows.id_at(index.row())
        if column == "left":
            self.pick(name, "left")
        elif column == "right":
            self.pick(name, "right")
        elif column in ("pick", "result"):
            line = next(each for each in self.lines if each.name == name)
            following = line.sides[(line.sides.index(line.pick) + 1) % len(line.sides)]
            self.pick(name, following)

    def _on_scope(self, chosen: object) -> None:
        self._show()

    def _on_turn(self) -> None:
        self.left, self.right = self.right, self.left
        self._begin()


class DuplicatesDialog(Dialog):
    """The pairs that may be one person; `pair` is the one chosen."""

    def __init__(
        self, context: Context, found: Sequence[Likeness], parent: QWidget | None = None
    ) -> None:
        super().__init__("疑似重复的干部", parent, width=820)
        self._snapshot = context.workspace.snapshot
        self.found = {f"{each.first}-{each.second}": each for each in found}
        self.pair: tuple[int, int] | None = None
        self.view = TableView(context.settings, "elements.duplicates", opens="")
        self.view.setMinimumHeight(self.room(320))
        self.view.set_empty(
            "check-circle-outline",
            "没有发现疑似重复的记录",
            "要合并其他两条记录，请在列表中按住 Ctrl 选中两名干部，再点“合并”。",
        )
        self.body.addWidget(
            label("按身份证号、姓名和出生年月找出；回车或双击逐项比较", "note", wrap=True)
        )
        self.body.addWidget(self.view, 1)
        self.add_cancel("关闭")
        self.go = self.add_button("比较并合并", self._on_go, kind="primary", default=True)
        self.go.setEnabled(bool(found))
        self.view.show_rows(self._columns(), list(found), list(self.found))
        self.view.activated_id.connect(self._on_activated)
        self.view.doubleClicked.connect(self._on_go)
        if found:
            self.view.select_ids((next(iter(self.found)),))
            self.view.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        def words(side: str, what: str) -> Callable[[Likeness], str]:
            return partial(self._cell, side, what)

        return (
            Column(id="name", title="姓名", cell=words("first", "name"), width=80, fixed=True),
            Column(id="birth", title="出生年月", cell=words("first", "birth"), width=76),
            Column(id="post", title="现任职务", cell=words("first", "post"), width=140),
            Column(id="name2", title="姓名", cell=words("second", "name"), width=80),
            Column(id="birth2", title="出生年月", cell=words("second", "birth"), width=76),
            Column(id="post2", title="现任职务", cell=words("second", "post"), width=140),
            Column(id="why", title="依据", cell=_why, width=150, stretch=True),
        )

    def _cell(self, side: str, what: str, each: Likeness) -> str:
        at = getattr(each, side)
        if what == "name":
            return names.person_name(self._snapshot, at)
        if what == "birth":
            return names.month(int(self._snapshot.people.ints("birth")[at]))
        return names.position_text(self._snapshot, at)

    def _on_activated(self, id: object) -> None:
        self._on_go()

    def _on_go(self) -> None:
        each = self.found.get(self.view.current_id())
        if each is not None:
            self.pair = (each.first, each.second)
            self.accept()


def _why(each: Likeness) -> Cell:
    return Cell(text=each.why, mark={3: "red", 2: "yellow"}.get(each.sure, "unknown"))


def _label(line: Line) -> Cell:
    return Cell(text=line.label, bold=not line.same)


def _text(side: Side, line: Line) -> str:
    return line.left if side == "left" else line.right


def _side(side: Side, line: Line) -> Cell:
    text = _text(side, line).replace("\n", " ")
    taken = line.same or line.pick in (side, "both")
    tint = "" if line.same else "green" if taken else ""
    return Cell(text=text, faint=not taken, tint=tint, icon="check" if tint else "")


def _pick(line: Line) -> Cell:
    if line.same:
        return Cell(text="相同", faint=True)
    return Cell(text=work.SIDES[line.pick], link=True)


def _result(line: Line) -> Cell:
    return Cell(text=line.result().replace("\n", " "))


def _after(line: Line) -> str:
    return line.result()
