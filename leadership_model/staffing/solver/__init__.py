"""The only place that imports HiGHS (highspy) and OR-Tools: thin writers of one Linear value.

Modules: answer (limits in, answers out), highs, cpsat.
"""
