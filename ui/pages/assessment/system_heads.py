"""The lines at the head of an indicator system as texts, and read again. No Qt."""

from collections.abc import Mapping
from dataclasses import replace

from leadership_model.assessment.performance import number
from leadership_model.errors import UserError
from leadership_model.people import codes
from leadership_model.people.indicator_system import System

CATEGORIES = "teams"


def texts_of(system: System) -> dict[str, str]:
    """Write the lines."""
    return {
        "name": system.name,
        "categories": "、".join(system.categories),
        "share": f"{system.share:g}" if system.share else "",
        "first": "" if system.first is None else str(system.first),
        "last": "" if system.last is None else str(system.last),
        "basis": system.basis,
        "note": system.note,
    }


def read_heads(system: System, texts: Mapping[str, str]) -> System:
    """Take the lines into a system; UserError in one sentence where one cannot be read."""
    plain = {name: text.strip() for name, text in texts.items()}
    named = plain["categories"].replace("，", "、").split("、")
    categories = tuple(dict.fromkeys(each.strip() for each in named if each.strip()))
    known = codes.names(CATEGORIES)
    for each in categories:
        if each not in known:
            raise UserError(f"没有班子类别“{each}”，可填：{'、'.join(codes.offered(CATEGORIES))}")
    share = number(plain["share"]) if plain["share"] else 0.0
    if share is None:
        raise UserError(f"占年度考核的比重应填数字，现为“{plain['share']}”；不计入的留空")
    return replace(
        system,
        name=plain["name"],
        categories=categories,
        share=share,
        first=_year("起始年度", plain["first"]),
        last=_year("终止年度", plain["last"]),
        basis=plain["basis"],
        note=plain["note"],
    )


def _year(words: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 2000 <= int(text) <= 2100):
        raise UserError(f"{words}应填四位年份，现为“{text}”；不限的留空")
    return int(text)
