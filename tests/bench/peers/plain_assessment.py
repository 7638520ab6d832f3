"""Count members for the `count` requirements of every team, one person at a time.

The vector reading of a condition is asked person by person; the counting is plain Python.
"""

from leadership_model.assessment.world import World
from leadership_model.structure.requirement import Count


def counts(world: World) -> dict[tuple[int, str], tuple[float, float]]:
    """Give (team, requirement) -> smallest and largest count."""
    found = {}
    posts = world.snapshot.posts
    member, role, functions = posts.raw("member"), posts.raw("role"), posts.raw("functions")
    for team in range(len(world.snapshot.teams)):
        model = world.model(team)
        for requirement in () if model is None else model.requirements:
            if not isinstance(requirement.measure, Count):
                continue
            answer = world.facts.tri(requirement.measure.condition)
            people, outsiders = set(), 0
            for post in world.seating.seats(team):
                scope = requirement.scope
                if not member[post] or scope.role not in ("全部", role[post]):
                    continue
                if scope.function and scope.function not in (functions[post] or "").split("、"):
                    continue
                holder = int(world.seating.holder[post])
                if holder >= 0:
                    people.add(holder)
                elif holder == -2:
                    outsiders += 1
            sure = sum(answer.at(person) is True for person in people)
            possible = sum(answer.at(person) is not False for person in people) + outsiders
            found[(team, requirement.id)] = (float(sure), float(possible))
    return found
