"""What changed in the base under a plan, which moves it concerns, and how each may be rebased."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from leadership_model.people.seating import Seating
from leadership_model.staffing.ground import EMPTY, NOTHING_SEEN, OUTSIDE, Ground, holder_id, seen
from leadership_model.staffing.move import Move
from leadership_model.staffing.scenario import Scenario

Kind = Literal["person gone", "post gone", "left", "moved", "seat"]
Choice = Literal["keep", "drop", "adapt"]
CHOICE_WORDS: dict[Choice, str] = {"keep": "保留", "drop": "舍弃", "adapt": "改写"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One thing that is otherwise than when the plan was made.

    person gone, post gone: no longer in the base. left: held seats then and none now (退休, 调出,
    免职). moved: holds others. seat: another holder, or none. `text` says it in Chinese.
    """

    kind: Kind
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A move (its place in the list) that rests on what changed.

    allowed: the choices there are, the proposed one first, each with its reason in Chinese.
    adapted: the move as `adapt` would write it.
    """

    move: int
    drifts: tuple[Drift, ...]
    allowed: Mapping[Choice, str]
    adapted: Move | None = None

    @property
    def proposed(self) -> Choice:
        """The choice to begin with."""
        return next(iter(self.allowed))


def drifts(ground: Ground, base: Seating) -> tuple[Drift, ...]:
    """List what changed since the ground was noted: people first, then seats, in order noted."""
    found = [_person(ground, base, person) for person in ground.people]
    found += [_seat(ground, base, post) for post in ground.seats]
    return tuple(each for each in found if each is not None)


def concerns(scenario: Scenario, base: Seating) -> tuple[Concern, ...]:
    """List the moves that count and rest on something that changed, in their order."""
    changed = {each.id: each for each in drifts(scenario.ground, base)}
    found = []
    for at, move in enumerate(scenario.done):
        posts = () if move.post is None else _group(base, move.post)
        mine = [changed[id] for id in (move.person, *posts) if id is not None and id in changed]
        gone = tuple(dict.fromkeys(mine))
        gone += _unknown(move, base, {each.id for each in gone})
        if gone:
            found.append(_concern(at, move, scenario, base, gone))
    return tuple(found)


def rebased(
    scenario: Scenario, base: Seating, choices: Mapping[int, Choice], teams: Iterable[int]
) -> Scenario:
    """Lay the moves over the base as it is now: each concerned move kept, dropped or adapted.

    A move without a choice gets the proposed one. What had been undone is forgotten; the ground is
    noted anew. `teams`: positions of those on the board.
    """
    asked = {each.move: each for each in concerns(scenario, base)}
    kept = []
    for at, move in enumerate(scenario.done):
        concern = asked.get(at)
        choice = "keep" if concern is None else choices.get(at, concern.proposed)
        if concern is not None and choice not in concern.allowed:
            raise ValueError(f"move {at} cannot be rebased by {choice!r}")
        if choice == "keep":
            kept.append(move)
        elif choice == "adapt" and concern is not None and concern.adapted is not None:
            kept.append(concern.adapted)
    moves = tuple(kept)
    ground = seen(base, moves, teams, NOTHING_SEEN)
    return replace(scenario, moves=moves, cursor=len(moves), ground=ground)


def _person(ground: Ground, base: Seating, id: str) -> Drift | None:
    people, posts = base.snapshot.people, base.snapshot.posts
    name = ground.names.get(id) or "（未填姓名）"
    if id not in people.positions:
        return Drift(kind="person gone", id=id, text=f"{name}已不在库中")
    person = people.positions[id]
    now = tuple(posts.ids[each] for each in base.posts_of(person).tolist())
    then = ground.people[id]
    if set(now) == set(then):
        return None
    if then and not now:
        status = people.raw("status")[person] or ""
        word = f"（{status}）" if status not in ("", "在职") else ""
        text = f"{name}已离开{_names(ground, base, then)}，现未任班子职务{word}"
        return Drift(kind="left", id=id, text=text)
    was = _names(ground, base, then) if then else "未任班子职务"
    return Drift(kind="moved", id=id, text=f"{name}原为{was}，现任{_names(ground, base, now)}")


def _seat(ground: Ground, base: Seating, id: str) -> Drift | None:
    posts = base.snapshot.posts
    if id not in posts.positions:
        return Drift(kind="post gone", id=id, text=f"岗位“{ground.names.get(id, '')}”已撤销")
    now, then = holder_id(base, posts.positions[id]), ground.seats[id]
    if now == then:
        return None
    words = [_holder(ground, base, each) for each in (then, now)]
    text = f"{_names(ground, base, (id,))}原为{words[0]}，现为{words[1]}"
    return Drift(kind="seat", id=id, text=text)


def _unknown(move: Move, base: Seating, told: set[str]) -> tuple[Drift, ...]:
    """Tell of a person or post that is not in the base and was never noted either."""
    found = []
    if move.person is not None and move.person not in base.snapshot.people.positions:
        found.append(Drift(kind="person gone", id=move.person, text="这名干部已不在库中"))
    if move.post is not None and move.post not in base.snapshot.posts.positions:
        found.append(Drift(kind="post gone", id=move.post, text="这个岗位已不在库中"))
    return tuple(each for each in found if each.id not in told)


def _concern(
    at: int, move: Move, scenario: Scenario, base: Seating, found: tuple[Drift, ...]
) -> Concern:
    kinds = {each.kind for each in found}
    if "post gone" in kinds:
        return Concern(move=at, drifts=found, allowed={"drop": "岗位已撤销，这一步无从落实"})
    match move.kind:
        case "appoint":
            return _appointment(at, move, scenario, base, found)
        case "remove" | "retire":
            return _leaving(at, move, base, found)
        case "keep":
            keep = "固定现在任这个岗位的人" if _holds(base, move.post) else "岗位空着也固定"
            allowed: dict[Choice, str] = {
                "drop": "固定的那个人已不在这个岗位，固定失去意义",
                "keep": keep,
            }
            return Concern(move=at, drifts=found, allowed=allowed)


def _appointment(
    at: int, move: Move, scenario: Scenario, base: Seating, found: tuple[Drift, ...]
) -> Concern:
    gone = next((each for each in found if each.id == move.person), None)
    after = _successor(scenario, at, base)
    out = gone is not None and (gone.kind == "person gone" or _is_out(base, move.person))
    if gone is not None and out:
        allowed: dict[Choice, str] = {"drop": f"{gone.text}，不能再任用"}
        if after is not None and move.order == 1:
            allowed = {"adapt": f"改由第 2 候选人接替：{gone.text}", **allowed}
        return Concern(
            move=at, drifts=found, allowed=allowed, adapted=after if len(allowed) > 1 else None
        )
    if move.order == 1 and move.person is not None and _sits(base, move.person, move.post or ""):
        allowed = {"drop": "已经在任这个岗位，这一步已经落实", "keep": "保留，不改变任何座次"}
        return Concern(move=at, drifts=found, allowed=allowed)
    now = _holds(base, move.post)
    seat = next((each for each in found if each.kind == "seat" and each.id == move.post), None)
    reasons: dict[Choice, str] = {
        "keep": "人和岗位都还在，仍按原意任用",
        "drop": "情况已变，放弃这一步",
    }
    if seat is None or move.order > 1 or now in (EMPTY, OUTSIDE):
        return Concern(move=at, drifts=found, allowed=reasons)
    allowed = {
        "drop": "岗位已由别人接任，再换人要重新考虑",
        "keep": "仍任原拟人选，新接任的人转为待安排",
        "adapt": "列为这个岗位的第 2 人选，不动新接任的人",
    }
    return Concern(move=at, drifts=found, allowed=allowed, adapted=replace(move, order=2))


def _leaving(at: int, move: Move, base: Seating, found: tuple[Drift, ...]) -> Concern:
    person = move.person or ""
    held = base.snapshot.people.positions.get(person)
    posts = [] if held is None else base.posts_of(held).tolist()
    word = "免去" if move.kind == "remove" else "到龄退出"
    if not posts and person:
        return Concern(move=at, drifts=found, allowed={"drop": f"已不任职，{word}无需再办"})
    if move.kind == "remove" and move.post is not None and person:
        if _sits(base, person, move.post):
            allowed: dict[Choice, str] = {"keep": f"仍任这个岗位，仍{word}", "drop": "放弃这一步"}
            return Concern(move=at, drifts=found, allowed=allowed)
        other = base.snapshot.posts.ids[posts[0]]
        allowed = {
            "drop": "已不任这个岗位，免去无需再办",
            "adapt": "改为免去现任的岗位",
        }
        return Concern(
            move=at, drifts=found, allowed=allowed, adapted=replace(move, post=other, alone=False)
        )
    return Concern(
        move=at, drifts=found, allowed={"keep": f"仍在任职，仍{word}", "drop": "放弃这一步"}
    )


def _successor(scenario: Scenario, at: int, base: Seating) -> Move | None:
    """Give the next candidate of the same post who is still there, as an appointment."""
    move = scenario.done[at]
    waiting = [
        each
        for each in scenario.done
        if each.kind == "appoint" and each.post == move.post and each.order > 1
        if each.person in base.snapshot.people.positions and not _is_out(base, each.person)
    ]
    if not waiting:
        return None
    first = min(waiting, key=lambda each: each.order)
    return replace(first, order=1, stage=move.stage)


def _is_out(base: Seating, id: str | None) -> bool:
    """Say whether somebody is on record as no longer in service."""
    people = base.snapshot.people
    if id is None or id not in people.positions:
        return id is not None
    return people.raw("status")[people.positions[id]] not in (None, "在职", "退出领导岗位")


def _holds(base: Seating, post: str | None) -> str:
    positions = base.snapshot.posts.positions
    return EMPTY if post is None or post not in positions else holder_id(base, positions[post])


def _sits(base: Seating, person: str, post: str) -> bool:
    return bool(person) and _holds(base, post) == person


def _group(base: Seating, post: str) -> tuple[str, ...]:
    posts = base.snapshot.posts
    if post not in posts.positions:
        return (post,)
    return tuple(posts.ids[each] for each in base.linked(posts.positions[post]))


def _holder(ground: Ground, base: Seating, id: str) -> str:
    if id == EMPTY:
        return "空缺"
    if id == OUTSIDE:
        return "库外人员"
    people = base.snapshot.people
    name = people.raw("name")[people.positions[id]] if id in people.positions else None
    return name or ground.names.get(id) or "（已不在库中）"


def _names(ground: Ground, base: Seating, ids: Iterable[str]) -> str:
    posts, teams = base.snapshot.posts, base.snapshot.teams
    words = []
    for id in ids:
        at = posts.positions.get(id)
        if at is None:
            words.append(ground.names.get(id) or "已撤销的岗位")
        else:
            team = teams.raw("name")[int(posts.owners()[at])] or ""
            words.append(f"{team}{posts.raw('name')[at] or ''}")
    return "、".join(words)
