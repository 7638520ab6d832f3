"""Sabotages of what becomes of a plan: procedure, carrying out, taking back, templates."""

from tests.mutants.sabotage import Place

CHECK = Place("staffing/procedure_check.py", ("staffing/test_procedure.py",))
HINDRANCE = Place("staffing/hindrance.py", ("staffing/test_hindrance.py",))
FACTS = Place("staffing/procedure_facts.py", ("staffing/test_procedure.py",))
CARRY = Place("staffing/carry.py", ("store/test_carry.py",))
LATE = Place("staffing/carry_check.py", ("store/test_carry.py",))
STORED = Place("store/carry.py", ("store/test_carry.py",))
MEETING = Place("papers/meeting.py", ("papers/test_plan_papers.py",))
TEMPLATES = Place("papers/templates.py", ("papers/test_templates.py",))

SABOTAGES = (
    CHECK.where(
        "a barred move can pass the decision",
        "if bars and STAGES.index(item.stage) >= STAGES.index(DECISION):",
        "if bars and STAGES.index(item.stage) > STAGES.index(DECISION):",
    ),
    CHECK.where(
        "half of the votes are a majority",
        'if agree <= Fraction(given["majority"]) * should:',
        'if agree < Fraction(given["majority"]) * should:',
    ),
    CHECK.where(
        "days may run backwards",
        "if at < place and known.day > answer.day:",
        "if at > place and known.day > answer.day:",
    ),
    CHECK.where(
        "a stage is complete with an item in doubt",
        'if record.answer(item.id).state == "doubt" or (item.required and item not in settled)',
        "if item.required and item not in settled",
    ),
    HINDRANCE.where(
        "somebody held may be proposed",
        "if id and marks[places[id]]))",
        "if id and not marks[places[id]]))",
    ),
    HINDRANCE.where(
        "a report in doubt hinders nobody",
        "if each.result in words and not each.settled",
        'if each.result == "raised" and not each.settled',
    ),
    HINDRANCE.where(
        "a report without its reply is enough",
        "if each.result in words and not each.settled",
        "if each.result in words and each.settled",
    ),
    FACTS.where(
        "an unconfirmed relative is a relative",
        "sure = [words for confirmed, words in found if confirmed]",
        "sure = [words for confirmed, words in found]",
    ),
    CARRY.where(
        "the predecessor holds the seat a month longer",
        "return replace(tenure, end=situation.scenario.month, note=note)",
        "return replace(tenure, end=situation.scenario.month + 1, note=note)",
    ),
    LATE.where(
        "a later tenure of a seat does not matter",
        "elif not current and (each.end is None or each.end > month):",
        "elif not current and each.end is not None and each.end > month:",
    ),
    STORED.where(
        "a plan is carried out whatever its status",
        "if entry.status != APPROVED:",
        "if entry.status == DONE:",
    ),
    STORED.where(
        "a seat taken meanwhile is not noticed",
        "if stale or moved:",
        "if stale:",
    ),
    STORED.where(
        "taking back forgets who followed on a seat",
        "if tenure.id not in known:",
        "if tenure.id in known:",
    ),
    MEETING.where(
        "a level nobody knows is a promotion",
        "if here < 0 or target < 0:",
        "if target < 0:",
    ),
    TEMPLATES.where(
        "fields of lines are not checked",
        "if field not in lines.get(holder.name, ()):",
        "if holder.name not in lines:",
    ),
)
