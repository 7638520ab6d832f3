"""Archives (zip, 7z, hzb) as files by name: none is unpacked under the name it bears.

What an archive calls its files therefore cannot lead anywhere. Number and size are bounded before
anything is unpacked.
"""

import io
import lzma
import struct
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

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
_BROKEN = "“{}”不是完好的压缩包，请重新导出或先解开成文件夹再导入。"
_SEVEN = b"7z\xbc\xaf\x27\x1c"


class PasswordNeededError(UserError):
    """The archive `file` asks for a password, or the one given does not fit."""

    def __init__(self, sentence: str, file: str) -> None:
        super().__init__(sentence)
        self.file = file


class Files(Mapping[str, bytes]):
    """The files of an archive by their paths, in order of the paths; each is read when asked for.

    A shelf holds what was unpacked, and a zip is read where it lies: thousands of photos need no
    memory.
    """

    def __init__(self, names: Iterable[str], read: Callable[[str], bytes]) -> None:
        self._names, self._read = dict.fromkeys(sorted(names)), read

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return self._read(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def files(source: bytes | Path, file: str, password: str = "") -> Files:
    """Give the files of an archive, its bytes or where it lies.

    UserError with a sentence: not an archive, damaged, too large; PasswordNeededError when there is
    none or a wrong one. A zip's file that is damaged is told when it is asked for.
    """
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > LARGEST:
        raise UserError(f"“{file}”超过 600 MB，没有读入，请先解开成文件夹再导入。")
    opened = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
    seven = opened.read(len(_SEVEN)) == _SEVEN
    opened.seek(0)
    if not seven:
        return _zip(opened, file, password)
    with opened:
        return _seven(opened, file, password)


def _bounded(file: str, count: int, size: int) -> None:
    if count > MOST or size > LARGEST_INSIDE:
        raise UserError(f"“{file}”展开后过大（{count} 个文件），没有读入，请分批打包再导入。")


def _zip(opened: IO[bytes], file: str, password: str) -> Files:
    try:
        packed = ZipFile(opened)
    except DAMAGED as error:
        opened.close()
        raise UserError(_BROKEN.format(file)) from error
    key = password.encode("utf-8") or None
    listed = {_name(each): each for each in packed.infolist() if not each.is_dir()}

    def read(name: str) -> bytes:
        try:
            # More than it claims to be is not read: claims were added up before.
            with packed.open(listed[name], pwd=key) as inside:
                return inside.read(listed[name].file_size)
        except DAMAGED as error:
            raise UserError(_BROKEN.format(file)) from error
        except RuntimeError as error:
            raise PasswordNeededError(f"“{file}”的密码不对，请重新输入。", file) from error

    made = Files(listed, read)
    weakref.finalize(made, _close, packed, opened)
    _bounded(file, len(listed), sum(each.file_size for each in listed.values()))
    locked = next((name for name, each in listed.items() if each.flag_bits & 1), None)
    if locked is not None and not password:
        raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file)
    if locked is not None:
        read(locked)  # a wrong password is told before anything else is done
    return made


def _close(packed: ZipFile, opened: IO[bytes]) -> None:
    packed.close()
    opened.close()


def _name(listed: ZipInfo) -> str:
    """Give a name as it was meant: older Chinese packers write GBK without saying so."""
    if listed.flag_bits & 0x800:
        return listed.filename
    try:
        return listed.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return listed.filename


def _seven(opened: IO[bytes], file: str, password: str) -> Files:
    from py7zr import SevenZipFile
    from py7zr.exceptions import ArchiveError, Bad7zFile, PasswordRequired

    from leadership_model.exchange.unpacked import Unpacked

    broken = (*DAMAGED, ArchiveError, Bad7zFile)
    try:
        with SevenZipFile(opened, password=password or None) as packed:
            if packed.needs_password() and not password:
                raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file)
            listed = [each for each in packed.list() if not each.is_directory]
            _bounded(file, len(listed), sum(each.uncompressed or 0 for each in listed))
            found = Unpacked(LARGEST_INSIDE)
            packed.extractall(factory=found)
    except PasswordRequired as error:
        raise PasswordNeededError(f"“{file}”加了密码，请输入导出时设的密码。", file) from error
    except broken as error:
        if password:
            raise PasswordNeededError(
                f"“{file}”的密码不对，或文件已损坏，请重新输入密码。", file
            ) from error
        raise UserError(_BROKEN.format(file)) from error
    return Files(found.names(), found.read)
