"""Form files the tests of this folder share."""

from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(params=sorted(SAMPLES.glob("*.lrmx")), ids=lambda path: path.stem)
def sample(request):
    """Give each of the two sample files, as bytes."""
    return request.param.read_bytes()


@pytest.fixture
def simple():
    """Give the bytes of the plainer sample file."""
    return (SAMPLES / "甲示例.lrmx").read_bytes()
