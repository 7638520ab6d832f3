"""A library about people, posts, teams, structure models and plans. No Qt, no clock, no locale.

Rooms, lower ones first: errors, ids, months, changes, seed · people · conditions · elements ·
structure · rules · assessment · query, exchange · matching · staffing · charts · store, papers ·
sample · cli. `docs/architecture.md` says what lives where and why.
"""
