"""Commands that ask and write nothing: elements, query, assess, match."""

import argparse

import numpy as np

from leadership_model.assessment.finding import STATE_WORDS, VERDICT_WORDS, Assessment
from leadership_model.assessment.survey import assess_all
from leadership_model.assessment.team import assess as assess_team
from leadership_model.assessment.versions import used_by
from leadership_model.assessment.world import World
from leadership_model.cli import show
from leadership_model.cli.run import Answer
from leadership_model.cli.session import Session, open_session, position
from leadership_model.conditions.check import check as check_condition
from leadership_model.conditions.protocols import (
    ChoiceColumn,
    Column,
    NumberColumn,
    SetColumn,
    TextColumn,
)
from leadership_model.conditions.sentence import parse, write
from leadership_model.conditions.tree import Condition
from leadership_model.errors import UserError
from leadership_model.matching.fit import DISCLAIMER, Fit, shown
from leadership_model.matching.rank import for_person, for_post, held_back, steps_down
from leadership_model.matching.scores import Scores
from leadership_model.people.gaps import ABSENT, UNKNOWN
from leadership_model.people.held import held, told
from leadership_model.people.table import Bools
from leadership_model.rules.rule import RESULT_WORDS
from leadership_model.structure import versions


def open_asked(arguments: argparse.Namespace) -> Session:
    """Open the database and the month the arguments name."""
    return open_session(arguments.db, arguments.as_of)


def read_condition(session: Session, sentence: str) -> Condition:
    """Read and check a question."""
    condition = parse(sentence, session.world.catalogue)
    check_condition(condition, session.world.catalogue)
    return condition


def elements(arguments: argparse.Namespace) -> Answer:
    """List the elements with how many people have a value, 无, or unknown."""
    world = open_asked(arguments).world
    rows = []
    for element in world.catalogue.elements:
        absent, unknown = _gaps(world.facts.column(element.label))
        rows.append(
            {
                "id": element.id,
                "label": element.label,
                "group": element.group,
                "kind": element.kind,
                "sensitive": world.catalogue.sensitive(element.label),
                "known": len(world.snapshot.people) - absent - unknown,
                "absent": absent,
                "unknown": unknown,
            }
        )
    lines = tuple(
        f"{row['group']}　{row['label']}　已知 {row['known']}"
        f"　无 {row['absent']}　待核 {row['unknown']}" + ("　敏感" if row["sensitive"] else "")
        for row in rows
    )
    return Answer({"elements": rows}, lines)


def _gaps(column: Column) -> tuple[int, int]:
    match column:
        case NumberColumn():
            return int(column.absent.sum()), int((column.unknown & ~column.absent).sum())
        case ChoiceColumn():
            return int((column.codes == ABSENT).sum()), int((column.codes == UNKNOWN).sum())
        case SetColumn():
            return 0, int((column.open & ~column.bits.any(axis=1)).sum())
        case TextColumn():
            empty = np.array([text is None for text in column.texts], dtype=np.bool_)
            return int(column.absent.sum()), int((empty & ~column.absent).sum())


def query(arguments: argparse.Namespace) -> Answer:
    """Say who satisfies a sentence and of whom it cannot be said."""
    session = open_asked(arguments)
    world = session.world
    condition = read_condition(session, arguments.where)
    answer = world.facts.tri(condition)
    names = world.snapshot.people.raw("name")

    def listed(mask: Bools) -> list[dict[str, str]]:
        return [{"id": world.person_ids[i], "name": names[i]} for i in np.flatnonzero(mask)]

    found, doubtful = listed(answer.sure), listed(answer.unknown)
    sentence = write(condition)
    document = {
        "count": len(found),
        "unknown": len(doubtful),
        "sentence": sentence,
        "people": found,
        "unknown_people": doubtful,
    }
    sensitive = world.catalogue.sensitive_in(condition)
    lines = [f"{sentence}", f"符合 {len(found)} 人，待核 {len(doubtful)} 人"]
    if sensitive:
        lines.append(f"条件使用了敏感要素：{'、'.join(sensitive)}")
    lines += [f"  {each['id']}　{each['name']}" for each in found]
    return Answer(document, tuple(lines))


def assess(arguments: argparse.Namespace) -> Answer:
    """Assess one team or all."""
    world = open_asked(arguments).world
    if arguments.team:
        at = position("班子", world.snapshot.teams.positions, arguments.team)
        results: tuple[Assessment, ...] = (assess_team(world, at, full=arguments.full),)
    else:
        results = assess_all(world, full=arguments.full)
    scores = Scores(world)
    teams = [
        show.assessment(world, each)
        | {"sensitive": show.acting(scores, world.seating.seats(each.team))}
        for each in results
    ]
    lines = []
    for team in teams:
        score = show.range_of(team["score_low"], team["score_high"])
        state = STATE_WORDS[team["state"]]
        lines.append(f"{team['name']}　{state}　{score}　{team['filled']}/{team['seats']}")
        if arguments.team:
            lines.append(f"  依据 {versions.names(used_by(world, results[0].team))}")
            lines += [
                f"  {VERDICT_WORDS[one['verdict']]}　{one['detail']}" for one in team["findings"]
            ]
            lines += [
                f"  {one['rule']}　{RESULT_WORDS[one['result']]}：{one['evidence']}"
                f"{one['exception'] or ''}"
                for one in team["rules"]
            ]
            seats = world.seating.seats(results[0].team)
            lines += [f"  {told}。" for told in scores.sensitive_of(seats)]
    lines.append(world.book.editions())
    return Answer({"teams": teams}, tuple(lines))


def match(arguments: argparse.Namespace) -> Answer:
    """Rank people for a post, or posts for a person."""
    world = open_asked(arguments).world
    scores = Scores(world)
    if arguments.top < 1:
        raise UserError("--top 至少为 1：名单不会只列一人，至少列出五人")
    if arguments.post:
        at = position("岗位", world.snapshot.posts.positions, arguments.post)
        fits = for_post(scores, at, top=arguments.top)
        back = held_back(world, at)
    else:
        at = position("干部", world.snapshot.people.positions, arguments.person)
        fits = for_person(scores, at, top=arguments.top, lower=arguments.lower)
        back = int(held(world.snapshot, world.as_of)[at])
    posts = list(dict.fromkeys(each.post for each in fits))
    down = {post: steps_down(world, post) for post in posts}
    rows, lines = [], []
    for each in fits:
        higher = bool(down[each.post][each.person])
        rows.append(show.fit(world, each) | {"steps_down": higher})
        mark = "　现职务层次高于本岗位" if higher else ""
        lines.append(_line(session_names(world), each) + mark)
    lines += [f"{line}。" for line in scores.sensitive_of(posts)]
    lines += [f"{told(back)}。"] if back else []
    acting = show.acting(scores, posts)
    return Answer({"rows": rows, "sensitive": acting, "held": back}, (*lines, DISCLAIMER))


def session_names(world: World) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give names of people and posts, by position."""
    return world.snapshot.people.raw("name"), world.snapshot.posts.raw("name")


def _line(names: tuple[tuple[str, ...], tuple[str, ...]], fit: Fit) -> str:
    words = {True: "符合", False: "不符合", None: "待核"}
    low, high = shown(fit.score_low), shown(fit.score_high)
    score = str(low) if low == high else f"{low}～{high}"
    delta = "" if fit.structure_delta is None else f"　结构 {fit.structure_delta:+.1f}"
    who = f"{names[0][fit.person]} → {names[1][fit.post]}"
    return f"{fit.rank:>4}　{who}　{words[fit.eligible]}　{score}{delta}"
