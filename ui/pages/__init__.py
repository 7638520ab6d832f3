"""One folder per page, each with page.py, columns.py, work.py and actions.py. None knows another.

home, elements, structure, query, assessment, staffing, matching.
"""
