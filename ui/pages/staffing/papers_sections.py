"""上会名单分节: under which section each of those who move is taken up; the facts propose one."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

NOTE = "分节按职务层次、任免方式自动排出；选中一人可改到别的节，也可以直接输入新的节名。"


class SectionsTab(QWidget):
    """A list of people, and the section of the one chosen in a field that takes other names too."""

    def __init__(
        self,
        people: Sequence[tuple[str, str, str, str]],
        names: Sequence[str],
        chosen: Mapping[str, str],
        *,
        locked: bool,
    ) -> None:
        """Take (id, name, posts, usual section) of each person, and what was chosen before."""
        super().__init__()
        self._people = {each[0]: each for each in people}
        self._chosen = {id: name for id, name in chosen.items() if id in self._people}
        self.list = TwoLineList()
        self.list.setMinimumHeight(theme.px(180))
        self.list.chosen.connect(self._on_person)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.addItems(list(dict.fromkeys((*names, *self._chosen.values()))))
        self.field.setAccessibleName("分节")
        self.keep = button("归入此节", self._on_keep, icon="check")
        self.back = button("恢复自动", self._on_back, icon="restore")
        for each in (self.field, self.keep):
            each.setEnabled(not locked)
        self._locked = locked
        row = QHBoxLayout()
        row.addWidget(label("分节", "cell2"))
        row.addWidget(self.field, 1)
        row.addWidget(self.keep)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        words = "方案已锁定，分节不能再改。" if locked else NOTE
        column.addWidget(label(words, "note", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._show()
        if self._people:
            self.list.choose(next(iter(self._people)))

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Give id and section of everybody who is under another one than the facts say."""
        return tuple(self._chosen.items())

    def _show(self) -> None:
        self.list.show_items([self._item(*each) for each in self._people.values()])

    def _item(self, id: str, name: str, posts: str, usual: str) -> ListItem:
        return ListItem(
            id=id,
            title=name,
            note=posts,
            right=self._chosen.get(id, usual),
            right_note="已改" if id in self._chosen else "",
            right_tone="accent" if id in self._chosen else "text2",
        )

    def _on_person(self, id: str) -> None:
        usual = self._people[id][3]
        self.field.setCurrentText(self._chosen.get(id, usual))
        self.back.setEnabled(id in self._chosen and not self._locked)

    def _on_keep(self) -> None:
        from leadership_model.staffing.draft import LONGEST_SECTION

        id = self.list.current_id()
        name = self.field.currentText().strip()[:LONGEST_SECTION]
        if not id or not name:
            return
        self._chosen.pop(id, None)
        if name != self._people[id][3]:
            self._chosen[id] = name
        self._show()
        self._on_person(id)

    def _on_back(self) -> None:
        id = self.list.current_id()
        self._chosen.pop(id, None)
        self._show()
        self._on_person(id)
