"""任前公示 and 任免通知 from Word templates, the shipped ones or the department's own.

A template is an ordinary Word file with placeholders in double braces. It is checked when it is
added: placeholders nobody knows are named in one sentence, and nothing in it can run.
"""

import base64
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadership_model.errors import UserError
from leadership_model.papers import word
from leadership_model.papers.placing import placed

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from jinja2 import Environment, nodes

LARGEST = 2_000_000  # bytes of a template
TITLES = {"notice": "任前公示", "order": "任免通知"}
PERSON = (
    *("姓名", "性别", "民族", "出生年月", "籍贯", "学历", "学位", "参加工作", "政治面貌"),
    *("现任职务", "拟任职务"),
)
# kind -> placeholder -> what each of its lines holds (empty: one text)
KNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "notice": {
        "方案": (), "人数": (), "人员": PERSON,
        "公示开始": (), "公示结束": (), "公示天数": (),
        "受理单位": (), "受理电话": (), "受理地址": (), "发布单位": (), "发布日期": (),
    },
    "order": {
        "方案": (), "文号": (), "主送": (), "首名": (), "人数": (),
        "任命": ("姓名", "职务"), "免职": ("姓名", "职务"),
        "决定日期": (), "发文单位": (), "发布日期": (),
    },
}  # fmt: skip
Values = Mapping[str, str | list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Template:
    """A template of the department: the name of its file and what it holds."""

    name: str
    content: bytes


def to_text(template: Template) -> str:
    """Write a template as the text of a setting."""
    content = base64.b64encode(template.content).decode("ascii")
    return json.dumps({"name": template.name, "content": content}, ensure_ascii=False)


def of_text(text: str) -> Template:
    """Read the text of a setting; UserError when it holds no template."""
    try:
        body = json.loads(text)
        return Template(str(body["name"]), base64.b64decode(body["content"], validate=True))
    except (KeyError, TypeError, ValueError) as error:
        raise UserError("库中保存的模板无法读取，请重新添加模板，或恢复随程序提供的模板") from error


def setting_of(kind: str) -> str:
    """Name the setting a kind's own template lies in."""
    return f"template.{kind}"


def chosen(kind: str, settings: Mapping[str, str]) -> Template | None:
    """Give the department's own template of a kind; None where the shipped one is in use."""
    text = settings.get(setting_of(kind))
    return None if not text else of_text(text)


def read(path: Path, kind: str) -> Template:
    """Read a template from a file and check it; UserError in one sentence when it cannot serve."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(f"模板“{path.name}”超过 2 MB，请删去其中的大图片后再添加")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"无法读取“{path.name}”：请确认文件存在、可读") from error
    check(path.name, content, kind)
    return Template(path.name, content)


def check(name: str, content: bytes, kind: str) -> None:
    """Raise a UserError that names every placeholder of a template that is not known."""
    found = _opened(name, content)
    unknown = list(dict.fromkeys(_unknown(name, found, kind)))
    if unknown:
        listed = "、".join(f"“{each}”" for each in unknown)
        usable = "、".join(_usable(kind))
        raise UserError(f"模板“{name}”里有不认识的占位符{listed}，请改成可用的：{usable}")
    blank: Values = {key: [] if inside else "" for key, inside in KNOWN[kind].items()}
    filled(Template(name, content), blank)


def names_in(name: str, content: bytes, known: Mapping[str, tuple[str, ...]]) -> list[str]:
    """List what a Word template asks for: names it uses by themselves, and what is not known."""
    from jinja2 import nodes

    opened = _opened(name, content)
    found = []
    for text in _texts(opened):
        tree = _parsed(name, text)
        targets = [each.target for each in tree.find_all(nodes.For)]
        loops = {each.name for each in targets if isinstance(each, nodes.Name)}
        found += list(_strange(tree, known))
        found += [
            each.name
            for each in tree.find_all(nodes.Name)
            if each.ctx == "load" and each.name not in loops and each.name != "loop"
        ]
    return list(dict.fromkeys(found))


def filled(template: Template, values: Values) -> bytes:
    """Give the Word file of a template with its placeholders filled."""
    return rendered(template.name, _opened(template.name, template.content), values)


def rendered(name: str, opened: "DocxTemplate", values: Mapping[str, Any]) -> bytes:
    """Fill an opened template in a sandbox."""
    from jinja2 import TemplateError

    try:
        opened.render(dict(values), _environment(), autoescape=True)
        made = io.BytesIO()
        opened.save(made)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise UserError(f"模板“{name}”中的占位符写法有误，请对照随程序提供的模板修改") from error
    return timeless(made.getvalue())


def write(path: Path, template: Template, values: Values) -> None:
    """Write a filled template; the old file stays as it was if anything fails."""
    content = filled(template, values)
    with placed(path) as partial:
        partial.write_bytes(content)


def timeless(content: bytes) -> bytes:
    """Take the moments of writing out of a Word file: the same content gives the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(made, "w") as package:
        for name in whole.namelist():
            info = zipfile.ZipInfo(name, word.EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, whole.read(name))
    return made.getvalue()


def _opened(name: str, content: bytes) -> "DocxTemplate":
    from docxtpl import DocxTemplate

    try:
        opened = DocxTemplate(io.BytesIO(content))
        opened.init_docx()
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UserError(
            f"“{name}”不是 Word 文件（.docx），请用 Word 另存为 .docx 后再添加"
        ) from error
    return opened


def _environment() -> "Environment":
    """Templates come from outside: they may fill in texts and do nothing else."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _unknown(name: str, opened: "DocxTemplate", kind: str) -> Iterator[str]:
    """Name the placeholders of body, heads and feet that are not known."""
    for text in _texts(opened):
        yield from _strange(_parsed(name, text), KNOWN[kind])


def _parsed(name: str, text: str) -> "nodes.Template":
    from jinja2 import TemplateSyntaxError

    try:
        return _environment().parse(text)
    except TemplateSyntaxError as error:
        raise UserError(
            f"模板“{name}”中有没有写完整的占位符，请检查双花括号和循环的首尾是否成对"
        ) from error


def _texts(opened: "DocxTemplate") -> Iterator[str]:
    yield opened.patch_xml(opened.get_xml())
    for uri in (opened.HEADER_URI, opened.FOOTER_URI):
        for _, part in opened.get_headers_footers(uri):
            yield opened.patch_xml(opened.get_part_xml(part))


def _strange(tree: "nodes.Template", known: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Find names that mean nothing: of the whole, and of the lines a loop goes through."""
    from jinja2 import nodes

    lines: dict[str, tuple[str, ...]] = {}
    for loop in tree.find_all(nodes.For):
        if isinstance(loop.target, nodes.Name) and isinstance(loop.iter, nodes.Name):
            lines[loop.target.name] = known.get(loop.iter.name, ())
    inside: set[int] = set()
    parts: tuple[nodes.Getattr | nodes.Getitem, ...] = (
        *tree.find_all(nodes.Getattr),
        *tree.find_all(nodes.Getitem),
    )
    for each in parts:
        holder = each.node
        if not isinstance(holder, nodes.Name) or holder.name == "loop":
            continue
        inside.add(id(holder))
        field = each.attr if isinstance(each, nodes.Getattr) else _key(each)
        if field not in lines.get(holder.name, ()):
            yield f"{holder.name}.{field}"
    named = {*known, *lines, "loop"}
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in named and id(name) not in inside:
            yield name.name


def _key(each: Any) -> str:  # noqa: ANN401 - a node of a template
    return str(getattr(each.arg, "value", "…"))


def _usable(kind: str) -> Iterator[str]:
    for name, inside in KNOWN[kind].items():
        yield f"{name}（{'、'.join(inside)}）" if inside else name
