"""单位与班子: units as a tree, teams with their terms, quotas and seats."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leadership_model.people import area_tree, seat_order
from leadership_model.people.team import Team
from leadership_model.people.unit import Unit
from ui import names
from ui.navigation import OpenTeam, ShowModel, ShowPeople
from ui.pages.elements import seat_work as work
from ui.pages.elements import unit_edits as edits
from ui.pages.elements.seat_columns import TeamColumns
from ui.pages.elements.seats import GONE, SeatSection
from ui.pages.elements.unit_columns import UnitColumns, retired_columns
from ui.pages.elements.unit_panel import small
from ui.tables.columns import Column
from ui.widgets.lists import ListItem


class TeamsSection(SeatSection):
    """Teams and units. `post_wanted` carries the id of a team that gets a new post."""

    post_wanted = Signal(object)

    heading, searched = "单位与班子", "班子名、单位名、拼音"

    def kinds(self) -> Sequence[tuple[str, str]]:
        return (("team", "班子"), ("unit", "单位"), (GONE, "已停用"))

    def columns(self) -> tuple[Column, ...]:
        if self._kind == GONE:
            return retired_columns()
        maker = TeamColumns if self._kind == "team" else UnitColumns
        return maker(self.context.workspace).all()

    def in_order(self) -> list[int]:
        import numpy as np

        if self._kind == "unit":
            return [each.unit for each in area_tree.unit_tree(self.context.workspace.snapshot)]
        order = np.argsort(self.records().ints("order"), kind="stable")
        return [int(at) for at in order]

    def retired_records(self) -> dict[str, Any]:
        return work.retired(self.context.workspace.snapshot, "team")

    def tools(self) -> Sequence[QWidget]:
        self.new_unit = small("新建单位", self._on_new_unit, "office-building-plus-outline",
                              "在所选单位旁或所选地区下新建（列表中按 Insert）")  # fmt: skip
        self.new_team = small("新建班子", self._on_new_team, "plus",
                              "给所选单位新建班子（列表中按 Insert）")  # fmt: skip
        self.terms = small("届期…", self._on_terms, "calendar-range",
                           "一个地区的几套班子一起设置届期")  # fmt: skip
        self.categories = small("类别…", self._on_categories, "shape-outline",
                                "新增、改名、停用类别和子类，在“模型定制”中")  # fmt: skip
        return (self.new_unit, self.new_team, self.terms, self.categories)

    def buttons(self) -> Sequence[QWidget]:
        self._assess = small("打开研判", self._on_assess, "radar")
        self._people = small("查看人员", self._on_people, "account-outline")
        self._team = small("建班子", self._on_new_team, "plus")
        self._post = small("新建岗位", self._on_new_post, "plus")
        self._retire = small("停用", self._on_retire, "archive-outline")
        self._restore = small("恢复使用", self._on_restore, "restore")
        self._delete = small("删除", self._on_delete, "delete-outline")
        return (self._assess, self._people, self._team, self._post, self._retire,
                self._restore, self._delete)  # fmt: skip

    def arrange_buttons(self) -> None:
        record, gone = self.form.before, self._kind == GONE
        retired = gone or (isinstance(record, Unit) and bool(record.retired))
        self._assess.setVisible(self._kind == "team")
        self._people.setVisible(not gone)
        self._team.setVisible(self._kind == "unit")
        self._post.setVisible(self._kind == "team")
        self._retire.setVisible(not retired)
        self._restore.setVisible(retired)
        self.listing.set_movable(self._kind == "team")

    def show_empty(self) -> None:
        words = {
            "team": ("还没有班子", "先建单位，再建班子。", "新建班子", self._on_new_team),
            "unit": ("还没有单位", "单位是地区、机关或乡镇。", "新建单位", self._on_new_unit),
        }  # fmt: skip
        if self._kind == GONE and not self._retired:
            self.say_empty("archive-outline", "没有停用的班子", "停用的班子在这里查阅和恢复。")
        elif self._kind in words and not len(self.records()):
            title, text, word, slot = words[self._kind]
            self.say_empty("sitemap-outline", title, text, word, slot)
        else:
            super().show_empty()

    def listed_items(self, position: int) -> tuple[str, Sequence[ListItem]]:
        snapshot = self.context.workspace.snapshot
        if self._kind == "unit":
            own = snapshot.teams.ints("unit") == position
            rows = [
                ListItem(id=snapshot.teams.ids[at], title=names.team_name(snapshot, at),
                         icon="sitemap-outline")
                for at in range(len(own)) if own[at]
            ]  # fmt: skip
            people = int((snapshot.people.ints("unit") == position).sum())
            return f"班子 {len(rows)} · 人员 {people}", rows
        items = work.seats_of(self.context.workspace, position)
        vacant = sum(item.mark == "yellow" for item in items)
        gap = f" · 空缺 {vacant}" if vacant else ""
        return f"岗位 {len(items)}{gap}", items

    def refresh_survey(self) -> None:
        if self._kind == "team":  # the others show no state
            self._show_rows()

    # ---- making, retiring

    def begin_new(self) -> None:
        if self._kind == "unit":
            self._on_new_unit()
        else:
            self._on_new_team()

    def _on_new_unit(self) -> None:
        beside = self.form.before if self._kind == "unit" and not self.form.fresh else None
        self.turn_kind("unit")
        self.begin(work.new_unit(self.context.workspace.snapshot, beside))

    def _on_new_team(self) -> None:
        unit = self._unit()
        self.turn_kind("team")
        self.begin(work.new_team(self.context.workspace.snapshot, unit))

    def _unit(self) -> Unit | None:
        """Give the unit chosen, or that of the team chosen."""
        record, units = self.form.before, self.context.workspace.snapshot["unit"]
        if isinstance(record, Unit) and record.id in units.positions:
            return record
        at = units.positions.get(record.unit or "") if isinstance(record, Team) else None
        return None if at is None else units.record(at)

    def _on_new_post(self) -> None:
        self.post_wanted.emit(self._current)

    def _on_terms(self) -> None:
        from ui.pages.elements.team_terms import TermsDialog

        teams = tuple(self.context.workspace.snapshot.teams.records())
        record = self.form.before
        dialog = TermsDialog(teams, (record.area if record is not None else "") or "", self)
        pairs = None
        if self.context.ask.show(dialog):
            pairs = dialog.pairs()
        if pairs:
            words = f"设置 {len(pairs)} 个班子的届期"
            edits.write_pairs(self.context, self.initiator, pairs, words)

    def _on_retire(self) -> None:
        edits.retire(self.context, self.initiator, self.form.before)

    def _on_restore(self) -> None:
        edits.restore(self.context, self.initiator, self.form.before)

    def _on_delete(self) -> None:
        edits.delete(self.context, self.initiator, self.form.before)

    def _on_moved(self, row: object, to: object) -> None:
        position = self.current_position()
        if position is None or self._kind != "team":
            return
        posts = self.context.workspace.snapshot.posts
        records = [posts.record(at) for at in posts.of(position)]
        pairs = seat_order.moved(records, int(str(row)), int(str(to)))
        edits.write_pairs(self.context, self.initiator, pairs,
                          f"调整岗位 {records[int(str(row))].name} 的次序")  # fmt: skip

    # ---- going elsewhere

    def _on_opened(self, id: object) -> None:
        if self._kind == "team":
            self.context.navigator.go(OpenTeam(str(id)))
        elif self._kind == "unit":
            self._show(str(id))
            self._on_people()

    def _on_listed(self, id: object) -> None:
        if self._kind == "unit":
            self.turn_kind("team")
            self.show_id(str(id))
            return
        edits.open_holder(self.context, str(id))

    def _on_categories(self) -> None:
        record = self.form.before
        category = record.category if isinstance(record, Team) else None
        self.context.navigator.go(ShowModel("", category or ""))

    def _on_assess(self) -> None:
        self.context.navigator.go(OpenTeam(self._current))

    def _on_people(self) -> None:
        position = self.current_position()
        if position is None:
            return
        workspace = self.context.workspace
        if self._kind == "team":
            held = workspace.world.seating.members(position)
            ids = tuple(workspace.snapshot.people.ids[at] for at in held.tolist() if at >= 0)
        else:
            own = workspace.snapshot.people.ints("unit") == position
            every = workspace.snapshot.people.ids
            ids = tuple(every[at] for at in range(len(every)) if own[at])
        self.context.navigator.go(ShowPeople(ids, f"{self.form.before.name}的人员"))
