"""Sabotages of seats, retirement, sanctions and the reading of a line."""

from tests.mutants.sabotage import Place

SEATING = Place("people/seating.py", ("people/test_seating.py",))
RETIREMENT = Place("people/retirement.py", ("people/test_retirement.py",))
SANCTIONS = Place("people/sanctions.py", ("people/test_sanctions.py",))
READING = Place("people/reading.py", ("people/test_reading.py",))

SABOTAGES = (
    SEATING.where(
        "a tenure does not hold in its first month",
        "present = (start <= as_of)",
        "present = (start < as_of)",
    ),
    SEATING.where(
        "in the month of hand-over the predecessor still holds the seat",
        "& (as_of < end) &",
        "& (as_of <= end) &",
    ),
    SEATING.where(
        "of two tenures at once the earlier one counts",
        'fills = fills[np.argsort(start[fills], kind="stable")]',
        'fills = fills[np.argsort(-start[fills], kind="stable")]',
    ),
    SEATING.where(
        "a seat held by an outsider is vacant",
        "np.where(people >= 0, people, OUTSIDER)",
        "np.where(people >= 0, people, VACANT)",
    ),
    SEATING.where(
        "who holds two seats of a team is two members",
        "_, first = np.unique(people, return_index=True)",
        "first = np.arange(len(people))",
    ),
    SEATING.where(
        "the main post is the one held shortest",
        "order = held[np.lexsort((held, self.since[held]))][::-1]",
        "order = held[np.lexsort((held, self.since[held]))]",
    ),
    RETIREMENT.where(
        "the delay grows one birth month late",
        "else min(line.cap, (birth - line.first) // line.step + 1)",
        "else min(line.cap, (birth - line.first) // line.step)",
    ),
    RETIREMENT.where(
        "the delay has no cap",
        "delay = np.minimum(line.cap, (birth - line.first) // line.step + 1)",
        "delay = (birth - line.first) // line.step + 1",
    ),
    RETIREMENT.where(
        "县处级副职 is below the county line of women",
        "rank >= COUNTY_RANK)",
        "rank > COUNTY_RANK)",
    ),
    RETIREMENT.where(
        "a birth known by its year is in January",
        "np.where(by_year, year * 12 + 11, birth)",
        "np.where(by_year, year * 12, birth)",
    ),
    RETIREMENT.where(
        "an early retirement that is later than the statutory month counts",
        "low = np.where(early >= 0, np.minimum(low, early), low)",
        "low = np.where(early >= 0, early, low)",
    ),
    SANCTIONS.where(
        "a sanction is still in force in the month it ends",
        "(month <= at) & (at < ends.low)",
        "(month <= at) & (at <= ends.low)",
    ),
    SANCTIONS.where(
        "a sanction without a month is never in force",
        "possibly = ((month < 0) | (month <= at))",
        "possibly = ((month >= 0) & (month <= at))",
    ),
    READING.where(
        "a line without dates is surely read",
        "sure=0 if start is None else found.sure",
        "sure=found.sure",
    ),
    READING.where(
        "a 其间 post lasts one month only",
        "end = end_of_post if stays else end_else",
        "end = end_else",
    ),
)
