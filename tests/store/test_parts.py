"""An extraction read in parts is the extraction that was written."""

import json

import pytest

from newsqa.conversation import sampled
from newsqa.extract import extract
from newsqa.model import Article, Extraction
from newsqa.store.parts import put_together, taken_apart
from newsqa.store.protocol import Stored

EMPTY = Extraction(language="id", rules=1)


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    with sampled() as newsroom:
        return [EMPTY, *(extract(stored.article) for stored in newsroom.articles())]


def test_it_is_equal_from_either_side_and_hashes_alike(extractions: list[Extraction]) -> None:
    for written in extractions:
        read = put_together(taken_apart(written))
        assert read == written
        assert written == put_together(taken_apart(written))
        assert read.sentences == written.sentences
        assert hash(put_together(taken_apart(written))) == hash(written)


def test_it_is_written_again_as_it_was(extractions: list[Extraction]) -> None:
    for written in extractions:
        assert put_together(taken_apart(written)).model_dump() == written.model_dump()
        assert json.loads(put_together(taken_apart(written)).model_dump_json()) == written.model_dump(mode="json")
        stored = Stored(article=Article(id="a", text=""), extraction=put_together(taken_apart(written)))
        assert stored.model_dump()["extraction"] == written.model_dump()
        assert taken_apart(put_together(taken_apart(written))) == taken_apart(written)


def test_a_change_makes_another(extractions: list[Extraction]) -> None:
    for written in extractions:
        read = put_together(taken_apart(written))
        assert read != written.model_copy(update={"rules": 999})
        assert read.model_copy(update={"rules": 999}) == written.model_copy(update={"rules": 999})
        assert read != "anything else"


def test_every_term_stands_where_its_sentences_say(extractions: list[Extraction]) -> None:
    for written in extractions:
        read = put_together(taken_apart(written))
        terms = {t for s in written.sentences for t in (*s.terms, *s.context)}
        assert {t: read.where(t) for t in terms} == {t: written.where(t) for t in terms}
        assert {t: read.having(t) for t in terms} == {t: written.having(t) for t in terms}
        assert read.where("nowhere at all") == read.where("") == written.where("nowhere at all") == ()


def test_what_it_has_not_is_refused_as_by_any_value(extractions: list[Extraction]) -> None:
    for written in extractions:
        with pytest.raises(AttributeError, match="other"):
            _ = put_together(taken_apart(written)).other  # type: ignore[attr-defined]
