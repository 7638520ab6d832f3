"""Sabotages of 模型定制: the checker, trial runs, versions, packs, what was published."""

from tests.mutants.sabotage import Place

CROWD = Place("staffing/crowd.py", ("staffing/test_model_clash.py",))
ROWS = Place("staffing/crowd_rows.py", ("staffing/test_model_clash.py",))
SEATS = Place("staffing/model_clash.py", ("staffing/test_model_seats.py",))
SEAT_ROWS = Place("staffing/crowd_rows.py", ("staffing/test_model_seats.py",))
LOOSEN = Place("staffing/model_loosen.py", ("staffing/test_model_loosen.py",))
CHECK = Place("staffing/model_check.py", ("staffing/test_model_check.py",))
TRIAL = Place("assessment/trial.py", ("assessment/test_trial.py",))
CAUSES = Place("assessment/versions.py", ("assessment/test_versions.py",))
VERSIONS = Place("structure/versions.py", ("structure/test_versions.py",))
COMPARE = Place("structure/compare.py", ("structure/test_compare.py",))
PACKS = Place("structure/packs.py", ("structure/test_packs.py",))
STORED = Place("store/models.py", ("store/test_frozen.py",))
FROZEN = Place("store/frozen.py", ("store/test_frozen.py",))

SABOTAGES = (
    CROWD.where(
        "whoever has one value may have a second",
        "self._whole(name, total(found.values()), every=not free)",
        "pass",
    ),
    ROWS.where(
        "a concentration is asked of one value only",
        "yield Ask(count - hi, high=0.0, part=HIGH)",
        "yield Ask(count - hi, high=0.0, part=HIGH)\n            break",
    ),
    SEATS.where(
        "a seat may stay empty although nothing asks for its number",
        "if not _open(seats, asked):",
        "if seats.count < 0:",
    ),
    SEAT_ROWS.where(
        "a function is carried by whoever sits on its seat",
        "total(each.able() for each",
        "total(each.held for each",
    ),
    LOOSEN.where(
        "a veto costs no more than its points",
        "requirement.points + (VETO_POINTS if requirement.veto else 0.0) or 1.0",
        "requirement.points or 1.0",
    ),
    LOOSEN.where(
        "a share is loosened by one person too few",
        "people - round(moved) if part == LOW",
        "people - round(moved) + 1 if part == LOW",
    ),
    CHECK.where(
        "one team that cannot meet a model makes it an error",
        "everywhere = len(clash.teams) == len(teams)",
        "everywhere = len(clash.teams) != len(teams)",
    ),
    TRIAL.where(
        "findings of another world are taken over",
        "previous is not None and previous.world is world",
        "previous is not None",
    ),
    TRIAL.where(
        "what was known before is judged anew",
        "if team not in known:\n                anew += 1",
        "anew += 1\n            if team not in known:\n                pass",
    ),
    CAUSES.where(
        "a cause is told from one side only",
        "return round((term(scores[0] or 0.0, totals[1]) + term(scores[1] or 0.0, totals[0])) / 2, 9)",
        "return round(term(scores[0] or 0.0, totals[1]), 9)",
    ),
    VERSIONS.where(
        "a version begins a month late",
        "each.id == model_id and each.effective <= as_of",
        "each.id == model_id and each.effective < as_of",
    ),
    COMPARE.where(
        "a requirement that is gone is not told",
        "{**now, **{i: each for i, each in was.items() if i not in now}}.items()",
        "now.items()",
    ),
    PACKS.where(
        "switching off leaves what a pack added",
        "listed += [former] if former is not None else []",
        "listed += [former] if former is not None else [each]",
    ),
    STORED.where(
        "a new version may begin before the last",
        "if model.effective < last[1]:",
        "if model.effective < 0:",
    ),
    FROZEN.where(
        "requirements of a version can be deleted",
        'FROZEN = ("model_version", "requirement")',
        'FROZEN = ("model_version",)',
    ),
)
