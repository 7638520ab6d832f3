"""研判分析: one team against its model and the rules, and many teams beside each other.

Modules without Qt: sheet (what cells ask for), places (teams as a tree), work (what is known
of one team), seats and parts (the comparison table), conclusion (its closing texts), roster and
spreads (members), verdicts (results of rules), rule_work and rule_columns (questions, kinship and
exceptions), future and future_sheets (the coming years of a team), exits_work (of the
base), trend_file, beside and across_sheets (teams by requirement), faults_work, groups_work and
turns_work (many teams), watch_work (flags and reminders), book_work (rules and their settings),
output, papers_work and handing_out (files and paper), grade_work (职级晋升), counts_work (统计表),
detail_work (one requirement in full), operation_work and operation_more (how a team works),
performance_work, performance_columns, performance_files and system_heads (indicator systems),
development_work and development_columns (what will be lacking, the reserve). Widgets: page,
actions, tree, listing (how a list over all teams is laid out), analysis, detail
and closing (对比分析), signed (a text that somebody signs for the month), members, photo_card and
ticks (成员), rules and rule_dialogs (规则核查),
trend, month_strip, followers and exits_view (趋势), operation, operation_closing, operation_index
and figure_form (运行状况), performance, performance_places, performance_tasks, performance_systems,
performance_entry, performance_import, task_form, system_form and item_form (绩效指标), development,
list_quotas and quota_form (培养储备), across, across_heat, faults_view, groups_view, turns_view and
team_chooser (横向比较), watch (预警提醒), book and book_form (规则库), grading and grade_form
(职级晋升), counting (统计表).
"""
