"""人岗匹配: people for a post, posts for a person, one number in both directions.

page (the frame), content (its widgets), list_view and choices (what is ranked for), match_table and
columns (the ranking), legend, reasons_view and reasons_parts (one pair), matrix_card, matrix_view,
matrix_work and shortlist (people x posts with the best assignment), ahead (who could follow, what
comes next), handing_on and outputs (leading elsewhere, files), actions. work has no Qt.
"""
