"""The rows of the domain, each beside its peer, on the default city of 8,155 people."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from leadership_model.assessment.survey import assess_all, assess_some
from leadership_model.assessment.world import World
from leadership_model.elements import table
from leadership_model.exchange import folder as folders
from leadership_model.exchange import lrmx, outgoing, whole
from leadership_model.exchange.entry import Entry
from leadership_model.exchange.plan import plan
from leadership_model.matching.rank import rank_people, rank_posts
from leadership_model.matching.scores import Scores
from leadership_model.people.areas import areas_of
from leadership_model.people.seating import VACANT, seat
from leadership_model.people.snapshot import Snapshot, of_rows
from leadership_model.sample.build import build
from leadership_model.sample.city import DEFAULT_PEOPLE
from leadership_model.sample.photo import draw as draw_photo
from leadership_model.staffing.options import Options
from leadership_model.staffing.solve import staff
from leadership_model.store import engine as stores
from leadership_model.store import load
from leadership_model.store.actor import Actor
from tests.bench.peers import (
    cpsat_staffing,
    pandas_tables,
    plain_assessment,
    plain_match,
    xml_forms,
)
from tests.bench.table import Row, median_ms

ACTOR = Actor("测速", lambda: "2026-11-01T00:00:00")


@dataclass(frozen=True)
class City:
    """The default city on disk, and read."""

    path: Path
    snapshot: Snapshot
    world: World

    @staticmethod
    def build(place: Path, people: int = DEFAULT_PEOPLE) -> "City":
        path = place / "city.db"
        build(path, people, actor=ACTOR)
        engine = stores.open(path, ACTOR)
        snapshot = load.snapshot(engine)
        world = World.of(
            snapshot,
            snapshot.default_month or 0,
            models=load.models(engine),
            portraits=load.portraits(engine),
        )
        engine.dispose()
        return City(path, snapshot, world)

    @property
    def size(self) -> str:
        return f"{len(self.snapshot.people)} people"


def fresh(world: World) -> World:
    """The same world with nothing worked out yet."""
    rows = {name: each.rows for name, each in world.snapshot.tables.items()}
    again = of_rows(rows, world.snapshot.settings, world.snapshot.number)
    return World.of(again, world.as_of, models=world.models, portraits=world.portraits)


def opening(city: City) -> Row:
    counts = {}

    def ours() -> None:
        engine = stores.open(city.path, ACTOR)
        snapshot = load.snapshot(engine)
        counts["ours"] = {name: len(snapshot[name]) for name in pandas_tables.TABLES}
        engine.dispose()

    def peer() -> None:
        frames = pandas_tables.read(str(city.path))
        counts["peer"] = {name: len(frame) for name, frame in frames.items()}

    mine, other = median_ms(ours, 5) / 1000, median_ms(peer, 5) / 1000
    same(counts["ours"], counts["peer"])
    return Row("open and snapshot", city.size, mine, "s", "pandas_tables.py", other, 1.0)


def features(city: City) -> Row:
    labels = [element.label for element in city.world.catalogue.elements]
    taken = []
    for _ in range(5):
        world = fresh(city.world)
        seating = seat(world.snapshot, world.as_of)

        def ours(seating=seating, world=world) -> None:
            made = table.build(seating, world.catalogue)
            for label in labels:
                made.column(label)

        taken.append(once_ms(ours))
    size = f"{city.size} x {len(labels)}"
    return Row("feature table", size, float(np.median(taken)) / 1000, "s", "", None, 0.5)


def assessing(city: City) -> Row:
    taken = []
    for _ in range(3):
        world = fresh(city.world)
        taken.append(once_ms(lambda world=world: assess_all(world)))
    results = assess_all(city.world)
    findings = sum(len(each.findings) for each in results)
    ruled = sum(len(each.rules) for each in results)
    counted, peer = plain_assessment.counts(city.world), None
    peer = once_ms(lambda: plain_assessment.counts(city.world))
    for each in results:
        for finding in each.findings:
            if finding.kind == "count" and (each.team, finding.requirement) in counted:
                told = (finding.measured_low, finding.measured_high)
                same(told, counted[(each.team, finding.requirement)])
    return Row(
        "all teams, requirements and rules",
        f"{len(results)} teams, {findings} findings, {ruled} rule results",
        float(np.median(taken)) / 1000,
        "s",
        "plain_assessment.py (counts only)",
        peer / 1000,
        1.0,
    )


def one_seat(city: City) -> Row:
    world = city.world
    teams = world.snapshot.posts.owners()
    held = [p for p in np.flatnonzero(world.seating.holder >= 0) if world.model(int(teams[p]))]
    vacant = [
        p for p in np.flatnonzero(world.seating.holder == VACANT) if world.model(int(teams[p]))
    ]
    assess_all(world)

    def ours() -> None:
        for at in range(10):
            source, target = int(held[at * 37]), int(vacant[at])
            moved = world.with_holders({source: VACANT, target: int(world.seating.holder[source])})
            assess_some(moved, sorted({int(teams[source]), int(teams[target])}))

    return Row("one seat changed", "2 teams", median_ms(ours) / 10, "ms", "", None, 4.0)


def ranking_people(city: City) -> Row:
    scores = Scores(city.world)
    post = int(np.flatnonzero(city.world.seating.holder == VACANT)[0])
    mine = median_ms(lambda: rank_people(scores, post), 9)
    expected = plain_match.scores(city.world, post)
    low, high = scores.of_post(post)
    people = np.fromiter(expected, dtype=np.int64)
    told = np.array(list(expected.values()))
    if not np.allclose(np.stack([low[people], high[people]], axis=1), told, atol=1e-4, rtol=0):
        raise SystemExit("the peer's scores differ from ours")
    other = once_ms(lambda: plain_match.scores(city.world, post))
    return Row("rank people for a post", city.size, mine, "ms", "plain_match.py", other, 20.0)


def ranking_posts(city: City) -> Row:
    scores = Scores(city.world)
    seated = np.flatnonzero(city.world.seating.main_post() >= 0)
    mine = median_ms(lambda: rank_posts(scores, int(seated[50])), 9)
    size = f"{len(city.snapshot.posts)} posts"
    return Row("rank posts for a person", size, mine, "ms", "", None, 20.0)


def staffing(city: City) -> Row:
    seats = city.world.snapshot.posts.starts
    sizes = np.diff(seats)
    vacant = city.world.seating.holder == VACANT
    open_in = np.array([int(vacant[seats[t] : seats[t + 1]].sum()) for t in range(len(sizes))])
    eleven = [int(t) for t in np.flatnonzero(sizes == 11) if city.world.model(int(t))]
    team = max(eleven, key=lambda t: (open_in[t], -t))
    deputies = [p for p in range(seats[team], seats[team + 1]) if not vacant[p]][-4:]
    leave = {int(p): VACANT for p in deputies[: 4 - int(open_in[team])]}
    world = city.world.with_holders(leave)
    found = {}

    def ours() -> None:
        found["ours"] = staff(world, [team], Options())

    mine = median_ms(ours, 5) / 1000
    other = once_ms(lambda: found.update(peer=cpsat_staffing.run(world, [team], Options()))) / 1000
    result, peer = found["ours"], found["peer"]
    if result.status != "optimal" or not result.verified:
        raise SystemExit(f"the staffing plan of the bench is {result.status}")
    mine_best, other_best = result.objective or 0.0, peer.objective or 0.0
    if abs(mine_best - other_best) > 1e-3 * max(1.0, abs(other_best)):
        raise SystemExit(f"CP-SAT finds {other_best}, we find {mine_best}")
    size = f"4 of 11 seats, {len(city.snapshot.people)} people"
    return Row("staff one team, proven", size, mine, "s", "cpsat_staffing.py", other, 1.0)


def forms(city: City) -> Row:
    place = city.path.parent / "forms"
    place.mkdir(exist_ok=True)
    names = {}
    for position in range(1000):
        person = city.world.person_ids[position]
        everything = whole.of_snapshot(city.snapshot, position, draw_photo(1, person))
        path = place / f"{position}.lrmx"
        path.write_bytes(lrmx.write(outgoing.form_of(everything)))
        names[path.name] = city.snapshot.people.raw("name")[position]
    areas = areas_of(city.snapshot)
    planned: list[Entry] = []

    def ours() -> None:
        cleaned, issues = folders.read([place], areas)
        planned[:] = plan(city.snapshot, cleaned, issues).entries

    mine = median_ms(ours, 3) / 1000
    other = median_ms(lambda: xml_forms.names(place), 3) / 1000
    same({Path(each.file).name: each.name for each in planned}, xml_forms.names(place))
    same(names, xml_forms.names(place))
    return Row(
        "lrmx files to a plan", "1000 files", mine, "s", "xml_forms.py (names only)", other, 10.0
    )


def same(ours: object, theirs: object) -> None:
    """Stop when a peer's answer differs from ours."""
    if ours != theirs:
        raise SystemExit(
            f"the peer's answer differs:\n  ours {ours!r:.600}\n  peer {theirs!r:.600}"
        )


def once_ms(work) -> float:
    """Time one run in milliseconds."""
    import time

    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


ROWS = (
    opening,
    features,
    assessing,
    one_seat,
    ranking_people,
    ranking_posts,
    staffing,
    forms,
)
