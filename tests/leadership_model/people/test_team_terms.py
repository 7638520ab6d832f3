import pytest

from leadership_model import months
from leadership_model.people.team import Team
from leadership_model.people.team_terms import elected_teams, fault_in, renewed

OLD, NEW = months.of(2021, 12), months.of(2026, 12)
PARTY = Team(id="t1", unit="u1", name="县委", place="党委", term_start=OLD, term_number=14, order=1)
COURT = Team(id="t2", unit="u2", name="法院", place="法院", absent="term_start", order=2)
BUREAU = Team(id="t3", unit="u3", name="财政局", order=0)


def test_only_elected_teams_are_asked_in_their_order():
    assert [t.id for t in elected_teams([COURT, BUREAU, PARTY])] == ["t1", "t2"]


def test_a_new_term_counts_on_and_lasts_to_its_last_month():
    pairs = dict(renewed([PARTY, COURT], NEW, months.of(2031, 11), next_number=True))
    party, court = pairs[PARTY], pairs[COURT]
    assert (party.term_start, party.term_months, party.term_number) == (NEW, 60, 15)
    assert (court.term_start, court.term_number, court.absent) == (NEW, None, "")


def test_the_same_term_once_more_changes_nothing():
    assert renewed([PARTY], OLD, OLD + 59, next_number=True) == ()
    assert renewed([PARTY], NEW, NEW + 59, next_number=False)[0][1].term_number == 14


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [("", "2031-11", "起始"), ("2026-12", "x", "届满"), ("2026-12", "2026-11", "之后"),
     ("2026-12", "2040-01", "10 年"), ("2026-12", "2031-11", "")],
)  # fmt: skip
def test_wrong_months_are_refused(start, end, words):
    assert words in fault_in(start, end)
    assert bool(fault_in(start, end)) == bool(words)
