"""要素: what people are measured by. Definitions are data; the feature table is people x elements.

Modules: element (the values), catalogue (all elements, experience filters, sensitivity), codec
(TOML to values), derive (one definition as a column), careers (questions on career rows), table.
"""
