"""All tables together, and the one view.

`linked_post` (linked, post) lists the seats held together by one person. It is a view over
`post.linked`: a post belongs to one group at most, so a second copy could only disagree.
"""

from sqlalchemy import Table
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from leadership_model.store import (
    tables_checks,
    tables_models,
    tables_people,
    tables_teams,
    tables_work,
)

METADATA = SQLModel.metadata
MODULES = (tables_teams, tables_people, tables_checks, tables_models, tables_work)

LINKED_POST = (
    "CREATE VIEW linked_post AS "
    "SELECT linked AS linked, id AS post FROM post WHERE linked IS NOT NULL"
)


def table(name: str) -> Table:
    """Give a table by name; a KeyError means the name is our bug."""
    return METADATA.tables[name]


def make_all(connection: Connection) -> None:
    """Make every table and the view in an empty database."""
    METADATA.create_all(connection)
    connection.exec_driver_sql(LINKED_POST)
