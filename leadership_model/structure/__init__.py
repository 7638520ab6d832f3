"""结构模型: what a team of a category should look like. Values, codec, versions, checks.

Modules: requirement (twelve kinds), model (model, portrait), codec (models and portraits as keyed
objects), measures (the kinds as keyed objects), reading and writing (keys, TOML), templates (what
is shipped), inherit (a team's model from its layers), check (what is wrong before use), usage
(where an element is used), phrase and edit (a requirement as a sentence whose parts can be
changed).
"""
