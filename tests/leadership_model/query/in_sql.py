"""A condition as one SQL expression over the stored rows: 1, 0 or NULL, which is unknown.

SQL's AND, OR and NOT are those of the conditions. What plain SQL cannot say (months counted once
under overlapping rows, years without an appraisal) is refused.
"""

import sqlite3
from dataclasses import fields

from leadership_model.conditions.tree import (
    All,
    Between,
    Career,
    Compare,
    Exists,
    Is,
    Not,
    Some,
    Within,
)
from tests.leadership_model.query.slowly import FIELDS, RANKS, ROWS, SINCE

TABLES = ("person", "education", "sanction", "career_entry")


class Unsayable(Exception):
    """Plain SQL does not say this."""


def stored(snapshot):
    """Put the rows of a snapshot into SQLite."""
    base = sqlite3.connect(":memory:")
    for name in TABLES:
        table = snapshot[name]
        columns = [f'"{each.name}"' for each in fields(table.record_type)]
        base.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", table.rows)
    return base


def ask(base, tree, month):
    """Give the ids of who surely satisfies a condition; Unsayable where SQL cannot say it."""
    where = expression(tree, month)
    return [row[0] for row in base.execute(f"SELECT id FROM person p WHERE {where} ORDER BY id")]


def expression(tree, month):
    match tree:
        case All(parts):
            return "(" + " AND ".join(expression(part, month) for part in parts) + ")"
        case Some(parts):
            return "(" + " OR ".join(expression(part, month) for part in parts) + ")"
        case Not(part):
            return f"(NOT {expression(part, month)})"
        case Exists("处分", parts):
            return sanctioned(parts, month)
        case Career("曾任", parts, _, None):
            return served(parts, month)
        case Compare("年龄") | Between("年龄") | Within("年龄"):
            return aged(tree, month)
        case Career() | Exists() | Is("年龄"):
            raise Unsayable
        case Compare(name) | Between(name) | Within(name) | Is(name):
            return leaf(tree, "p", FIELDS[name], month)
        case _:
            raise Unsayable


def aged(part, month):
    """Ask the least and the greatest age: of some only the year of birth is known."""
    known = f"COALESCE(p.birth, MIN(p.birth_year * 12 + 11, {month}))"
    youngest = f"(({month} - {known}) / 12)"
    oldest = f"(({month} - COALESCE(p.birth, p.birth_year * 12)) / 12)"
    one, other = (said(part, each) for each in (youngest, oldest))
    return f"(CASE WHEN {known} <= {month} AND ({one}) = ({other}) THEN {one} END)"


def leaf(part, alias, field, month):
    value = f"{alias}.{field}"
    absent = f"(' ' || {alias}.absent || ' ' LIKE '% {field} %')"
    if alias == "p" and field in SINCE:
        later = f"COALESCE(p.{SINCE[field]}, 0) > {month}"
        value, absent = (
            f"(CASE WHEN {later} THEN NULL ELSE {value} END)",
            f"({absent} AND NOT {later})",
        )
    if isinstance(part, Is):
        states = {"无": absent, "待核": f"(NOT {absent} AND {value} IS NULL)"}
        states["已知"] = f"(NOT {absent} AND {value} IS NOT NULL)"
        return states[part.state]
    beyond = int(isinstance(part, Compare) and part.op == "≠")
    return f"(CASE WHEN {absent} THEN {beyond} ELSE {said(part, value)} END)"


def said(part, value):
    match part:
        case Within(_, values):
            return f"{value} IN ({', '.join(map(repr, values))})"
        case Compare(_, ("=" | "≠") as op, wanted):
            return f"{value} {'=' if op == '=' else '<>'} {wanted!r}"
        case Compare(name, op, wanted):
            return f"{ranked(name, value)} {op} {RANKS.get(name, {}).get(wanted, wanted)}"
        case Between(name, low, high):
            ends = [RANKS.get(name, {}).get(each, each) for each in (low, high)]
            return f"{ranked(name, value)} BETWEEN {ends[0]} AND {ends[1]}"


def ranked(name, value):
    if name not in RANKS:
        return value
    cases = " ".join(f"WHEN {each!r} THEN {rank}" for each, rank in RANKS[name].items())
    return f"(CASE {value} {cases} END)"


def rows_of(table, alias, parts, month):
    told = [
        leaf(part, alias, ROWS[part.name], month).replace(f"{alias}.absent", "''") for part in parts
    ]
    return f"FROM {table} {alias} WHERE {alias}.person = p.id", " AND ".join(["1", *told])


def sanctioned(parts, month):
    rows, told = rows_of("sanction", "s", parts, month)
    sure = f"EXISTS (SELECT 1 {rows} AND s.month <= {month} AND ({told}))"
    maybe = (
        f"EXISTS (SELECT 1 {rows} AND (s.month IS NULL OR s.month <= {month} AND ({told}) IS NULL))"
    )
    complete = "(p.rewards_complete OR ' ' || p.absent || ' ' LIKE '% reward_text %')"
    return f"(CASE WHEN {sure} THEN 1 WHEN {maybe} OR NOT {complete} THEN NULL ELSE 0 END)"


def served(parts, month):
    rows, told = rows_of("career_entry", "c", parts, month)
    job = (
        "NOT (c.kind = '学习' OR COALESCE(c.post_kind, '') = '学习' OR c.kind IN ('其间', '跨段')"
        " AND (c.post_kind IS NULL OR c.post_kind IN ('学习', '其他')) AND COALESCE(c.secondment, 0) <> 1)"
    )
    told = f"({told} AND {job} AND NOT c.secondment)"
    seen = f"{rows} AND COALESCE(c.start, 0) <= {month}"
    trusted = "(c.start IS NOT NULL AND (COALESCE(c.sure, 0) >= 60 OR COALESCE(c.by_hand, 0)))"
    none = "' ' || p.absent || ' ' LIKE '% resume %'"
    complete = f"({none} OR p.resume IS NOT NULL AND EXISTS (SELECT 1 {rows}))"
    open_ = f"EXISTS (SELECT 1 {seen} AND (NOT {trusted} OR {told} IS NULL)) OR NOT {complete}"
    return f"(CASE WHEN EXISTS (SELECT 1 {seen} AND {trusted} AND {told}) THEN 1 WHEN {open_} THEN NULL ELSE 0 END)"
