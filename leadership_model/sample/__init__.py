"""A seeded, invented city of any size, with a list of every fault it holds.

chance (seeded randomness), place (areas, townships, departments), job (wording of one post),
posts (seats of each category), layout (units, teams, slots), classes (who sits where, in numbers),
names, identity (ID numbers), ladder (a career as stages), resume (its wording), schooling, annals
(appraisals, rewards, sanctions), family, draft (one person), crowd (all people), plan (faults to
plant), spoil (planting data faults), truths (every fault there is), data_truths, retirement (own
table), city (draw), copies (larger cities), build (into a database), photo (portraits).
"""
