"""Sabotages of statistics, kept questions and objects of a query."""

from tests.mutants.sabotage import Place

AXIS = Place("query/axis.py", ("query/test_cross_table.py",))
CROSS = Place("query/cross_table.py", ("query/test_cross_table.py",))
FILTERS = Place("query/object_facets.py", ("query/test_objects.py",))
POSTS = Place("query/posts.py", ("query/test_objects.py",))
TEAMS = Place("query/teams.py", ("query/test_objects.py",))
ASKING = Place("query/asking.py", ("query/test_asking.py",))
TEXT = Place("query/kept_text.py", ("query/test_kept_text.py",))
REPAIR = Place("query/repair.py", ("query/test_repair.py",))
CONTRADICTION = Place("query/contradiction.py", ("query/test_contradiction.py",))
GROUPING = Place("query/grouping.py", ("query/test_grouping.py",))
LISTS = Place("query/lists.py", ("query/test_lists.py",))
BESIDE = Place("query/beside.py", ("query/test_beside.py",))
LISTED = Place("elements/marks.py", ("query/test_lists.py",))
AGING = Place("elements/source.py", ("store/test_lists.py",))

SABOTAGES = (
    AXIS.where(
        "somebody known within limits stands in the band of his lowest value",
        "(column.low >= low) & (column.high <= high)",
        "(column.low >= low) & (column.low <= high)",
    ),
    AXIS.where(
        "who is 待核 in a row is left out of the table",
        "    open_ = ~inside & ~absent\n",
        "    open_ = inside & absent\n",
    ),
    CROSS.where(
        "a share of the row is of the column",
        'if of == "row" else',
        'if of != "row" else',
    ),
    CROSS.where(
        "a cell opens everybody of its row",
        "inside &= self.columns.parts[column]",
        "inside |= self.columns.parts[column]",
    ),
    FILTERS.where(
        "a further value of a group counts alone what it would add to others",
        "met + more[value]",
        "more[value]",
    ),
    FILTERS.where(
        "at least means more than",
        "value is not None and value >= least",
        "value is not None and value > least",
    ),
    POSTS.where(
        "a post is vacant since its first holder left",
        "max(found.get(post, 0), end)",
        "min(found.get(post, end), end)",
    ),
    POSTS.where(
        "a holder of whom it cannot be said meets the sheet",
        "if answers.sure[row]:",
        "if answers.possible[row]:",
    ),
    TEAMS.where(
        "a requirement red today already is new at the later month",
        'each for each in _labels(found[row.team], "red") if each not in row.unmet',
        'each for each in _labels(found[row.team], "red")',
    ),
    ASKING.where(
        "an answer goes into the line before",
        "values[at], names) if at in values else node), at + 1",
        "values[at], names) if at in values else node), at",
    ),
    TEXT.where(
        "a fault is told without the others of the file",
        'faults += [f"{where}：{each}" for each in wrong]',
        'faults = [f"{where}：{each}" for each in wrong]',
    ),
    REPAIR.where(
        "names are offered by which the lines cannot be asked",
        "if all(_fits(leaf, each, catalogue) for leaf in leaves)",
        "if any(_fits(leaf, each, catalogue) or True for leaf in leaves)",
    ),
    CONTRADICTION.where(
        "two limits that touch exclude each other",
        "return all(ends)",
        "return not ends",
    ),
    GROUPING.where(
        "who is 待核 is put in the first group",
        "np.where(column.codes == ABSENT, -2, -1)",
        "np.where(column.codes == ABSENT, -2, 0)",
    ),
    GROUPING.where(
        "units stand in the order of their last seat",
        "last - int(first[at])",
        "int(first[at]) - last",
    ),
    LISTS.where(
        "a list that is gone is not missed",
        "if each not in there)",
        "if each in there)",
    ),
    LISTS.where(
        "what a list rests on is not told with the question",
        "        if each.label in wanted:\n",
        "        if each.label not in wanted:\n",
    ),
    BESIDE.where(
        "where two values are as common nobody differs",
        "return (True,) * len(texts)",
        "return (False,) * len(texts)",
    ),
    LISTED.where(
        "who is on one list is on all",
        "places[label]] = True",
        ":] = True",
    ),
    AGING.where(
        "who was on a list stays on it in what was worked out",
        "return not any(kind is NamedSet for kind, _ in reads)",
        "return True",
    ),
)
