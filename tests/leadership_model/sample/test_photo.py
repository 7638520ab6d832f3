import io

import pytest

from leadership_model.sample import photo


def test_photos_are_small_portraits():
    from PIL import Image

    for number in range(60):
        content = photo.draw(1, f"p-{number}")
        assert len(content) <= 3000
        picture = Image.open(io.BytesIO(content))
        assert picture.format == "JPEG"
        assert picture.size == (188, 230)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_person_looks_the_same_again(seed):
    assert photo.draw(seed, "p-1") == photo.draw(seed, "p-1")


def test_people_and_seeds_differ():
    assert len({photo.draw(seed, f"p-{n}") for seed in (1, 2) for n in range(20)}) == 40
