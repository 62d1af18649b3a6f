"""Replies to questions: the words, how sure they are, the sentence they stand in, where it is from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.letters import Button, Keyboard
from bot.messages import day, say
from bot.view.markup import escape, fits, marked, quoted, source, status, title
from newsqa.model import Answer, Span

PAGE = 3  # answers that a phone shows without scrolling past the question
_LONGEST = 600  # characters of an answer above its sentence
_LESS = (1200, 600, 300, 120)  # characters of one evidence, as many as fit into one message
_YES, _NO = frozenset({"yes", "ya"}), frozenset({"no", "tidak"})


def found(answers: Sequence[Answer], language: str, page: int = 0, *, context: bool = False) -> str:
    """Return one page of answers; with `context`, each in its paragraph. Of what is too long, as much as fits."""
    pages = (_page(answers, language, page, most, context=context) for most in _LESS)
    return next((text for text in pages if fits(text)), _page(answers, language, page, _LESS[-1], context=context))


def _page(answers: Sequence[Answer], language: str, page: int, most: int, *, context: bool) -> str:
    shown = answers[page * PAGE : (page + 1) * PAGE]
    numbered = len(answers) > 1
    blocks, at = [], page * PAGE
    for _, group in groupby(shown, key=lambda a: (a.evidence.article.id, a.evidence.span)):
        together = list(group)
        numbers = range(at + 1, at + len(together) + 1) if numbered else ()
        blocks.append(_together(together, numbers, language, most, context=context))
        at += len(together)
    return "\n\n".join(blocks)


def nothing(closest: Sequence[Answer], language: str) -> str:
    """Return that the archive does not say, and what comes closest in it."""
    lines = [say(language, "not-on-record")]
    if closest:
        lines += [say(language, "closest"), _evidence(closest[:1], language)]
    return "\n\n".join(lines)


def buttons(turn: int, answers: Sequence[Answer], language: str, page: int = 0, *, context: bool = False) -> Keyboard:
    """Return the buttons under a page of answers; each carries the question's id."""
    shown = answers[page * PAGE : (page + 1) * PAGE]
    wider = "less" if context else "context"
    first = [Button(label=say(language, f"button-{wider}"), data=f"t:{wider}:{turn}:{page}")]
    if any(a.speaker for a in answers):
        first.append(Button(label=say(language, "button-voices"), data=f"t:voices:{turn}:0"))
    articles = list(dict.fromkeys(a.evidence.article.id for a in shown))
    for place, article in enumerate(articles):
        index = next(i for i, a in enumerate(answers) if a.evidence.article.id == article)
        number = f" {place + 1}" if len(articles) > 1 else ""
        first.append(Button(label=say(language, "button-article") + number, data=f"t:article:{turn}:{index}"))
    return tuple(map(tuple, (first, _second(turn, len(answers), language, page))))


def _second(turn: int, count: int, language: str, page: int) -> Iterable[Button]:
    if page > 0:
        yield Button(label=say(language, "button-back"), data=f"t:page:{turn}:{page - 1}")
    left = count - (page + 1) * PAGE
    if left > 0:
        yield Button(label=say(language, "button-more", count=left), data=f"t:page:{turn}:{page + 1}")
    yield Button(label=say(language, "button-wrong"), data=f"t:wrong:{turn}:0")


def _together(answers: Sequence[Answer], numbers: Sequence[int], language: str, most: int, *, context: bool) -> str:
    """Return answers that stand in the same sentence, the sentence once."""
    heads = [_head(answer, language) for answer in answers]
    if numbers:
        heads = [f"{number}. {head}" for number, head in zip(numbers, heads, strict=True)]
    return "\n".join(filter(None, [*heads, _evidence(answers, language, most, context=context)]))


def _evidence(answers: Sequence[Answer], language: str, most: int = _LESS[0], *, context: bool = False) -> str:
    evidence = answers[0].evidence
    text = evidence.article.text
    shown = paragraph(text, evidence.span) if context else evidence.span
    words = marked(text, shown, (a.span for a in answers if a.span), most)
    return f"{quoted(words)}\n{source(evidence.article, language) or title(evidence.article)}"


def cited(value: Answer, language: str) -> str:
    """Return one answer as a message that stands by itself: its words, its sentence, its source."""
    return _together([value], (), language, _LESS[0], context=False)


def paragraph(text: str, span: Span) -> Span:
    """Return the paragraph around a span; of a text without paragraphs, its lines."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start=start, end=len(text) if end < 0 else end)


def _head(value: Answer, language: str) -> str:
    """Return an answer's words and what is to be known of them; a sentence says its words itself."""
    words = [] if value.text == value.evidence.words else [f"<b>{escape(_shortened(_words(value, language)))}</b>"]
    return " · ".join([*words, *_asides(value, language)])


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(None, 1)[0] + " …"


def _words(value: Answer, language: str) -> str:
    if value.text in _YES | _NO:
        return say(language, "yes" if value.text in _YES else "no")
    return f"“{value.text}”" if value.kind == "quote" else value.text


def _asides(value: Answer, language: str) -> Iterable[str]:
    if value.day and str(value.day.year) not in value.text:
        yield day(value.day, language)
    if value.speaker and value.kind == "quote":
        yield escape(value.speaker)
    yield from status(value.status, language)
