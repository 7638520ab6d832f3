"""Sabotages of writing: versions, audit, all or nothing."""

from tests.mutants.sabotage import Place

RECORDS = Place("store/records.py", ("store/test_records.py",))
IMPORTS = Place("store/imports.py", ("store/test_imports.py",))
CONNECTION = Place("store/connection.py", ("store/test_connection.py",))
HANDLE = Place("store/handle.py", ("store/test_handle.py",))
BULK = Place("store/bulk.py", ("store/test_bulk.py",))
PHOTO = Place("store/photo.py", ("store/test_photo.py",))

SABOTAGES = (
    RECORDS.where(
        "a record changed meanwhile is overwritten",
        '_refuse_stale(kind, old, new["version"])',
        '_refuse_stale(kind, old, old["version"])',
    ),
    RECORDS.where(
        "a record changed meanwhile is deleted",
        '_refuse_stale(kind, old, given["version"])',
        '_refuse_stale(kind, old, old["version"])',
    ),
    RECORDS.where(
        "a record deleted meanwhile comes back",
        'if versioned and new["changed_at"]:',
        'if versioned and new["changed_at"] == 0:',
    ),
    RECORDS.where(
        "the version of a person does not rise with his rows",
        'raised = {"version": old["version"] + 1,',
        'raised = {"version": old["version"],',
    ),
    RECORDS.where(
        "a deletion leaves no line in the book",
        'work.rows.note("删除", kind, old["id"], old, None)',
        "_ = kind",
    ),
    RECORDS.where(
        "rows that point at nothing stay",
        "            if count:\n",
        "            if count < 0:\n",
    ),
    IMPORTS.where(
        "the line in the book is written outside the transaction",
        '        audit.append(connection, actor, label, "import_batch", batch.id, span, counted)',
        "    with writing(engine) as connection:\n"
        '        audit.append(connection, actor, label, "import_batch", batch.id, span, counted)',
    ),
    IMPORTS.where(
        "the database is not copied aside",
        'copy_before(engine, "before-import")',
        "_ = copy_before",
    ),
    IMPORTS.where(
        "an import passes the version check by",
        'plain = type(person)(**{**new, "has_photo": old["has_photo"]})',
        'now = _stored(connection, "person", person.id) or old\n'
        '    plain = type(person)(**{**new, "has_photo": old["has_photo"],'
        ' "version": now["version"]})',
    ),
    CONNECTION.where(
        "a transaction that fails is kept",
        "        with connection.begin():\n            if watched:\n"
        "                touched.begin(connection)\n            yield connection\n"
        "            number = _raise_number(connection)\n",
        "        connection.begin()\n        try:\n            if watched:\n"
        "                touched.begin(connection)\n            yield connection\n"
        "        finally:\n            number = _raise_number(connection)\n"
        "            connection.commit()\n        if number:\n",
    ),
    HANDLE.where(
        "foreign keys are not checked",
        "PRAGMA foreign_keys = ON",
        "PRAGMA foreign_keys = OFF",
    ),
    CONNECTION.where(
        "a writer takes the lock late",
        '"BEGIN IMMEDIATE" if writing else "BEGIN"',
        '"BEGIN" if writing else "BEGIN"',
    ),
    HANDLE.where(
        "a connection whose transaction failed is used again",
        "idle if whole else None",
        "idle",
    ),
    BULK.where(
        "whole cities leave no line in the book",
        'audit.append(connection, actor, what, ",".join(counts), "", None, dict(counts))',
        "_ = what",
    ),
    PHOTO.where(
        "a new photo does not raise the version",
        '"version": owner.version + 1',
        '"version": owner.version',
    ),
)
