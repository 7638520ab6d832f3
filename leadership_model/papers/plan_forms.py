"""任免审批表 and .lrmx of those a plan moves, with 拟任, 拟免 and 任免理由 filled in."""

from dataclasses import replace
from typing import TYPE_CHECKING

from leadership_model.exchange import lrmx, outgoing, whole
from leadership_model.papers import form_text
from leadership_model.papers.form_text import FormText
from leadership_model.papers.motion import MotionLine, post_text
from leadership_model.papers.naming import safe
from leadership_model.papers.plan_lines import reason_of
from leadership_model.staffing.situation import Situation

if TYPE_CHECKING:
    from leadership_model.exchange.form import Form

KINDS = ("form", "lrmx")
AGE_REACHED = "到达任职年龄界限"


def texts_of(situation: Situation, line: MotionLine) -> tuple[str, str, str]:
    """Give 拟任职务, 拟免职务 and 任免理由 of one person; empty where there is none."""
    snapshot = situation.base.snapshot
    takes = "、".join(post_text(snapshot, post) for post in line.takes)
    leaves = "、".join(post_text(snapshot, post) for post in line.leaves)
    reason = reason_of(situation, line.person) or (AGE_REACHED if line.retires else "")
    return takes, leaves, reason


def form_of(situation: Situation, line: MotionLine, photo: bytes | None = None) -> FormText:
    """Give the texts of a form; ages are those of the month of the plan."""
    snapshot = situation.base.snapshot
    text = form_text.form_text(snapshot, line.person, situation.base.as_of, photo)
    proposed, removed, reason = texts_of(situation, line)
    return replace(text, proposed=proposed, removed=removed, reason=reason)


def lrmx_of(
    situation: Situation,
    line: MotionLine,
    photo: bytes | None = None,
    source: "Form | None" = None,
) -> bytes:
    """Write one person's .lrmx; with the file it once came from as `source` the rest stays."""
    proposed, removed, reason = texts_of(situation, line)
    known = whole.of_snapshot(situation.base.snapshot, line.person, photo)
    written = ("proposed_post", "removed_post", "reason")
    person = replace(
        known.person,
        proposed_post=proposed or None,
        removed_post=removed or None,
        reason=reason or None,
        absent=" ".join(each for each in known.person.absent.split() if each not in written),
    )
    return lrmx.write(outgoing.form_of(replace(known, person=person), source))


def file_names(situation: Situation, lines: tuple[MotionLine, ...]) -> tuple[str, ...]:
    """Name a file for each person; people of one name get the id behind it."""
    names = situation.base.snapshot.people.raw("name")
    listed = [names[line.person] or "无名" for line in lines]
    ids = situation.base.person_ids
    return tuple(
        safe(f"{name}_{ids[line.person]}" if listed.count(name) > 1 else name)
        for name, line in zip(listed, lines, strict=True)
    )
