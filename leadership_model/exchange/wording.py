"""What stands in one cell of a form: tidied text, 无, dates and the forms of 入党时间."""

import re
import unicodedata
from dataclasses import dataclass

from leadership_model import months
from leadership_model.people import codes, resume

NOTHING = frozenset({"无", "（无）", "(无)", "无。", "—", "——", "－", "-", "--", "―", "/", "／"})
_HABIT = {"&1lt;": "<", "&1gt;": ">", "&1quot;": '"', "&1apos;": "'", "&1amp;": "&"}
_BREAK = re.compile(r"\\r\\n|\\n|<br\s*/?>", re.IGNORECASE)
_AGE = re.compile(r"[（(][^（）()]*岁[）)]$")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:[.．/年-]\s*\d{1,2}|\d{2})(?:[./-]\d{1,2}|\d{2})?月?(?:\d{1,2}日)?"
)


def tidy(text: str, long: bool = False) -> str:
    r"""Undo the dirty habits of exporters; a `long` cell may hold \n or <br> for a break."""
    for written, meant in _HABIT.items():
        text = text.replace(written, meant)
    text = resume.normalise(text)
    if long:
        text = _BREAK.sub("\n", text)
    return text.strip()


def is_nothing(text: str) -> bool:
    """Say whether a tidied text means 无."""
    return text in NOTHING


def name(text: str) -> str:
    """Take the inner blanks out of a Chinese name; other names keep single ones."""
    if all(char.isspace() or "\u2e80" < char < "\ua000" or ord(char) > 0xFFFF for char in text):
        return "".join(text.split())
    return " ".join(text.split())


def date(text: str) -> tuple[int, int | None] | None:
    """Read a date as (month, day or None); None when the calendar has no such date."""
    plain = unicodedata.normalize("NFKC", _AGE.sub("", text.strip()))
    return months.parse_date("".join(plain.split()).rstrip("."))


def year(text: str) -> int | None:
    """Read a cell that holds a year alone."""
    plain = unicodedata.normalize("NFKC", text.strip()).removesuffix("年")
    alone = plain.isascii() and plain.isdigit() and len(plain) == 4
    return int(plain) if alone and months.FIRST_YEAR <= int(plain) <= months.LAST_YEAR else None


@dataclass(frozen=True, slots=True)
class Membership:
    """What 入党时间 says. `party` is the first party, the Communist Party before others.

    `joined` is the month of joining the Communist Party; `clear` is false when part of the text
    was not understood.
    """

    party: str | None
    others: tuple[str, ...] = ()
    joined: int | None = None
    clear: bool = True


def membership(text: str) -> Membership:
    """Read 入党时间: a date, party names, or both in any of the forms that occur.

    A date right behind a party's name is that of joining the Communist Party as well; one in
    brackets or after a blank is that party's own and is not kept.
    """
    plain = unicodedata.normalize("NFKC", text)
    found: list[str] = []
    joined: int | None = None
    clear = True
    at, own_date = 0, False
    for token in _TOKENS.finditer(plain):
        clear = clear and not plain[at : token.start()].strip(" ;,、/()\n\t:。.")
        gap = plain[at : token.start()]
        at = token.end()
        if token["name"]:
            found.append(codes.spellings("parties")[token["name"]])
            own_date = _side(found[-1]) == "民主党派"
            continue
        month = date(token["date"])
        if own_date and gap and gap.strip(" (") == "":
            continue
        clear = clear and month is not None and joined is None
        joined = joined or (month[0] if month else None)
    clear = clear and bool(found or joined) and not plain[at:].strip(" ;,、/()\n\t:。.")
    return _member(found, joined, clear)


def _member(found: list[str], joined: int | None, clear: bool) -> Membership:
    parties = list(dict.fromkeys(found))
    communist = [each for each in parties if _side(each) == "中共"]
    if joined is not None and not communist:
        communist = ["中共党员"]
    ordered = communist + [each for each in parties if each not in communist]
    if not ordered:
        return Membership(None, clear=clear)
    return Membership(ordered[0], tuple(ordered[1:]), joined, clear)


def _side(party: str) -> str:
    return str(codes.values("parties", "side")[party])


_NAMES = "|".join(sorted(map(re.escape, codes.spellings("parties")), key=len, reverse=True))
_TOKENS = re.compile(rf"(?P<name>{_NAMES})|(?P<date>{_DATE.pattern})")


def show_membership(party: str | None, others: str | None, joined: int | None) -> str:
    """Write 入党时间: the month of joining, or the party; further parties after ；."""
    rest = tuple(each for each in (others or "").split("、") if each)
    first = party or ""
    if joined is not None:
        first = months.show_digits(joined)
    return "；".join(each for each in (first, *rest) if each)
