"""Which language a text is in, by the small words that only one of them uses."""

from __future__ import annotations

from collections import Counter

from newsqa.languages import CODES, load
from newsqa.text.words import normalise, written


def recognise(text: str, otherwise: str = CODES[0]) -> str:
    """Return the code of the language whose function words the text uses most; `otherwise` where it uses none."""
    seen = Counter(map(normalise, written(text[:5000])))
    scores = {code: sum(seen[word] for word in load(code).about.function_words) for code in CODES}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else otherwise
