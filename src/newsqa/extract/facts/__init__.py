"""Facts: who did what to whom, when and where, one for each finite verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsqa.extract.entities import Entities
from newsqa.extract.facts.arguments import Places
from newsqa.extract.facts.clause import Frame, Verb
from newsqa.model import Argument, Fact, Note, Quote, Sentence, Span
from newsqa.text import concepts
from newsqa.text.concepts import Concept
from newsqa.text.document import Document

_SPEECH = "speech"
Told = tuple[int, int, str | None]  # where what somebody said begins and ends, and who said it


def find(
    document: Document,
    known: Entities,
    quotes: Sequence[Quote],
    sentences: Iterable[tuple[Sentence, Sequence[Concept]]],
) -> Iterator[Fact]:
    """Yield the facts of a document in reading order; what someone only says carries its source.

    Each sentence comes with the concepts among its words.
    """
    told = [(q.words.start, q.words.end, q.speaker) for q in quotes]
    for passage, (sentence, meant) in zip(document.passages, sentences, strict=True):
        times = frozenset(n.span.start for n in sentence.notes if n.kind.startswith("time."))
        frame = Frame(document, passage, known.within(passage.index), meant, times)
        places = Places(frame, known.all)
        for verb in frame.verbs:
            if concepts.roles(verb.predicate) != _SPEECH:
                yield _fact(frame, places, verb, sentence.notes, told)


def _fact(frame: Frame, places: Places, verb: Verb, notes: Sequence[Note], told: Sequence[Told]) -> Fact:
    doer, done_to = _arguments(places, verb)
    span = _clause(frame, verb)
    within = [n for n in notes if span.holds(n.span)] if notes else ()
    begins = frame.words[verb.first].start
    source = next((speaker for start, end, speaker in told if start <= begins < end), None)
    status = frame.statuses[verb.first]
    return Fact(
        predicate=verb.predicate,
        verb=Span(start=frame.words[verb.first].start, end=frame.words[verb.last].end),
        span=span,
        status="said" if source and status == "happened" else status,
        subject=doer,
        object=done_to,
        others=places.beside(done_to if not verb.passive else doer, verb),
        number=_first(within, "number"),
        time=_first(within, "time"),
        place=_first(within, "place"),
        source=source,
        rule="passive" if verb.passive else "active",
    )


def _arguments(places: Places, verb: Verb) -> tuple[Argument | None, Argument | None]:
    """Return the doer and the one acted on: a passive is turned round."""
    ahead = places.ahead(verb)
    if not verb.passive:
        return ahead, places.behind(verb)
    behind = places.by(verb) or places.behind(verb)
    return (behind if behind and (behind.entity or places.by(verb)) else None), ahead


def _clause(frame: Frame, verb: Verb) -> Span:
    start = frame.starts[verb.first]
    last = max(i for i in range(verb.last, len(frame.words)) if frame.starts[i] in {start, frame.starts[verb.last]})
    return Span(start=frame.words[start].start, end=frame.words[last].end)


def _first(notes: Sequence[Note], kind: str) -> Span | None:
    return next((n.span for n in notes if n.kind.split(".")[0] == kind), None)
