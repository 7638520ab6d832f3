"""求解设置: which teams, how, from whom, how much may move, how many plans; kept with the plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from leadership_model.staffing.draft import SHARES, Choices
from ui import theme
from ui.pages.staffing.bar import WEIGHTS
from ui.pages.staffing.weight import WeightBar
from ui.settings import Settings
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.dialog import Dialog
from ui.widgets.labels import label
from ui.widgets.segments import Segments

COLUMNS = (
    Column(
        id="name",
        title="班子（勾选的参加求解）",
        cell=lambda each: each.name,
        width=180,
        stretch=True,
        fixed=True,
    ),
    Column(
        id="vacant",
        title="空缺",
        width=64,
        align="right",
        cell=lambda each: str(each.vacant) if each.vacant else "",
    ),
)
EVERYBODY, KEPT, WAITING, QUERY = "all", "kept", "waiting", "query:"
SHARE_WORDS = {"1/3": "1/3 成员", "1/2": "1/2 成员", "1": "不限"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A team of the board."""

    id: str
    name: str
    vacant: int


class OptionsDialog(Dialog):
    """Accepts choices; `pool` says where the candidates come from, `begins` whether to run now."""

    def __init__(
        self,
        settings: Settings,
        choices: Choices,
        teams: Sequence[Entry],
        pools: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("求解设置", parent, width=860)
        self._choices, self.begins = choices, False
        self.teams = TableView(settings, "staffing.solve", checks=True, opens="")
        self.teams.setMinimumHeight(self.room(220))
        ids = [each.id for each in teams]
        self.teams.show_rows(COLUMNS, list(teams), ids)
        kept = [id for id in ids if not choices.only or id in choices.only]
        self.teams.rows.set_checked(kept, True)
        self.mode = Segments((("fill", "补缺"), ("rearrange", "重排")))
        self.mode.set_current("rearrange" if choices.rearrange else "fill")
        self.people = QComboBox()
        for id, words in pools:
            self.people.addItem(words, id)
        self.people.setCurrentIndex(max(0, self.people.findData(KEPT if choices.pool else "all")))
        self.doubtful = _check("待核人员一并考虑（结果中标明）", choices.include_unknown)
        self.kin = _check("未经确认的亲属关系不回避", choices.unconfirmed_kin)
        self.caution = _check(
            "宁缺毋滥：先不增加不达标，再补空缺（只用于单个班子）", choices.caution
        )
        self.moves = _spin(0, 999, choices.most_moves or 0, "不限", " 人")
        self.in_team = _spin(0, 99, choices.most_in_team or 0, "不限", " 人")
        self.share = QComboBox()
        for each in SHARES:
            self.share.addItem(SHARE_WORDS[each], each)
        self.share.setCurrentIndex(self.share.findData(choices.most_changed))
        self.bars = tuple(WeightBar(word, tip) for word, tip in WEIGHTS)
        for bar, value in zip(self.bars, choices.weights, strict=True):
            bar.show_value(round(value))
        self.further = _spin(0, 10, choices.further, "不求", " 个")
        self.apart = _spin(1, 50, choices.apart, "", "")
        self.unit = QComboBox()
        self.unit.addItem("人", "people")
        self.unit.addItem("处人岗安排", "assignments")
        self.unit.setCurrentIndex(self.unit.findData(choices.unit))
        self.seconds = _spin(1, 3600, choices.seconds, "", " 秒")
        self._build()
        self.add_cancel()
        self.add_button("保存设置", self._on_save)
        self.add_button("开始求解", self._on_begin, kind="primary", default=True)

    def _build(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(theme.px(8))
        rows: tuple[tuple[str, QWidget], ...] = (
            ("方式", self.mode),
            ("候选人范围", self.people),
            ("总共最多调整", self.moves),
            ("每个班子最多", self.in_team),
            ("每个班子调出", self.share),
            ("目标权重", _row(*self.bars)),
            ("备选方案", _row(self.further, label("至少相差", "cell2"), self.apart, self.unit)),
            ("求解时间", self.seconds),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            form.addRow(label(words, "cell2"), field)
        for each in (self.doubtful, self.kin, self.caution):
            form.addRow("", each)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.teams, 4)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addStretch(1)
        row.addLayout(right, 5)
        self.body.addLayout(row, 1)
        words = "补缺不动所选班子的现任成员；重排可以调整未固定的现任成员。结果只作建议。"
        self.body.addWidget(label(words, "note", wrap=True))

    def pool(self) -> str:
        """Where candidates come from: all, kept, waiting, or query: and a sentence."""
        return str(self.people.currentData())

    def choices(self) -> Choices:
        """The choices as set here; the pool is not among them."""
        ticked = self.teams.checked_ids()
        every = len(ticked) == len(self.teams.rows.shown_ids())
        return replace(
            self._choices,
            only=() if every else tuple(ticked),
            rearrange=self.mode.current() == "rearrange",
            include_unknown=self.doubtful.isChecked(),
            unconfirmed_kin=self.kin.isChecked(),
            caution=self.caution.isChecked(),
            most_moves=self.moves.value() or None,
            most_in_team=self.in_team.value() or None,
            most_changed=str(self.share.currentData()),
            weights=_three([float(bar.value()) for bar in self.bars]),
            further=self.further.value(),
            apart=self.apart.value(),
            unit="assignments" if self.unit.currentData() == "assignments" else "people",
            seconds=self.seconds.value(),
        )

    def _right(self) -> bool:
        if not self.teams.checked_ids():
            self.refuse("请至少勾选一个班子。")
        elif not any(bar.value() for bar in self.bars):
            self.refuse("三个权重不能全为 0，请至少保留一个。")
        else:
            return True
        return False

    def _on_save(self) -> None:
        if self._right():
            self.accept()

    def _on_begin(self) -> None:
        if self._right():
            self.begins = True
            self.accept()


def _three(values: list[float]) -> tuple[float, float, float]:
    first, second, third = values
    return first, second, third


def _check(words: str, on: bool) -> QCheckBox:
    made = QCheckBox(words)
    made.setChecked(on)
    return made


def _spin(least: int, most: int, value: int, none: str, unit: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    made.setSuffix(unit)
    made.setFixedWidth(theme.px(96))
    if none:
        made.setSpecialValueText(none)
    return made


def _row(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    for each in parts:
        row.addWidget(each)
    row.addStretch(1)
    return made
