import pytest

from leadership_model.exchange.issue import Issue


def test_an_issue_needs_a_known_severity_and_a_sentence():
    with pytest.raises(ValueError, match="an issue is one of"):
        Issue("f", 1, None, "bad", "x")
    with pytest.raises(ValueError, match="needs a sentence"):
        Issue("f", 1, None, "warn", "")
