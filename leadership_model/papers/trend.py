"""How the score of a team goes over the coming years, as lines."""

from collections.abc import Sequence

from leadership_model.assessment.steps import Step
from leadership_model.charts.spec import Line, Lines


def score_lines(steps: Sequence[Step]) -> Lines:
    """Draw both ends of the score at the months looked at; one line where they are the same."""
    low = tuple((float(e.month), e.assessment.score_low) for e in steps)
    high = tuple((float(e.month), e.assessment.score_high) for e in steps)
    first = tuple((x, round(y, 1)) for x, y in low if y is not None)
    last = tuple((x, round(y, 1)) for x, y in high if y is not None)
    lines = [Line(label="得分" if first == last else "得分下限", points=first, tone="accent")]
    if first != last:
        lines.append(Line(label="得分上限", points=last, tone="c2", dashed=True))
    return Lines(
        title="结构得分走势",
        lines=tuple(lines),
        y_label="分",
        x_months=True,
        shade=(0, 1) if first != last else None,
    )
