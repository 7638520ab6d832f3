"""The effect of an unsaved change: a table whose rows open the teams and people concerned."""

from dataclasses import dataclass

from PySide6.QtCore import Signal

from leadership_model.assessment.finding import STATE_WORDS
from leadership_model.assessment.impact import Shift
from leadership_model.assessment.world import World
from leadership_model.matching.effect import Difference, Effect
from ui import names, theme
from ui.context import Context
from ui.navigation import OpenTeam, ShowPeople, ShowPosts, ShowTeams
from ui.pages.elements.element_work import Preview
from ui.tables.cell import Cell
from ui.tables.columns import Column
from ui.tables.view import TableView
from ui.widgets.card import Card
from ui.widgets.labels import label

MOST_TEAMS = 200  # rows of teams; the others are in the row of all


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One line: kind, title, what changes, a state, and the people, teams or posts behind it."""

    kind: str
    title: str
    text: str
    mark: str = ""
    people: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


def rows_of(preview: Preview) -> tuple[EffectRow, ...]:
    """Put an effect into rows: broken uses, people, teams, questions, posts."""
    made = [EffectRow("无法保存", "用处会失效", text, "red") for text in preview.broken]
    return (*made, *rows_of_effect(preview.effect, preview.after))


def rows_of_effect(effect: Effect, world: World) -> tuple[EffectRow, ...]:
    """Put an effect into rows; `world` is the one it leads to."""
    ids, teams = world.person_ids, world.snapshot.teams.ids
    made: list[EffectRow] = []
    made += [_element_row(each, ids) for each in effect.elements]
    moved = [each for each in effect.teams if each.moved]
    rest = [each for each in effect.teams if not each.moved]
    if moved:
        all_moved = tuple(teams[each.team] for each in moved)
        made.append(EffectRow("班子", "改变状态", f"{len(moved)} 个班子", teams=all_moved))
    if rest:
        scored = tuple(teams[each.team] for each in rest)
        made.append(EffectRow("班子", "得分变动，状态不变", f"{len(rest)} 个班子", teams=scored))
    order = sorted(effect.teams, key=lambda each: (not each.moved, -abs(each.gain or 0.0)))
    for shift in order[:MOST_TEAMS]:
        made.append(_team_row(world, shift))
    for each in effect.queries:
        words = f"{each.before} → {each.after} 人：增 {len(each.gained)}，减 {len(each.lost)}"
        words += f"，待核变动 {len(each.unsettled)}" if each.unsettled else ""
        people = (*each.gained, *each.lost, *each.unsettled)
        made.append(EffectRow("查询", each.title, words, people=tuple(ids[at] for at in people)))
    made += _post_rows(effect, world)
    return tuple(made)


def _element_row(each: Difference, ids: tuple[str, ...]) -> EffectRow:
    people = each.unsettled or each.gained
    words = f"{names.number(len(people))} 人的值改变" if people else "没有人的值改变"
    if each.gained:
        words = f"新要素，{names.number(len(people))} 人有值"
    return EffectRow("要素", each.title, words, people=tuple(ids[at] for at in people))


def _team_row(world: World, shift: Shift) -> EffectRow:
    snapshot = world.snapshot
    was, now = shift.before, shift.after
    words = f"{_score(was.score_low)} → {_score(now.score_low)} 分"
    if shift.moved:
        words = f"{STATE_WORDS[was.state]} → {STATE_WORDS[now.state]}，{words}"
    id = snapshot.teams.ids[shift.team]
    return EffectRow("班子", names.team_name(snapshot, shift.team), words, now.state, teams=(id,))


def _score(score: float | None) -> str:
    return "–" if score is None else f"{score:.0f}"


def _post_rows(effect: Effect, world: World) -> list[EffectRow]:
    ids, posts = world.person_ids, world.post_ids
    made = []
    for each in effect.posts:
        words = [f"{len(each.posts)} 个岗位"]
        if each.gained or each.lost:
            words.append(f"资格：增 {len(each.gained)} 人，减 {len(each.lost)} 人")
        if each.moved:
            words.append(f"{names.number(len(each.moved))} 人得分变动，最多 {each.most:+.0f} 分")
        people = tuple(dict.fromkeys((*each.gained, *each.lost, *each.moved)))
        made.append(
            EffectRow(
                "岗位",
                each.title,
                "；".join(words),
                people=tuple(ids[at] for at in people),
                posts=tuple(posts[at] for at in each.posts),
            )
        )
    return made


def summary(preview: Preview) -> str:
    """Say in one line what a change does."""
    if preview.broken:
        return f"有 {len(preview.broken)} 处用处会失效，不能保存"
    return words_of(preview.effect)


def words_of(effect: Effect) -> str:
    """Say in one line what an effect is."""
    if effect.empty:
        return "没有班子、查询或岗位的结果因此改变"
    parts = []
    if effect.teams:
        parts.append(f"{len(effect.teams)} 个班子得分变动，其中 {effect.states()} 个改变状态")
    if effect.queries:
        parts.append(f"{len(effect.queries)} 个查询结果改变")
    if effect.posts:
        count = sum(len(each.posts) for each in effect.posts)
        parts.append(f"{count} 个岗位的资格或得分改变")
    return "，".join(parts)


class EffectCard(Card):
    """Shows an effect; its rows open what they speak of."""

    opened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("保存后的影响", "正在计算…")
        self._context = context
        self._rows: tuple[EffectRow, ...] = ()
        self.table = TableView(context.settings, "elements.effect", opens="打开")
        self.told = label("", "strong", wrap=True)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.setMinimumHeight(theme.px(200))
        self.table.set_empty("check-circle-outline", "结果不变", "没有班子、查询或岗位因此改变。")
        self.table.opened.connect(self._on_open)
        self.table.activated_id.connect(self._on_open)

    def wait(self) -> None:
        """Say that the effect is being worked out."""
        self.set_note("正在计算…")
        self.told.setText("")

    def refuse(self) -> None:
        """Say that nothing is worked out for what is not sound."""
        self._rows = ()
        self.set_note("定义有误，改正后计算")
        self.told.setText("")
        self.table.show_rows(effect_columns(), (), ())

    def show_preview(self, preview: Preview) -> None:
        """Show another effect."""
        self._rows = rows_of(preview)
        self.set_note("双击或按 Enter 打开涉及的班子和干部")
        self.told.setText(f"{summary(preview)}。")
        ids = [str(at) for at in range(len(self._rows))]
        self.table.show_rows(effect_columns(), self._rows, ids)

    def rows(self) -> tuple[EffectRow, ...]:
        """The rows shown."""
        return self._rows

    def _on_open(self, id: object) -> None:
        row = self._rows[int(str(id))]
        title = f"{row.kind} {row.title}：{row.text}"
        if row.people:
            self._context.navigator.go(ShowPeople(row.people, title))
        elif row.posts:
            self._context.navigator.go(ShowPosts(row.posts, title))
        elif len(row.teams) == 1:
            self._context.navigator.go(OpenTeam(row.teams[0]))
        elif row.teams:
            self._context.navigator.go(ShowTeams(row.teams, title))


def effect_columns() -> tuple[Column, ...]:
    """Give the columns of an effect; items are `EffectRow`."""
    return (
        Column(id="kind", title="类别", cell=_kind, width=66, fixed=True),
        Column(id="title", title="名称", cell=_title, width=190, stretch=True),
        Column(id="text", title="变化", cell=_text, width=300, stretch=True),
    )


def _kind(row: EffectRow) -> Cell:
    return Cell(text=row.kind, tone="text2")


def _title(row: EffectRow) -> Cell:
    return Cell(text=row.title, mark=row.mark)


def _text(row: EffectRow) -> str:
    return row.text
