"""Code lists as rows, shipped entries and own ones: no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from leadership_model.people import codes
from leadership_model.people.own_codes import LIKE_NEEDED, OwnCode

if TYPE_CHECKING:
    from leadership_model.people.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list: where it is used (table and field of the records), and its standard."""

    id: str
    title: str
    standard: str = ""
    uses: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CodeRow:
    """One entry: name, code, rank, other spellings, further properties, how often it is used."""

    name: str
    code: str
    rank: int | None
    also: str
    more: str
    used: int
    own: OwnCode | None = None

    @property
    def retired(self) -> bool:
        """Whether the entry is read and no longer offered."""
        return self.own is not None and self.own.retired


LISTS = (
    CodeList("sexes", "性别", "GB/T 2261.1", (("person", "sex"),)),
    CodeList("ethnicities", "民族", "GB/T 3304", (("person", "ethnicity"),)),
    CodeList("parties", "政治面貌", "GB/T 4762", (("person", "party"),)),
    CodeList("health", "健康状况", "GB/T 2261.3", (("person", "health"),)),
    CodeList("marriage", "婚姻状况", "GB/T 2261.2", (("person", "marriage"),)),
    CodeList("education", "学历", "ZB 64", (("education", "schooling"),)),
    CodeList("degrees", "学位层次", "GB/T 6864", (("education", "degree_level"),)),
    CodeList("disciplines", "学科门类", "", (("education", "discipline"),)),
    CodeList("technical_titles", "专业技术职务", "GB/T 8561", (("person", "technical_title"),)),
    CodeList("levels", "职务层次", "ZB 09", (("person", "level"), ("post", "level"))),
    CodeList("grades", "职级", "ZB 148", (("person", "grade"),)),
    CodeList("appraisals", "年度考核等次", "ZB 18", (("appraisal", "result"),)),
    CodeList("sanctions", "处分与组织处理", "", (("sanction", "kind"),)),
    CodeList("functions", "职责板块", "", (("post", "functions"), ("career_entry", "functions"))),
    CodeList("teams", "班子类别", "", (("team", "category"),)),
)
WORD_LISTS = (
    CodeList("unit_kinds", "单位类别", "", (("career_entry", "unit_kind"), ("unit", "kind"))),
    CodeList("post_kinds", "岗位类别", "", (("career_entry", "post_kind"), ("post", "post_kind"))),
    CodeList("roles", "角色", "", (("career_entry", "role"), ("post", "role"))),
)
MORE = {
    "level": "相当层次",
    "side": "归属",
    "months": "影响期（月）",
    "rule": "适用规则",
    "label": "全称",
    "band": "层次",
    "years": "任职年限",
}


@cache
def lists() -> tuple[CodeList, ...]:
    """Give all lists in their order."""
    return (*LISTS, *WORD_LISTS)


def entries(found: CodeList, snapshot: "Snapshot") -> tuple[CodeRow, ...]:
    """List the entries of a list with how many records hold each; own ones stand last."""
    counts = _counts(found, snapshot)
    own = {each.name: each for each in codes.own(found.id)}
    if found in WORD_LISTS:
        listed: tuple[Mapping[str, Any], ...] = tuple(
            {"name": name, "also": own[name].also or "", "code": own[name].code or ""}
            if name in own
            else {"name": name}
            for name in codes.career_words(found.id)
        )
    else:
        listed = codes.items(found.id)
    return tuple(_row(item, own.get(item["name"]), counts) for item in listed)


def _row(item: Mapping[str, Any], own: OwnCode | None, counts: Mapping[str, int]) -> CodeRow:
    more = [f"{words} {item[key]}" for key, words in MORE.items() if key in item]
    if own is not None and own.like:
        more.insert(0, f"相当于 {own.like}")
    return CodeRow(
        item["name"],
        str(item.get("code", "")),
        item.get("rank"),
        str(item.get("also", "")),
        "，".join(more),
        counts.get(item["name"], 0),
        own,
    )


def extensible(found: CodeList) -> bool:
    """Say whether the department may add entries to a list."""
    return found.id in LIKE_NEEDED


def _counts(found: CodeList, snapshot: "Snapshot") -> Mapping[str, int]:
    import numpy as np

    made: dict[str, int] = {}
    for table, field in found.uses:
        texts = snapshot[table].texts(field)
        number = np.bincount(texts.codes[texts.codes >= 0], minlength=len(texts.table))
        for text, count in zip(texts.table, number.tolist(), strict=True):
            for name in text.split("、"):
                made[name] = made.get(name, 0) + count
    return made


def holders(found: CodeList, name: str, snapshot: "Snapshot") -> tuple[str, ...]:
    """Give the ids of the people who hold an entry, themselves or in a row of theirs."""
    rows: list[int] = []
    for table, field in found.uses:
        if table in ("team", "post", "unit"):
            continue
        listed = snapshot[table]
        texts = listed.texts(field)
        wanted = [at for at, text in enumerate(texts.table) if name in text.split("、")]
        at = [i for i, code in enumerate(texts.codes.tolist()) if code in wanted]
        owners = listed.owners() if table != "person" else None
        rows += at if owners is None else [int(owners[i]) for i in at]
    return tuple(snapshot.people.ids[at] for at in sorted(set(rows)) if at >= 0)


def seats_with(found: CodeList, name: str, snapshot: "Snapshot", table: str) -> tuple[str, ...]:
    """Give the ids of the teams or posts that hold an entry."""
    made: list[str] = []
    for kind, field in found.uses:
        if kind == table:
            values = snapshot[table].raw(field)
            ids = snapshot[table].ids
            made += [
                ids[at] for at, value in enumerate(values) if name in (value or "").split("、")
            ]
    return tuple(made)
