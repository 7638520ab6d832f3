"""An import that cannot be written leaves the base as it was, with a sentence."""

from dataclasses import replace

import pytest
from sqlalchemy import event

from leadership_model.errors import UserError
from leadership_model.exchange.photos import Picture
from leadership_model.exchange.plan import plan
from leadership_model.store import imports, load
from tests.leadership_model.store.test_imports import contents, form, planned


def test_a_full_disk_leaves_the_base_as_it_was(base, actor):
    imports.apply(base, actor, planned(base, form()))
    before = contents(base)
    listed = [form(XingMing=f"甲示{at}", JianLi="简历" * 40_000) for at in range(3)]
    made = plan(load.snapshot(base), listed)

    def no_room(connection, record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 20}")

    event.listen(base.alchemy, "connect", no_room)
    base.alchemy.dispose()
    with pytest.raises(UserError, match="磁盘已满"):
        imports.apply(base, actor, made)
    base.dispose()
    assert contents(base) == before


class Gone(Picture):
    """A photo whose shelf cannot be read any more."""

    def read(self):
        raise UserError("临时文件已不在，没有导入任何内容，请重新预览。")


def test_a_photo_that_is_lost_on_the_way_refuses_the_whole_import(base, actor):
    before = contents(base)
    made = planned(base, form())
    entries = tuple(replace(each, photo=Gone("0", 5)) for each in made.entries)
    with pytest.raises(UserError, match="没有导入任何内容"):
        imports.apply(base, actor, replace(made, entries=entries))
    assert contents(base) == before
