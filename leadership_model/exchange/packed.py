"""Archives (zip, 7z, hzb) as files in memory: nothing is unpacked onto the disk.

What an archive calls its files therefore cannot lead anywhere. Number and size are bounded before
anything is unpacked.
"""

import io
import lzma
import struct
import zlib
from collections.abc import Mapping
from zipfile import BadZipFile, ZipFile

from leadership_model.errors import UserError

ENDINGS = (".zip", ".hzb", ".7z")
LARGEST = 600 << 20  # bytes of an archive
LARGEST_INSIDE = 1200 << 20  # bytes of all files in it
MOST = 50_000  # files in it
# What the standard library raises on a damaged archive, besides its own word for it.
DAMAGED = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
_SEVEN = b"7z\xbc\xaf\x27\x1c"


class PasswordNeededError(UserError):
    """The archive `file` asks for a password, or the one given does not fit."""

    def __init__(self, sentence: str, file: str) -> None:
        super().__init__(sentence)
        self.file = file


def files(data: bytes, file: str, password: str = "") -> Mapping[str, bytes]:
    """Give the files of an archive by their paths in it, in order of the paths.

    UserError with a sentence: not an archive, damaged, too large; PasswordNeededError when there is
    none or a wrong one.
    """
    if len(data) > LARGEST:
        raise UserError(f"“{file}”超过 600 MB，没有读入，请先解开成文件夹再导入。")
    found = _seven(data, file, password) if data.startswith(_SEVEN) else _zip(data, file, password)
    return dict(sorted(found.items()))


def _bounded(file: str, count: int, size: int) -> None:
    if count > MOST or size > LARGEST_INSIDE:
        raise UserError(f"“{file}”展开后过大（{count} 个文件），没有读入，请分批打包再导入。")


def _zip(data: bytes, file: str, password: str) -> dict[str, bytes]:
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            listed = [each for each in packed.infolist() if not each.is_dir()]
            _bounded(file, len(listed), sum(each.file_size for each in listed))
            if any(each.flag_bits & 1 for each in listed) and not password:
                raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file)
            key = password.encode("utf-8") or None
            made: dict[str, bytes] = {}
            for each in listed:
                # More than it claims to be is not read: claims were added up before.
                with packed.open(each, pwd=key) as opened:
                    made[_name(each.filename, each.flag_bits)] = opened.read(each.file_size)
            return made
    except DAMAGED as error:
        raise UserError(f"“{file}”不是完好的压缩包，请重新导出或先解开成文件夹再导入。") from error
    except RuntimeError as error:
        raise PasswordNeededError(f"“{file}”的密码不对，请重新输入。", file) from error


def _name(name: str, flags: int) -> str:
    """Give a name as it was meant: older Chinese packers write GBK without saying so."""
    if flags & 0x800:
        return name
    try:
        return name.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def _seven(data: bytes, file: str, password: str) -> dict[str, bytes]:
    from py7zr import SevenZipFile
    from py7zr.exceptions import ArchiveError, Bad7zFile, PasswordRequired
    from py7zr.io import BytesIOFactory

    broken = (*DAMAGED, ArchiveError, Bad7zFile)
    try:
        with SevenZipFile(io.BytesIO(data), password=password or None) as packed:
            if packed.needs_password() and not password:
                raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file)
            listed = [each for each in packed.list() if not each.is_directory]
            _bounded(file, len(listed), sum(each.uncompressed or 0 for each in listed))
            factory = BytesIOFactory(LARGEST_INSIDE)
            packed.extractall(factory=factory)
            found = {name: bytes(each.read()) for name, each in factory.products.items()}
    except PasswordRequired as error:
        raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file) from error
    except broken as error:
        if password:
            raise PasswordNeededError(
                f"“{file}”的密码不对，或文件已损坏，请重新输入密码。", file
            ) from error
        raise UserError(f"“{file}”不是完好的压缩包，请重新导出或先解开成文件夹再导入。") from error
    return {name.replace("\\", "/"): content for name, content in found.items()}
