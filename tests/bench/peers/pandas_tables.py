"""Open a database the usual way: pandas reads the tables with SQL."""

import sqlite3

import pandas as pd

TABLES = (
    "person",
    "education",
    "career_entry",
    "tenure",
    "appraisal",
    "reward",
    "sanction",
    "relative",
    "unit",
    "team",
    "post",
)


def read(path: str) -> dict[str, pd.DataFrame]:
    """Read all tables of people, teams and posts."""
    with sqlite3.connect(path) as connection:
        return {name: pd.read_sql(f"SELECT * FROM {name}", connection) for name in TABLES}
