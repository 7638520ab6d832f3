"""Every figure of one team with the rows behind it: what `behind` makes a workbook of."""

from collections.abc import Iterator

from leadership_model.assessment.finding import VERDICT_WORDS, Assessment
from leadership_model.assessment.flags import COLOUR_WORDS, flags
from leadership_model.assessment.phrase import span
from leadership_model.assessment.world import World
from leadership_model.papers.behind import Behind
from leadership_model.papers.report_rules import answer_of, title_of
from leadership_model.people.seating import VACANT
from leadership_model.query.statistics import summarise


def team_rows(world: World, assessment: Assessment) -> tuple[Behind, ...]:
    """List the figures of a team: members, vacancies, requirements, rules and flags."""
    return (*_made_up(world, assessment), *_findings(world, assessment), *_rules(world, assessment))


def _made_up(world: World, assessment: Assessment) -> Iterator[Behind]:
    members = _inside(world, world.members(assessment.team).tolist())
    seats = world.seats(assessment.team)
    held = tuple(int(seat) for seat in seats if world.seating.holder[seat] != VACANT)
    yield Behind("班子成员", str(len(world.members(assessment.team))), members)
    yield Behind("岗位", str(assessment.seats), posts=tuple(seats.tolist()))
    yield Behind("已配岗位", str(assessment.filled), posts=held)
    yield Behind("空缺岗位", str(len(assessment.vacancies)), posts=assessment.vacancies)
    positions = world.snapshot.people.positions
    for each in summarise(world, members).figures:
        yield Behind(each.label, str(each.count), tuple(positions[id] for id in each.ids))


def _findings(world: World, assessment: Assessment) -> Iterator[Behind]:
    for each in assessment.findings:
        value = span(each.measured_low, each.measured_high)
        words = f"{each.label}（{VERDICT_WORDS[each.verdict]}）"
        yield Behind(words, value, _inside(world, each.people))
        if each.unknown_people:
            open_ = _inside(world, each.unknown_people)
            yield Behind(f"{each.label} 待核", str(len(each.unknown_people)), open_)


def _rules(world: World, assessment: Assessment) -> Iterator[Behind]:
    for each in assessment.rules:
        words = f"{title_of(world, each.rule)} {answer_of(each)} {each.exception}".rstrip()
        posts = (each.post,) if each.post >= 0 and not each.people else ()
        teams = (each.team,) if not posts and not each.people else ()
        yield Behind(words, each.have or "1", _inside(world, each.people), teams, posts)
    for flag in flags(world, assessment):
        if flag.result == "fail":
            words = f"{flag.rule} {flag.title}（{COLOUR_WORDS[flag.colour]}）"
            yield Behind(words, flag.detail or "1", _inside(world, flag.people))


def _inside(world: World, people: "tuple[int, ...] | list[int]") -> tuple[int, ...]:
    """Leave people outside the base out: no row of theirs is on record."""
    return tuple(each for each in people if 0 <= each < world.facts.count)
