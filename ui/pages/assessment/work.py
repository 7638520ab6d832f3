"""What the page needs to know of one team, prepared for its widgets. No Qt here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadership_model import months
from leadership_model.assessment.finding import STATE_WORDS, Assessment, Finding
from leadership_model.assessment.standing import peers, standing
from leadership_model.assessment.summary import JUDGEMENTS
from leadership_model.assessment.versions import used_by
from leadership_model.assessment.world import World
from leadership_model.charts import radar as radars
from leadership_model.charts.spec import Dial, Radar
from leadership_model.people.seating import VACANT
from leadership_model.structure import versions
from ui import names
from ui.navigation import OpenPerson, Request, ShowPeople
from ui.pages.assessment.places import short_name


@dataclass(frozen=True, slots=True)
class View:
    """One team as it is looked at: its world, its assessment, and those of its category."""

    world: World
    assessment: Assessment
    peers: tuple[Assessment, ...] = ()

    @property
    def team(self) -> int:
        """The position of the team."""
        return self.assessment.team

    @property
    def id(self) -> str:
        """The id of the team."""
        return self.world.snapshot.teams.ids[self.team]

    @property
    def short(self) -> str:
        """The name of the team as in sentences."""
        return short_name(self.world.snapshot, self.team)

    def members(self) -> tuple[int, ...]:
        """The people present in the team, outsiders left out."""
        rows = self.world.members(self.team).tolist()
        return tuple(row for row in rows if row < self.world.facts.count)

    def show(self, people: Iterable[int], title: str, why: str = "") -> Request:
        """Make the request that lists some people, with the sentence they come from."""
        ids, short = self.world.person_ids, self.short
        note = " · ".join(filter(None, ("来自研判分析", short, why, as_of(self.world))))
        return ShowPeople(tuple(ids[each] for each in people), f"{short} {title}", note)

    def person(self, person: int) -> Request:
        """Make the request that opens a card."""
        return OpenPerson(self.world.person_ids[person])


def view(world: World, assessment: Assessment, survey: Sequence[Assessment] | None) -> View:
    """Put together what is known of a team; without the survey it has no peers yet."""
    return View(world, assessment, peers(world, survey or (), assessment.team))


def as_of(world: World) -> str:
    """Name the reference month."""
    return f"基准日期 {months.show_iso(world.as_of)}"


def state_text(assessment: Assessment) -> str:
    """Write a state: 黄, or both ends where data decide: 待核（黄～绿）."""
    if assessment.state != "unknown":
        return STATE_WORDS[assessment.state]
    low, high = STATE_WORDS[assessment.state_low], STATE_WORDS[assessment.state_high]
    return f"待核（{low}～{high}）"


def score_text(assessment: Assessment) -> str:
    """Write a score or both its ends; a dash when 未配置."""
    low, high = assessment.score_low, assessment.score_high
    if low is None or high is None:
        return names.NOTHING
    first, last = f"{low:.1f}", f"{high:.1f}"
    return first if first == last else f"{first}～{last}"


def subtitle(seen: View) -> str:
    """Say beside the title what the team is, which model it is held against, and when."""
    category = seen.world.snapshot.teams.raw("category")[seen.team] or ""
    label = versions.names(used_by(seen.world, seen.team))
    return " · ".join(filter(None, (category, label, as_of(seen.world))))


def dial(seen: View) -> Dial:
    """Make the dial: score between the lines, the judgement in words, the place among its like."""
    assessment, model = seen.assessment, seen.world.model(seen.team)
    words = [state_text(assessment)]
    if assessment.state in ("green", "yellow", "red"):
        words.append(JUDGEMENTS[assessment.state])
    return Dial(
        title="综合得分",
        low=assessment.score_low,
        high=assessment.score_high,
        red=60.0 if model is None else model.red,
        green=85.0 if model is None else model.green,
        state=assessment.state,
        label=" · ".join(words),
        note=place_text(seen),
        ids=tuple(seen.world.person_ids[each] for each in seen.members()),
    )


def place_text(seen: View) -> str:
    """Say how far the green line is and where the team stands in its category."""
    assessment, model = seen.assessment, seen.world.model(seen.team)
    parts = [because(assessment)] if because(assessment) else []
    if model is not None and assessment.score_low is not None:
        rest = model.green - assessment.score_low
        parts.append(f"距绿线 {rest:.1f}" if rest > 0.05 else f"高出绿线 {-rest:.1f}")
    place = standing(seen.peers, seen.team)
    if place is not None:
        word = "同类并列第" if place.tied else "同类第"
        parts.append(f"{word} {place.rank} / {place.of}")
    return " · ".join(parts)


def radar(seen: View) -> Radar:
    """Make the radar against the mean of the category."""
    means = radars.means(seen.peers)
    return radars.radar(seen.world, seen.assessment, means, "同类均值")


def because(assessment: Assessment) -> str:
    """Say what holds a state down although the score would allow more; empty where nothing does."""
    if assessment.state == "veto":
        failed = [each for each in assessment.findings if each.veto and each.s_high < 1.0]
        return f"否决项 {len(failed)} 项未达标"
    reds = sum(each.verdict == "red" for each in assessment.findings)
    return f"{reds} 项不达标" if assessment.state == "yellow" and reds else ""


@dataclass(frozen=True, slots=True)
class Loss:
    """A requirement that costs points: from `least` to `most`, equal where it is known."""

    finding: Finding
    least: float
    most: float

    @property
    def text(self) -> str:
        """The points with their sign."""
        return lost_text(self.least, self.most)


def lost_text(least: float, most: float) -> str:
    """Write points lost as one number or a range: −5.0, 0～−2.5."""
    first, last = names.signed(-least), names.signed(-most)
    return first if first == last else f"{first}～{last}"


def losses(assessment: Assessment) -> tuple[Loss, ...]:
    """List what costs points, the most first; then failed vetoes without points."""
    found = [
        Loss(each, each.points * (1.0 - each.s_high), each.points * (1.0 - each.s_low))
        for each in assessment.findings
        if each.s_low < 1.0
    ]
    return tuple(sorted(found, key=lambda each: (-each.most, not each.finding.veto)))


def losses_text(found: Sequence[Loss]) -> str:
    """Write the sum of what is lost, in points of the model."""
    return lost_text(sum(each.least for each in found), sum(each.most for each in found))


def counting(seen: View, finding: Finding) -> Request:
    """Lead to who counts (for every and apart: who breaks it); to all members where none does."""
    why = f"{finding.label}：{finding.detail}"
    word = "不符合或相同的" if finding.kind in ("every", "apart") else "计入的"
    if finding.people:
        return seen.show(finding.people, f"{finding.label} · {word} {len(finding.people)} 人", why)
    return seen.show(seen.members(), f"{finding.label} · 没有{word}人，列出全部成员", why)


def lacking(seen: View, finding: Finding) -> Request:
    """Lead to who is to be looked at: of whom it cannot be said, else who does not count."""
    why = f"{finding.label}：{finding.detail}"
    doubts = finding.unknown_people
    if finding.verdict == "unknown" and doubts:
        return seen.show(doubts, f"{finding.label} · 资料待核的 {len(doubts)} 人", why)
    if finding.kind in ("every", "apart"):
        return counting(seen, finding)
    others = tuple(each for each in seen.members() if each not in finding.people)
    if not others:
        return counting(seen, finding)
    return seen.show(others, f"{finding.label} · 未计入的 {len(others)} 人", why)


def behind(seen: View, ids: Sequence[str], spec: Radar) -> Request:
    """Lead from a corner of the radar to the people of its dimension."""
    axis = next((each for each in spec.axes if each.ids == tuple(ids)), None)
    title = "维度成员" if axis is None else f"{axis.label}维度 · {axis.note} 分"
    positions = seen.world.snapshot.people.positions
    return seen.show([positions[each] for each in ids], title)


def holders(seen: View, posts: Iterable[int]) -> tuple[int, ...]:
    """Give the people who hold some posts, each once, outsiders left out."""
    held = (int(seen.world.seating.holder[post]) for post in posts)
    return tuple(dict.fromkeys(person for person in held if person >= 0))


def holder_name(world: World, post: int) -> str:
    """Name who holds a post; 缺岗 where nobody does."""
    holder = int(world.seating.holder[post])
    if holder == VACANT:
        return "缺岗"
    if holder >= 0:
        return names.person_name(world.snapshot, holder)
    row = int(world.seating.tenure[post])
    name = world.snapshot["tenure"].raw("outsider")[row] if row >= 0 else ""
    return f"{name}（库外）"


def short_post(name: str) -> str:
    """Drop the membership that stands before the office: 县委常委、组织部部长 → 组织部部长."""
    parts = name.split("、")
    kept = [part for part in parts if not part.endswith("常委")] or parts
    return "、".join(kept)
