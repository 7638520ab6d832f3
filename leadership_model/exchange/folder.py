"""Many files: paths and folders to cleaned forms, in order of their names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from leadership_model.exchange import lrm, sources
from leadership_model.exchange.clean import CleanForm, clean
from leadership_model.exchange.issue import Issue
from leadership_model.exchange.photos import Shelf
from leadership_model.people.areas import NO_AREAS, Areas


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """List files as given and what can be read below folders, sorted; none twice.

    An unpacked package is one path: the folder that holds it.
    """
    seen: set[Path] = set()
    for path in paths:
        listed = [path]
        if path.is_dir() and not sources.is_package(path):
            listed = list(_below(path))
        for each in listed:
            if each not in seen:
                seen.add(each)
                yield each


def others(paths: Iterable[Path]) -> tuple[Path, ...]:
    """List the files below folders that are none of those read, sorted; photos are no files here.

    Lock files of an open workbook (~$…) and hidden ones are not listed.
    """
    known = (*sources.ENDINGS, *lrm.PHOTO_ENDINGS)
    return tuple(
        each
        for path in paths
        if path.is_dir() and not sources.is_package(path)
        for each in sorted(path.rglob("*"))
        if each.is_file()
        and each.suffix.lower() not in known
        and not each.name.startswith(("~", "."))
        and not any(sources.is_package(folder) for folder in each.parents)
    )


def _below(folder: Path) -> Iterator[Path]:
    packages: list[Path] = []
    for each in sorted(folder.rglob("*")):
        if any(package in each.parents for package in packages):
            continue
        if sources.is_package(each):
            packages.append(each)
            yield each
        elif (
            each.suffix.lower() in sources.ENDINGS
            and each.is_file()
            and not each.name.startswith(("~", "."))
        ):
            yield each


def read(
    paths: Iterable[Path], areas: Areas = NO_AREAS, schemes: sources.Schemes = ()
) -> tuple[tuple[CleanForm, ...], tuple[Issue, ...]]:
    """Read and clean all files; a bad one gives issues and stops nothing.

    The issues are those of reading; those of cleaning stay with each form.
    """
    forms: list[CleanForm] = []
    shelf = Shelf()
    issues: list[Issue] = []
    for path in files(paths):
        found, faults = sources.read_path(path, shelf=shelf, schemes=schemes)
        issues += faults
        forms += [clean(form, areas, shelf) for form in found]
    return tuple(forms), tuple(issues)
