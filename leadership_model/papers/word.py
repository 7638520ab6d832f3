"""The parts of a Word file, written by hand: the same content always gives the same bytes."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from leadership_model.papers import spread
from leadership_model.papers.placing import placed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EPOCH = (1980, 1, 1, 0, 0, 0)  # the time of every part: a file says nothing of when it was made
# A face and the name Word tries where it is not installed.
FALL_BACKS = (
    ("方正小标宋简体", "华文中宋", "roman"),
    ("仿宋", "仿宋_GB2312", "modern"),
    ("楷体", "楷体_GB2312", "modern"),
    ("黑体", "SimHei", "modern"),
    ("宋体", "SimSun", "roman"),
)
FACE = "宋体"  # as in STYLES
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
TINTS = {tone: (ground[1:], ink[1:]) for tone, (ground, ink) in spread.TINTS.items()}
TINTS |= {"unknown": TINTS["grey"], "head": ("F0F2F5", "")}


def twips(tenths: float) -> int:
    """Turn tenths of a millimetre into twips."""
    return round(tenths * 1440 / 254)


def run(text: str, face: str, size: float, *, bold: bool = False, color: str = "") -> str:
    """Write a stretch of text; a line feed in it breaks the line."""
    half = round(size * 2)
    look = ""  # the face of the document, not repeated: long tables stay small
    if face != FACE:
        look = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
    look += "<w:b/>" if bold else ""
    look += f'<w:color w:val="{color}"/>' if color else ""
    look += f'<w:sz w:val="{half}"/>'
    texts = [f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n")]
    return f"<w:r><w:rPr>{look}</w:rPr>{'<w:br/>'.join(texts)}</w:r>"


def field(code: str, shown: str, face: str, size: float) -> str:
    """Write a field such as PAGE, with what it shows until it is worked out."""
    inside = run(shown, face, size)
    return f'<w:fldSimple w:instr="{escape(code)}" w:dirty="true">{inside}</w:fldSimple>'


def paragraph(
    inside: str,
    *,
    align: str = "left",
    pitch: float = 0.0,
    first: float = 0.0,
    before: float = 0.0,
    after: float = 0.0,
    extra: str = "",
) -> str:
    """Write a paragraph: pitch, first indent and the room around it in points.

    `extra` are properties that come first (keepNext, tabs ...).
    """
    word = {"justify": "both"}.get(align, align)
    spacing = f' w:line="{round(pitch * 20)}" w:lineRule="exact"' if pitch else ""
    around = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    indent = f'<w:ind w:firstLine="{round(first * 20)}"/>' if first else ""
    look = f'{extra}<w:spacing {around}{spacing}/>{indent}<w:jc w:val="{word}"/>'
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def cell(
    inside: str,
    width: int,
    *,
    span: int = 1,
    merge: str = "",
    tone: str = "",
    borders: bool = True,
) -> str:
    """Write a cell; `merge` is restart or continue where it goes over several rows."""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    look += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    look += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    if not borders:
        none = "".join(f'<w:{side} w:val="nil"/>' for side in SIDES[:4])
        look += f"<w:tcBorders>{none}</w:tcBorders>"
    if tone in TINTS:
        look += f'<w:shd w:val="clear" w:color="auto" w:fill="{TINTS[tone][0]}"/>'
    return f'<w:tc><w:tcPr>{look}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'


def row(cells: Sequence[str], *, head: bool = False, least: float = 0.0) -> str:
    """Write a row that stays on one page; `least` is its least height in points."""
    look = "<w:cantSplit/>"
    look += f'<w:trHeight w:val="{round(least * 20)}" w:hRule="atLeast"/>' if least else ""
    look += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Sequence[str]) -> str:
    """Write a table with thin lines; widths in twips."""
    lines = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for s in SIDES)
    margins = "".join(f'<w:{s} w:w="70" w:type="dxa"/>' for s in ("left", "right"))
    look = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar>"
    )
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def picture(number: int, relation: str, size: tuple[float, float], words: str) -> str:
    """Write an inline picture; size in tenths of a millimetre, `words` for who cannot see it."""
    wide, high = (round(each * 3600) for each in size)
    name = quoteattr(words)
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{number}" name="图{number}" '
        f'descr={name}/><a:graphic xmlns:a="{drawing}/main"><a:graphicData '
        f'uri="{drawing}/picture"><pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="图{number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def section(
    size: tuple[float, float],
    margins: tuple[float, float, float, float],
    feet: Mapping[str, str],
    *,
    foot: float = 150.0,
) -> str:
    """Write the properties of a section: sizes in tenths of a millimetre, feet by their kind.

    Margins go top, right, bottom, left. `foot` is the place of the foot above the edge.
    """
    wide, high = twips(size[0]), twips(size[1])
    refers = "".join(
        f'<w:footerReference w:type="{kind}" r:id="{relation}"/>' for kind, relation in feet.items()
    )
    turned = ' w:orient="landscape"' if wide > high else ""
    sides = zip(("top", "right", "bottom", "left"), margins, strict=True)
    around = " ".join(f'w:{side}="{twips(each)}"' for side, each in sides)
    return (
        f'<w:sectPr>{refers}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar {around} w:header="{twips(150)}" w:footer="{twips(foot)}" w:gutter="0"/>'
        f"</w:sectPr>"
    )


def foot_part(paragraphs: str) -> str:
    """Write a foot as a part of its own."""
    return f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}">{paragraphs}</w:ftr>'


def write(
    path: Path,
    title: str,
    body: str,
    feet: Sequence[str],
    pictures: Sequence[bytes] = (),
    *,
    mirrored: bool = False,
) -> None:
    """Write a file: foot n is relation f{n}, picture n is p{n}, both counted from 1.

    The old file stays as it was if anything fails. `mirrored`: even pages have a foot of their own.
    """
    with placed(path) as partial, zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(title, body, feet, pictures, mirrored=mirrored).items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, content)


def _parts(
    title: str, body: str, feet: Sequence[str], pictures: Sequence[bytes], *, mirrored: bool
) -> dict[str, str | bytes]:
    document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    relations = [("s1", "styles", "styles.xml"), ("s2", "fontTable", "fontTable.xml")]
    relations.append(("s3", "settings", "settings.xml"))
    relations += [(f"f{n}", "footer", f"footer{n}.xml") for n in range(1, len(feet) + 1)]
    media = [f"media/{n}.{_ending(each)}" for n, each in enumerate(pictures, 1)]
    relations += [(f"p{n}", "image", each) for n, each in enumerate(media, 1)]
    return {
        "[Content_Types].xml": HEAD + _types(len(feet)),
        "_rels/.rels": HEAD
        + _relations(
            [
                ("r1", f"{R}/officeDocument", "word/document.xml"),
                ("r2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": HEAD + _core(title),
        "word/document.xml": HEAD + document,
        "word/styles.xml": HEAD + STYLES,
        "word/fontTable.xml": HEAD + _fonts(),
        "word/settings.xml": HEAD + _settings(mirrored=mirrored),
        "word/_rels/document.xml.rels": HEAD
        + _relations([(id, f"{R}/{kind}", target) for id, kind, target in relations]),
        **{f"word/footer{n}.xml": each for n, each in enumerate(feet, 1)},
        **{f"word/{name}": each for name, each in zip(media, pictures, strict=True)},
    }


def _ending(picture: bytes) -> str:
    return "jpg" if picture.startswith(b"\xff\xd8") else "png"


STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" '
    f'w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="21"/><w:lang w:val="en-US" '
    f'w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f"</w:style></w:styles>"
)


def _types(feet: int) -> str:
    parts = [("document", "document.main"), ("styles", "styles"), ("fontTable", "fontTable")]
    parts += [("settings", "settings"), *((f"footer{n}", "footer") for n in range(1, feet + 1))]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpg" ContentType="image/jpeg"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType='
        f'"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(relations: Sequence[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'
        for id, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        f"<dc:creator>班子模型工作台</dc:creator></cp:coreProperties>"
    )


def _fonts() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, other, family in FALL_BACKS
    )
    return f'<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


def _settings(*, mirrored: bool) -> str:
    even = "<w:evenAndOddHeaders/>" if mirrored else ""
    return (
        f'<w:settings xmlns:w="{W}">{even}<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )
