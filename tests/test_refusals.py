"""Why something is no article, said in each language."""

from typing import get_args

import pytest

from bot.acknowledge import why
from bot.messages import LANGUAGES
from newsqa.errors import Reason, UnreadableArticleError
from newsqa.newsroom import refused_part, rows_of_file, rows_of_many

ABOUT = {"ending": ".exe", "most": 20, "count": 3, "name": "published", "status": 404, "host": "example.invalid"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", get_args(Reason))
def test_every_reason_is_said_in_every_language(reason: Reason, language: str):
    assert why(UnreadableArticleError("", reason, ABOUT), language).endswith((".", "?"))


def test_what_a_page_answers_is_said_in_words():
    said = {status: why(UnreadableArticleError("", "status", {"status": status}), "id") for status in (403, 404, 503)}
    assert "menolak saya" in said[403]
    assert "tidak ada (404)" in said[404]
    assert "galat (503)" in said[503]


def test_a_name_from_outside_is_no_markup():
    refusal = UnreadableArticleError("", "host", {"host": "<b>x"})
    assert "&lt;b&gt;x" in why(refusal, "en")


def test_a_reason_outlives_the_process_that_reads():
    with pytest.raises(UnreadableArticleError) as refused:
        rows_of_file(b"%PDF-1.4 broken", "x.pdf")
    assert refused.value.reason == "broken"
    assert "PDF" in str(refused.value)


def test_so_does_that_of_a_part():
    (part,) = rows_of_many(b'{"title": "no text"}')
    assert refused_part(part).reason == "empty"
