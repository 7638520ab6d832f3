"""Many files: paths and folders to cleaned forms, in order of their names."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from leadership_model.exchange import lrmx
from leadership_model.exchange.clean import CleanForm, clean
from leadership_model.exchange.issue import Issue
from leadership_model.people.areas import NO_AREAS, Areas

ENDING = ".lrmx"


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """List files as given and the .lrmx files below folders, sorted; none twice."""
    seen: set[Path] = set()
    for path in paths:
        listed = [path]
        if path.is_dir():
            listed = sorted(
                each
                for each in path.rglob("*")
                if each.suffix.lower() == ENDING
                and each.is_file()
                and not each.name.startswith(("~", "."))
            )
        for each in listed:
            if each not in seen:
                seen.add(each)
                yield each


def read(
    paths: Iterable[Path], areas: Areas = NO_AREAS
) -> tuple[tuple[CleanForm, ...], tuple[Issue, ...]]:
    """Read and clean all files; a bad one gives issues and stops nothing.

    The issues are those of reading; those of cleaning stay with each form.
    """
    forms: list[CleanForm] = []
    issues: list[Issue] = []
    for path in files(paths):
        form, found = lrmx.read_path(path)
        issues += found
        if form is not None:
            forms.append(clean(form, areas))
    return tuple(forms), tuple(issues)
