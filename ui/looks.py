"""The look between the settings, the system and the application: theme, text scale, rows."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import settings as store
from ui import theme
from ui.ask import Asker
from ui.settings import Settings
from ui.theme import Look


class Looks(QObject):
    """Applies the look the settings and the system ask for; follows the system's change."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: Settings, ask: Asker, family: str) -> None:
        super().__init__()
        self._app, self._settings, self._ask, self._family = app, settings, ask, family
        app.styleHints().colorSchemeChanged.connect(self._on_system)

    def wanted(self) -> Look:
        """Give the look the settings ask for."""
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = self._settings.theme
        return Look(
            scheme="dark" if chosen == "dark" or (chosen == "system" and dark) else "light",
            scale=self._settings.scale,
            compact=self._settings.compact,
            family=self._family,
        )

    def apply(self) -> None:
        """Restyle every widget when the look wanted is another one."""
        wanted = self.wanted()
        if wanted != theme.look() or not self._app.styleSheet():
            theme.apply(self._app, wanted)
            self.changed.emit()

    def toggle(self) -> None:
        """Change between light and dark, and remember it."""
        self._settings.theme = "light" if theme.dark() else "dark"
        self._keep()

    def larger(self) -> None:
        """Make the text one step larger."""
        self._step(1)

    def smaller(self) -> None:
        """Make the text one step smaller."""
        self._step(-1)

    def ask(self, parent: QWidget) -> None:
        """Open the settings and apply what was chosen."""
        from ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, parent)
        if self._ask.show(dialog):
            chosen = dialog.result_settings()
            for name in ("theme", "scale", "compact", "actor"):
                setattr(self._settings, name, getattr(chosen, name))
            self._keep()

    def saved_text(self) -> str:
        """Say since when everything is saved: every write is on disk when it is shown."""
        return f"已保存 {datetime.now():%H:%M}"  # noqa: DTZ005 - the wall clock is meant

    def _step(self, by: int) -> None:
        at = min(
            range(len(theme.SCALES)),
            key=[abs(s - self._settings.scale) for s in theme.SCALES].__getitem__,
        )
        self._settings.scale = theme.SCALES[min(max(at + by, 0), len(theme.SCALES) - 1)]
        self._keep()

    def _keep(self) -> None:
        self.apply()
        store.save(self._settings)

    def _on_system(self) -> None:
        self.apply()
