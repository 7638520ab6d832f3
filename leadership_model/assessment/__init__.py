"""研判: a team against its model and the rules.

Modules: finding (values), facts (vectors every requirement reads), judge (one requirement, one
team), team (score and state), survey (all teams), delta (what a change of seats does).
"""
