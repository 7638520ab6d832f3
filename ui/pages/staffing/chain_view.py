"""连锁空缺: the seats a plan leaves open, and the fewest further moves that close them."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import names, theme
from ui.context import Context
from ui.pages.staffing.compare_rows import post_words
from ui.pages.staffing.plan import Plan
from ui.widgets.buttons import button
from ui.widgets.dialog import Dialog
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import label
from ui.widgets.lists import ListItem, TwoLineList

if TYPE_CHECKING:
    from leadership_model.staffing.chain import Closing
    from leadership_model.staffing.conflict import Conflict
    from leadership_model.staffing.situation import Situation
    from ui.jobs import Control

KEY = "staffing.chain"
UNREGISTERED = "层次未登记"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found for which seats, levels and moves."""

    situation: "Situation"
    closing: "Closing"
    conflicts: "tuple[Conflict, ...]"


def propose(
    situation: "Situation", opened: tuple[int, ...], levels: frozenset[str], control: "Control"
) -> Proposal:
    """Work out the fewest further moves; what does not stand its test is never shown."""
    from leadership_model.staffing import chain
    from leadership_model.staffing.chain_search import against

    control.check()
    found = chain.close(situation, opened, levels)
    wrong = chain.verify(situation, opened, levels, found)
    if wrong:
        raise RuntimeError(f"a closing of chains is wrong: {'; '.join(wrong)}")
    asked = against(situation.world.seating, situation.world, found.links)
    return Proposal(situation, found, tuple(each for each in asked if each.blocks))


