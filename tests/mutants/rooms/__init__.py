"""The sabotages of each room: assessment, conditions, elements, exchange, matching, models, people,
rules (of appointments) and state_rules (of present seats), hand_rules (answered by people), staffing, store, structure.
"""
