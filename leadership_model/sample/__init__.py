"""A seeded, invented city of any size, with a list of every fault it holds.

chance (seeded randomness), origin (where from), place (areas, townships, departments), job
(wording of one post), posts (seats of each category), layout (units, teams, slots), classes (who
sits where, in numbers), names, identity (ID numbers), ladder and career (stages of a career),
aside (courses and 挂职), resume (its wording), schooling, annals (appraisals, rewards, sanctions),
family, draft (one person), crowd (all people), register (records while faults are planted), plan
(faults to plant), spoil (planting data faults), planting (faults of terms, rotation and home,
yearly figures), truth (one fault), truths (every fault there is), sitting (who sits where), due,
data_truths, rule_truths, section_truths, flag_truths, retirement (own table), verifying (verified
and disputed facts, unclear lines), grading and grade_truths (months 职级 fall due), operating
(figures, index entries, tasks), former and recast (who held the seats before, lines of résumés
written anew for it), cultivating (reserve, training), withholding (暂缓使用), verdicts (former
conclusions on the operation of teams), city (draw), copies (larger cities), build (into a
database), photo (portraits).
"""
