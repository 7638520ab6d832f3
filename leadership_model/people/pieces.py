"""A 简历 line cut into pieces, each a unit and a title."""

import re
from collections.abc import Iterator
from dataclasses import replace

from leadership_model.people.areas import Areas
from leadership_model.people.place_words import Where
from leadership_model.people.post_words import Post, Title, as_soldier, as_village, cut, meaning
from leadership_model.people.unit_words import find_unit

_SEPARATORS = re.compile(r"[、，,；;/／]|(?<=[^兼])(?:并兼任|兼任|兼(?!职))|\s+")
BEFORE = re.compile(
    r"^(?:先后)?(?:援[藏疆青滇黔]|下派|选派|派驻(?=.{2,}[村区乡镇])|驻(?!村|外|.{0,3}部队)(?=.{2,}[村乡镇])|上挂|下挂|原(?=.{3,}[局委办部长])|历任|曾任|担任|任|在|到|于|赴|兼任|兼|当选为?|被?选派到?|抽调到?|借调到?|聘任为?|后任|并任|其中|当选|提名为?|挂任|挂职任?|并)+"
)
_AFTER = re.compile(r"(?:\s*(?:提名人选|候选人|人选|（?兼）?|等职务?|职务|（?试用期.*?）?|一职))+$")


def posts(
    text: str, areas: Areas, before: Where | None = None
) -> Iterator[tuple[Title, Where, Post]]:
    """Cut a line into pieces, each a unit and a title; a piece without unit stays in the last.

    `before` is the unit spoken of already, where the text stands in brackets behind a post.
    """
    waiting = ""
    for piece in _pieces(text):
        bare = _AFTER.sub("", BEFORE.sub("", piece))
        if not bare:
            continue
        whole = waiting + bare
        title = _title(whole, before, areas)
        if title is None:
            waiting = f"{whole}、"
            continue
        waiting = ""
        found = find_unit(_path(title), areas, before)
        where = _adjusted(title, found or Where())
        yield title, where, meaning(title, where)
        before = where if where.kind or where.call else before
    if waiting:
        last = find_unit(waiting.rstrip("、"), areas, before)
        if last is not None and last is not before and last.kind:
            yield Title(waiting), last, Post("一般干部", "其他", sure=60)
        elif before is None:
            yield Title(waiting), last or Where(), Post("其他", "其他", sure=20)


def _pieces(text: str) -> list[str]:
    return [each for each in _SEPARATORS.split(text) if each and each.strip()]


def _title(piece: str, before: Where | None, areas: Areas) -> Title | None:
    """Find the title of a piece, with the words of villages and forces where those are meant."""
    title = cut(piece)
    for special, kind in ((as_soldier(piece), "部队"), (as_village(piece), "村社区")):
        if special is None or (title is not None and len(special) >= len(title.path)):
            continue
        where = find_unit(special, areas, before)
        if where is not None and where.kind == kind:
            word = piece[len(special) :]
            return Title(special, word=word) if title is None else replace(title, path=special)
    return title


def _path(title: Title) -> str:
    """Give the path of a title, with the Party body where that is part of the unit's name."""
    named = title.path.endswith(("机关", "直属", "教育", "卫生"))
    if title.party == "工委" and re.search(r"(?:人大常委会|人大|政协).", title.path):
        return title.path + title.party  # a standing committee of deputies, no Party body
    if title.word == "组长" and title.path.endswith("纪检"):
        return title.path + "组"
    if title.party in ("工委", "纪工委", "机关党委") and named:
        return title.path + title.party
    return title.path


def _adjusted(title: Title, where: Where) -> Where:
    """Turn an area without organ into the organ its title belongs to."""
    if where.kind is None and where.call and not where.organ:
        if title.word.removesuffix("助理") in _GOVERNORS:
            return _government(where)
        if title.party == "党委" or title.word in ("常委", "书记"):
            return replace(where, organ="委", kind=_prefixed(where, "党委"))
    if not title.path and where.inner and title.word in _ABOVE_SECTIONS:
        where = replace(where, inner="")
    governor = title.word != "长" and title.word.removesuffix("助理") in _GOVERNORS
    if governor and where.kind is not None and not where.kind.endswith("政府"):
        return _government(replace(where, organ="", inner="", functions=()))
    return where


_GOVERNORS = ("长", "县长", "区长", "市长", "州长", "省长", "旗长")
_ABOVE_SECTIONS = ("局长", "部长", "厅长", "书记", "成员", "主席", "院长", "检察长", "校长")


def _government(where: Where) -> Where:
    return replace(where, organ="政府", kind=_prefixed(where, "政府"), functions=())


def _prefixed(where: Where, organ: str) -> str | None:
    kinds = {"county": f"县级{organ}", "city": f"市级{organ}", "province": "省直单位"}
    return kinds.get(where.scope, "中央单位" if where.scope else None)