class ChainDialog(Dialog):
    """Open seats at the left with the levels that count, proposed moves at the right."""

    def __init__(self, context: Context, plan: Plan, parent: QWidget | None) -> None:
        super().__init__("连锁空缺", parent, width=980)
        self._context, self._plan = context, plan
        self._opened: tuple[int, ...] = ()
        self._proposal: Proposal | None = None
        self.levels: dict[str, QCheckBox] = {}
        self.open_list, self.links = TwoLineList(), TwoLineList()
        self.solve = button("求最少的后续调整", self._on_solve, icon="link-variant", kind="primary")
        self.one = button("采用这一步", self._on_one, icon="check")
        self.all = button("全部采用", self._on_all, icon="check-all")
        self._note = label("", "note", wrap=True)
        self._count = label("", "section")
        self._build()
        self._plan.changed.connect(self._on_plan_changed)
        self._show_open(first=True)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self._boxes = QWidget()
        flow = FlowLayout(self._boxes, gap=theme.px(10))
        flow.addWidget(label("要补齐的职务层次", "note"))
        for level in self._levels():
            box = QCheckBox(level or UNREGISTERED)
            box.setObjectName(level)
            box.toggled.connect(self._on_level)
            self.levels[level] = box
            flow.addWidget(box)
        left.addWidget(self._count)
        left.addWidget(self.open_list, 1)
        right.addWidget(label("后续调整建议", "section"))
        right.addWidget(self.links, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.one)
        foot.addWidget(self.all)
        foot.addStretch(1)
        right.addLayout(foot)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(14))
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        above = QHBoxLayout()
        above.addWidget(self._boxes, 1)
        above.addWidget(self.solve)
        self.body.addLayout(above)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self._note)
        for each in (self.open_list, self.links):
            each.setMinimumHeight(self.room(330))
        self.links.chosen.connect(self._on_link)
        self.add_button("关闭", self.accept)

    def _levels(self) -> tuple[str, ...]:
        """List the levels of all posts, the highest first; those without one last."""
        from leadership_model.people.codes import ranks

        raw = self._context.workspace.snapshot.posts.raw("level")
        order = ranks("levels")
        found = {level or "" for level in raw}
        return tuple(sorted(found, key=lambda level: -order.get(level, -1)))

    # ---- what is open

    def _show_open(self, *, first: bool = False) -> None:
        from leadership_model.staffing.chain import open_posts

        situation = self._plan.situation
        assert situation is not None
        self._opened = open_posts(situation)
        posts = situation.base.snapshot.posts
        if first:
            there = {posts.raw("level")[post] or "" for post in self._opened}
            for level, box in self.levels.items():
                box.blockSignals(True)
                box.setChecked(level in there)
                box.blockSignals(False)
        self.open_list.show_items([self._item(situation, post) for post in self._opened])
        counted = len(self._counted())
        self._count.setText(f"空缺岗位 {len(self._opened)}，其中要补齐 {counted}")
        self.solve.setEnabled(bool(counted) and not self._plan.locked)
        self._show_links()

    def _item(self, situation: "Situation", post: int) -> ListItem:
        snapshot = situation.base.snapshot
        fresh = post in situation.folded.vacancies
        here = int(snapshot.posts.owners()[post]) in situation.teams
        where = "" if here else " · 画板外"
        return ListItem(
            id=str(post),
            title=post_words(snapshot, post),
            note=("本方案调整后空出" if fresh else "原有空缺") + where,
            right=snapshot.posts.raw("level")[post] or UNREGISTERED,
            mark="yellow" if post in self._counted() else "unknown",
        )

    def _counted(self) -> tuple[int, ...]:
        from leadership_model.staffing.chain import at_levels

        situation = self._plan.situation
        assert situation is not None
        return at_levels(situation.world.seating, self._opened, self.chosen_levels())

    def chosen_levels(self) -> frozenset[str]:
        """Give the levels that count."""
        return frozenset(level for level, box in self.levels.items() if box.isChecked())

    def _on_level(self) -> None:
        self._proposal = None
        self._note.setText("")
        self._show_open()

    def _on_plan_changed(self) -> None:
        if self._plan.situation is not None:
            self._proposal = None
            self._show_open()

    # ---- what is proposed

    def _on_solve(self) -> None:
        situation = self._plan.situation
        assert situation is not None
        self.solve.setEnabled(False)
        self._note.setText("正在求最少的后续调整…")
        function = partial(propose, situation, self._opened, self.chosen_levels())
        self._context.jobs.read(function, KEY, self._on_found, title="正在求连锁补缺")

    def _on_found(self, found: Proposal) -> None:
        if found.situation is not self._plan.situation:
            return
        self._proposal = found
        self._show_open()
        self._note.setText(self._words(found.closing))

    def _words(self, found: "Closing") -> str:
        proof = "已证明步数最少" if found.proven else "未证明步数最少"
        words = f"{len(found.links)} 步调整后，所选层次再无空缺（{proof}）。"
        if found.left:
            situation = self._plan.situation
            assert situation is not None
            lines = []
            for post, refusals in found.left:
                grounds = "、".join(f"{ground} {count} 人" for ground, count in refusals if count)
                name = post_words(situation.base.snapshot, post)
                lines.append(f"{name}（{grounds or '其余人选都已用上'}）")
            words = (
                f"{len(found.links)} 步调整可补齐其余空缺（{proof}）；"
                f"无人可补：{'；'.join(lines)}。"
            )
        return f"{words}供研判参考，不代替民主推荐、考察和集体讨论决定。"

    def _show_links(self) -> None:
        found = () if self._proposal is None else self._proposal.closing.links
        situation = self._plan.situation
        assert situation is not None
        snapshot = situation.base.snapshot
        items = []
        for at, link in enumerate(found):
            asked = [each for each in self._conflicts() if each.move == at]
            opened = "、".join(post_words(snapshot, post) for post in link.opens)
            freed = "、".join(post_words(snapshot, post) for post in link.frees)
            note = f"空出 {opened}，由下一步补上" if opened else ""
            note = note or (f"空出 {freed}（不在所选层次）" if freed else "不再产生空缺")
            now = names.position_text(snapshot, link.person)
            note = f"现任{now} · {note}" if now else note
            posts = "、".join(post_words(snapshot, post) for post in link.posts)
            items.append(
                ListItem(
                    id=str(at),
                    title=f"{at + 1}. {names.person_name(snapshot, link.person)} → {posts}",
                    note=note,
                    right=f"匹配 {100 * link.fit:.0f}",
                    right_note=asked[0].standing if asked else "",
                    mark="yellow" if asked else "green",
                )
            )
        self.links.show_items(items)
        self.all.setEnabled(bool(found))
        self.one.setEnabled(bool(found))
        if found:
            self.links.choose("0")

    def _conflicts(self) -> "tuple[Conflict, ...]":
        return () if self._proposal is None else self._proposal.conflicts

    def _on_link(self, id: str) -> None:
        self.one.setEnabled(bool(id))

    def _on_one(self) -> None:
        if self._proposal is not None and self.links.current_id():
            at = int(self.links.current_id())
            self._adopt(self._proposal.closing.links[at : at + 1])

    def _on_all(self) -> None:
        if self._proposal is not None:
            self._adopt(self._proposal.closing.links)

    def _adopt(self, links: "tuple[object, ...]") -> None:
        """Take links into the plan as one step; whoever is to follow is found anew."""
        from leadership_model.staffing.chain_search import moves_of

        situation = self._plan.situation
        assert situation is not None
        stage = self._plan.choices.stage
        moves = moves_of(situation.world.seating, links, stage)  # type: ignore[arg-type]
        self._plan.make(moves, f"补连锁空缺（{len(moves)} 步）")
        self._note.setText(f"已采用 {len(moves)} 步，Ctrl+Z 可撤销；空缺已按新的方案重新列出。")
