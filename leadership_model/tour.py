"""The tour: the whole main job on an invented city, one line for each step, papers in `out/`.

Form files in, people and teams in a database, elements, structure models, a question, an
assessment, both directions of matching, a staffing plan for one team, papers out.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from leadership_model.cli import data, papers, plans, questions
from leadership_model.cli.run import Answer

OUT = Path("out")
CITY = "云溪市.db"
QUESTION = (
    "年龄 <= 45 且 学历 >= 大学 且 曾任 乡镇党政正职 满 24 个月 且 近 3 年年度考核 优秀 不少于 1 次"
)


@dataclass(slots=True)
class Tour:
    """Where the tour works and what it found out on the way."""

    out: Path
    people: int
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def db(self) -> Path:
        """The city's database."""
        return self.out / CITY

    def ask(self, command: Callable[[argparse.Namespace], Answer], **options: object) -> Any:  # noqa: ANN401 - a JSON document
        """Run one command as the command line would."""
        given = {"db": self.db, "as_of": None, "json": True, **options}
        return command(argparse.Namespace(**given)).document


def main(arguments: list[str] | None = None) -> int:
    """Make the tour; `--people N` for a smaller city, `--out FOLDER` for another place."""
    parser = argparse.ArgumentParser(prog="tour")
    parser.add_argument("--people", type=int, default=8155)
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args(arguments or [])
    tour = Tour(given.out, given.people)
    tour.out.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    for number, step in enumerate(STEPS, 1):
        at = time.monotonic()
        for line in step(tour):
            print(f"{number:>2}. {line}（{time.monotonic() - at:.1f} 秒）", flush=True)
    print(f"导览完成，共 {time.monotonic() - begun:.0f} 秒；文书在“{tour.out.resolve()}”")
    return 0


def make_city(tour: Tour) -> Iterator[str]:
    """Draw the invented city into a new database."""
    for old in tour.out.glob("云溪市*"):
        old.unlink()
    made = tour.ask(data.sample, people=tour.people, seed=1)
    yield f"示例城市：{made['people']} 人、{made['teams']} 个班子、{made['posts']} 个岗位"


def forms_out_and_in(tour: Tour) -> Iterator[str]:
    """Write form files, read them into an empty database, and into the city again."""
    folder = tour.out / "任免审批表lrmx"
    shutil.rmtree(folder, ignore_errors=True)
    team = _team(tour)
    written = tour.ask(papers.export, kind="lrmx", where=None, team=team["id"], out=folder)["files"]
    with tempfile.TemporaryDirectory() as place:
        options = {"paths": [folder], "dry_run": False}
        fresh = tour.ask(data.import_files, db=Path(place) / "新库.db", **options)
    again = tour.ask(data.import_files, paths=[folder], dry_run=False)
    yield (
        f"表格进出：写出 {len(written)} 份 .lrmx，读入空库新增 {fresh['new']} 人，"
        f"读回原库变更 {again['changed']} 人、未变 {again['unchanged']} 人"
    )


def list_elements(tour: Tour) -> Iterator[str]:
    """Count the elements."""
    found = tour.ask(questions.elements)["elements"]
    sensitive = sum(each["sensitive"] for each in found)
    yield f"要素：{len(found)} 个，其中敏感 {sensitive} 个"


def check_data(tour: Tour) -> Iterator[str]:
    """Check the quality of the data."""
    issues = tour.ask(data.check)["issues"]
    errors = sum(each["severity"] == "forbid" for each in issues)
    yield f"数据体检：{len(issues)} 条，其中错误 {errors} 条"


def ask_question(tour: Tour) -> Iterator[str]:
    """Ask one question of everybody and write the roster."""
    found = tour.ask(questions.query, where=QUESTION)
    out = tour.out / "名册.xlsx"
    tour.ask(papers.export, kind="roster", where=QUESTION, team=None, out=out)
    counts = f"{found['count']} 人，待核 {found['unknown']} 人"
    yield f"查询：“{found['sentence']}”→ {counts}，名册已写出"


