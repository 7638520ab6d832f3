"""模拟配备: scenarios of moves, and the plan a solver proposes within the guard rails.

Modules: move, scenario, apply, conflict, problem, linear, stages, solution, verify, explain, clash.
`solver/` is the only place that imports HiGHS and OR-Tools.
"""
