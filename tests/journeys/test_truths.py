"""The file of truths is found completely, and nothing else of its kinds, at three seeds."""

import json
from collections import Counter

import pytest

from leadership_model.cli.run import main

SMALL = [(1400, 2), (1100, 3)]


def test_default_city(city, ask):
    compare(city, ask)


@pytest.mark.parametrize(("people", "seed"), SMALL)
def test_other_seeds(people, seed, ask, tmp_path):
    path = tmp_path / "city.db"
    assert main(["sample", "--db", str(path), "--people", str(people), "--seed", str(seed)]) == 0
    compare(path, ask)


def compare(path, ask):
    truths = json.loads(path.with_name(f"{path.stem}.truth.json").read_text("utf-8"))["faults"]
    kinds = {truth["rule"] for truth in truths}
    assert {"N1", "N2", "A1", "A5", "X1", "S1", "M1", "R1", "P1", "D01", "D12"} <= kinds
    wanted = Counter(
        (t["rule"], t["result"], frozenset(t["people"]), t["team"], t["post"], t["field"])
        if t["rule"].startswith("D")
        else (t["rule"], t["result"], frozenset(t["people"]), t["team"], t["post"])
        for t in truths
    )
    found = Counter(
        (rule["rule"], rule["result"], frozenset(rule["people"]), team["id"], rule["post"])
        for team in ask("assess", path, "--all")["teams"]
        for rule in team["rules"]
        if rule["rule"] in kinds
    )
    found += Counter(
        (
            issue["rule"],
            "fail",
            frozenset([issue["person"]] if issue["person"] else []),
            issue["team"],
            None,
            issue["field"],
        )
        for issue in ask("check", path)["issues"]
    )
    assert wanted - found == Counter()
    assert found - wanted == Counter()
    assert sum(wanted.values()) > 100
