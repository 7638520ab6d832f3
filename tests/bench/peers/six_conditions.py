"""The questions of the page 模型查询 in plain SQL, for SQLite (indexed) and DuckDB alike.

The question: 中共党员, 男, so old or younger, 学历大学及以上, 曾任乡镇党政正职 for so many months, and
曾在县直部门任职 in a role. Where only the year of birth is known, January decides: so old for sure.
Months of overlapping rows are counted once; a row that runs on counts up to the reference month.
"""

from typing import Any

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
FACETS = (
    *("sex", "ethnicity", "party", "health", "origin", "birthplace", "hometown"),
    *("technical_title", "level", "grade", "status"),
)

# {least} and {most} are the dialect's words for the smaller and the larger of two.
FOUND = """
WITH spans AS (
  SELECT person, start AS a, {least}(COALESCE("end", {month}), {month}) AS b
  FROM career_entry
  WHERE kind = '任职' AND secondment = 0 AND start IS NOT NULL AND start <= {month}
    AND unit_kind IN {township} AND post_kind IN {heads}
),
marked AS (
  SELECT person, a, b, MAX(b) OVER (
    PARTITION BY person ORDER BY a, b ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM spans
),
months AS (
  SELECT person, SUM({most}(0, b - {most}(a, COALESCE(before, a)))) AS n
  FROM marked GROUP BY person
)
SELECT person.id FROM person
JOIN months ON months.person = person.id
WHERE person.party = '中共党员' AND COALESCE(person.party_joined, 0) <= {month}
  AND person.sex = '男'
  AND COALESCE(person.birth, person.birth_year * 12) > {month} - 12 * ({age} + 1)
  AND months.n >= {months}
  AND EXISTS (SELECT 1 FROM education e WHERE e.person = person.id AND e.schooling IN {educated})
  AND EXISTS (SELECT 1 FROM career_entry c WHERE c.person = person.id AND c.kind = '任职'
    AND c.secondment = 0 AND c.start <= {month} AND c.unit_kind = '县直部门' AND c.role = '{role}')
"""
PAGE = """
SELECT id, name, sex, ethnicity, origin, post_text,
  (SELECT group_concat(result, ' ') FROM (
    SELECT result FROM appraisal a WHERE a.person = p.id AND a.year < {year}
    AND a.year >= {year} - 3 ORDER BY a.year))
FROM person p JOIN strokes ON strokes.person = p.id
WHERE sex = '女' ORDER BY strokes.rank, p.id LIMIT {count} OFFSET {first}
"""
SORTED = "SELECT id FROM person JOIN strokes ON strokes.person = id ORDER BY strokes.rank, id"
# label -> what is counted; `best` is the highest 学历 by rank, `held` the months at the level,
# `young` and `old` the least and the greatest age: of some only the year of birth is known
COUNTED = {
    "女": "sex = '女'",
    "少数民族": "ethnicity <> '汉族'",
    "中共": "party IN ('中共党员', '预备党员') AND COALESCE(party_joined, 0) <= {month}",
    "党外": "party NOT IN ('中共党员', '预备党员')",
    "研究生": "best >= 7",
    "大学": "best IN (5, 6)",
    "大专": "best = 4",
    "中专": "best = 3",
    "高中及以下": "best < 3",
    "35岁以下": "old < 36",
    "36–40": "young >= 36 AND old < 41",
    "41–45": "young >= 41 AND old < 46",
    "46–50": "young >= 46 AND old < 51",
    "51–54": "young >= 51 AND old < 55",
    "55–59": "young >= 55 AND old < 60",
    "60岁以上": "young >= 60",
    "不满1年": "held < 12",
    "1–3年": "held >= 12 AND held < 36",
    "3–5年": "held >= 36 AND held < 60",
    "5–10年": "held >= 60 AND held < 120",
    "10年以上": "held >= 120",
}
STATISTICS = """
WITH best AS (
  SELECT e.person, MAX(s.rank) AS best FROM education e JOIN schooling s ON s.name = e.schooling
  GROUP BY e.person
),
people AS (
  SELECT p.*, best.best, {month} - level_since AS held,
    (({month} - COALESCE(birth, birth_year * 12 + 11)) / 12.0) AS young,
    (({month} - COALESCE(birth, birth_year * 12)) / 12.0) AS old
  FROM person p LEFT JOIN best ON best.person = p.id
)
SELECT level, COUNT(*), {columns} FROM people GROUP BY level
"""


def found(values: dict[str, Any], words: tuple[str, str]) -> str:
    """Write the question of six conditions."""
    lists = {"township": TOWNSHIP + TOWNSHIP, "heads": HEADS, "educated": EDUCATED}
    return FOUND.format(least=words[0], most=words[1], **lists, **values)


def by_sql(connection: Any, values: dict[str, Any], words: tuple[str, str]) -> list[str]:
    """Ask the database."""
    rows = connection.execute(found(values, words) + " ORDER BY person.id").fetchall()
    return [row[0] for row in rows]


def with_facets(
    connection: Any, values: dict[str, Any], words: tuple[str, str]
) -> dict[str, dict[Any, int]]:
    """Ask, keep who was found in a table of its own, and count twelve properties of them."""
    connection.execute("DROP TABLE IF EXISTS found")
    connection.execute(f"CREATE TEMP TABLE found AS {found(values, words)}")
    month = values["month"]
    asked = {name: name for name in FACETS}
    asked["age"] = f"({month} - birth - ({month} - birth) % 12) / 12"
    return {
        name: dict(
            connection.execute(
                f"SELECT {what}, COUNT(*) FROM person JOIN found USING (id)"
                f" WHERE {'birth' if name == 'age' else name} IS NOT NULL GROUP BY 1"
            ).fetchall()
        )
        for name, what in asked.items()
    }


def page(connection: Any, year: int, first: int, count: int) -> list[tuple[Any, ...]]:
    """Give one page of a list in the order of strokes."""
    rows = connection.execute(PAGE.format(year=year, first=first, count=count)).fetchall()
    return [tuple(row) for row in rows]


def by_strokes(connection: Any) -> list[str]:
    """Give everybody in the order of strokes; the ranks stand in an indexed table."""
    return [row[0] for row in connection.execute(SORTED).fetchall()]


def statistics(connection: Any, month: int) -> dict[str, tuple[int, ...]]:
    """Count people by level over the properties of the official table."""
    columns = ", ".join(f"COUNT(CASE WHEN {each} THEN 1 END)" for each in COUNTED.values())
    asked = STATISTICS.format(month=month, columns=columns.format(month=month))
    rows = connection.execute(asked).fetchall()
    return {row[0]: tuple(int(each) for each in row[1:]) for row in rows}
