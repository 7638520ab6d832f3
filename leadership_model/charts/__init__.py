"""The numbers to draw, as values. No colours, no pixels, no Qt.

Modules: spec (the values), and one per drawing made from domain values: radar, ladder, heat,
strip (months of one team), of_people (a list by age and sex, by any element).
"""
