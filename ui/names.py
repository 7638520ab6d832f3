"""Short Chinese texts about records that several pages show alike. Pure: no Qt."""

from typing import TYPE_CHECKING

from leadership_model import months

if TYPE_CHECKING:
    from leadership_model.people.seating import Seating
    from leadership_model.people.snapshot import Snapshot
    from leadership_model.people.table import Ints

NOTHING = "–"
MINUS = "\u2212"


def person_name(snapshot: "Snapshot", person: int) -> str:
    """Give a person's name; an outsider or a gap is said in words."""
    if person < 0:
        return "库外人员" if person == -2 else "空缺"
    return snapshot.people.raw("name")[person] or "（未填姓名）"


def position_text(snapshot: "Snapshot", person: int) -> str:
    """Give the present position as the form has it."""
    return snapshot.people.raw("post_text")[person] or ""


def team_name(snapshot: "Snapshot", team: int) -> str:
    """Give a team's name."""
    return snapshot.teams.raw("name")[team] or "（未命名班子）"


def post_name(snapshot: "Snapshot", post: int) -> str:
    """Give a post's name."""
    return snapshot.posts.raw("name")[post] or "（未命名岗位）"


def full_post(snapshot: "Snapshot", post: int) -> str:
    """Give a post with its team: 易溪县政府班子 副县长（分管农业）."""
    team = int(snapshot.posts.owners()[post])
    return f"{team_name(snapshot, team)} {post_name(snapshot, post)}"


def age(snapshot: "Snapshot", person: int, as_of: int) -> int | None:
    """Give the completed years of age, None when the month of birth is not known."""
    birth = int(snapshot.people.ints("birth")[person])
    return months.years_between(birth, as_of) if birth >= 0 else None


def month(value: int | None) -> str:
    """Write a month as on screen: 1978-03, or a dash."""
    return months.show_iso(value) if value is not None and value >= 0 else NOTHING


def span(count: int) -> str:
    """Write a number of months in years and months: 2 年 11 个月."""
    years, rest = divmod(count, 12)
    parts = ([f"{years} 年"] if years else []) + ([f"{rest} 个月"] if rest or not years else [])
    return " ".join(parts)


def number(value: float | None, digits: int = 0) -> str:
    """Write a number with thousands separated, or a dash."""
    return NOTHING if value is None else f"{value:,.{digits}f}".replace("-", MINUS)


def signed(value: float, digits: int = 1) -> str:
    """Write a difference, always with its sign (nothing changed: 0)."""
    text = f"{abs(value):.{digits}f}"
    if float(text) == 0:
        return "0"
    return f"+{text}" if value > 0 else f"{MINUS}{text}"


def vacancies(seating: "Seating") -> "Ints":
    """Give the posts that take quota and have no holder."""
    import numpy as np  # after the first paint

    takes = seating.snapshot.posts.ints("takes_quota") == 1
    return np.flatnonzero(takes & (seating.holder == -1)).astype(np.int32)
