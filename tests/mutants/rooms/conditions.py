"""Sabotages of the reading of a condition: signs, unknown, 无, ranks."""

from tests.mutants.sabotage import Place

LEAF = Place("conditions/leaf.py", ("conditions/test_leaf.py",))
MASK = Place("conditions/mask.py", ("conditions/test_mask.py",))
TRI = Place("conditions/tri.py", ("conditions/test_mask.py",))
FACETS = Place("query/facets.py", ("query/test_facets.py",))
DRAFT = Place("query/draft.py", ("query/test_draft.py",))

SABOTAGES = (
    FACETS.where(
        "a further value of a facet narrows instead of adding",
        "int((met | more).sum())",
        "int((met & more).sum())",
    ),
    DRAFT.where(
        "a part dragged downwards leaves its twin behind",
        "path[depth] >= place",
        "path[depth] > place",
    ),
    LEAF.where(
        "at least means more than",
        "return low >= value, high >= value",
        "return low > value, high > value",
    ),
    LEAF.where(
        "介于 leaves out its upper bound",
        "(low >= start) & (high <= stop), (high >= start) & (low <= stop)",
        "(low >= start) & (high < stop), (high >= start) & (low < stop)",
    ),
    LEAF.where(
        "a number that may be 无 surely compares",
        "return Tri(sure & ~column.absent & ~column.may_be_absent, possible & ~column.absent)",
        "return Tri(sure & ~column.absent, possible & ~column.absent)",
    ),
    LEAF.where(
        "an unknown choice is a no",
        "ends = (YES if beyond else NO, MAYBE)",
        "ends = (YES if beyond else NO, NO)",
    ),
    LEAF.where(
        "无 is treated as unknown",
        "ends = (YES if beyond else NO, MAYBE)",
        "ends = (MAYBE, MAYBE)",
    ),
    LEAF.where(
        "无 differs from nothing",
        "sure = sure | column.absent\n    empty",
        "sure = sure & ~column.absent\n    empty",
    ),
    LEAF.where(
        "a value without rank compares as a no",
        "return [MAYBE if rank is None",
        "return [NO if rank is None",
    ),
    LEAF.where(
        "ordered choices compare by spelling instead of rank",
        "ranks = map(meaning.ranks.get, values)",
        "ranks = map(sorted(meaning.values).index, values)",
    ),
    LEAF.where(
        "what is known to be reached of an unknown choice is passed over",
        "return np.array([*answers, MAYBE], dtype=np.int8)",
        "return np.array([MAYBE] * (len(answers) + 1), dtype=np.int8)",
    ),
    LEAF.where(
        "an open set surely lacks what is not recorded",
        "return Tri(sure, sure | column.open)",
        "return Tri(sure, sure)",
    ),
    LEAF.where(
        "an interval that holds the value surely equals it",
        "(low == value) & (high == value), (low <= value)",
        "(low <= value) & (high >= value), (low <= value)",
    ),
    MASK.where(
        "或 is read as 且",
        "return functools.reduce(operator.or_,",
        "return functools.reduce(operator.and_,",
    ),
    TRI.where(
        "非 turns unknown into yes",
        "return Tri(~self.possible, ~self.sure)",
        "return Tri(~self.sure, ~self.sure)",
    ),
)
