"""Turn text that is not well-formed into text that is, as far as its meaning is certain."""

import itertools
import re

_ENTITY = r"(?:#\d+|#x[0-9A-Fa-f]+|lt|gt|amp|quot|apos);"
_BARE_AND = re.compile(rf"&(?!{_ENTITY})")
_KNOWN_HABIT = re.compile(r"&1(?:lt|gt|amp|quot|apos);")  # one exporter writes &1lt; for <
_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]+)|(\d+));")
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.\-]*)(?:\s[^<>]*?)?(/?)>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)

BARE_AND = "文件中有未转义的“&”，已按文字读入"
BARE_LESS = "文件中有未转义的“<”，已按文字读入"
NESTED = "文件中的 CDATA 段嵌套或不成对，已按文字读入"
ILLEGAL = "文件中有不允许的控制字符，已去掉"


def drop_illegal(text: str) -> tuple[str, bool]:
    """Take away characters that no XML file may hold, and references to such; say if any was."""
    cleaned = _BREAK.sub("\n", text)
    kept = _REFERENCE.sub(_legal_reference, _ILLEGAL.sub("", cleaned))
    return kept, len(kept) < len(cleaned)


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Escape bare & and <, undo nested CDATA; give the text and a sentence for each repair."""
    notes: list[str] = []
    flat = _flatten(text)
    if flat.count("]]>") or "<![CDATA[" in flat or len(_CDATA.findall(text)) % 2:
        notes.append(NESTED)
        flat = flat.replace("<![CDATA[", "").replace("]]>", "]]&gt;")
    elif _nested(text):
        notes.append(NESTED)
    if _BARE_AND.search(_KNOWN_HABIT.sub("", flat)):
        notes.append(BARE_AND)
    flat = _BARE_AND.sub("&amp;", flat)
    tags = _real_tags(flat)
    pieces: list[str] = []
    at = 0
    for found in re.finditer("<", flat):
        if found.start() not in tags and not flat.startswith(("<?", "<!--"), found.start()):
            pieces += (flat[at : found.start()], "&lt;")
            at = found.end()
    if pieces:
        notes.append(BARE_LESS)
    return "".join(pieces) + flat[at:], tuple(notes)


def _legal_reference(found: re.Match[str]) -> str:
    digits = found[1] or found[2]
    number = int(digits, 16 if found[1] else 10) if len(digits) < 8 else -1
    legal = number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return found[0] if legal or 0x10000 <= number < 0x110000 else ""


def _nested(text: str) -> bool:
    marks = _CDATA.findall(text)
    return any(a == b for a, b in itertools.pairwise(marks))


def _flatten(text: str) -> str:
    """Write CDATA sections as escaped text, the outermost ones with all that is inside."""
    out: list[str] = []
    depth, at = 0, 0
    for mark in _CDATA.finditer(text):
        piece = text[at : mark.start()]
        out.append(_escape(piece) if depth else piece)
        at = mark.end()
        if mark[0] != "]]>":
            depth += 1
        elif depth:
            depth -= 1
        else:
            out.append("]]>")
    return "".join(out) + text[at:]


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _real_tags(text: str) -> frozenset[int]:
    """Give the places of the tags that pair up; every other < is a character of the text."""
    open_tags: list[tuple[str, int]] = []
    real: set[int] = set()
    closers = {found[2] for found in _TAG.finditer(text) if found[1]}
    for found in _TAG.finditer(text):
        closing, name, empty = found.groups()
        if empty:
            real.add(found.start())
        elif not closing:
            if name in closers:
                open_tags.append((name, found.start()))
        elif any(name == each for each, _ in open_tags):
            while open_tags[-1][0] != name:
                open_tags.pop()
            real |= {open_tags.pop()[1], found.start()}
    return frozenset(real)
