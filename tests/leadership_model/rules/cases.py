"""Hand-worked cases of the rules, borders first: case, month, expected finding, article.

Each row was worked out by hand from the text of its article, one month or one person on either
side of a border. `scene` puts the case into a small county (see `county`); a scene gives what the
rule says: "" (nothing), pass, fail, unknown; for R1 how grave (note, forbid).
"""

from tests.leadership_model.rules.cases_in_office import (
    leaving_cases,
    level_cases,
    retirement_cases,
    since_cases,
    term_cases,
)
from tests.leadership_model.rules.cases_of_teams import (
    family_cases,
    home_cases,
    kin_cases,
    team_cases,
)
from tests.leadership_model.rules.cases_promoted import (
    appraisal_cases,
    exceptional_cases,
    hand_cases,
    promotion_cases,
    row_cases,
    sanction_cases,
    schooling_cases,
)

TABLES = (
    retirement_cases, leaving_cases, since_cases, term_cases, level_cases, promotion_cases,
    row_cases, schooling_cases, sanction_cases, appraisal_cases, hand_cases, exceptional_cases,
    family_cases, kin_cases, home_cases, team_cases,
)  # fmt: skip
CASES = tuple(case for table in TABLES for case in table())
