"""What the gestures on a model mean: each makes another whole and hands it to the page."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from leadership_model.errors import UserError
from leadership_model.structure import compose, dimension
from leadership_model.structure.issue import Issue
from leadership_model.structure.model import Model
from leadership_model.structure.requirement import Requirement
from ui.context import Context
from ui.pages.structure import work
from ui.pages.structure.at_hand import Hand
from ui.pages.structure.desk import Desk
from ui.pages.structure.dimension_dialog import DimensionDialog


class Editing(QObject):
    """Listens to the desk. `hand` gives what is at hand, `edit` takes the other whole."""

    def __init__(
        self,
        context: Context,
        desk: Desk,
        hand: Callable[[], Hand | None],
        edit: Callable[[Model, str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._desk = context, desk
        self._hand, self._edit = hand, edit
        self.chosen = ""  # the requirement edited
        desk.lines_changed.connect(self._on_lines)
        requirements = desk.requirements
        requirements.requirement_changed.connect(self._on_requirement)
        requirements.made.connect(self._on_made)
        requirements.added.connect(self._on_added)
        requirements.copied.connect(self.copy)
        requirements.moved.connect(self._on_moved)
        requirements.removed.connect(self._on_removed)
        requirements.spread.connect(self.spread)
        requirements.dimensions_asked.connect(self.ask_dimensions)
        requirements.effect.adopted.connect(self._on_adopted)

    def _whole(self) -> Model | None:
        found = self._hand()
        return None if found is None else found.whole

    def requirement(self) -> Requirement | None:
        """The requirement edited."""
        whole = self._whole()
        listed = () if whole is None else whole.requirements
        return next((each for each in listed if each.id == self.chosen), None)

    # ---- commands

    def copy(self) -> None:
        """Copy the requirement at hand behind itself."""
        found = self.requirement()
        if found is not None:
            self._add(compose.copied(found, found.id), f"复制要求 {found.label}")

    def up(self) -> None:
        """Move the requirement at hand up."""
        self._on_moved(-1)

    def down(self) -> None:
        """Move the requirement at hand down."""
        self._on_moved(1)

    def retire(self) -> None:
        """Take the requirement at hand out of the draft."""
        found = self.requirement()
        if found is not None:
            self._on_removed(found)

    def spread(self) -> None:
        """Share out what is left of 100 points."""
        whole = self._whole()
        if whole is None:
            return
        try:
            self._edit(dimension.spread(whole), "分摊分值")
        except UserError as error:
            self._context.say(error.sentence)

    def ask_dimensions(self) -> None:
        """Ask for other names, another order, other points of the dimensions."""
        whole = self._whole()
        if whole is None:
            return
        dialog = DimensionDialog(whole, self._desk)
        if self._context.ask.show(dialog) and dialog.model() != whole:
            self._edit(dialog.model(), "修改维度与分值")

    # ---- slots

    def _on_lines(self, red: float, green: float) -> None:
        whole = self._whole()
        if whole is not None:
            self._edit(replace(whole, red=red, green=green), "修改红线和绿线")

    def _on_requirement(self, requirement: Requirement, text: str) -> None:
        whole = self._whole()
        if whole is not None:
            self._edit(work.with_requirement(whole, requirement), text)

    def _on_made(self, kind: type) -> None:
        whole = self._whole()
        if whole is None:
            return
        at_hand = self.requirement()
        names = self._context.workspace.catalogue
        title = next(each.title for each in compose.KINDS if each.kind is kind)
        name = at_hand.dimension if at_hand is not None else "其他"
        made = compose.new(kind, name, f"新要求（{title}）", f"own-{kind.__name__.lower()}", names)
        self._add(made, f"新建要求 {made.label}")

    def _on_added(self, requirement: Requirement) -> None:
        self._add(requirement, f"加要求 {requirement.label}")

    def _add(self, requirement: Requirement, text: str) -> None:
        whole = self._whole()
        if whole is None:
            return
        known = {each.id for each in whole.requirements}
        made = work.with_new(whole, requirement, self._taken())
        self.chosen = next(r.id for r in made.requirements if r.id not in known)
        self._edit(made, text)

    def _on_adopted(self, issue: Issue) -> None:
        """Loosen what the checker proposes, where the draft still says what was checked."""
        whole = self._whole()
        if whole is None:
            return
        made = whole
        for before, after in issue.remedy:
            if before not in made.requirements:
                self._context.say(f"“{before.label}”不是这一级的写法，请到写下它的那一级修改。")
                return
            made = (
                work.without_requirement(made, before.id)
                if after is None
                else work.with_requirement(made, after)
            )
        self._edit(made, "采用放宽办法")

    def _taken(self) -> frozenset[str]:
        """Ids that a new line must not have: they belong to lines above that were removed."""
        found = self._hand()
        return frozenset() if found is None else found.draft.removed

    def _on_moved(self, step: int) -> None:
        found = self._hand()
        if found is None or self.requirement() is None:
            return
        if found.above is not None:
            self._context.say("继承来的要求按上级的次序排列。")
            return
        made = dimension.moved(found.whole, self.chosen, step)
        if made != found.whole:
            self._edit(made, "调整要求的次序")

    def _on_removed(self, requirement: Requirement) -> None:
        whole = self._whole()
        if whole is not None:
            made = work.without_requirement(whole, requirement.id)
            self._edit(made, f"停用要求 {requirement.label}")