def assess_all_teams(tour: Tour) -> Iterator[str]:
    """Hold every team against its model and the rules."""
    teams = tour.ask(questions.assess, team=None, all=True, full=False)["teams"]
    words = {"green": "绿", "yellow": "黄", "red": "红", "veto": "一票否决", "unknown": "待核"}
    words["unconfigured"] = "未配置"
    counts = [
        f"{word} {sum(each['state'] == state for each in teams)}" for state, word in words.items()
    ]
    yield f"研判：{len(teams)} 个班子，{'、'.join(counts)}"


def match_both_ways(tour: Tour) -> Iterator[str]:
    """Rank people for a vacant post, then posts for the first of them."""
    post = _team(tour)["vacancies"][0]
    rows = tour.ask(questions.match, post=post, person=None, top=10, lower=False)["rows"]
    first = rows[0]
    fits = "、".join(str(row["score_low"]) for row in rows[:5])
    yield f"以岗找人：前五名匹配度 {fits}"
    back = tour.ask(questions.match, post=None, person=first["person"], top=200, lower=True)["rows"]
    same = next((row for row in back if row["post"] == post), None)
    agree = same is not None and same["score_low"] == first["score_low"]
    if not agree:
        raise RuntimeError("the two directions of matching disagree")
    yield f"以人找岗：同一对人岗两个方向分数一致（{first['score_low']} 分）"


def staff_one_team(tour: Tour) -> Iterator[str]:
    """Propose who takes the open seats of the chosen team, proven and recomputed."""
    team = _team(tour)
    plan = tour.ask(
        plans.staff,
        teams=team["id"],
        rearrange=False,
        pool=None,
        seconds=30.0,
        steps=None,
        alternatives=1,
    )
    (tour.out / "配备方案.json").write_text(
        json.dumps(plan, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    after = plan["teams"][0]["after"]
    yield (
        f"配备：{team['name']}补 {len(plan['moves'])} 人，状态 {plan['status']}，"
        f"得分 {team['score_low']:.1f} → {after['score_low']:.1f}，复核{_said(plan['verified'])}"
    )


def write_papers(tour: Tour) -> Iterator[str]:
    """Write the comparison table and the forms of the chosen team."""
    team = _team(tour)
    table = tour.out / "对比分析表.xlsx"
    tour.ask(papers.export, kind="comparison", where=None, team=team["id"], out=table)
    folder = tour.out / "任免审批表"
    shutil.rmtree(folder, ignore_errors=True)
    forms = tour.ask(papers.export, kind="form", where=None, team=team["id"], out=folder)["files"]
    yield f"文书：对比分析表 1 份、任免审批表 {len(forms)} 份"


def back_up(tour: Tour) -> Iterator[str]:
    """Copy the database and check the copy."""
    copy = tour.out / "云溪市-备份.db"
    counts = tour.ask(data.backup, out=copy)["counts"]
    yield f"备份：{counts['person']} 人，已打开核对"


def _team(tour: Tour) -> Any:  # noqa: ANN401 - a JSON document
    """Choose the team to work on: a township with most open seats, first by id."""
    if "team" not in tour.said:
        teams = tour.ask(questions.assess, team=None, all=True, full=False)["teams"]
        townships = [each for each in teams if each["category"] == "乡镇" and each["vacancies"]]
        tour.said["team"] = max(townships, key=lambda each: (len(each["vacancies"]), each["id"]))
    return tour.said["team"]


def _said(value: bool) -> str:
    return "通过" if value else "未通过"


STEPS = (
    make_city,
    forms_out_and_in,
    list_elements,
    check_data,
    ask_question,
    assess_all_teams,
    match_both_ways,
    staff_one_team,
    write_papers,
    back_up,
)

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
