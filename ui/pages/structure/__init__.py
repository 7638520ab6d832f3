"""模型定制: structure models by category, one editable requirement with its live effect.

page (the frame and the draft), actions; categories, requirements (table), sentence (tokens and
pickers), standing_view (teams over the measured value), impact_view, portraits; work (no Qt).
"""
