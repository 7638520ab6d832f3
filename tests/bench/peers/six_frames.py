"""The questions of the page 模型查询 in pandas, as somebody would write them in a notebook."""

from typing import Any

import pandas as pd

from tests.bench.peers.six_conditions import EDUCATED, FACETS, HEADS, TOWNSHIP

Frames = dict[str, pd.DataFrame]


def found(tables: Frames, values: dict[str, Any]) -> list[str]:
    """Ask the question of six conditions."""
    people, careers, month = tables["person"], tables["career_entry"], values["month"]
    plain = people[
        (people["party"] == "中共党员")
        & (people["party_joined"].fillna(0) <= month)
        & (people["sex"] == "男")
        & ((month - people["birth"].fillna(people["birth_year"] * 12)) // 12 <= values["age"])
    ]
    educated = tables["education"][tables["education"]["schooling"].isin(EDUCATED)]["person"]
    posts = careers[
        (careers["kind"] == "任职") & (careers["secondment"] == 0) & (careers["start"] <= month)
    ]
    county = posts[(posts["unit_kind"] == "县直部门") & (posts["role"] == values["role"])]["person"]
    heads = posts[posts["unit_kind"].isin(TOWNSHIP) & posts["post_kind"].isin(HEADS)]
    heads = heads.sort_values(["person", "start"])
    ends = heads["end"].fillna(month).clip(upper=month)
    before = ends.groupby(heads["person"]).transform(lambda each: each.cummax().shift())
    begun = heads["start"].where(before.isna() | (before < heads["start"]), before)
    months = (ends - begun).clip(lower=0).groupby(heads["person"]).sum()
    long = months[months >= values["months"]].index
    asked = plain[plain["id"].isin(educated) & plain["id"].isin(county) & plain["id"].isin(long)]
    return sorted(asked["id"])


def with_facets(tables: Frames, values: dict[str, Any]) -> dict[str, dict[Any, int]]:
    """Ask, and count twelve properties of who was found."""
    people = tables["person"]
    inside = people[people["id"].isin(found(tables, values))]
    counts: dict[str, dict[Any, int]] = {
        name: inside[name].value_counts().to_dict() for name in FACETS
    }
    ages = (values["month"] - inside["birth"].dropna()) // 12
    counts["age"] = ages.astype(int).value_counts().to_dict()
    return counts


def page(tables: Frames, year: int, first: int, count: int) -> list[tuple[Any, ...]]:
    """Give one page of a list in the order of strokes."""
    people, yearly = tables["person"], tables["appraisal"]
    women = people[people["sex"] == "女"].sort_values(["rank", "id"])
    shown = women.iloc[first : first + count]
    inside = yearly[
        yearly["person"].isin(shown["id"]) & yearly["year"].between(year - 3, year - 1)
    ].sort_values(["person", "year"])
    results = inside.groupby("person")["result"].agg(" ".join)
    columns = ["id", "name", "sex", "ethnicity", "origin", "post_text"]
    rows = shown[columns].merge(results, left_on="id", right_index=True, how="left")
    return [
        tuple(None if pd.isna(each) else each for each in row)
        for row in rows.itertuples(index=False)
    ]


def by_strokes(tables: Frames) -> list[str]:
    """Give everybody in the order of strokes; the ranks stand in a column."""
    return list(tables["person"].sort_values(["rank", "id"])["id"])


def statistics(tables: Frames, month: int) -> dict[str, tuple[int, ...]]:
    """Count people by level over the properties of the official table."""
    people = tables["person"]
    best = (
        tables["education"]
        .merge(tables["schooling"], left_on="schooling", right_on="name")
        .groupby("person")["rank"]
        .max()
    )
    best = people["id"].map(best)
    young = (month - people["birth"].fillna(people["birth_year"] * 12 + 11)) // 12
    old = (month - people["birth"].fillna(people["birth_year"] * 12)) // 12
    held = month - people["level_since"]
    inside = people["party"].isin(["中共党员", "预备党员"])
    columns = {
        "all": people["id"].notna(),
        "女": people["sex"] == "女",
        "少数民族": people["ethnicity"].notna() & (people["ethnicity"] != "汉族"),
        "中共": inside & (people["party_joined"].fillna(0) <= month),
        "党外": people["party"].notna() & ~inside,
        "研究生": best >= 7,
        "大学": best.isin([5, 6]),
        "大专": best == 4,
        "中专": best == 3,
        "高中及以下": best < 3,
        "35岁以下": old < 36,
        **{
            f"{a}–{b}": (young >= a) & (old <= b)
            for a, b in ((36, 40), (41, 45), (46, 50), (51, 54), (55, 59))
        },
        "60岁以上": young >= 60,
        "不满1年": held < 12,
        "1–3年": (held >= 12) & (held < 36),
        "3–5年": (held >= 36) & (held < 60),
        "5–10年": (held >= 60) & (held < 120),
        "10年以上": held >= 120,
    }
    counted = pd.DataFrame(columns).groupby(people["level"]).sum()
    rows = counted.itertuples()
    return {str(row[0]): tuple(int(each) for each in row[1:]) for row in rows}
