"""Sabotages of careers and other rows: what counts, how long, what may be missing."""

from tests.mutants.sabotage import Place

CAREERS = Place("elements/careers.py", ("elements/test_careers.py",))
PRESENT = Place("elements/careers.py", ("elements/test_present.py",))
SPANS = Place("elements/spans.py", ("elements/test_spans.py",))
ROWS = Place("elements/rows.py", ("elements/test_rows.py",))
COLLECTIONS = Place("elements/collections.py", ("elements/test_collections.py",))
DERIVE = Place("elements/derive.py", ("elements/test_fields.py", "elements/test_table.py"))

SABOTAGES = (
    CAREERS.where(
        "其间 rows that name no post count",
        " | (aside & ~named & ~second)",
        "",
    ),
    CAREERS.where(
        "其间 rows never count, not even where they name a post",
        " | (aside & ~named & ~second)",
        " | aside",
    ),
    CAREERS.where(
        "挂职 rows count without being asked for",
        "Tri(trusted & job.sure & ~lent.possible,",
        "Tri(trusted & job.sure,",
    ),
    CAREERS.where(
        "the confidence of a reading is passed over",
        "(sure >= source.confidence)",
        "(sure >= 0)",
    ),
    CAREERS.where(
        "a row exactly at the set confidence is doubtful",
        "(sure >= source.confidence)",
        "(sure > source.confidence)",
    ),
    PRESENT.where(
        "a row that is not trusted surely does not match",
        "doubtful=np.flatnonzero(~trusted).astype(np.int32)",
        "doubtful=np.flatnonzero(~trusted)[:0].astype(np.int32)",
    ),
    CAREERS.where(
        "a row that begins in the month itself is not seen",
        "(owner >= 0) & (start <= source.as_of))",
        "(owner >= 0) & (start < source.as_of))",
    ),
    PRESENT.where(
        "a row that has just ended still runs",
        "running = (end > source.as_of)",
        "running = (end >= source.as_of)",
    ),
    CAREERS.where(
        "months to come count",
        "end=np.minimum(np.where(end < 0, source.as_of, end), source.as_of).astype(np.int32),",
        "end=np.where(end < 0, source.as_of, end).astype(np.int32),",
    ),
    CAREERS.where(
        "who has no complete career surely never served",
        "np.zeros(source.count, np.bool_), ~found.complete",
        "np.zeros(source.count, np.bool_), np.zeros(source.count, np.bool_)",
    ),
    SPANS.where(
        "overlapping rows count twice",
        "own = np.maximum(stop - np.maximum(start, before), 0)",
        "own = np.maximum(stop - start, 0)",
    ),
    SPANS.where(
        "rows that touch are two stretches",
        "np.cumsum(start > before)",
        "np.cumsum(start >= before)",
    ),
    SPANS.where(
        "the month of the end counts",
        "own = np.maximum(stop - np.maximum(start, before), 0)",
        "own = np.maximum(stop + 1 - np.maximum(start, before), 0)",
    ),
    ROWS.where(
        "a row that is not recorded does not exist",
        "return Tri(sure, possible | self._unrecorded(parts))",
        "return Tri(sure, possible)",
    ),
    ROWS.where(
        "a doubtful row surely matches",
        "any_of(self.owner, rows.sure & self.trusted, self.people)",
        "any_of(self.owner, rows.sure, self.people)",
    ),
    COLLECTIONS.where(
        "the appraisal of the running year is seen",
        "(year < months.year_of(source.as_of))",
        "(year <= months.year_of(source.as_of))",
    ),
    COLLECTIONS.where(
        "a year without a record had no appraisal, though work had begun",
        "missing &= years >= began[:, None]",
        "missing &= years > years[-1]",
    ),
    DERIVE.where(
        "age counts the months one year ahead",
        "(as_of - found.high) // unit)",
        "(as_of - found.high + unit - 1) // unit)",
    ),
)
