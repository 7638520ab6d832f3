"""结构模型: what a team of a category should look like. Values, codec, versions, checks.

Modules: requirement (twelve kinds), model (model, portrait), codec (TOML / JSON), check, inherit.
"""
