"""Sabotages of the score of a person for a post and of the order of a list."""

from tests.mutants.sabotage import Place

RANK = Place("matching/rank.py", ("matching/test_rank.py",))
SCORES = Place("matching/scores.py", ("matching/test_scores.py",))

SABOTAGES = (
    RANK.where(
        "an equal score is a better one",
        'side="right"',
        'side="left"',
    ),
    RANK.where(
        "a half is rounded to the even number",
        "np.floor(low + 0.5), np.floor(high + 0.5)",
        "np.round(low), np.round(high)",
    ),
    RANK.where(
        "the ineligible come first",
        "np.lexsort((keys, -high, -low, rank, -eligible))",
        "np.lexsort((keys, -high, -low, rank, eligible))",
    ),
    RANK.where(
        "equal people are listed in the order of the table",
        "np.lexsort((keys, -high, -low, rank, -eligible))",
        "np.lexsort((-high, -low, rank, -eligible))",
    ),
    RANK.where(
        "a linked post asks nothing",
        "sure[pairs] &= beside.sure",
        "sure[pairs] &= sure[pairs]",
    ),
    RANK.where(
        "posts of one's own level are left out",
        "asked & ((levels >= own) |",
        "asked & ((levels > own) |",
    ),
    RANK.where(
        "the present holder is a candidate",
        "in_office[holder] = False",
        "in_office[holder] = True",
    ),
    SCORES.where(
        "an unknown weight counts as 0 at the high end",
        "return answer.sure.astype(np.float64), answer.possible.astype(np.float64)",
        "return answer.sure.astype(np.float64), answer.sure.astype(np.float64)",
    ),
    SCORES.where(
        "an unknown weight counts as 1 at the low end",
        "return answer.sure.astype(np.float64), answer.possible.astype(np.float64)",
        "return answer.possible.astype(np.float64), answer.possible.astype(np.float64)",
    ),
    SCORES.where(
        "a graded number that may be 无 surely counts",
        "np.where(column.absent | column.may_be_absent, 0.0, np.minimum(*ends))",
        "np.where(column.absent, 0.0, np.minimum(*ends))",
    ),
    SCORES.where(
        "a graded number goes beyond its points",
        "np.clip((end - weight.start) / span, 0.0, 1.0)",
        "np.clip((end - weight.start) / span, 0.0, 2.0)",
    ),
)
