"""Sabotages of plans made by hand: who sees them, the base under them, chains, comparison."""

from tests.mutants.sabotage import Place

SCENARIO = Place("store/scenario.py", ("store/test_scenario.py",))
NOUNS = Place("store/nouns.py", ("store/test_scenario.py",))
STATUS = Place("staffing/status.py", ("store/test_scenario.py",))
DRIFT = Place("staffing/drift.py", ("staffing/test_drift.py",))
GROUND = Place("staffing/ground.py", ("staffing/test_drift.py",))
CHAIN = Place("staffing/chain.py", ("staffing/test_chain.py",))
PROBLEM = Place("staffing/chain_problem.py", ("staffing/test_chain.py",))
COMPARE = Place("staffing/compare.py", ("staffing/test_compare.py",))
CANDIDACY = Place("staffing/candidacy.py", ("staffing/test_candidacy.py",))

SABOTAGES = (
    NOUNS.where(
        "everybody sees every plan",
        "return name == author or name in json.loads(shared)",
        "return True",
    ),
    SCENARIO.where(
        "saving lets a plan change hands",
        'STANDING = ("author", "shared", "status", "former")',
        'STANDING = ("shared", "status", "former")',
    ),
    STATUS.where("an approved plan can be changed", "if status in ONLY_LOCKED_SAVES:", "if False:"),
    DRIFT.where(
        "who changed seats is not told", "if set(now) == set(then):", "if len(now) == len(then):"
    ),
    DRIFT.where(
        "after rebasing the old base is still the measure",
        "ground = seen(base, moves, teams, NOTHING_SEEN)",
        "ground = seen(base, moves, teams, scenario.ground)",
    ),
    GROUND.where("what was seen first is forgotten", "if id not in seats:", "if True:"),
    CHAIN.where(
        "only chains of one move are looked at",
        "if whole or enough or full:",
        "if whole or enough or full or depth:",
    ),
    PROBLEM.where(
        "nobody has to follow who leaves a seat that counts",
        'builder.row(f"followed {at}", taken - leaves, 0.0, 0.0)',
        'builder.row(f"followed {at}", taken - leaves, -1.0, 0.0)',
    ),
    PROBLEM.where(
        "what was barred stays barred when others leave too",
        "row -= terms([numbers[pair] for pair in beside])",
        "row -= terms([numbers[pair] for pair in ()])",
    ),
    COMPARE.where(
        "a row has changed only when all plans have",
        "changed=any(each != start for each in faces)",
        "changed=all(each != start for each in faces)",
    ),
    CANDIDACY.where(
        "two candidates are first", "enumerate(ranked, start=2)", "enumerate(ranked, start=1)"
    ),
)
