"""Above the reserve: how many are wanted and there, and the structure of the list as a whole."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadership_model.assessment.finding import VERDICT_WORDS
from ui.pages.assessment import development_work as work
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import MarkLabel, label, link


class ListQuotas(Card):
    """Each figure opens the people behind it: `opened` carries the request."""

    opened = Signal(object)
    adjusted = Signal()

    def __init__(self) -> None:
        super().__init__("职数比例和名单结构", "名单整体的结构要求，不作为对个人的条件")
        self.adjust = button("调整比例", self._on_adjust, icon="tune", kind="small")
        self.header.addWidget(self.adjust)
        self._holder = QWidget()
        self._flow = FlowLayout(gap=14)
        self._holder.setLayout(self._flow)
        self.body.addWidget(self._holder)
        self.basis = label("", "faint", wrap=True)
        self.body.addWidget(self.basis)

    def show_reserves(self, seen: work.Reserves) -> None:
        """Show the figures of another world."""
        self._flow.clear()
        for quota in seen.quotas:
            request = work.people(seen, quota.people, f"{quota.level}储备 {len(quota.people)} 人")
            made = link(work.quota_text(quota), partial(self._on_open, request))
            made.setToolTip(work.quota_tip(quota))
            self._flow.addWidget(made)
        for share in seen.shares:
            request = work.people(seen, share.people, f"{share.name} {share.low} 人", share.basis)
            made = link(work.share_text(share), partial(self._on_open, request))
            made.setToolTip(share.basis)
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            row.addWidget(MarkLabel(share.verdict, VERDICT_WORDS[share.verdict], 13))
            row.addWidget(made)
            self._flow.addWidget(pair)
        self.basis.setText(f"依据：{work.basis_text(seen)}")

    def _on_adjust(self) -> None:
        self.adjusted.emit()

    def _on_open(self, request: object) -> None:
        self.opened.emit(request)
