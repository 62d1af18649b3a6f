"""Whether what an answer says is so: the status of its clause, told by its verb, its negation or its day."""

from __future__ import annotations

import datetime as dt

from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Note, Span, Status

_PLAIN: Status = "happened"
_PLANNED: Status = "planned"
_NEGATED: Status = "negated"


def status(view: View, place: int, span: Span) -> Status:
    """Return the status of an answer in its sentence."""
    words, told = view.page.words_of(place), view.page.statuses_of(place)
    first = next((i for i, w in enumerate(words) if w.end > span.start), 0)
    last = next((i for i in range(len(words) - 1, first, -1) if words[i].start < span.end), first)
    if told[first] == _NEGATED and (not first or told[first - 1] != _NEGATED):
        return _PLAIN  # the answer itself is what says no
    if told[first] != _PLAIN:
        return told[first]
    ahead = _is_subject(view, place, first, last) or _is_ahead(view, place, first, last)
    return _PLANNED if ahead else _PLAIN


def _is_subject(view: View, place: int, first: int, last: int) -> bool:
    """Tell whether an answer stands in what a planned verb says: "*26 sailors* will go home"."""
    words, told = view.page.words_of(place), view.page.statuses_of(place)
    plan = next((i for i in range(last + 1, len(words)) if told[i] != _PLAIN), None)
    if plan is None or told[plan] != _PLANNED or _parts(view, place, last, plan):
        return False
    begins = max((i for i in range(first + 1) if _begins(view, place, i)), default=0)
    stretch = Span(start=words[begins].start, end=words[plan].start)
    return not any(stretch.holds(fact.verb) for fact in view.found.facts)


def _parts(view: View, place: int, last: int, following: int) -> bool:
    """Tell whether a comma or a word that opens another clause stands between two words."""
    words, modality = view.page.words_of(place), load(view.found.language).modality
    opens = {*modality.openers, *modality.breaks, *load(view.found.language).numbers.and_}
    between = view.text[words[last].end : words[following].start]
    return "," in between or any(words[i].normal in opens for i in range(last + 1, following))


def _begins(view: View, place: int, at: int) -> bool:
    """Tell whether a clause begins with a word: behind a comma, behind a word that opens one, or as what is quoted."""
    words, modality = view.page.words_of(place), load(view.found.language).modality
    told = any(quote.words.start == words[at].start for quote in view.found.quotes)
    before = words[at - 1] if at else None
    return told or before is None or "," in view.text[before.end : words[at].start] or before.normal in modality.openers


def _is_ahead(view: View, place: int, first: int, last: int) -> bool:
    """Tell whether the day of an answer, or the only one of its clause, is later than its article.

    A sentence that names an earlier day too, "last year", tells of what has happened.
    """
    day, words = view.page.stored.article.day, view.page.words_of(place)
    times = [note for note in view.sentences[place].notes if note.kind.startswith("time.") and note.value]
    if day is None or not times or any(_until(note) < day for note in times):
        return False
    span = Span(start=words[first].start, end=words[first].end)
    own = [note for note in times if note.span.meets(span)]
    return any(_since(note) > day for note in own or times[:1]) and (bool(own) or _is_beside(view, place, first, last))


def _is_beside(view: View, place: int, first: int, last: int) -> bool:
    """Tell whether nothing parts an answer from the only time of its sentence."""
    words = view.page.words_of(place)
    times = [n.span for n in view.sentences[place].notes if n.kind.startswith("time.")]
    at = [i for i, w in enumerate(words) if len(times) == 1 and times[0].meets(Span(start=w.start, end=w.end))]
    weekdays = load(view.found.language).times.weekdays  # in what is told, the one before as well as the next
    if times and times[0].of(view.text) in weekdays:
        return False
    if not at or first <= at[0] <= last:
        return False
    return not _parts(view, place, *((last, at[0]) if at[0] > last else (at[-1], first)))


def _since(note: Note) -> dt.date:
    return dt.date.fromisoformat((note.value or "").partition("/")[0])


def _until(note: Note) -> dt.date:
    return dt.date.fromisoformat((note.value or "").rpartition("/")[2])
