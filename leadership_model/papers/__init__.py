"""Papers as values, and as docx and xlsx files.

Modules: paper (pages, boxes, runs: what ui.printing paints), grid (a page made of one table to
the twip), placing (files written whole), fitting (which type size a text fits in), form_text and
form (审批表) with form_layout (its grids) and form_cells, naming (names of files), docx (grids as
a Word file), basis (基准日期, 模型版本, 数据状态 at every foot), spread (a spreadsheet as a
value), roster (名册) in the layouts of rosters, photographed (photos in them), team_lists
(班子花名册, 职数台账, 结构统计), family_register (家庭成员登记表), check_list (名册核对表),
own_templates (the department's own Word and Excel templates) with own_values and own_sheet,
motion (动议名单), comparison (对比分析表), beside_sheet (干部比较表), situation (班子状态一览表),
shortlist (比选名单), indicator_sheet (the form of an indicator system), notices (预警清单,
提醒清单), rule_list (规则核查清单), statistics (统计表), cross (交叉表 and charts of a list),
figures (counts and shares of a list), behind (the rows behind figures), listing (a plain list),
grade_list (职级晋升), sheets (spreads as pages), xlsx, comma (CSV). Documents in the look of
official ones: flow (headings, text, tables, charts), breaking (lines), pages (a flow laid out),
word, word_flow and word_spread (Word files written part by part); report (班子研判报告, a volume
of many) with its parts report_seen, report_overview, report_made_up, report_rules, report_ahead,
cause_words, trend and closings (the conclusions on record); team_rows (the figures of a team with
their rows). Papers of a plan: plan_papers (all kinds), plan_lines (who moves), meeting
(上会名单), deployment (调配情况), plan_change (前后对比表, 结构前后对比表), plan_rules
(规则核查表), plan_record (选拔任用纪实表), plan_forms (审批表 and .lrmx of those who move), stack
(a sheet from the top down); templates, template_made, word_pages and plan_notices (任前公示 and
任免通知 from Word templates).
"""
