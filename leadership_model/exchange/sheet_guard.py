"""Look at a workbook before it is opened: how far its cells reach, what its formulas lack.

A reader of workbooks makes room for the whole rectangle its cells span: one stray cell in the last
corner of a sheet would take all memory there is.
"""

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

LARGEST_INSIDE = 400 << 20  # bytes of a workbook when unpacked
MOST_CELLS = 6_000_000  # of the rectangle its filled cells span: 200,000 rows of 30 columns
PIECE = 1 << 20
_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_UNSAVED = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>|</(?:\w+:)?c>)"
)


def fault_in(data: bytes) -> tuple[str, str]:
    """Give (severity, sentence) of what is wrong with an .xlsx; empty sentence for nothing.

    An error means that it must not be opened. Raises what a damaged archive raises.
    """
    unsaved = 0
    with ZipFile(io.BytesIO(data)) as packed:
        listed = packed.infolist()
        if sum(each.file_size for each in listed) > LARGEST_INSIDE:
            return "error", "工作簿展开后超过 400 MB，没有读入，请删去空白的行列再导入"
        for each in listed:
            if not each.filename.startswith("xl/worksheets/") or each.is_dir():
                continue
            rows = columns = 0
            for piece in _pieces(packed, each.filename):
                unsaved += len(_UNSAVED.findall(piece))
                for found in _CELL.finditer(piece):
                    rows = max(rows, int(found[2]))
                    columns = max(columns, _column(found[1]))
                if rows * columns > MOST_CELLS:
                    text = f"表格一直延伸到第 {rows:,} 行、第 {columns:,} 列，没有读入，"
                    return "error", f"{text}请在 Excel 中删去数据以外的行列再导入"
    if unsaved:
        text = f"有 {unsaved} 个公式没有保存计算结果，按空白读入，请在 Excel 中打开并保存后再导入"
        return "warn", text
    return "", ""


def _pieces(packed: ZipFile, name: str) -> Iterator[bytes]:
    """Give a file piece by piece, parted between cells."""
    rest = b""
    with packed.open(name) as opened:
        while more := opened.read(PIECE):
            rest += more
            end = rest.rfind(b"</row>")
            if end >= 0:
                yield rest[:end]
                rest = rest[end:]
            elif len(rest) > 8 * PIECE:
                yield rest
                rest = b""
    yield rest


def _column(letters: bytes) -> int:
    made = 0
    for letter in letters:
        made = made * 26 + letter - 64
    return made
