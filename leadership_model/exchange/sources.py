"""Whatever file somebody brings, as forms: .lrmx, .lrm with .pic, packages, rosters, archives."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from leadership_model.errors import UserError
from leadership_model.exchange import hzb, lrm, lrmx, packed, roster
from leadership_model.exchange.column_schemes import Scheme
from leadership_model.exchange.form import Form
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Shelf
from leadership_model.exchange.source_rules import KINDS

FORMS = (".lrmx", ".lrm")
ROSTERS = (".xlsx", ".xlsm", ".xls", ".csv")
ENDINGS = (*FORMS, *ROSTERS, *packed.ENDINGS)
UNREAD = {
    **dict.fromkeys(FORMS, "任免审批表（未能读入）"),
    **dict.fromkeys(ROSTERS, "表格（未能读入）"),
}
Read = tuple[tuple[Form, ...], tuple[Issue, ...]]
Schemes = Sequence[Scheme]
Beside = Callable[[str], bytes | None]  # a file next to the one read, by its ending


def is_package(path: Path) -> bool:
    """Say whether a folder is an unpacked package."""
    return path.is_dir() and (path / hzb.ABOUT).is_file() and (path / "Table").is_dir()


def word_of(path: Path, forms: Sequence[Form]) -> str:
    """Say what a file was read as; what could not be read is called by its ending."""
    kinds = list(dict.fromkeys(KINDS.get(form.kind, form.kind) for form in forms))
    packed_ = path.suffix.lower() in packed.ENDINGS and kinds != [KINDS[hzb.KIND]]
    if kinds:
        return f"压缩包：{'、'.join(kinds)}" if packed_ else "、".join(kinds)
    return "压缩包" if packed_ else UNREAD.get(path.suffix.lower(), "不认识的文件")


def read_path(
    path: Path, password: str = "", shelf: Shelf | None = None, schemes: Schemes = ()
) -> Read:
    """Read one file or unpacked package; what is wrong is an issue and stops nothing.

    Photos of packages are laid on a `shelf` where there is one; `schemes` say what columns of known
    sheets mean. PasswordNeededError when an archive
    asks for a password: only then has somebody to be asked.
    """
    try:
        if is_package(path):
            tables = {each.stem: each.read_bytes() for each in (path / "Table").glob("*.xml")}
            return hzb.read(tables, partial(_in_folder, path / "Photos"), str(path), shelf)
        most, word = _most(path)
        if path.stat().st_size > most:
            return (), (_error(str(path), word),)
        if path.suffix.lower() in packed.ENDINGS:
            return read_archive(path, str(path), password, shelf, schemes)
        data = path.read_bytes()
    except OSError as error:
        return (), (lrmx.unreadable(path, error),)
    return read(data, str(path), partial(_beside, path), shelf, schemes)


def _most(path: Path) -> tuple[int, str]:
    """Give how large a file may be before it is read at all, and what is said of a larger one."""
    ending = path.suffix.lower()
    if ending in packed.ENDINGS:
        return packed.LARGEST, "压缩包超过 600 MB，没有读入，请先解开成文件夹再导入"
    if ending in ROSTERS:
        return roster.LARGEST, "文件超过 100 MB，不像名册，没有读入"
    return lrmx.LARGEST, "文件超过 50 MB，不像任免审批表，没有读入"


def read(
    data: bytes,
    file: str,
    beside: Beside,
    shelf: Shelf | None = None,
    schemes: Schemes = (),
) -> Read:
    """Read the bytes of a form file or a roster; the ending of `file` says which it is."""
    ending = PurePosixPath(file).suffix.lower()
    if ending in ROSTERS:
        return roster.read(data, file, schemes)
    if ending == ".lrm":
        photo = next(filter(None, map(beside, lrm.PHOTO_ENDINGS)), None)
        form, issues = lrm.read(data, file, photo)
    else:
        form, issues = lrmx.read(data, file, shelf)
    return (() if form is None else (form,)), issues


def read_archive(
    source: bytes | Path,
    file: str,
    password: str = "",
    shelf: Shelf | None = None,
    schemes: Schemes = (),
) -> Read:
    """Read a package or an archive of forms and rosters; PasswordNeededError as above."""
    try:
        inside = packed.files(source, file.replace("\\", "/").rsplit("/", 1)[-1], password)
        return _inside(inside, file, shelf, schemes)
    except packed.PasswordNeededError:
        raise
    except UserError as error:
        return (), (_error(file, error.sentence.rstrip("。")),)


def _inside(inside: packed.Files, file: str, shelf: Shelf | None, schemes: Schemes) -> Read:
    about = next((name for name in inside if PurePosixPath(name).name == hzb.ABOUT), None)
    if about is not None or any(_table(name) == hzb.NEEDED for name in inside):
        tables = {table: inside[name] for name in inside if (table := _table(name))}
        return hzb.read(tables, partial(_photo, inside, _photos(inside)), file, shelf)
    forms: list[Form] = []
    issues: list[Issue] = []
    known = [name for name in inside if PurePosixPath(name).suffix.lower() in (*FORMS, *ROSTERS)]
    for name in known:
        if PurePosixPath(name).name.startswith(("~", ".")):
            continue
        found, faults = _read_packed(inside, name, file, shelf, schemes)
        forms += found
        issues += faults
    if not known:
        issues.append(_error(file, "压缩包里没有任免审批表、名册或数据包"))
    return tuple(forms), tuple(issues)


def _read_packed(
    inside: packed.Files, name: str, file: str, shelf: Shelf | None, schemes: Schemes
) -> Read:
    """Read one file of an archive; a damaged one is an issue and stops nothing."""
    try:
        beside = partial(_packed_beside, inside, name)
        return read(inside[name], f"{file}/{name}", beside, shelf, schemes)
    except packed.PasswordNeededError:
        raise
    except UserError as error:
        return (), (_error(f"{file}/{name}", error.sentence.rstrip("。")),)


def _table(name: str) -> str:
    """Give the table a file of an archive holds, or an empty text."""
    path = PurePosixPath(name)
    inside = path.parent.name.lower() == "table" and path.suffix.lower() == ".xml"
    return path.stem if inside else ""


def _in_folder(folder: Path, name: str) -> bytes | None:
    """Give a photo of a package; a name that leads out of its folder gives none."""
    path = folder / PurePosixPath(name.replace("\\", "/")).name
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _photos(inside: Iterable[str]) -> Mapping[str, str]:
    """Give where the photos of a package lie, by their file names."""
    listed = ((PurePosixPath(name), name) for name in inside)
    return {path.name: name for path, name in listed if path.parent.name.lower() == "photos"}


def _photo(inside: packed.Files, places: Mapping[str, str], name: str) -> bytes | None:
    return inside[places[name]] if name in places else None


def _beside(path: Path, ending: str) -> bytes | None:
    return next((_bytes(each) for each in _spelled(path, ending) if each.is_file()), None)


def _spelled(path: Path, ending: str) -> Iterable[Path]:
    return (path.with_suffix(ending), path.with_suffix(ending.upper()))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _packed_beside(inside: Mapping[str, bytes], name: str, ending: str) -> bytes | None:
    stem = str(PurePosixPath(name).with_suffix(""))
    return inside.get(stem + ending) or inside.get(stem + ending.upper())


def _error(file: str, text: str) -> Issue:
    return Issue(file, None, None, "error", text)
