"""The department's own templates: Word or Excel files with {{占位符}}, kept in the database.

A template is checked when it is added: placeholders nobody knows are named, nothing in it can run.
One that goes through 人员 is filled once for everybody, any other once for each person.
"""

import base64
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadership_model.errors import UserError
from leadership_model.papers import own_sheet, templates
from leadership_model.papers.own_values import FAMILY, LIST, PERSON, PHOTO, WHOLE, Filling
from leadership_model.papers.placing import placed

__all__ = ["Filling", "OwnTemplate", "chosen", "filled", "read", "setting_of", "to_text", "write"]

SETTING = "papers.own."
ENDINGS = (".docx", ".xlsx")
LONGEST = 30
RELATIVES = "家庭成员"
KNOWN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*PERSON, *WHOLE, PHOTO), ()),
    RELATIVES: FAMILY,
    LIST: (*PERSON, PHOTO),
}


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """One template: its name, its kind (docx or xlsx), what the file holds, how it is filled."""

    name: str
    kind: str
    content: bytes
    listed: bool

    @property
    def about(self) -> str:
        """What becomes of it, in words."""
        return "全部人员填成一份" if self.listed else "每人填成一份"


def setting_of(name: str) -> str:
    """Name the setting a template lies in."""
    return f"{SETTING}{name}"


def to_text(template: OwnTemplate) -> str:
    """Write a template as the text of a setting."""
    content = base64.b64encode(template.content).decode("ascii")
    body = {"kind": template.kind, "listed": template.listed, "content": content}
    return json.dumps(body, ensure_ascii=False)


def chosen(settings: Mapping[str, str]) -> tuple[OwnTemplate, ...]:
    """Give the templates that lie in the settings, by name; what cannot be read is left out."""
    found = (_of_text(name, text) for name, text in settings.items() if name.startswith(SETTING))
    return tuple(sorted((each for each in found if each is not None), key=_name))


def _name(template: OwnTemplate) -> str:
    return template.name


def _of_text(name: str, text: str) -> OwnTemplate | None:
    try:
        body = json.loads(text)
        content = base64.b64decode(body["content"], validate=True)
        return OwnTemplate(
            name.removeprefix(SETTING), str(body["kind"]), content, bool(body["listed"])
        )
    except (KeyError, TypeError, ValueError):
        return None


def read(path: Path) -> OwnTemplate:
    """Read a template from a file and check it; UserError in one sentence when it cannot serve."""
    if path.suffix.lower() not in ENDINGS:
        raise UserError(f"“{path.name}”不是 Word（.docx）或 Excel（.xlsx）文件，请另存后再添加")
    try:
        if path.stat().st_size > templates.LARGEST:
            raise UserError(f"模板“{path.name}”超过 2 MB，请删去其中的大图片后再添加")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"无法读取“{path.name}”：请确认文件存在、可读") from error
    return checked(path.stem[:LONGEST], path.suffix.lower().lstrip("."), content)


def checked(name: str, kind: str, content: bytes) -> OwnTemplate:
    """Check a template; a UserError names every placeholder that is not known."""
    used = (
        templates.names_in(name, content, KNOWN)
        if kind == "docx"
        else own_sheet.names_in(name, content)
    )
    unknown = [each for each in used if not _known(each)]
    if unknown:
        listed = "、".join(f"“{each}”" for each in dict.fromkeys(unknown))
        raise UserError(
            f"模板“{name}”里有不认识的占位符{listed}，可用的有："
            f"{'、'.join((*PERSON, PHOTO, *WHOLE))}；"
            f"{RELATIVES}（{'、'.join(FAMILY)}）；名单用{LIST}逐人列出"
        )
    if not used:
        raise UserError(f"模板“{name}”里没有占位符，如 {{{{姓名}}}}，填不出内容")
    through = any(each == LIST or each.startswith(f"{own_sheet.EACH}.") for each in used)
    alone = [each for each in used if each in (*PERSON, PHOTO, RELATIVES)]
    if through and alone:
        raise UserError(
            f"模板“{name}”既逐人列出名单，又在名单外用了“{alone[0]}”，请只用其中一种写法"
        )
    return OwnTemplate(name, kind, content, through)


def _known(name: str) -> bool:
    own = name.removeprefix(f"{own_sheet.EACH}.")
    return name in KNOWN or (own != name and own in (*PERSON, PHOTO))


def filled(template: OwnTemplate, filling: Filling) -> bytes:
    """Give the file of a template with its placeholders filled."""
    if template.kind == "xlsx":
        return own_sheet.filled(template.content, filling, listed=template.listed)
    from docxtpl import DocxTemplate

    opened = DocxTemplate(io.BytesIO(template.content))
    values: dict[str, Any] = dict(filling.whole)
    everybody = [_values(opened, filling, at) for at in range(len(filling.people))]
    values |= {LIST: everybody} if template.listed else everybody[0]
    return templates.rendered(template.name, opened, values)


def _values(opened: Any, filling: Filling, at: int) -> dict[str, Any]:  # noqa: ANN401
    photo = filling.people[at][1]
    picture: object = ""
    if photo:
        from docx.shared import Mm
        from docxtpl import InlineImage

        picture = InlineImage(opened, io.BytesIO(photo), width=Mm(30))
    return {**filling.values(at), PHOTO: picture, RELATIVES: filling.family(at)}


def write(path: Path, template: OwnTemplate, filling: Filling) -> None:
    """Write a filled template; the old file stays as it was if anything fails."""
    content = filled(template, filling)
    with placed(path) as partial:
        partial.write_bytes(content)
