"""All sabotages, room by room."""

from tests.mutants.rooms import (
    assessment,
    conditions,
    elements,
    exchange,
    hand_rules,
    matching,
    models,
    outcomes,
    people,
    plans,
    query,
    rules,
    staffing,
    state_rules,
    store,
    structure,
)
from tests.mutants.sabotage import Sabotage

__all__ = ["SABOTAGES", "Sabotage"]

SABOTAGES: tuple[Sabotage, ...] = (
    *people.SABOTAGES,
    *conditions.SABOTAGES,
    *elements.SABOTAGES,
    *rules.SABOTAGES,
    *state_rules.SABOTAGES,
    *hand_rules.SABOTAGES,
    *assessment.SABOTAGES,
    *exchange.SABOTAGES,
    *matching.SABOTAGES,
    *models.SABOTAGES,
    *outcomes.SABOTAGES,
    *plans.SABOTAGES,
    *query.SABOTAGES,
    *staffing.SABOTAGES,
    *store.SABOTAGES,
    *structure.SABOTAGES,
)
