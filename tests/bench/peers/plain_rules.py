"""Three rules about persons in their seats, one person at a time: X1, R2 and P1 in plain Python."""

from leadership_model.assessment.world import World
from leadership_model.people import codes
from leadership_model.people.disputes import disputed
from leadership_model.people.verified import BIRTH
from leadership_model.rules.book import RuleBook

RULES = ("X1", "R2", "P1")
ROTATING = ("县级党委", "县级政府", "市直部门")
CONGRESSES = ("县级人大", "县级政协")
COUNTY_RANK = codes.ranks("levels")["县处级副职"]
Answer = tuple[str, str, int]  # rule, result, post


def answers(world: World, book: RuleBook) -> list[Answer]:
    """Give what is failed or unknown of every holder, in order of rule and post."""
    snapshot, seating, now = world.snapshot, world.seating, book.at(world.as_of)
    doubted = disputed(snapshot, BIRTH)
    found = []
    for place in range(len(snapshot.posts)):
        at = int(seating.holder[place])
        if at < 0:
            continue
        person, post = snapshot.people.record(at), snapshot.posts.record(place)
        team = snapshot.teams.record(snapshot.teams.positions[post.team])
        row = int(seating.tenure[place])
        tenure = snapshot["tenure"].record(row) if row >= 0 else None
        since = tenure.start if tenure is not None else None
        said = {
            "X1": _long(post, team, since, world.as_of, now["X1"].parameters),
            "R2": _leaving(person, post, team, doubted[at], world.as_of, now["R2"].parameters),
            "P1": _probation(post, tenure, since, world.as_of, now["P1"].parameters),
        }
        found += [(rule, told, place) for rule, told in said.items() if told != "pass"]
    return sorted(found)


def _long(post, team, since, month, parameters):
    if team.category not in ROTATING or post.role not in ("正职", "副职"):
        return "pass"
    if since is None:
        return "unknown"
    return "fail" if month - since >= parameters["months"] else "pass"


def _leaving(person, post, team, doubted, month, parameters):
    age = _age(post, team, parameters)
    if age <= 0:
        return "pass"
    if doubted or (person.birth is None and not person.birth_year):
        return "unknown"
    early = person.birth if person.birth is not None else person.birth_year * 12
    late = person.birth if person.birth is not None else person.birth_year * 12 + 11
    if month < early + 12 * age:
        return "pass"
    return "fail" if month >= late + 12 * age else "unknown"


def _age(post, team, parameters):
    if post.role not in ("正职", "副职"):
        return 0
    side = "head_years" if post.role == "正职" else "deputy_years"
    rank = codes.ranks("levels").get(post.level or "", -1)
    lines = [parameters[f"congress_{side}"] if team.category in CONGRESSES else 0]
    lines.append(parameters[f"section_{side}"] if 0 <= rank < COUNTY_RANK else 0)
    return int(next((line for line in lines if line > 0), parameters[side]))


def _probation(post, tenure, since, month, parameters):
    if tenure is None or tenure.kind not in ("任职", "兼任") or tenure.promoted == 0:
        return "pass"
    if post.elected == 1 or (since is not None and month - since >= parameters["months"]):
        return "pass"
    return "fail" if tenure.promoted and since is not None else "unknown"
