"""The settings: theme, text scale, row height, the name written into the record of changes."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from ui import theme
from ui.settings import Settings
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.segments import Segments

THEMES = (("system", "跟随系统"), ("light", "浅色"), ("dark", "深色"))


class SettingsDialog(Dialog):
    """Edits a copy; `result_settings` gives what was chosen."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("设置", parent, width=460)
        self._settings = settings
        self.theme = Segments(THEMES)
        self.theme.set_current(settings.theme)
        self.scale = QComboBox()
        for percent in theme.SCALES:
            self.scale.addItem(f"{percent} %", percent)
        self.scale.setCurrentIndex(max(self.scale.findData(settings.scale), 0))
        self.compact = QCheckBox("紧凑（每屏多显示几行）")
        self.compact.setChecked(settings.compact)
        self.actor = QLineEdit(settings.actor)
        self.actor.setPlaceholderText("写入修改记录的姓名，默认为系统用户名")
        form = QFormLayout()
        form.setSpacing(12)
        form.addRow(label("外观"), self.theme)
        form.addRow(label("文字大小"), self.scale)
        form.addRow(label("表格行距"), self.compact)
        form.addRow(label("操作人"), self.actor)
        self.body.addLayout(form)
        self.add_cancel()
        self.add_button("确定", self.accept, kind="primary", default=True)

    def result_settings(self) -> Settings:
        """Give the settings as chosen."""
        return replace(
            self._settings,
            theme=self.theme.current(),
            scale=int(self.scale.currentData()),
            compact=self.compact.isChecked(),
            actor=self.actor.text().strip(),
        )
