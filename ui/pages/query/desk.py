"""Holds the question of the first tab: takes gestures of its widgets, answers in jobs, shows."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from leadership_model.assessment.world import World
from leadership_model.conditions.sentence import parse
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.query import draft, facet_lines, lists
from leadership_model.query.draft import EMPTY, Group, condition_of
from leadership_model.query.people_set import PeopleSet, intersect, subtract, unite
from ui import navigation as go
from ui.context import Context
from ui.pages.query import roll, work
from ui.pages.query.people_view import PeopleView
from ui.pages.query.roll import Roll
from ui.pages.query.work import Answered, Mode, Question
from ui.undo import Holder, Replace
from ui.widgets.condition_menus import element_note
from ui.widgets.picker import Option, Picker

Combining = Literal["unite", "intersect", "subtract"]
COMBINING = {
    "unite": ("并上", unite),
    "intersect": ("只留", intersect),
    "subtract": ("去掉", subtract),
}


class Desk(QObject):
    """One question and its answer. Every change of the question can be taken back."""

    answered_anew = Signal(object)  # Answered

    def __init__(self, context: Context, view: PeopleView, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.view = context, view
        self.undo = QUndoStack(self)
        self.question: Holder[Question] = Holder(Question(), self)
        self.answered: Answered | None = None
        self.roll: Roll | None = None
        self._arrived: Answered | None = None
        self.question.changed.connect(self._on_question)
        view.builder.asked.connect(self.ask_draft)
        view.builder.refused.connect(self._on_refused)
        view.builder.people_asked.connect(self._on_people)
        view.bar.asked.connect(self._on_typed)
        view.bar.said.connect(context.say)
        view.facets.toggled.connect(self._on_facet)
        view.facets.chosen.connect(self._on_values)
        view.facets.ranged.connect(self._on_ranged)
        view.facets.more_asked.connect(self._on_more_facets)
        view.basis.let_go.connect(self._on_let_go)
        view.basis.mode_chosen.connect(self._on_mode)
        view.stats.opened.connect(self._on_opened)
        view.doubtful_asked.connect(self._on_doubtful)

    @property
    def world(self) -> World:
        """What is asked."""
        return self.context.workspace.world

    # ---- asking

    def look_again(self) -> None:
        """Answer the question of the world as it is now."""
        if self.roll is None or self.roll.world is not self.world:
            self.context.jobs.read(
                partial(roll.make, self.world), "query.roll", self._on_roll, title="正在准备名册"
            )
        self._on_question(self.question.value)

    def change(self, question: Question, words: str) -> None:
        """Ask another question; it can be taken back under these words."""
        if question != self.question.value:
            self.undo.push(Replace(self.question, self.question.value, question, words))

    def ask_draft(self, wanted: Group, words: str) -> None:
        """Ask another draft."""
        self.change(replace(self.question.value, draft=wanted), words)

    def ask_sentence(self, sentence: str) -> bool:
        """Ask a sentence of all people; False when it cannot be understood."""
        try:
            condition = parse(sentence, self.context.workspace.catalogue)
        except UserError as error:
            words = f"这个查询无法执行：{error.sentence.rstrip('。')}。可在句子中改正后再查。"
            if self.context.ask.confirm("查询无法执行", words, "去改正"):
                self.view.bar.mend(sentence)
            return False
        fresh = replace(self.question.value, draft=draft.draft_of(condition), basis=None)
        self.change(fresh, "打开查询")
        return True

    def show_people(self, ids: Sequence[str], title: str, note: str) -> None:
        """Lay the empty question over a named list of people."""
        origin = note or f"名单“{title}”"
        basis = PeopleSet(name=title, origin=origin, ids=tuple(dict.fromkeys(ids)))
        fresh = replace(self.question.value, draft=EMPTY, basis=basis, mode="inside")
        self.change(fresh, f"打开名单“{title}”")

    def fix(self, mode: Mode) -> None:
        """Make the result a list, and let the next question search in it, add to it or take out."""
        if self.answered is None:
            return
        people = self.answered.people
        basis = replace(people, name=f"结果 {len(people):,} 人", unknown_ids=())
        fresh = replace(self.question.value, draft=EMPTY, basis=basis, mode=mode)
        self.change(fresh, work.MODE_WORDS[mode])

    def open_set(self, people: PeopleSet) -> None:
        """Lay the empty question over a set of people."""
        basis = replace(people, unknown_ids=())
        fresh = replace(self.question.value, draft=EMPTY, basis=basis, mode="inside")
        self.change(fresh, f"打开“{people.name}”")

    def combine(self, other: PeopleSet, how: Combining) -> None:
        """Make the result and another set one list: 并, 交 or 差."""
        if self.answered is None:
            return
        now = self.answered.people
        found = COMBINING[how][1](replace(now, name=f"结果 {len(now):,} 人"), other)
        fresh = replace(self.question.value, draft=EMPTY, basis=found, mode="inside")
        self.change(fresh, f"{COMBINING[how][0]}“{other.name}”")

    def add_condition(self, condition: Condition, words: str) -> None:
        """Ask one line more."""
        draft_now = self.question.value.draft
        line = draft.draft_of(condition).parts
        wanted = replace(draft_now, parts=(*draft_now.parts, *line))
        if draft_now.kind != "all" and draft_now.parts:
            wanted = replace(EMPTY, parts=(draft_now, *line))
        self.ask_draft(wanted, words)

    def steps(self) -> list[tuple[int, str, bool]]:
        """List the steps from the first question to the last: place, words, whether it is now."""
        now = self.undo.index()
        asked = [at for at in range(self.undo.count()) if self._asked_at(at) is not None]
        last = max((at + 1 for at in asked if at < now), default=0)
        steps = [(0, "全部干部"), *((at + 1, self.undo.text(at)) for at in asked)]
        return [(at, each, at == last) for at, each in steps]

    def go_to(self, step: int) -> None:
        """Go back, or forward again, to the question after so many steps.

        What was written on the way (a list kept, say) stays: then the step is asked anew.
        """
        low, high = sorted((step, self.undo.index()))
        if all(self._asked_at(at) is not None for at in range(low, high)):
            self.undo.setIndex(step)
            return
        found = [each for each in map(self._asked_at, range(step)) if each is not None]
        self.change(found[-1] if found else Question(), "回到以前的一步")

    def _asked_at(self, place: int) -> Question | None:
        """Give the question a step asked; None for a step that wrote something."""
        command = self.undo.command(place)
        return command.after if isinstance(command, Replace) else None

    def clear(self) -> None:
        """Begin again from everybody."""
        fresh = replace(self.question.value, draft=EMPTY, basis=None, mode="inside")
        self.change(fresh, "清空条件")

    def chosen(self) -> PeopleSet | None:
        """Give the people commands are about, in the order shown; None before the first answer."""
        if self.answered is None:
            return None
        people, ids = self.answered.people, self.view.chosen_ids()
        some = len(ids) < len(people)
        origin = f"{people.origin}（从中选定 {len(ids):,} 人）" if some else people.origin
        unknown = () if some else people.unknown_ids
        return replace(people, origin=origin, ids=ids, unknown_ids=unknown)

    def sentence(self) -> str:
        """The question as a sentence, empty without conditions."""
        return self.answered.sentence if self.answered is not None else ""

    # ---- answering

    def _on_question(self, question: Question) -> None:
        if not self.context.workspace.is_open:
            return
        world = self.world
        self.view.builder.show_draft(world, question.draft)
        self.view.bar.show_question(world, _sentence(question.draft))
        self.context.jobs.read(
            partial(work.answer, world, question), "query.answer", self._on_answer, title="正在查询"
        )

    def _on_roll(self, found: Roll) -> None:
        self.roll = found
        if self._arrived is not None:
            self._show(self._arrived)

    def _on_answer(self, answered: Answered) -> None:
        self._arrived = answered
        if self.roll is not None and self.roll.world is self.world:
            self._show(answered)

    def _show(self, answered: Answered) -> None:
        if self.roll is None or len(self.roll.age) != self.world.facts.count:
            return
        self._arrived = None
        self.answered = answered
        self.view.show_answer(answered, self.roll)
        self._tell_missing(answered)
        self.answered_anew.emit(answered)

    def _tell_missing(self, answered: Answered) -> None:
        """Say which of the lists asked about are not there."""
        condition = condition_of(answered.question.draft)
        catalogue, snapshot = self.world.catalogue, self.world.snapshot
        gone = () if condition is None else lists.missing(condition, catalogue, snapshot)
        if gone:
            names = "、".join(f"“{each}”" for each in gone)
            self.context.say(f"没有名单{names}，这一条没有人满足；可从“名单…”里另选。")

    # ---- gestures

    def _on_typed(self, condition: Condition | None) -> None:
        self.ask_draft(EMPTY if condition is None else draft.draft_of(condition), "修改句子")

    def _on_facet(self, atom: facet_lines.Atom) -> None:
        self.ask_draft(facet_lines.toggled(self.question.value.draft, atom), f"分面“{atom.name}”")

    def _on_values(self, name: str, atoms: tuple[facet_lines.Atom, ...]) -> None:
        wanted = facet_lines.with_values(self.question.value.draft, name, atoms)
        self.ask_draft(wanted, f"分面“{name}”")

    def _on_ranged(self, condition: Condition) -> None:
        self.ask_draft(draft.with_range(self.question.value.draft, condition), "选择范围")  # type: ignore[arg-type]

    def _on_more_facets(self, at: object) -> None:
        catalogue, question = self.world.catalogue, self.question.value
        kinds = {each.label: each.kind for each in catalogue.elements}
        options = [
            Option(name, name, element_note(catalogue, name))
            for name in catalogue.element_names()
            if kinds[name] not in ("month", "text")
        ]
        there = (*question.facets, *question.numbers)
        picker = Picker(options, "输入要素名称或拼音", many=True, current=there, parent=self.view)
        picker.picked.connect(self._on_facet_picked)
        self.picker = picker
        picker.open_at(at)  # type: ignore[arg-type]

    def _on_facet_picked(self, names: tuple[str, ...]) -> None:
        kinds = {each.label: each.kind for each in self.world.catalogue.elements}
        fresh = replace(
            self.question.value,
            facets=tuple(name for name in names if kinds[name] != "number"),
            numbers=tuple(name for name in names if kinds[name] == "number"),
        )
        self.change(fresh, "选择分面")

    def _on_let_go(self) -> None:
        self.change(replace(self.question.value, basis=None, mode="inside"), "放开名单")

    def _on_mode(self, mode: Mode) -> None:
        self.change(replace(self.question.value, mode=mode), work.MODE_WORDS[mode])

    def _on_opened(self, ids: tuple[str, ...], words: str) -> None:
        origin = self.answered.people.origin if self.answered is not None else ""
        self.context.navigator.go(go.ShowPeople(ids, words, f"{origin} · {words}"))

    def _on_doubtful(self) -> None:
        if self.answered is not None:
            people = self.answered.people
            origin = f"{people.origin} · 因数据待核不能判定"
            self.context.navigator.go(go.ShowPeople(people.unknown_ids, "待核", origin))

    def _on_people(self, path: tuple[int, ...], which: str) -> None:
        ids = work.people_at(self.world, self.question.value.draft, path, which)
        words = {"alone": "单独满足", "left": "到此行", "without": "停用此行", "unknown": "待核"}
        node = draft.at(self.question.value.draft, path)
        self.context.navigator.go(go.ShowPeople(ids, words[which], _sentence(node)))

    def _on_refused(self, sentence: str) -> None:
        self.context.ask.error(sentence)


def _sentence(node: draft.Node) -> str:
    from leadership_model.conditions.sentence import write

    condition = condition_of(replace(node, on=True))
    return write(condition) if condition is not None else ""
