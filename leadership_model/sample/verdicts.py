"""班子运行状况 as people concluded it in former half-years: state and text, signed."""

import json

from leadership_model import months
from leadership_model.people.team import Team
from leadership_model.sample.chance import share, stream, weighted
from leadership_model.sample.city import City
from leadership_model.store.nouns import Conclusion

MONTHS = (months.of(2025, 12), months.of(2026, 6))
STATES = {
    "运行优良": (
        25,
        "班子团结有力，重点任务完成好，民主测评评价高。建议优先从中选拔使用成员。",
    ),
    "运行健康": (
        55,
        "班子运行平稳，分工协作顺畅，各项工作正常推进。建议保持总体稳定，适时优化结构。",
    ),
    "运行一般": (
        15,
        "推进重点工作力度不够，成员之间配合有待加强。建议对主要负责人提醒谈话，限期改进。",
    ),
    "存在问题": (5, "信访反映较集中，工作长期靠后。建议进一步了解核实，提出调整意见。"),
}


def conclusions(city: City) -> tuple[Conclusion, ...]:
    """Give the conclusions on two thirds of the teams of counties and the city."""
    teams = [each for each in city.records if isinstance(each, Team)]
    chosen = [each for each in teams if each.category not in ("县直部门", "乡镇", "街道")]
    weights = {state: weight for state, (weight, _) in STATES.items()}
    made = []
    for team in chosen:
        source = stream(city.seed, "verdicts", team.id)
        for month in MONTHS:
            state = weighted(source, weights)
            if share(source, 0.66):
                made.append(_conclusion(team, month, state))
    return tuple(made)


def _conclusion(team: Team, month: int, state: str) -> Conclusion:
    return Conclusion(
        id=f"operation/{team.id}/{months.show_iso(month)}",
        kind="运行状况",
        subject=team.id,
        month=month,
        text=STATES[state][1],
        body=json.dumps({"state": state}, ensure_ascii=False),
        signed_by="干部一科",
    )
