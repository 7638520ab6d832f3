"""结构模型: what a team of a category should look like. Values, codec, versions, checks.

Modules: requirement (twelve kinds), model (model, portrait), codec (models and portraits as
keyed objects), measures (the kinds as keyed objects), reading and writing (keys, TOML),
templates (what is shipped), sheet (任职要求 of a post), bounds (what a target is for a number
of members), inherit (a team's model from its layers), categories (班子类别 and 子类), difference
(what is a team's own, conflicts), dimension (points), check and check_portraits (what is
wrong before use), issue (one such thing), usage (where an element is used), phrase, edit
and grammar (a requirement as a sentence whose parts can be changed, and the sentence read
back), portrait_phrase and portrait_edit (a portrait likewise), compose (made new or turned
into another kind), figures and listing (numbers and names as typed), breakage (what another
catalogue would break), sensitive (what acts in a portrait, and by which basis); versions
(which were in force, their names) and compare (two of them beside each other), packs (规则包,
switched on as a whole), renaming (entries of code lists called otherwise).
"""
