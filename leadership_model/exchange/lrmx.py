"""Read and write .lrmx: the 任免审批表 as XML. No file, however broken, raises."""

import base64
import contextlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from leadership_model.exchange import repair
from leadership_model.exchange.form import PHOTO, ROOT, Element, Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Shelf, cut_out, picture

LARGEST = 50 << 20  # bytes; a form with the largest photo allowed has some 7 MB
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FORBIDDEN = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_BEGIN = re.compile(rf"<{ROOT}[\s>/]")
_XML = "http://www.w3.org/XML/1998/namespace"
Read = tuple[Form | None, tuple[Issue, ...]]


def read(data: bytes, file: str = "", shelf: Shelf | None = None) -> Read:
    """Read the bytes of a file as (form, issues); the form is None when nothing can be used.

    `file` is the name the issues carry. A photo is laid on the `shelf` where there is one and its
    text says nothing else. Refused: empty, too large, not XML, not a form, cut off,
    with DOCTYPE or entities. Repaired with a note: GB18030, bare & and <, nested CDATA.
    """
    try:
        return _read(data, file, shelf)
    except _Refused as refused:
        return None, (Issue(file, refused.line, None, "error", refused.sentence),)


def read_path(path: Path) -> Read:
    """Read one file; a file that cannot be opened gives an issue like any other."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, (unreadable(path, error),)
    return read(data, str(path))


def unreadable(path: Path, error: OSError) -> Issue:
    """Say why a file cannot be opened."""
    text = f"文件打不开（{_why(error)}），请确认文件存在且有权读取"
    return Issue(str(path), None, None, "error", text)


def _why(error: OSError) -> str:
    """Say in Chinese why a file cannot be opened."""
    match error:
        case FileNotFoundError():
            return "没有这个文件"
        case PermissionError():
            return "没有权限，或正被 Excel 等程序打开"
        case IsADirectoryError():
            return "这是文件夹"
        case _:
            return "磁盘或系统出错"


def write(form: Form) -> bytes:
    """Write a form: UTF-8, two-space indent, line ends and BOM as the form says."""
    rows = ['<?xml version="1.0" encoding="utf-8"?>', f"<{ROOT}{_attributes(form.attributes)}>"]
    rows += [_shown(each, "  ") for each in form.elements]
    rows += [f"</{ROOT}>", ""]
    text = "\n".join(rows).replace("\n", form.newline)
    return (b"\xef\xbb\xbf" if form.bom else b"") + text.encode("utf-8")


class _Refused(Exception):
    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.line = line


def _read(data: bytes, file: str, shelf: Shelf | None) -> Read:
    if len(data) > LARGEST:
        raise _Refused("文件超过 50 MB，不像任免审批表，没有读入")
    data, photo = cut_out(data)
    text, bom, notes = _decode(data)
    if not text.strip():
        raise _Refused("文件是空的，请重新导出")
    newline = "\r\n" if "\r\n" in text else "\n"
    text, dropped = repair.drop_illegal(text.replace("\r\n", "\n").replace("\r", "\n"))
    if dropped:
        notes.append(repair.ILLEGAL)
    root, repaired = _parse(text)
    if root.tag != ROOT:
        raise _Refused(f"文件的根元素是“{root.tag}”，不是任免审批表（{ROOT}）")
    notes += repaired
    elements = tuple(_element(each) for each in root)
    form = _with_photo(Form(file, elements, _attributes_of(root), bom, newline), photo, shelf)
    return form, tuple(Issue(file, None, None, "note", note) for note in notes)


def _with_photo(form: Form, text: bytes, shelf: Shelf | None) -> Form:
    """Put the photo back that was cut out: on the shelf, or as the text it was."""
    if not text:
        return form
    plain = text.strip()
    if shelf is not None:
        with contextlib.suppress(ValueError):  # not base64 after all: the cell complains of it
            content = base64.b64decode(plain, validate=True)
            if base64.b64encode(content) == plain:
                return replace(form, picture=picture(content, shelf))
    said = text.decode("ascii").replace("\r\n", "\n").replace("\r", "\n")
    return replace(
        form,
        elements=tuple(
            replace(each, text=said) if each.tag == PHOTO and not each.text.strip() else each
            for each in form.elements
        ),
    )


def _decode(data: bytes) -> tuple[str, bool, list[str]]:
    """Give the text, whether it began with a BOM, and notes."""
    for mark, encoding in _BOMS:
        if data.startswith(mark) and encoding != "utf-8":
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, True, ["文件用 UTF-16 编码，已转换"]
    bom = data.startswith(_BOMS[0][0])
    body = data[3:] if bom else data
    try:
        return body.decode("utf-8"), bom, []
    except UnicodeDecodeError:
        pass
    damaged = body.decode("utf-8", errors="replace")
    wide = sum(1 for char in damaged if ord(char) > 127)
    if damaged.count("\ufffd") * 5 < wide:  # UTF-8 with a few bytes hurt
        return damaged, bom, ["文件里有损坏的字节，损坏的栏目没有读入"]
    try:
        return body.decode("gb18030"), bom, ["文件用 GB18030 编码（应为 UTF-8），已转换"]
    except UnicodeDecodeError:
        return damaged, bom, ["文件里有损坏的字节，损坏的栏目没有读入"]


def _parse(text: str) -> tuple[etree._Element, tuple[str, ...]]:
    begin = _BEGIN.search(text)
    if _FORBIDDEN.search(text, 0, begin.start() if begin else len(text)):
        raise _Refused("文件含有 DOCTYPE 或实体定义，出于安全考虑不予读入")
    body = _DECLARED.sub(lambda found: "\n" * found[0].count("\n"), text, count=1).rstrip()
    try:
        return _tree(body), ()
    except etree.XMLSyntaxError as error:
        if begin is None:
            raise _Refused(_nature(body)) from error
        if not body.endswith(f"</{ROOT}>"):
            text = "文件不完整（没有结束标记），可能没有传完，请重新导出"
            raise _Refused(text, body.count("\n") + 1) from error
    mended, notes = repair.repair(body)
    try:
        return _tree(mended), notes
    except etree.XMLSyntaxError as error:
        line = error.lineno or None
        raise _Refused(
            "文件不是完好的 XML，无法修复，请用任免审批表编辑器重新保存", line
        ) from error


def _tree(body: str) -> etree._Element:
    # No DTD, no entities, no network, libxml2's own limits on depth and size.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(body.encode("utf-8"), parser)


def _nature(body: str) -> str:
    if "<" not in body or not body.lstrip().startswith("<"):
        return "文件不是 XML，不像任免审批表（.lrmx）"
    return f"文件里没有任免审批表的根元素（{ROOT}）或文件不完整"


def _element(node: etree._Element) -> Element:
    children = tuple(node)
    line: object = node.sourceline
    return Element(
        str(node.tag),
        node.text or "",
        tuple(_element(each) for each in children),
        tuple(each.tail or "" for each in children),
        _attributes_of(node),
        int(line) if isinstance(line, int) else None,
    )


def _attributes_of(node: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in node.attrib.items())


def _shown(element: Element, indent: str) -> str:
    name, space = _named(element.tag)
    begin = f"{indent}<{name}{space}{_attributes(element.attributes)}>"
    if element.children:
        if not element.text.strip() and not any(tail.strip() for tail in element.tails):
            inner = "\n".join(_shown(each, indent + "  ") for each in element.children)
            return f"{begin}\n{inner}\n{indent}</{name}>"
        return begin + "".join(_inline(element)) + f"</{name}>"
    if not element.text.strip():
        return f"{begin}\n{indent}</{name}>"
    return f"{begin}{_escaped(element.text)}</{name}>"


def _inline(element: Element) -> Iterator[str]:
    yield _escaped(element.text)
    for each, tail in zip(element.children, element.tails, strict=True):
        yield _shown(each, "").strip("\n") + _escaped(tail)


def _named(tag: str) -> tuple[str, str]:
    """Give an element's name and its name space declaration from lxml's {space}name."""
    space, found, name = tag.rpartition("}")
    return (name, f' xmlns="{_quoted(space[1:])}"') if found else (tag, "")


def _attributes(attributes: tuple[tuple[str, str], ...]) -> str:
    shown: list[str] = []
    for number, (tag, value) in enumerate(attributes):
        space, found, name = tag.rpartition("}")
        if space[1:] == _XML:
            name = f"xml:{name}"
        elif found:
            shown.append(f'xmlns:n{number}="{_quoted(space[1:])}"')
            name = f"n{number}:{name}"
        shown.append(f'{name}="{_quoted(value)}"')
    return "".join(f" {each}" for each in shown)


def _escaped(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\r", "&#13;")


def _quoted(text: str) -> str:
    plain = _escaped(text).replace('"', "&quot;")
    return plain.replace("\n", "&#10;").replace("\t", "&#9;")
