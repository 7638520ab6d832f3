"""人岗匹配: one fit, read from the post and from the person.

Modules: fit (values and one pair), matrix (many pairs at once), rank, reasons.
"""
