"""Assessments come back as they were, to the last bit of a float."""

from leadership_model.assessment import codec
from leadership_model.assessment.finding import Assessment, Finding
from leadership_model.rules.rule import RuleResult

FINDING = Finding(
    requirement="r-1",
    label="平均年龄",
    dimension="年龄",
    kind="average",
    verdict="yellow",
    measured_low=46.3,
    measured_high=None,
    lo=None,
    hi=46.0,
    s_low=0.1 + 0.2,
    s_high=1.0,
    points=10.0,
    veto=False,
    detail="46.3 岁",
    people=(1, 2),
    unknown_people=(7,),
)
RULE = RuleResult(
    rule="N1", result="fail", severity="forbid", waiver="superior", people=(3,), team=2, month=24322
)


def team(number):
    return Assessment(
        team=number,
        model="m-1",
        state="unknown",
        state_low="red",
        state_high="green",
        score_low=2 / 3,
        score_high=None,
        seats=9,
        filled=7,
        vacancies=(4, 5),
        findings=(FINDING,),
        rules=(RULE,),
        dimensions=(("年龄", 30.000000000000004, 100.0),),
    )


def test_what_is_written_is_read_again():
    teams = tuple(team(number) for number in range(95))  # more than one portion
    assert codec.decode(codec.encode(teams)) == teams


def test_tuples_stay_tuples_and_can_be_hashed():
    (read,) = codec.decode(codec.encode([team(0)]))
    assert hash(read) == hash(team(0))


def test_nothing_is_nothing():
    assert codec.decode(codec.encode(())) == ()
