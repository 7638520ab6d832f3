"""研判: a team against its model and the rules.

Modules: finding (values), facts (vectors every requirement reads), vector (their shapes), world
(one month, one seating), measure (x as an interval), target (bounds, tolerance, satisfaction),
judge (one requirement, one team), phrase (a finding in words), team (score and state), survey (all
teams), refresh (the survey after a few rows were written), affected (whom those rows speak of),
codec (assessments as bytes), delta (what a change of seats does), outlook (who leaves, who is
missed), leaving (seats left by age), reads (vectors a requirement reads), forecast (all teams
month by month), steps (one team at a few of these months), causes (why a verdict changes), events
(what rules say in coming months), exits (who leaves each half-year), comparing (many teams at
once), turns (what changed), standing (rank among its like), impact, trial and versions (what
changed models would do), reach (who could meet a requirement), summary (the drafted evaluation),
overview, ending and figure (the figures of the first page), areas (where the teams lie, for a
map), grades (who may rise by years served), grade_places (职级职数, the monthly list), figures
(yearly figures of teams), flags (W1-W11), reminders (what falls due), pivotal (who alone holds a
requirement up, who would repair or break it), likeness (what a requirement reads of a person),
operation (how a team works, by its yearly figures), performance (indicator systems), tasks
(monthly lists), filling (what is entered of both), reserve (lists and quotas), development (what
will be lacking when), rule_effect (what another book changes), replaced (a world seen through
another catalogue).
"""
