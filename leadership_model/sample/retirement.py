"""Statutory retirement, worked out a second time for the truths: not shared with the rules.

Written as the decision of 2024-09-13 puts it, cohort by cohort, not as the closed formula: from
January 2025 on, those who would have retired in a month retire later; every four months of cohort
add one month, until three years are reached.
"""

from leadership_model import months

SLOW_START = {60: months.of(1965, 1), 55: months.of(1970, 1)}
# The senior titles this city draws (组通字〔2015〕14号 gives women who hold one the age of 60).
SENIOR_TITLES = ("高级工程师", "高级教师", "高级农艺师")
DEPUTY_COUNTY_UP = frozenset(
    level + step for level in ("国家级", "省部级", "厅局级", "县处级") for step in ("正职", "副职")
)


def base_age(sex: str, level: str | None, title: str | None = None) -> int:
    """Give the original age: 60, or 55 for women below 县处级副职 without a senior title."""
    if sex == "男" or level in DEPUTY_COUNTY_UP or (title or "") in SENIOR_TITLES:
        return 60
    return 55


def due(sex: str, birth: int, level: str | None, title: str | None = None) -> int:
    """Give the month somebody is due to retire, by counting cohorts up from the first one."""
    age = base_age(sex, level, title)
    later, cohort = 0, SLOW_START[age]
    while cohort <= birth and later < 36:
        later += 1
        cohort += 4
    return birth + age * 12 + later
