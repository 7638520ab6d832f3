"""Why: every rule and condition with have and need, every weight, the effect on the team."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from leadership_model.assessment.world import World
from leadership_model.matching.case import Case, Effect, Reason
from leadership_model.matching.fit import PartOfFit
from ui import names, theme
from ui.pages.matching.choices import short_team
from ui.pages.matching.columns import score_text
from ui.pages.matching.reasons_parts import Avatar, confirmed, have_of, merged
from ui.pages.matching.work import TONES
from ui.widgets.bars import StackedBar
from ui.widgets.card import Sunk, hairline
from ui.widgets.empty import EmptyState, IconView
from ui.widgets.emptying import put_in
from ui.widgets.labels import Elided, MarkLabel, label, link
from ui.widgets.scroll import scrolled

ROOM = 240  # px at 100 % below which have and need stand under a condition, not beside it
SENSITIVE = (
    "性别、民族、党派、健康等敏感要素不计入个人匹配度，"
    "只通过班子结构要求或载明依据的岗位条件起作用。"
)


class ReasonsView(QWidget):
    """Shows one case; built anew for each, it holds some forty labels."""

    person_asked = Signal(int)
    team_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case: Case | None = None
        self._world: World | None = None
        self._tight = False  # too narrow for columns, for example with large text
        self._ground: QWidget = self
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled()
        self._layout.addWidget(self._area)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what belongs here."""
        self.case = None
        empty = EmptyState(
            "scale-balance", "理由", "选中一行，这里逐条列出资格、计分和对班子结构的影响。"
        )
        put_in(self._area, empty)
        self._ground = empty

    def show_case(self, world: World, case: Case) -> None:
        """Show everything about one pair."""
        self.case, self._world = case, world
        self._tight = self._is_tight()
        ground = QWidget()
        ground.setObjectName("plain")
        box = QVBoxLayout(ground)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(7)
        self._head(box, world, case)
        self._near(box, world, case)
        self._reasons(box, case)
        self._parts(box, case)
        self._effects(box, world, case)
        note = Sunk()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconView("shield-account-outline", 18))
        row.addWidget(label(SENSITIVE, "note", wrap=True), 1)
        note.body.addLayout(row)
        for each in case.sensitive:
            note.body.addWidget(label(f"{each}。", "near", wrap=True))
        box.addWidget(note)
        box.addStretch(1)
        put_in(self._area, ground)
        self._ground = ground

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.case is not None and self._world is not None and self._tight != self._is_tight():
            self.show_case(self._world, self.case)

    def _is_tight(self) -> bool:
        return self._area.viewport().width() < theme.px(ROOM)

    def texts(self) -> str:
        """Everything that is written here, for finding."""
        return "\n".join(each.text() for each in self._ground.findChildren(QLabel))

    # ---- pieces

    def _head(self, box: QVBoxLayout, world: World, case: Case) -> None:
        snapshot, fit = world.snapshot, case.fit
        name = names.person_name(snapshot, fit.person)
        age = names.age(snapshot, fit.person, world.as_of)
        words = QVBoxLayout()
        words.setSpacing(1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(name, "name"))
        first.addWidget(label(f"{age} 岁" if age is not None else "年龄待核", "note"))
        card = link("卡片", self._on_person, "打开干部卡片")
        first.addWidget(card)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(Elided(names.position_text(snapshot, fit.person) or "职务待核", "cell"))
        people = snapshot.people
        level = people.raw("level")[fit.person] or people.raw("grade")[fit.person] or "层次待核"
        target = names.post_name(snapshot, fit.post)
        words.addWidget(Elided(f"{level} → {target}", "note"))
        score: QVBoxLayout | QHBoxLayout = QHBoxLayout() if self._tight else QVBoxLayout()
        score.setSpacing(theme.px(6) if self._tight else 0)
        figure = label(score_text(fit.score_low, fit.score_high), "figure")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        score.addWidget(figure)
        score.addWidget(label("满分 100", "note"), 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Avatar(name[:1]))
        row.addLayout(words, 1)
        box.addLayout(row)
        if self._tight:
            score.addStretch(1)
            box.addLayout(score)
        else:
            row.addLayout(score)

    def _near(self, box: QVBoxLayout, world: World, case: Case) -> None:
        """Say in one line how the pair stands; a near miss with its month."""
        lacking = [each for each in case.reasons if each.answer is False and each.month is not None]
        barring = [each for each in case.reasons if each.answer is False and each.month is None]
        hard = [each for each in barring if each.severity == "forbid"]
        soft = [each for each in lacking if each.severity == "forbid"]
        if case.fit.eligible:
            kind, words = "green", "符合任职资格"
        elif case.fit.eligible is None:
            kind, words = "unknown", "有资格条件待核，不能判定"
        elif soft and not hard:
            month = max(each.month or 0 for each in soft)
            kind = "yellow"
            words = f"还差 {month - world.as_of} 个月，{names.month(month)} 符合"
        else:
            kind, words = "red", f"有 {len(hard) or 1} 项资格不符合"
        ground = QFrame()
        tint = theme.verdict(kind).tint.name()
        ground.setObjectName("standing")
        ground.setStyleSheet(f"#standing {{ background: {tint}; border-radius: 6px; }}")
        row = QHBoxLayout(ground)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(MarkLabel(kind, words, 14))
        row.addStretch(1)
        box.addWidget(ground)

    def _reasons(self, box: QVBoxLayout, case: Case) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(label("任职资格", "note"), 0, 0, 1, 2)
        for column, words in () if self._tight else ((2, "要求"), (3, "现有")):
            grid.addWidget(label(words, "note"), 0, column, Qt.AlignmentFlag.AlignRight)
        line = 1
        for each in merged(case.reasons):
            line = self._reason(grid, line, each)
        if not case.reasons:
            words = "平级或向下安排，不涉及提拔任职资格；未设岗位资格条件。"
            grid.addWidget(label(words, "note", wrap=True), 1, 0, 1, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 3)
        box.addLayout(grid)

    def _reason(self, grid: QGridLayout, line: int, reason: Reason) -> int:
        kind = "green" if reason.answer else "unknown" if reason.answer is None else "red"
        if reason.answer is False and (reason.month is not None or reason.severity != "forbid"):
            kind = "yellow"
        mark = MarkLabel(kind, "", 13)
        tip = "\n".join(
            filter(
                None,
                (reason.full or reason.title, reason.evidence, reason.article, confirmed(reason)),
            )
        )
        top = Qt.AlignmentFlag.AlignTop
        title = label(reason.title, "cell", wrap=True)
        title.setAlignment(top)
        words = reason.need.replace(">=", "≥").replace("<=", "≤")
        mark.setToolTip(tip)
        grid.addWidget(mark, line, 0, top)
        if self._tight:
            both = label(f"要求 {words}　现有 {reason.have}", "cell2", wrap=True)
            for at, each in enumerate((title, both)):
                each.setToolTip(tip)
                grid.addWidget(each, line + at, 1, 1, 3)
            return line + 2
        need, have = label(words, "cell2", wrap=True), label(reason.have, "cell", wrap=True)
        for column, each in ((1, title), (2, need), (3, have)):
            each.setToolTip(tip)
            if column > 1:
                each.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            grid.addWidget(each, line, column)
        return line + 1

    def _parts(self, box: QVBoxLayout, case: Case) -> None:
        box.addWidget(hairline())
        total = sum(part.points for part in case.fit.parts) or 1.0
        head = QHBoxLayout()
        head.addWidget(label("岗位画像计分", "note"))
        count = Elided(f"共 {len(case.fit.parts)} 项，按 100 分折算", "note")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(count, 1)
        box.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for number, part in enumerate(case.fit.parts):
            self._part(grid, number, part, 100.0 / total)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        if not case.fit.parts:
            grid.addWidget(label("这个岗位没有画像，也没有通用权重。", "note"), 0, 0)
        box.addLayout(grid)

    def _part(self, grid: QGridLayout, number: int, part: PartOfFit, scale: float) -> None:
        name = Elided(part.condition, "cell")
        have = Elided(have_of(part), "cell2")
        have.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        got = score_text(part.got_low * scale, part.got_high * scale)
        points = label(f"{got} / {part.points * scale:.0f}", "strong")
        points.setAlignment(Qt.AlignmentFlag.AlignRight)
        bar = StackedBar(6)
        bar.show_parts([(part.got_low, TONES[number % len(TONES)], "")], part.points)
        tip = f"{part.condition}\n要求：{part.need}\n现有：{part.have}"
        for each in (name, have, points, bar):
            each.setToolTip(tip)
        grid.addWidget(name, 2 * number, 0)
        grid.addWidget(have, 2 * number, 1)
        grid.addWidget(points, 2 * number, 2)
        grid.addWidget(bar, 2 * number + 1, 0, 1, 3)

    def _effects(self, box: QVBoxLayout, world: World, case: Case) -> None:
        box.addWidget(hairline())
        team = short_team(world.snapshot.teams.raw("name")[case.team])
        head = QHBoxLayout()
        head.setSpacing(6)
        open_team = link("结构效应", self._on_team, "打开这个班子的研判分析")
        head.addWidget(open_team)
        if case.before is None or case.after is None:
            head.addWidget(Elided(f"{team}：未配置模型，不计算", "note"), 1)
            box.addLayout(head)
            return
        head.addWidget(Elided(f"{team} {case.before:.1f} → {case.after:.1f}", "note"), 1)
        change = names.signed(case.after - case.before)
        role = (
            "good" if case.after > case.before else "error" if case.after < case.before else "note"
        )
        figure = label(change, role)
        head.addWidget(figure)
        box.addLayout(head)
        for effect in case.effects:
            box.addLayout(self._effect(effect))
        if not case.effects:
            box.addWidget(label("各项结构要求不变。", "note"))

    def _effect(self, effect: Effect) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(MarkLabel(effect.before or "unknown", "", 12))
        row.addWidget(label("→", "note"))
        row.addWidget(MarkLabel(effect.after or "unknown", "", 12))
        row.addWidget(Elided(f"{effect.label}  {effect.was} → {effect.becomes}", "cell"), 1)
        role = "good" if effect.change > 0 else "error" if effect.change < 0 else "note"
        row.addWidget(label(names.signed(effect.change), role))
        return row

    def _on_person(self) -> None:
        if self.case is not None:
            self.person_asked.emit(self.case.fit.person)

    def _on_team(self) -> None:
        if self.case is not None:
            self.team_asked.emit(self.case.team)
