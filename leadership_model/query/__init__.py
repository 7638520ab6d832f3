"""模型查询: any question about people, and what can be said of the people found.

Modules: people_set (a set of people with a name and an origin), ask (a condition answered, with
counts for each of its lines), facets (values with the count one click would give), facet_lines
(values chosen in a facet as a line), statistics, distributions (bars beside a list), level_table
(统计表: levels by properties), axis (an element as rows or columns, bands of one's own) and
cross_table (people by two elements), grouping (a list in groups by an element), lists (名单 kept
under a name), column_sets (列方案), beside (同屏比较), common (questions that come with the
program). While a question is put together: draft, tally (how many each line lets pass), suggest
(what may stand next), contradiction (lines that exclude each other). Kept questions: asking (what
one asks when it is opened), kept_text (as a readable text), repair (one whose element was retired
or is gone).
Objects of a query beside people: teams, posts, models, with object_facets (filters and the counts
one click would give); would (requirements and sheets as questions about people).
"""
