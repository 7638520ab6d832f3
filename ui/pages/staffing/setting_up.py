"""Before a run: 求解设置, a county's four teams onto the board, the pool out of a saved query."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import names
from ui.pages.staffing import view_actions as actions
from ui.pages.staffing.solve_options import (
    EVERYBODY,
    KEPT,
    QUERY,
    WAITING,
    Entry,
    OptionsDialog,
)

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from leadership_model.store.nouns import SavedQuery
    from ui.jobs import Control
    from ui.loading import Engine
    from ui.pages.staffing.page import StaffingPage

FOUR = ("党委", "人大", "政府", "政协")


class SettingUp(QObject):
    """Asks what a run is to be, and keeps it with the plan."""

    def __init__(self, page: "StaffingPage") -> None:
        super().__init__(page)
        self._page = page
        self._label, self._begins = "", False
        self.options = page.command(actions.OPTIONS, self._on_options, button=False)
        self.four = page.command(actions.FOUR, self._on_four, button=False)
        page.menus.add("solve", self.options)
        page.menus.add("solve", self.four, apart=True)

    def follow(self) -> None:
        """Enable what can be done now."""
        situation = self._page.plan.situation
        self.options.setEnabled(situation is not None and bool(situation.teams))
        self.four.setEnabled(situation is not None)

    # ---- the dialog

    def _on_options(self) -> None:
        page = self._page
        if page.workspace.loaded.engine is None:
            self._show(())
        else:
            page.jobs.read(
                partial(_saved, page.workspace.loaded.engine), "staffing.saved", self._show
            )

    def _show(self, queries: "tuple[SavedQuery, ...]") -> None:
        page, plan = self._page, self._page.plan
        situation = plan.situation
        if situation is None:
            return
        snapshot, holder = situation.base.snapshot, situation.world.seating.holder
        teams = [
            Entry(
                snapshot.teams.ids[team],
                names.team_name(snapshot, team),
                sum(int(holder[post]) == -1 for post in situation.world.seating.seats(team)),
            )
            for team in situation.teams
        ]
        pools = [(EVERYBODY, "全部在职干部")]
        if plan.choices.pool:
            words = f"候选池：{plan.choices.pool_title}（{len(plan.choices.pool)} 人）"
            pools.append((KEPT, words))
        if situation.folded.bench:
            pools.append((WAITING, f"待安排的 {len(situation.folded.bench)} 人"))
        pools += [(f"{QUERY}{each.sentence}", f"已存查询：{each.label}") for each in queries]
        dialog = OptionsDialog(page.context.settings, plan.choices, teams, pools, page.window())
        if page.ask.show(dialog):
            self._keep(dialog, {f"{QUERY}{each.sentence}": each.label for each in queries})

    def _keep(self, dialog: OptionsDialog, labels: dict[str, str]) -> None:
        page, choices, pool = self._page, dialog.choices(), dialog.pool()
        self._begins = dialog.begins
        situation = page.plan.situation
        assert situation is not None
        if pool == EVERYBODY:
            choices = replace(choices, pool=(), pool_title="")
        elif pool == WAITING:
            ids = tuple(situation.base.person_ids[each] for each in situation.folded.bench)
            choices = replace(choices, pool=ids, pool_title="待安排")
        page.plan.choose(choices)
        page.offers.show_areas()
        if pool.startswith(QUERY):
            self._label = labels[pool]
            work = partial(_people_of, situation.base, pool.removeprefix(QUERY))
            page.jobs.read(work, "staffing.pool", self._on_pool, title="正在查候选人")
        else:
            self._go_on()

    def _on_pool(self, ids: tuple[str, ...]) -> None:
        page = self._page
        if page.plan.draft is None:
            return
        if not ids:
            page.ask.inform(f"查询“{self._label}”目前没有查到人，候选人范围没有改变。")
            return
        page.plan.choose(replace(page.plan.choices, pool=ids, pool_title=self._label))
        page.offers.show_areas()
        page.context.say(f"候选池已换成“{self._label}”，共 {len(ids)} 人。")
        self._go_on()

    def _go_on(self) -> None:
        if self._begins:
            self._page.trial.begin()
        else:
            self._page.context.say("求解设置已保存。")

    # ---- four teams

    def _on_four(self) -> None:
        from leadership_model.staffing.draft import with_teams

        page = self._page
        found = _fours(page.workspace.world)
        if not found:
            page.ask.inform("库中没有登记县（市、区）四套班子，请在“单位与班子”中注明班子的类型。")
            return
        area = page.ask.choose(
            "加入四套班子", "选一个县（市、区）", [(area, area) for area in found]
        )
        if area is not None:
            page.plan.choose(with_teams(page.plan.choices, *found[area]))
            page.offers.show_areas()


def _saved(engine: "Engine", _control: "Control") -> "tuple[SavedQuery, ...]":
    from leadership_model.store import load

    return load.saved_queries(engine)


def _people_of(world: "World", sentence: str, control: "Control") -> tuple[str, ...]:
    from leadership_model.conditions.sentence import parse
    from leadership_model.query.ask import ask

    control.check()
    found = ask(world, parse(sentence, world.catalogue))
    return tuple(world.person_ids[int(at)] for at in found.positions)


def _fours(world: "World") -> dict[str, tuple[str, ...]]:
    """Give the four teams of every area that has at least two of them."""
    table = world.snapshot.teams
    areas, places = table.raw("area"), table.raw("place")
    found: dict[str, dict[str, str]] = {}
    for team, (area, place) in enumerate(zip(areas, places, strict=True)):
        if area and place in FOUR:
            found.setdefault(area, {}).setdefault(place, table.ids[team])
    return {
        area: tuple(teams[place] for place in FOUR if place in teams)
        for area, teams in found.items()
        if len(teams) > 1
    }
