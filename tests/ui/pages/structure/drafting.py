"""Edits of a model through the page, and what was refused."""

from dataclasses import replace

from leadership_model.structure.requirement import Count


def counted(whole):
    return next(r for r in whole.requirements if isinstance(r.measure, Count) and r.lo is not None)


def edit(page, settle, **values):
    """Change the first counted requirement of the model shown."""
    whole = page.hand().whole
    asked = counted(whole)
    changed = replace(asked, **values)
    listed = tuple(changed if r.id == asked.id else r for r in whole.requirements)
    page._edit(replace(whole, requirements=listed), f"修改要求 {asked.label}")
    settle()
    return changed


def errors(asker):
    return [text for kind, text in asker.asked if kind == "error"]
