"""Papers as values, and as docx and xlsx files.

Modules: paper (pages, boxes, runs), form (任免审批表), roster, comparison, docx, xlsx.
"""
