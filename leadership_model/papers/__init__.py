"""Papers as values, and as docx and xlsx files.

Modules: paper (pages, boxes, runs: what ui.printing paints), grid (a page made of one table to the
twip), fitting (which type size a text fits in), form_text and form (审批表), docx (grids as a Word
file), spread (a spreadsheet as a value), roster (名册), motion (动议名单), comparison
(对比分析表), situation (班子状态一览表), shortlist (比选名单), notices (预警清单, 提醒清单),
figures (counts and shares of a list), sheets (spreads as pages), xlsx.
"""
