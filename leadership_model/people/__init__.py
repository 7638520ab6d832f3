"""What is: frozen values for people, units, teams, posts and tenures, and the snapshot of all.

Modules: gaps (value, 无 or unknown), person, career, unit, team, post, tenure (records as stored),
table (columns of one kind of record), snapshot (all tables), seating (who sits where at a month),
retirement (statutory months), sanctions (until when one takes effect), codes (lists and ranks).
"""
