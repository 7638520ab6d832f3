"""What is: frozen values for people, units, teams, posts and tenures, and the snapshot of all.

Modules: gaps (value, 无 or unknown), person, career, unit, team, post, tenure, reserve,
grade_quota (records as stored), indicator_system (weighted items), indicator_edit, periods (parts
of a year), table (columns of one kind of record), kept (values with what they were worked out
from), few (some people alone), places (where rows stand, by id), patch and patch_columns (a
snapshot with a few rows written anew), arriving (tables to come), snapshot (all tables), seating
(who sits where at a month), retirement (statutory months), sanctions (until when one takes
effect), codes (lists and ranks), own_codes (entries of the department), renaming (an area or own
entry called otherwise), homes (成长地 as work),
seat_names, seat_uses, seat_order, team_terms, area_tree (units, teams and posts as they are
edited); resume (layout of a 简历), areas (names of places), phrases (what is said around a post),
place_words, bodies, unit_words, post_words (pieces of a line), pieces (a line cut up), levels
(职务层次 of a post), reading (lines as entries), correction and amend (a reading put right and
given back), unclear (entries not understood), revise (entries after a 简历 was edited); verified
(三龄两历 as the file says), disputes (facts in dispute), ignored (data issues let stand),
named_set (名单), rule_notes (answers and exceptions), hold and held (暂缓使用); fields and
seat_fields (fields as panels show and take them), row_kinds and row_fields (the same for rows that
hang on a person); lifecycle (调入 to 去世 as one step each), continuation (a 简历 carried on),
merging (two records made one), duplicates (who may be in the base twice), batch (one field of many
people).
"""
