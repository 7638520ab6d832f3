"""Sabotages of the score of a person for a post and of the order of a list."""

from tests.mutants.sabotage import Place

RANK = Place("matching/rank.py", ("matching/test_rank.py",))
SCORES = Place("matching/scores.py", ("matching/test_scores.py",))
GRID = Place("matching/grid.py", ("matching/test_best.py",))
BEST = Place("matching/best.py", ("matching/test_best.py",))
BLOCKS = Place("matching/blocks.py", ("matching/test_best.py",))
ASSIGNMENT = Place("matching/assignment.py", ("matching/test_assignment.py",))
PRACTICE = Place("matching/practice.py", ("matching/test_practice.py",))
NEXT = Place("matching/next_posts.py", ("matching/test_next_posts.py",))

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
    RANK.where(
        "who is held is a candidate",
        "in_office = available(world.seating.snapshot, world.as_of)",
        'in_office = world.seating.snapshot.people.texts("status").mask("在职")',
    ),
    GRID.where(
        "a column forgets the linked posts",
        "for seat in scores.linked(post)",
        "for seat in scores.linked(post)[:1]",
    ),
    GRID.where(
        "pairs that differ from their column are lost",
        "kept = codes != usual",
        "kept = codes < usual",
    ),
    BEST.where(
        "somebody told otherwise counts twice in the ranks",
        "gone = {person for person, _ in other}",
        "gone = set[int]()",
    ),
    BLOCKS.where(
        "of columns that tie only the first posts are opened",
        "take = min(columns, top + most)",
        "take = min(columns, max(top // 4, 1))",
    ),
    BLOCKS.where(
        "posts below one's own level are asked",
        "fits: Bools = (mine <= 0) | (seat >= mine) | (seat == UNKNOWN)",
        "fits: Bools = (mine <= 0) | (seat >= mine - 1) | (seat == UNKNOWN)",
    ),
    ASSIGNMENT.where(
        "a doubtful pair counts like a sure one",
        "filled + worth - doubt * (found.codes == 1)",
        "filled + worth",
    ),
    ASSIGNMENT.where(
        "scores count before filled posts",
        "filled = doubt * (size + 1)",
        "filled = np.int64(0)",
    ),
    PRACTICE.where(
        "what was earned in the post counts",
        "int(start[row]) - 1)",
        "int(world.as_of))",
    ),
    PRACTICE.where(
        "what everybody has is proposed",
        "share < then.common(condition) + MORE",
        "share < 0",
    ),
    NEXT.where(
        "whoever is not ready yet is ready now",
        'ready = world.as_of if how.kind == "green" else how.month',
        "ready = world.as_of",
    ),
)
