"""Why not somebody: the rules and conditions that bar, what is not known, score and rank. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui import names
from ui.pages.staffing.people import forbids, status_of, title, whole

if TYPE_CHECKING:
    from leadership_model.assessment.world import World
    from ui.jobs import Control


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """The answer to 为何不是某人: a headline and lines (mark, text).

    `notes`: which sensitive elements act on the answer, each with its legal basis.
    """

    person: str
    name: str
    mark: str
    headline: str
    lines: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def why_not(world: "World", person: int, post: int, control: "Control") -> WhyNot:
    """Explain how somebody stands to a post: what bars, what is not known, score and rank."""
    from leadership_model.matching import rank
    from leadership_model.matching.reasons import explain
    from leadership_model.matching.scores import Scores

    scores = Scores(world)
    control.check()
    fit = explain(scores, person, post)
    lines = [_why_line(world, each.rule, each.have, each.need, each.unknown) for each in fit.failed]
    lines.sort(key=lambda line: ("red", "unknown", "yellow").index(line[0]))
    low, high = whole(fit.score_low), whole(fit.score_high)
    words = f"匹配度 {low if low == high else f'{low}～{high}'}"
    control.check()
    ranking = rank.rank_people(scores, post)
    found = [at for at, item in enumerate(ranking.items.tolist()) if item == person]
    if found:
        group = {2: "符合者", 1: "待核者", 0: "不符合者"}[int(ranking.eligible[found[0]])]
        words += f"，在{group}中排第 {int(ranking.rank[found[0]])}"
    if fit.structure_delta is not None:
        words += f"；班子结构 {names.signed(fit.structure_delta)}"
    lines.append(("green" if fit.eligible else "unknown", words))
    name = names.person_name(world.snapshot, person)
    mark, status = status_of(world, fit)
    headline = {"green": "符合条件", "unknown": "有待核事项"}.get(mark, "不在候选之列")
    if mark == "yellow":
        headline = f"暂不符合：{status}"
    return WhyNot(
        person=world.person_ids[person],
        name=name,
        mark=mark,
        headline=f"{name} {headline}",
        lines=tuple(lines),
        notes=scores.sensitive_of((post,)),
    )


def _why_line(world: "World", rule: str, have: str, need: str, unknown: bool) -> tuple[str, str]:
    article = f"（{world.book[rule].article}）" if rule in world.book else "（岗位资格条件）"
    if unknown:
        return "unknown", f"{title(world, rule)}：{have or '资料缺失'}，待核{article}"
    mark = "red" if forbids(world, rule) else "yellow"
    return mark, f"{title(world, rule)}：{have}，要求{need}{article}"


def people_named(world: "World", text: str) -> tuple[int, ...]:
    """Find people by name or by the initials of its pinyin, in office first; at most twelve."""
    from ui.tables import pinyin

    wanted = text.strip()
    if not wanted:
        return ()
    raw: Sequence[str | None] = world.snapshot.people.raw("name")
    status = world.snapshot.people.texts("status").mask("在职")
    found = [at for at, name in enumerate(raw) if name == wanted]
    if not found:
        found = [at for at, name in enumerate(raw) if name and wanted in name]
    if not found and wanted.isascii():
        small = wanted.lower()
        spelt = ((at, pinyin.searchable(name)) for at, name in enumerate(raw) if name)
        found = [at for at, (one, other) in spelt if small in one or small in other]
    found.sort(key=lambda at: not status[at])
    return tuple(found[:12])
