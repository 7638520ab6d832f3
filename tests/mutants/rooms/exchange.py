"""Sabotages of reading forms and of comparing them with a base."""

from tests.mutants.sabotage import Place

CELLS = Place("exchange/cells.py", ("exchange/test_clean.py",))
MATCHING = Place("exchange/matching.py", ("exchange/test_matching.py", "exchange/test_plan.py"))
MERGE = Place("exchange/merge.py", ("exchange/test_merge.py", "exchange/test_plan_rows.py"))
TEXTS = Place("exchange/record_texts.py", ("exchange/test_record_texts.py",))
PLAN = Place("exchange/plan.py", ("exchange/test_plan.py", "exchange/test_plan_rows.py"))
LEVEL = Place("exchange/first_level.py", ("exchange/test_plan.py",))
MERGED = Place("exchange/merge.py", ("exchange/test_roster.py",))
ROSTER = Place("exchange/roster.py", ("exchange/test_roster.py",))
HZB = Place("exchange/hzb.py", ("exchange/test_hzb.py",))
LRM = Place("exchange/lrm.py", ("exchange/test_lrm.py",))
OFFERS = Place("exchange/offers.py", ("exchange/test_offers.py",))
ENTRY = Place("exchange/entry.py", ("exchange/test_offers.py",))
SEATS = Place("exchange/seats.py", ("exchange/test_seats.py",))
SCHEMES = Place("exchange/column_schemes.py", ("exchange/test_column_schemes.py",))
LRMX = Place("exchange/lrmx.py", ("exchange/test_lrmx.py",))
CHECKING = Place("exchange/checking.py", ("exchange/test_checking.py",))
LAID_OUT = Place("exchange/resume_text.py", ("exchange/test_resume_text.py",))
WRITTEN = Place("exchange/lrm.py", ("exchange/test_round_trip.py",))
LEDGER = Place("papers/team_lists.py", ("papers/test_rosters.py",))

SABOTAGES = (
    CHECKING.where(
        "what was not chosen is taken over from the roster too",
        "answers.take(checked.plan, everything, taken=False)",
        "answers.take(checked.plan, everything, taken=True)",
    ),
    LAID_OUT.where(
        "what is laid out already is written anew",
        "return plain\n    made",
        "pass\n    made",
    ),
    WRITTEN.where(
        "marks that part cells stay in a text",
        'plain = _cell(text.strip()).replace("#", "＃").replace("@", "＠")',
        "plain = _cell(text.strip())",
    ),
    LEDGER.where(
        "a quota that is not on record counts as none",
        "sum(known) if len(known) == len(quotas) else None",
        "sum(known)",
    ),
    CELLS.where(
        "an empty cell says 无 and so erases",
        "return None if not text else ABSENT",
        "return ABSENT if not text else ABSENT",
    ),
    MERGE.where(
        "an empty cell of an education erases",
        "for n in STUDIED if getattr(said, n) is not None or n in absent\n",
        "for n in STUDIED\n",
    ),
    MERGE.where(
        "entries corrected by hand are read anew",
        "if any(row.by_hand for row in rows)}",
        "if any(row.by_hand and row.line is None for row in rows)}",
    ),
    MERGE.where(
        "rewards of another origin are dropped",
        "if bare(row) in left:\n            left.remove(bare(row))\n",
        "if bare(row) not in new:\n",
    ),
    MATCHING.where(
        "nobody is found by ID number",
        "if isinstance(number, str) and _number(number) in self.numbers:",
        "if isinstance(number, int) and _number(number) in self.numbers:",
    ),
    MATCHING.where(
        "one ID number and two names are one person",
        "if known and wording.name(known) != cleaned.name:",
        "if known and not cleaned.name:",
    ),
    MATCHING.where(
        "one name, one birth month and two ID numbers are one person",
        "other = [row for row in found if number and numbers[row]]",
        "other = [row for row in found if number and not numbers[row]][:0]",
    ),
    TEXTS.where(
        "基本称职 is read as 称职",
        'codes.spellings("appraisals").get(token["result"], "未参加")',
        'codes.spellings("appraisals").get(token["result"].removeprefix("基本"), "未参加")',
    ),
    TEXTS.where(
        "行政警告 is read as 警告",
        "known[min(found)[2]]",
        "known[max(found)[2]]",
    ),
    PLAN.where(
        "two different files about one person are both taken",
        "        else:\n            for at in group:\n",
        "        else:\n            for at in group[:0]:\n",
    ),
    LEVEL.where(
        "a level read in doubt is taken over for a new person",
        "(e.sure or 0) < SURE_ENOUGH",
        "(e.sure or 0) < 0",
    ),
    OFFERS.where(
        "a verified value is overwritten without asking",
        "if offer.topic in self.verified.get(person, NO_TOPICS):",
        "if offer.topic in self.edited.get(person, NO_TOPICS):",
    ),
    OFFERS.where(
        "the rules of one kind of source hold for all",
        "rule = known.rules.get(kind, SourceRule())",
        "rule = next(iter(known.rules.values()), SourceRule())",
    ),
    ENTRY.where(
        "a part that was left is written all the same",
        "taken = [each for each in parts if each.taken]",
        "taken = [each for each in parts if each.taken is not None]",
    ),
    SEATS.where(
        "a seat that is held is given to somebody else unasked",
        'doubt = TAKEN_SEAT if listed and team.id not in self.keys else ""',
        'doubt = ""',
    ),
    SEATS.where(
        "quotas of the base are overwritten unasked",
        'doubt=OTHER_VALUE if differs else "",',
        'doubt="" if differs else "",',
    ),
    SCHEMES.where(
        "a scheme is applied to any sheet",
        "if share >= best:",
        "if share >= 0:",
    ),
    LRMX.where(
        "entities are let in",
        "if _FORBIDDEN.search(text, 0, begin.start() if begin else len(text)):",
        "if _FORBIDDEN.search(text, 0, 0):",
    ),
    LRMX.where(
        "a file cut off is repaired",
        'if not body.endswith(f"</{ROOT}>"):',
        'if not body.endswith(">") and not body:',
    ),
    MERGED.where(
        "a month of birth erases the day that is known",
        'if person.birth != wanted["birth"]:',
        'if person.birth != wanted["birth"] or True:',
    ),
    ROSTER.where(
        "October kept as the number 2001.1 is read as January",
        "round((number - int(number)) * 100)",
        "round((number - int(number)) * 10)",
    ),
    ROSTER.where(
        "a dash says 无",
        "if said not in SAYS_NOTHING:",
        'if said != "":',
    ),
    ROSTER.where(
        "the first of a month is taken for a day",
        "'' if day.day == 1 else",
        "'' if day.day == 0 else",
    ),
    HZB.where(
        "line feeds inside an attribute become blanks",
        "return _VALUE.sub(_kept, body)",
        "return _VALUE.sub(_plain, body)",
    ),
    LRM.where(
        "cells are parted at bare commas",
        "cells = body[1:-1].split('\",\"')",
        "cells = body[1:-1].replace('\"', '').split(',')",
    ),
)
