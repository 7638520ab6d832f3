"""The seats of each kind of team, read from data/sample/seats.toml and put into words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leadership_model import seed
from leadership_model.sample.job import Job, Row
from leadership_model.sample.place import Body, Place, Town

CHARTER = "《中国共产党章程》关于党的基层和地方组织的规定"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat before it becomes a post. `job` is None for a seat another seat of its group words.

    `together` names a group of seats one person holds; `want` are demands on the holder.
    """

    name: str
    klass: str
    level: str
    role: str
    post_kind: str
    job: Job | None = None
    functions: tuple[str, ...] = ()
    together: str | None = None
    party_post: bool = False
    elected: bool = False
    area_head: str | None = None
    want: tuple[str, ...] = ()
    requires: str | None = None
    basis: str | None = None


ORGAN_SECTIONS = {
    "党委": "committee",
    "人大": "congress",
    "政府": "government",
    "政协": "consultative",
    "法院": "court",
    "检察院": "procuratorate",
}
GOVERNMENT_KINDS = ("行政正职", "常务副职", "行政副职")


def of_organ(place: Place, organ: str) -> list[Seat]:
    """Give the seats of one of the four teams, the court or the procuratorate of an area."""
    words = {"w": place.word, "c": place.call, "s": place.short}
    seats: list[Seat] = []
    for entry in _entries(ORGAN_SECTIONS[organ]):
        job = _job(entry, words, place, None) if "rows" in entry else None
        kind = entry["rows"][0][1] if job else GOVERNMENT_KINDS[len(seats) > 0]
        group = f"{place.name}/{entry['together']}" if "together" in entry else None
        seats.append(
            _seat(entry, words, job, kind, together=group, elected=True, party=organ == "党委")
        )
    return seats


def of_town(place: Place, town: Town) -> list[Seat]:
    """Give the eleven seats of a township or sub-district."""
    street = town.street
    head = "主任" if street else town.name[-1] + "长"
    words = {
        "t": place.call + town.name,
        "p": "党工委" if street else "党委",
        "m": head,
        "h": "办事处主任" if street else head,
        "n": "办事处" if street else "政府",
        "g": "工委" if street else "委",
        "u": "工委主任" if street else "主席",
    }
    seats = []
    for entry in _entries("town"):
        job = _job(entry, words, place, town)
        kind = entry["rows"][-1][1]
        seats.append(_seat(entry, words, job, kind, elected=not street))
    return seats


def of_body(body: Body, word: str, sizes: tuple[int, bool]) -> list[Seat]:
    """Give the seats of a department, zone or firm; sizes = (deputies, whether one more)."""
    entry = body.entry
    section = {"市直部门": "city", "县直部门": "department"}.get(body.unit_kind, "other")
    side = entry.get("side")
    words = {
        "b": body.name,
        "group": "党组书记、" if side == "政府" else "",
        "member": "党组成员、" if side == "政府" else "",
        "head": entry["head"].format(w=word),
        "second": entry.get("second", ""),
        "deputy": entry["deputy"].format(w=word),
    }
    first, *rest = _entries(section)
    again = {"deputy": sizes[0], "other": int(sizes[1])}
    listed = [first]
    if section == "other":
        listed += rest
    else:
        listed += [rest[0]] * again["deputy"] + [rest[1]] * again["other"]
    seats = []
    for each in listed:
        kind = each["rows"][0][1]
        own = {"functions": list(body.functions), **each}
        elected = section != "other" and kind == "部门正职" and side == "政府"
        chair = "公安" if kind == "部门正职" and entry.get("chair") == "公安" else None
        area_head = "县" if chair and section == "department" else None
        job = _body_job(own, words, body)
        seats.append(_seat(own, words, job, kind, elected=elected, area_head=area_head))
    return seats


def _entries(section: str) -> list[Mapping[str, Any]]:
    """Repeat the entries that stand for several seats, each with its own wants."""
    listed: list[Mapping[str, Any]] = []
    for entry in seed.read("sample/seats.toml")[section]:
        wants: Sequence[str] = entry.get("wants", [entry.get("want", "")] * entry.get("count", 1))
        listed.extend({**entry, "want": want} for want in wants)
    return listed


def _seat(
    entry: Mapping[str, Any],
    words: Mapping[str, str],
    job: Job | None,
    post_kind: str,
    *,
    together: str | None = None,
    elected: bool,
    party: bool = False,
    area_head: str | None = None,
) -> Seat:
    """Put one entry into words."""
    requires = entry.get("requires")
    return Seat(
        name=entry["name"].format_map(words),
        klass=entry["class"],
        level=entry["level"],
        role=entry["role"],
        post_kind=post_kind,
        job=job,
        functions=tuple(entry["functions"]),
        together=together,
        party_post=party or entry.get("party_post", False),
        elected=elected,
        area_head="县" if entry.get("area_head") else area_head,
        want=tuple(entry["want"].split()),
        requires=requires,
        basis=CHARTER if requires and "政治面貌" in requires else None,
    )


def _job(
    entry: Mapping[str, Any], words: Mapping[str, str], place: Place, town: Town | None
) -> Job:
    level, functions = entry["level"], tuple(entry["functions"])
    rows = []
    unit: str | None
    for organ, kind, role in entry["rows"]:
        if town:
            unit_text, unit_kind, unit = place.call + town.name, town.kind, town.unit
        elif organ in ORGAN_SECTIONS:
            unit_text, unit_kind = place.call + ORGAN_TEXTS[organ], f"县级{organ}"
            unit = place.organ(organ)
        else:
            unit_text, unit_kind, unit = _department(place, organ)
        rows.append(Row(unit_text, unit_kind, place.area, kind, level, role, functions, unit))
    return Job(entry["text"].format_map(words), tuple(rows))


ORGAN_TEXTS = {
    "党委": "委",
    "人大": "人大常委会",
    "政府": "政府",
    "政协": "政协",
    "法院": "人民法院",
    "检察院": "人民检察院",
}


def _department(place: Place, chair: str) -> tuple[str, str, str | None]:
    """Find the unit of a chair that is a department: the discipline commission, the police."""
    unit = next((b.unit for b in place.bodies if b.entry.get("chair") == chair), None)
    if chair == "纪委":
        return f"{place.call}纪委", "县级纪委", unit
    return f"{place.call}公安局", "县直部门", unit


def _body_job(entry: Mapping[str, Any], words: Mapping[str, str], body: Body) -> Job:
    functions = tuple(entry["functions"])
    kind, role = entry["rows"][0][1:]
    if body.unit_kind == "功能区":
        kind = "部门正职" if role == "正职" else "部门副职"
    row = Row(
        body.name, body.unit_kind, body.area, kind, entry["level"], role, functions, body.unit
    )
    return Job(entry["text"].format_map(words), (row,))
