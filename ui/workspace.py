"""The open database as one consistent set of values, and the signals that say it changed.

`snapshot`, `as_of` and `world` always belong together: they are put in place in one step, on the
main thread. Reading and computing happen in jobs; whoever waits sees the former state until then.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from leadership_model.changes import EVERYTHING_ABOUT_PEOPLE, Changes
from leadership_model.errors import UserError
from leadership_model.store import cipher
from ui import loading, writing
from ui.jobs import Control, Jobs
from ui.loading import Engine, Loaded
from ui.surveys import Surveys
from ui.undo import Repeat, Undo
from ui.writing import Aside, Write, Written

if TYPE_CHECKING:
    from leadership_model.assessment.finding import Assessment
    from leadership_model.assessment.world import World
    from leadership_model.elements.catalogue import Catalogue
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.store.actor import Actor

EVERYTHING = EVERYTHING_ABOUT_PEOPLE | Changes(
    frozenset({"unit", "team", "post", "model", "portrait", "rule_setting", "element", "as_of"})
    | {"saved_query", "scenario", "setting", "kinship", "team_indicator"}
    | {"team_task", "indicator_system", "reserve", "training", "rule_check", "exception"}
    | {"grade_quota", "hold"},
    None,
    None,
)
NEW_MONTH = Changes(frozenset({"as_of"}), None, None)


class Workspace(QObject):
    """One open database, or none."""

    opened = Signal()  # a database is open and its world is there
    closed = Signal()
    changed = Signal(object, object)  # Changes, initiator
    surveyed = Signal()  # `survey` is there

    def __init__(
        self,
        jobs: Jobs,
        undo: Undo,
        actor: "Callable[[], Actor]",
        month: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._undo, self._actor, self._month = jobs, undo, actor, month
        self._loaded: Loaded | None = None
        self._wanted_month: int | None = None
        self._arriving = False  # a database is shown while the last of its rows are being read
        self._settling = False  # opened, and pages are about to be told of it
        self._surveys = Surveys(jobs, self._is_complete, month, self)
        self._surveys.found.connect(self.surveyed)

    # ---- what is there

    @property
    def is_open(self) -> bool:
        """Whether anything is open."""
        return self._loaded is not None

    @property
    def settling(self) -> bool:
        """Whether pages are made just now; they look at the database a moment later."""
        return self._settling

    @property
    def path(self) -> Path | None:
        """The file of the database."""
        return self._loaded.path if self._loaded else None

    @property
    def name(self) -> str:
        """What the database is called on screen."""
        if self._loaded is None:
            return ""
        stored = self.snapshot.settings.get("name", "")
        return stored or (self._loaded.path.stem if self._loaded.path else "未保存的干部库")

    @property
    def loaded(self) -> Loaded:
        """Everything read and worked out; an error of ours to ask while nothing is open."""
        if self._loaded is None:
            raise RuntimeError("no database is open")
        return self._loaded

    @property
    def snapshot(self) -> "Snapshot":
        """All records."""
        return self.loaded.base.snapshot

    @property
    def world(self) -> "World":
        """Everything needed to judge at the reference month."""
        return self.loaded.world

    @property
    def as_of(self) -> int:
        """The reference month; while nothing is open the one that would be used."""
        return self._loaded.as_of if self._loaded else self._month

    @property
    def catalogue(self) -> "Catalogue":
        """The elements there are."""
        return self.world.catalogue

    @property
    def survey(self) -> "tuple[Assessment, ...] | None":
        """The assessment of each team by its position; None until it is computed."""
        return self._surveys.value

    @property
    def user(self) -> str:
        """The name of who works here, as the book of changes writes it."""
        return self._actor().name

    def actor(self) -> "Actor":
        """Give who works here, with the clock: the one the book of changes names."""
        return self._actor()

    # ---- opening and closing

    def open(self, path: Path) -> None:
        """Open a database in the background; `opened` follows, or a sentence that says why not."""
        work = partial(loading.open_database, path, self._actor(), self._month)
        self._load(work, f"正在打开 {path.stem}")

    def create(self, path: Path, passphrase: str = "") -> None:
        """Make an empty database, encrypted where there is a passphrase, and open it."""
        work = partial(loading.create_database, path, passphrase, self._actor(), self._month)
        self._load(work, "正在新建干部库")

    def make_sample(self, path: Path, people: int = 8155) -> None:
        """Make the invented city and open it."""
        work = partial(loading.make_sample, path, people, self._actor(), self._month)
        self._load(work, "正在生成示例城市")

    def adopt(self, loaded: Loaded) -> None:
        """Show values that were made elsewhere, at once: for tests and previews."""
        self._take(loaded)
        self._announce()

    def close(self) -> None:
        """Close the database."""
        if self._loaded is None:
            return
        self._jobs.cancel("workspace")
        self._surveys.keep_now()
        engine, self._loaded = self._loaded.engine, None
        self._surveys.forget(None)
        self._undo.clear()
        self.closed.emit()
        if engine is not None:
            engine.dispose()
            cipher.forget(engine.path)
        self._jobs.collector.all_soon()

    # ---- asking for other values

    def set_month(self, month: int) -> None:
        """See everything at another month; `changed` follows."""
        if self._loaded is None or month == (self._wanted_month or self._loaded.as_of):
            return
        self._wanted_month = month
        self._jobs.read(
            partial(loading.look, self._loaded, month),
            "workspace",
            self._on_looked,
            title="正在按新的基准日期计算",
        )

    def read(
        self,
        function: Callable[[Engine, Control], Any],
        key: str,
        done: Callable[..., object],
        *,
        title: str = "",
    ) -> None:
        """Read from the database what the snapshot does not hold: photos, audit, saved queries."""
        self._jobs.read(partial(function, self.loaded.engine), key, done, title=title)

    def write(
        self,
        function: Write,
        text: str,
        *,
        done: Callable[[Changes], object] | None = None,
        initiator: object = None,
        undo: Write | None = None,
    ) -> None:
        """Write in the background and read that again; `changed(changes, initiator)` follows.

        With `undo` (which must itself look up the versions it writes over) 撤销 takes it back.
        """
        if self.loaded.engine is None:
            raise UserError("当前显示的数据没有存放在干部库中，请先新建或打开一个干部库")
        self._jobs.write(
            partial(writing.write, function, self._actor(), self.loaded, self.survey),
            Written(self, text, done, initiator, function, undo).finish,
            title=f"正在保存：{text}",
        )

    def write_aside(
        self,
        function: Write,
        *,
        done: Callable[[Changes], object] | None = None,
        initiator: object = None,
    ) -> None:
        """Write in the background what the snapshot does not hold: scenarios, saved queries.

        Nothing is read again. `changed(changes, initiator)` follows, so that lists of such things
        can look again.
        """
        if self.loaded.engine is None:
            raise UserError("当前显示的数据没有存放在干部库中，请先新建或打开一个干部库")
        work = partial(writing.write_aside, function, self._actor(), self.loaded.engine)
        self._jobs.write(work, Aside(self, self.loaded.engine, done, initiator).finish)

    # ---- arrivals

    def _load(self, work: Callable[[Control], Loaded], title: str) -> None:
        self._arriving = False
        self._jobs.read(
            work,
            "workspace",
            self._on_complete,
            failed=self._on_refused,
            progress=self._on_opened,
            title=title,
        )

    def _on_complete(self, loaded: Loaded) -> None:
        self._arriving = False
        if loaded is not self._loaded:
            self._on_opened(loaded)

    def _is_complete(self) -> bool:
        return not self._arriving

    def _on_opened(self, loaded: Loaded) -> None:
        self._arriving = True
        former = self._loaded
        self._settling = True
        self._take(loaded)
        # Making the page and filling it are two turns of the event loop.
        QTimer.singleShot(1, self, self._announce)
        if former is not None and former.engine is not None:
            former.engine.dispose()

    def _on_refused(self, error: UserError) -> None:
        if self._arriving:
            self.close()
        self._jobs.refused.emit(error)

    def _take(self, loaded: Loaded) -> None:
        self._loaded, self._wanted_month = loaded, None
        self._surveys.forget(loaded)
        self._undo.clear()
        self.opened.emit()

    def _announce(self) -> None:
        self._settling = False
        if self._loaded is None:
            return
        self.changed.emit(EVERYTHING, self)
        self._surveys.start(self._loaded)

    def _on_looked(self, loaded: Loaded) -> None:
        self._replace(loaded, NEW_MONTH, self)

    def _replace(self, loaded: Loaded, changes: Changes, initiator: object) -> None:
        self._loaded, self._wanted_month = loaded, None
        self._surveys.forget(loaded)
        self.changed.emit(changes, initiator)
        self._surveys.start(loaded)

    def finish_write(self, loaded: Loaded, changes: Changes, initiator: object) -> bool:
        """Put in place what was read after a write. Called by the write itself.

        False: its database was closed meanwhile. The write is safe on disk, and nobody is told.
        """
        if self._loaded is None or self._loaded.engine is not loaded.engine:
            return False
        month = self._wanted_month or self._loaded.as_of
        self._jobs.cancel("workspace")
        self._replace(loaded, changes, initiator)
        self.set_month(month)
        return True

    def push(self, command: Repeat) -> None:
        """Remember a write that can be taken back."""
        self._undo.push(command)
