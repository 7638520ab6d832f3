"""The matrix: people by posts in the order of best fit, with the best assignment in it. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadership_model.matching import assignment
from leadership_model.matching.assignment import Assignment
from leadership_model.matching.fit import Fit, shown
from ui import names
from ui.jobs import Control
from ui.pages.matching.work import Ground, standing_words


@dataclass(frozen=True, slots=True)
class Pair:
    """One cell of the matrix. `chosen`: the best assignment takes it."""

    person: int
    post: int
    low: int
    high: int
    kind: str  # mark
    words: str
    chosen: bool = False

    def text(self) -> str:
        """The score as shown: a whole number or a range."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """People by posts, best fit first, with the best assignment and the greedy one."""

    people: tuple[int, ...]
    posts: tuple[int, ...]
    cells: tuple[tuple[Pair, ...], ...]
    best: Assignment
    greedy: Assignment

    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Give the pairs (person, post) of the best assignment."""
        return tuple((self.people[e.person], self.posts[e.post]) for e in self.best.pairs)

    def totals(self) -> str:
        """Say what the best assignment comes to beside the greedy one."""
        if not self.best.pairs:
            return "没有符合资格的人选，不作分配"
        best = f"最优合计 {span(self.best)}"
        return f"{best} · 逐个择优 {span(self.greedy)}{_differs(self.best, self.greedy)}"

    def told(self) -> str:
        """Say in full what the assignment is and what it leaves."""
        lines = [
            f"最优分配：{len(self.best.pairs)} 人任 {len(self.best.pairs)} 岗，"
            f"匹配度合计 {span(self.best)} 分。",
            f"逐个择优（每次取余下最高分）：{len(self.greedy.pairs)} 岗，"
            f"合计 {span(self.greedy)} 分。",
            "岗位先尽量配满，再少用待核的人选，再取合计最高；不符合资格的不分配。",
            "只按个人匹配度计算，不含班子结构，不代替组织研究。",
        ]
        if self.best.doubtful:
            lines.insert(1, f"其中 {self.best.doubtful} 人资格待核，以○标明。")
        if self.best.open:
            lines.insert(1, f"{len(self.best.open)} 个岗位没有余下的合格人选，空着。")
        return "\n".join(lines)


def span(found: Assignment) -> str:
    """Write the sum of scores, as a range where facts are lacking."""
    low = sum(shown(each.low) for each in found.pairs)
    high = sum(shown(each.high) for each in found.pairs)
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _differs(best: Assignment, greedy: Assignment) -> str:
    more = len(best.pairs) - len(greedy.pairs)
    return f"（少配 {more} 岗）" if more > 0 else ""


def matrix(
    ground: Ground, people: Sequence[int], posts: Sequence[int], control: Control | None = None
) -> Matrix:
    """Measure every pair and assign people to posts."""
    found = assignment.table(ground.scores, people, posts)
    rows, columns = (each.tolist() for each in assignment.fit_order(found))
    people, posts = [people[row] for row in rows], [posts[column] for column in columns]
    found = assignment.table(ground.scores, people, posts)
    best, greedy = assignment.best(found), assignment.greedy(found)
    chosen = {(each.person, each.post) for each in best.pairs}
    cells = []
    for row, person in enumerate(people):
        if control is not None:
            control.check()
        fits = ground.brief([(person, post) for post in posts])
        cells.append(
            tuple(
                _pair(ground, person, post, fits[at], (row, at) in chosen)
                for at, post in enumerate(posts)
            )
        )
    return Matrix(tuple(people), tuple(posts), tuple(cells), best, greedy)


def _pair(ground: Ground, person: int, post: int, fit: Fit, chosen: bool) -> Pair:
    found = ground.standing(fit)
    own = int(ground.world.seating.holder[post]) == person
    words = "现任此岗" if own else standing_words(found, ground.world.as_of)
    low, high = shown(fit.score_low), shown(fit.score_high)
    return Pair(person, post, low, high, found.kind, words, chosen)


def likely_posts(ground: Ground, post: int, most: int = 5) -> tuple[int, ...]:
    """Give a post and other vacant ones of the same level, for the matrix to begin with."""
    world = ground.world
    posts = world.snapshot.posts
    levels, vacant = posts.raw("level"), names.vacancies(world.seating).tolist()
    others = [each for each in vacant if each != post and levels[each] == levels[post]]
    team = int(posts.owners()[post])
    others.sort(key=lambda each: (int(posts.owners()[each]) != team, each))
    return (post, *others[: most - 1])
