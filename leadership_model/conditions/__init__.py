"""Questions as values. Knows no element: columns and names come through the protocols.

Modules: tree (the values), tri (three-valued vectors), protocols (what a question is asked of),
leaf (one leaf asked of one column), part (a comparison taken apart), mask (a tree as a vector),
laid (what is said of a few laid over all), check (names and types), words (which words need
quotes), sentence (a tree as Chinese text and back), reading (from the syntax tree of a sentence to
a condition), codec (a tree as JSON).
"""
