import pytest

from leadership_model.people.areas import of_names
from leadership_model.people.unit_words import find_unit

AREAS = of_names("云溪市", ("易溪县", "湖阳市"))


@pytest.mark.parametrize(
    ("path", "kind", "name", "inner"),
    [
        ("中共易溪县委", "县级党委", "易溪县委", ""),
        ("易溪县人民政府", "县级政府", "易溪县政府", ""),
        ("易溪县政府办公室", "县直部门", "易溪县政府办公室", ""),
        ("易溪县住房和城乡建设局村镇建设股", "县直部门", "易溪县住房和城乡建设局", "村镇建设股"),
        ("易溪县农业农村局", "县直部门", "易溪县农业农村局", ""),
        ("易溪县云梦镇党委", "乡镇", "易溪县云梦镇", ""),
        ("易溪县云梦镇财政所", "乡镇", "易溪县云梦镇", "财政所"),
        ("易溪县云梦镇河边村", "村社区", "易溪县云梦镇河边村", ""),
        ("共青团易溪县委", "县直部门", "共青团易溪县委", ""),
        ("云溪市国有资产监督管理委员会", "市直部门", "云溪市国有资产监督管理委员会", ""),
        ("云溪经济开发区管委会", "功能区", "云溪经济开发区管委会", ""),
        ("云溪市水务有限公司财务部", "国有企业", "云溪市水务有限公司", "财务部"),
        ("易溪县人民医院", "医院", "易溪县人民医院", ""),
    ],
)
def test_units(path, kind, name, inner):
    where = find_unit(path, AREAS, None)
    assert where is not None
    assert (where.kind, where.name, where.inner) == (kind, name, inner)


def test_a_path_without_a_place_belongs_to_the_unit_before():
    before = find_unit("易溪县委", AREAS, None)
    found = find_unit("组织部", AREAS, before)
    assert found is not None
    assert found.name == "易溪县委组织部"


def test_a_stationed_group_works_in_its_host():
    found = find_unit(
        "市纪委监委驻市财政局纪检监察组", AREAS, find_unit("云溪市财政局", AREAS, None)
    )
    assert found is not None
    assert (found.name, found.inner) == ("云溪市财政局", "纪检监察组")
