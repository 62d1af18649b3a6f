"""What a word that may ask what, or whether, asks: what, where nothing could be so or not."""

from __future__ import annotations

import pytest

from newsqa.answer.parse import parse

CASES = [
    ("apa tugas utama satgas", False),
    ("apakah fungsi tambahan seorang pemimpin desa", False),
    ("apakah tema konser Paduan Suara Lenu", False),
    ("apakah penyebab migrain", False),
    ("apa pegawai Lenu akan mogok", True),
    ("apakah sekolah di Lenu ditutup", True),
    ("apa Lenu sudah menutup sekolah", True),
    ("apa anak yang tewas di Lenu dihitung", True),
]


@pytest.mark.parametrize(("asked", "whether"), CASES, ids=[case[0] for case in CASES])
def test_a_noun_without_a_verb_is_asked_for(asked: str, whether: bool) -> None:
    assert (parse(asked).wanted == "yesno") == whether
