"""Questions as values. Knows no element: columns and names come through the protocols.

Modules: tree (the values), tri (three-valued vectors), protocols (what a question is asked of),
mask (a tree as a vector), sentence (a tree as Chinese text and back), codec (a tree as JSON), check.
"""
