"""放宽一项的价值: each requirement of a team loosened by one, and what the plan gains by it."""

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.pages.staffing.further import PriceRow
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

NEGLIGIBLE = 1e-6


class PricesDialog(Dialog):
    """Fills itself while the requirements are tried one by one; closing it stops that."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=620)
        self.note = label("正在逐项测算，每项都重新求解一次…", "note", wrap=True)
        self.list = TwoLineList()
        self.list.setMinimumHeight(self.room(360))
        self.body.addWidget(self.note)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(
            label(
                "只放宽这一个班子的这一项，其余要求和边界不变；模型本身不会改动。",
                "note",
                wrap=True,
            )
        )
        self.add_button("关闭", self.reject, default=True)
        self.setMinimumHeight(theme.px(300))

    def show_rows(self, rows: tuple[PriceRow, ...]) -> None:
        """Show what is known so far, the dearest first."""
        self.note.setText(f"已测算 {len(rows)} 项，正在继续…")
        self.list.show_items(
            [
                ListItem(
                    id=row.key,
                    title=row.title,
                    note=row.note,
                    right=f"+{row.gain:.1f}" if row.gain > NEGLIGIBLE else "0",
                    right_tone="green_text" if row.gain > NEGLIGIBLE else "text2",
                )
                for row in rows
            ]
        )

    def show_all(self, rows: tuple[PriceRow, ...]) -> None:
        """Show that all is known."""
        self.show_rows(rows)
        dear = sum(row.gain > NEGLIGIBLE for row in rows)
        words = f"共测算 {len(rows)} 项，{dear} 项放宽后方案会更好。"
        self.note.setText(words if rows else "这个班子没有可以放宽一点的要求。")
