"""A small sample city in a database of its own, for tests that write."""

import shutil
from pathlib import Path

import pytest

from leadership_model.sample import build
from leadership_model.store.actor import Actor


@pytest.fixture(scope="session")
def city_file(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("city") / "city.lmdb"
    build.build(path, 120, 3, actor=Actor("测试员", lambda: "2026-11-20T10:00:00"))
    return path


@pytest.fixture
def stored(bare_context, city_file, tmp_path, settle):
    """Give a context with a copy of the city open that can be written to."""
    path = tmp_path / "city.lmdb"
    shutil.copy(city_file, path)
    bare_context.workspace.open(path)
    settle()
    return bare_context
