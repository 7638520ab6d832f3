"""Files written whole: under a name beside the target first, then put in its place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadership_model.errors import UserError


@contextmanager
def placed(path: Path, *refusals: type[Exception]) -> Iterator[Path]:
    """Give the name to write under; what is written there takes the place of `path` at the end.

    If anything fails the file at `path` stays as it was and nothing is left beside it. An OSError,
    or one of the `refusals` by which a package says the same, becomes a UserError.
    """
    refused: tuple[type[Exception], ...] = (OSError, *refusals)
    partial = path.with_name(f".{path.name}.partial")
    try:
        yield partial
        os.replace(partial, path)
    except refused as error:
        raise UserError(
            f"无法写入“{path}”：请确认文件夹存在、可写，且文件没有在别处打开"
        ) from error
    finally:
        partial.unlink(missing_ok=True)
