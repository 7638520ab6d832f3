"""Numbers of a requirement as they are written and typed: 3, 2.5, 1/3, 50%, 人数×1/3＋1, 4–6."""

import re
from decimal import Decimal
from fractions import Fraction

from leadership_model.errors import UserError

Band = tuple[Fraction | None, Fraction | None]
SIZE = "人数"  # members present in the scope of the requirement
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:/[1-9]\d*)?")
_FORMULA = re.compile(
    r"(?:范围内|班子)?人数(?:[×xX*＊](?P<per>\d+(?:\.\d+)?(?:/[1-9]\d*)?%?))?"
    r"(?:(?P<sign>[＋+－−–-])(?P<add>\d+(?:\.\d+)?(?:/[1-9]\d*)?))?"
)


def number(value: Fraction | float) -> str:
    """Write a number exactly: a whole number, a short decimal, or a share such as 1/3."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    if exact.denominator in (2, 4, 5, 10, 20) and abs(exact) > 1:
        return f"{Decimal(exact.numerator) / Decimal(exact.denominator):f}"
    return str(exact)


def digits(value: float) -> str:
    """Write a float so that it reads back as the same float."""
    return str(int(value)) if value == int(value) else f"{Decimal(repr(value)):f}"


def formula(value: Fraction, per: Fraction) -> str:
    """Write a bound that may grow with the team: 3, 人数×1/3, 人数－2, 人数×1/2＋1."""
    if not per:
        return number(value)
    times = "" if per == 1 else f"×{number(per)}"
    if not value:
        return f"{SIZE}{times}"
    return f"{SIZE}{times}{'＋' if value > 0 else '－'}{number(abs(value))}"


def bound(text: str) -> Fraction:
    """Read a number: 3, 2.5, 1/3, 50 %; units behind it are passed over."""
    plain = text.replace("％", "%").replace(" ", "")
    found = _NUMBER.match(plain.lstrip("≥≤=<>"))
    if found is None:
        raise UserError(f"“{text}”不是数，请填 3、2.5、1/3 或 50% 这样的数。")
    value = Fraction(found[0])
    return value / 100 if "%" in plain else value


def grown(text: str) -> tuple[Fraction, Fraction]:
    """Read a bound with what it grows by for every member: (value, per)."""
    plain = text.replace("％", "%").replace(" ", "").lstrip("≥≤=<>")
    if SIZE not in plain:
        return bound(text), Fraction(0)
    found = _FORMULA.match(plain)
    if found is None:
        raise UserError(f"“{text}”不是算式，请按“人数×1/3”“人数×1/2＋1”“人数－2”的样子写。")
    per = Fraction(1) if found["per"] is None else bound(found["per"])
    add = Fraction(0) if found["add"] is None else Fraction(found["add"])
    return (add if found["sign"] in ("＋", "+", None) else -add), per


def band(lo: Fraction | None, hi: Fraction | None) -> str:
    """Write a band in signs: ≥ 2, ≤ 49, = 1, 4–6, or nothing."""
    return grown_band((lo, Fraction(0)), (hi, Fraction(0)))


def grown_band(lo: tuple[Fraction | None, Fraction], hi: tuple[Fraction | None, Fraction]) -> str:
    """Write a band whose ends may grow with the team."""
    low = None if lo[0] is None else formula(lo[0], lo[1])
    high = None if hi[0] is None else formula(hi[0], hi[1])
    if low is None or high is None:
        return f"≥ {low}" if low is not None else f"≤ {high}" if high is not None else ""
    return f"= {low}" if lo == hi else f"{low}–{high}"


def signed(value: Fraction) -> str:
    """Write a difference with its sign: ＋1, －1/2."""
    return f"{'＋' if value >= 0 else '－'}{number(abs(value))}"


def difference(text: str) -> Fraction:
    """Read a difference with its sign: +1, －2, 增1, 减 1/2."""
    plain = text.replace(" ", "").replace("增加", "增").replace("减少", "减")
    sign, rest = plain[:1], plain[1:]
    if sign in ("＋", "+", "增"):
        return bound(rest)
    if sign in ("－", "-", "−", "–", "减"):
        return -bound(rest)
    raise UserError(f"“{text}”不是增减数，请按 +1、-2 的样子写。")
