"""The sabotages of each room: assessment, conditions, elements, exchange, matching, models, people,
rules, staffing, store, structure.
"""
