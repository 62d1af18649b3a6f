"""A sketch of a text, small enough to keep, by which near-identical texts know each other."""

from __future__ import annotations

from zlib import crc32

from newsqa.text.words import tokens

SIZE = 48  # hashes in a sketch
_RUN = 4  # words in a row that make one hash
ALIKE = 0.7  # share of a sketch above which two texts are the same article


def sketch(text: str) -> tuple[int, ...]:
    """Return the smallest hashes of a text's runs of words (bottom-k MinHash); texts alike have most in common."""
    words = [token.normal for token in tokens(text)]
    runs = {" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))}
    return tuple(sorted(crc32(run.encode(errors="surrogatepass")) for run in runs)[:SIZE])
