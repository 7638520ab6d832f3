"""The sabotages of each room: assessment, conditions, elements, exchange, matching, people, rules,
staffing, store.
"""
