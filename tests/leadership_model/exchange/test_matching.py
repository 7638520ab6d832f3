from leadership_model.exchange.clean import clean
from leadership_model.exchange.form import Element, Form
from leadership_model.exchange.matching import Index, identity
from leadership_model.people.person import Person
from leadership_model.people.snapshot import of_records


def form(**cells):
    return clean(Form("f", tuple(Element(tag, text) for tag, text in cells.items())))


def test_names_are_compared_without_inner_blanks():
    index = Index(of_records([Person(id="p", name="甲 例", birth=23762)]))
    assert index.find(form(XingMing="甲例", ChuShengNianYue="198003")).rows == (0,)


def test_the_number_goes_before_the_name():
    people = [Person(id="a", name="甲", birth=23762), Person(id="b", name="甲", id_number="1" * 18)]
    index = Index(of_records(people))
    assert index.find(
        form(XingMing="甲", ChuShengNianYue="198003", ShenFenZheng="1" * 18)
    ).rows == (1,)


def test_identity_is_the_number_where_there_is_one():
    assert identity(form(XingMing="甲", ShenFenZheng="1" * 18)) == identity(
        form(XingMing="乙", ShenFenZheng="1" * 18)
    )
    assert identity(form(XingMing="甲")) != identity(form(XingMing="乙"))


def test_a_year_of_birth_alone_is_matched_where_the_base_knows_no_more():
    one = Person(id="p", name="甲", birth_year=1980)
    found = Index(of_records([one])).find(form(XingMing="甲", ChuShengNianYue="1980"))
    assert found.rows == (0,)
    other = Person(id="p", name="甲", birth=23762)
    found = Index(of_records([other])).find(form(XingMing="甲", ChuShengNianYue="1980"))
    assert found.conflict
