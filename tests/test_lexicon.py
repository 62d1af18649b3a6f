"""The lexicon's tables: well formed, and no form that would join what does not belong together."""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files

import pytest

from newsqa.languages import CODES
from newsqa.text import lexicon
from newsqa.text.words import tokens

TABLES = {"predicates.tsv": ["concept", "en", "id", "roles"], "terms.tsv": ["kind", "en", "id"]}
KINDS = {"noun", "adjective", "adverb", "verb", "role", "organisation", "place", "time", "unit", "connective"}
ROLES = {"agent>patient", "mutual", "experiencer", "speech"}
MOST_SENSES = 10  # concepts a form may stand in


def lines(table: str) -> Iterator[tuple[int, list[str]]]:
    text = (files("newsqa.languages") / "shared" / table).read_text(encoding="utf-8")
    yield from enumerate(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE), start=1)


def forms(table: str) -> Iterator[tuple[int, str, list[str]]]:
    """Yield the number of each line, a language, and the forms that the line has in it."""
    names = TABLES[table]
    for number, cells in lines(table):
        if number > 1:
            yield from ((number, code, cells[names.index(code)].split(", ")) for code in CODES)


@pytest.mark.parametrize("table", TABLES)
def test_every_line_has_its_cells(table: str) -> None:
    (_, head), *rows = lines(table)
    assert head == TABLES[table]
    assert [number for number, cells in rows if len(cells) != len(head) or not all(cells)] == []


def test_kinds_and_roles_are_known() -> None:
    assert {cells[0] for number, cells in lines("terms.tsv") if number > 1} == KINDS
    assert {cells[3] for number, cells in lines("predicates.tsv") if number > 1} == ROLES


@pytest.mark.parametrize("table", TABLES)
def test_forms_are_clean(table: str) -> None:
    every = [(number, form) for number, _, cell in forms(table) for form in cell]
    assert [found for found in every if not found[1] or found[1] != " ".join(found[1].split())] == []
    assert [found for found in every if set(found[1]) & set(';=|"') or not tokens(found[1])] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_form_is_twice_in_one_cell(table: str) -> None:
    twice = [(n, form) for n, _, cell in forms(table) for form, times in Counter(cell).items() if times > 1]
    assert twice == []


@pytest.mark.parametrize("table", TABLES)
def test_no_row_of_a_kind_says_only_what_another_says(table: str) -> None:
    kinds = {number: cells[-1 if table == "predicates.tsv" else 0] for number, cells in lines(table)}
    rows: dict[int, tuple[object, ...]] = defaultdict(tuple)
    for number, _, cell in forms(table):
        rows[number] += (frozenset(cell),)
    same = Counter((kinds[number], *cells) for number, cells in rows.items())
    assert [key for key, times in same.items() if times > 1] == []


def test_names_of_predicates_are_unique() -> None:
    names = Counter(cells[0] for _, cells in lines("predicates.tsv"))
    assert [name for name, times in names.items() if times > 1] == []


def test_ids_are_unique() -> None:
    ids = Counter(row.id for row in lexicon.rows())
    assert [id_ for id_, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_no_form_stands_in_too_many_concepts(code: str) -> None:
    senses = Counter(form for row in lexicon.rows() for form in {f.casefold() for f in row.forms[code]})
    assert {form: times for form, times in senses.items() if times > MOST_SENSES} == {}
