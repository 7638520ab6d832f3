"""A query of six conditions, two of them on career rows, in SQL and in pandas.

中共党员, 42 岁及以下, 男, 学历大学及以上, 曾任乡镇党政正职累计满 24 个月, 曾在县直部门任正职.
Where only the year of birth is known, January decides: so old for sure.
Months of overlapping rows are counted once; a row that runs on counts up to the reference month.
"""

import sqlite3

import pandas as pd

EDUCATED = (
    "研究生",
    "中央党校研究生",
    "省（区、市）委党校研究生",
    "研究生班",
    "大学",
    "中央党校大学",
    "省（区、市）委党校大学",
)
TOWNSHIP = ("乡镇",)
HEADS = ("党委书记", "行政正职")

SQL = f"""
WITH spans AS (
  SELECT person, start AS a, MIN(COALESCE("end", :next), :next) AS b
  FROM career_entry
  WHERE kind = '任职' AND secondment = 0 AND start IS NOT NULL AND start <= :m
    AND unit_kind IN {TOWNSHIP + TOWNSHIP} AND post_kind IN {HEADS}
),
marked AS (
  SELECT person, a, b, MAX(b) OVER (
    PARTITION BY person ORDER BY a, b ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM spans
),
months AS (
  SELECT person, SUM(MAX(0, b - MAX(a, COALESCE(before, a)))) AS n FROM marked GROUP BY person
)
SELECT person.id FROM person
JOIN months ON months.person = person.id
WHERE person.party = '中共党员' AND person.sex = '男'
  AND (:m - COALESCE(person.birth, person.birth_year * 12)) / 12 <= 42
  AND months.n >= 24
  AND EXISTS (SELECT 1 FROM education e WHERE e.person = person.id AND e.schooling IN {EDUCATED})
  AND EXISTS (SELECT 1 FROM career_entry c WHERE c.person = person.id AND c.kind = '任职'
    AND c.secondment = 0 AND c.start <= :m AND c.unit_kind = '县直部门' AND c.role = '正职')
ORDER BY person.id
"""


def by_sql(connection: sqlite3.Connection, month: int) -> list[str]:
    """Ask the database."""
    return [row[0] for row in connection.execute(SQL, {"m": month, "next": month})]


def by_pandas(tables: dict[str, pd.DataFrame], month: int) -> list[str]:
    """Ask the frames."""
    people, careers = tables["person"], tables["career_entry"]
    plain = people[
        (people["party"] == "中共党员")
        & (people["sex"] == "男")
        & ((month - people["birth"].fillna(people["birth_year"] * 12)) // 12 <= 42)
    ]
    educated = tables["education"][tables["education"]["schooling"].isin(EDUCATED)]["person"]
    posts = careers[
        (careers["kind"] == "任职") & (careers["secondment"] == 0) & (careers["start"] <= month)
    ]
    county = posts[(posts["unit_kind"] == "县直部门") & (posts["role"] == "正职")]["person"]
    heads = posts[posts["unit_kind"].isin(TOWNSHIP) & posts["post_kind"].isin(HEADS)]
    heads = heads.sort_values(["person", "start"])
    ends = heads["end"].fillna(month).clip(upper=month)
    before = ends.groupby(heads["person"]).transform(lambda each: each.cummax().shift())
    begun = heads["start"].where(before.isna() | (before < heads["start"]), before)
    months = (ends - begun).clip(lower=0).groupby(heads["person"]).sum()
    long = months[months >= 24].index
    found = plain[plain["id"].isin(educated) & plain["id"].isin(county) & plain["id"].isin(long)]
    return sorted(found["id"])
