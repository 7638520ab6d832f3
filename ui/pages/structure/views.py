"""The views 画像 and 继承: made, with what listens to them, when they are first looked at."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leadership_model.structure.model import Model
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.inherit_view import InheritView
from ui.pages.structure.inheriting import Inheriting
from ui.pages.structure.portrait_editor import PortraitEditor
from ui.pages.structure.portraying import Portraying

if TYPE_CHECKING:
    from ui.pages.structure.page import StructurePage


class Views(QObject):
    """What is at hand is kept until a view is made, and shown in it at once."""

    def __init__(self, page: "StructurePage", edit: Callable[[Model, str], None]) -> None:
        super().__init__(page)
        self._page, self._edit = page, edit
        self._hand: Hand | None = None
        self._below: tuple[Hand, ...] = ()
        self._portraits: tuple[PortraitEditor, Portraying] | None = None
        self._inherit: tuple[InheritView, Inheriting] | None = None
        page.desk.add_tab("portraits", "画像", self._make_portraits)
        page.desk.add_tab("inherit", "继承", self._make_inherit)

    @property
    def portrait_editor(self) -> PortraitEditor:
        """The view 画像."""
        self._page.desk.view("portraits")
        assert self._portraits is not None
        return self._portraits[0]

    @property
    def inherit(self) -> InheritView:
        """The view 继承."""
        self._page.desk.view("inherit")
        assert self._inherit is not None
        return self._inherit[0]

    @property
    def inheriting(self) -> Inheriting:
        """What the gestures of 继承 mean."""
        self._page.desk.view("inherit")
        assert self._inherit is not None
        return self._inherit[1]

    def show(self, hand: Hand, below: tuple[Hand, ...]) -> None:
        """Show another model in the views there are."""
        self._hand, self._below = hand, below
        if self._portraits is not None:
            self._portraits[1].show(hand)
        if self._inherit is not None:
            self._inherit[0].show_hand(hand, below)

    def _make_portraits(self, parent: QWidget) -> QWidget:
        page = self._page
        view = PortraitEditor(page.context, parent)
        listening = Portraying(page.context, view, page.hand, self._edit, page)
        self._portraits = (view, listening)
        if self._hand is not None:
            listening.show(self._hand)
        return view

    def _make_inherit(self, parent: QWidget) -> QWidget:
        page = self._page
        view = InheritView(page.context, parent)
        view.opened.connect(page.on_category)
        view.edited.connect(page.lines.show)
        self._inherit = (view, Inheriting(page.context, view, page.hand, page.store, page))
        if self._hand is not None:
            view.show_hand(self._hand, self._below)
        return view
