"""The models and portraits the program ships, read from `data/models` and `data/portraits`."""

import functools

from leadership_model import seed
from leadership_model.conditions import codec, sentence
from leadership_model.conditions.protocols import Names
from leadership_model.conditions.tree import Condition
from leadership_model.elements import catalogue
from leadership_model.structure.codec import (
    model_from_json,
    model_to_json,
    portrait_from_json,
    portrait_to_json,
)
from leadership_model.structure.model import Model, Portrait
from leadership_model.structure.reading import Reader
from leadership_model.structure.writing import toml


@functools.cache
def shipped() -> tuple[Model, ...]:
    """Give the shipped models, in the order of their files; UserError names file and key."""
    read = reader(catalogue.shipped())
    return tuple(
        model_from_json(seed.read(name), read, f"data/{name} 模型") for name in seed.names("models")
    )


@functools.cache
def portraits() -> tuple[Portrait, ...]:
    """Give the shipped portraits, in the order of their files; UserError names file and key."""
    read = reader(catalogue.shipped())
    return tuple(
        portrait_from_json(each, read, f"data/{name} 画像")
        for name in seed.names("portraits")
        for each in seed.read(name)["portraits"]
    )


def reader(names: Names) -> Reader:
    """Make a reader of conditions that takes sentences, checked against names, and objects."""

    def read(found: object) -> Condition:
        return sentence.parse(found, names) if isinstance(found, str) else codec.from_json(found)

    return read


def model_to_toml(model: Model) -> str:
    """Write a model as a file of `data/models`, conditions as sentences."""
    return toml(model_to_json(model, sentence.write))


def portraits_to_toml(portraits: tuple[Portrait, ...]) -> str:
    """Write portraits as a file of `data/portraits`, conditions as sentences."""
    return toml({"portraits": [portrait_to_json(each, sentence.write) for each in portraits]})
