"""要素: what people are measured by. Definitions are data; the feature table is people x elements.

Values: element, definitions and codec (bodies to values and back), references (what a definition is
built from), vocabulary (names inside brackets), catalogue (all elements and experience filters).
Columns: source (what is asked, and what was worked out before), columns, fields, seats, education,
levels, marks, records, derive (one definition as a column), table (all of them).
Rows: rows, collections (有 and 没有), spans, careers (曾任), present (现任).
To be shown: describe (a definition as a sentence), spread (how values spread over all people),
shown (one person's value).
To be changed: starts (new ones), domain (what follows from a definition), edit, definition_edit and
filter_edit (one piece of a sentence), soundness (what is wrong), dependents (what else changes),
sensitive (why an element is), renaming (entries of code lists called otherwise).
"""
