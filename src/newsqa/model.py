"""The nouns: values that pass between the parts, and to whoever calls the library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set as AbstractSet
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

QuoteKind = Literal["direct", "partial", "indirect"]
Status = Literal["happened", "planned", "denied", "alleged", "negated", "said"]
EntityKind = Literal["person", "organisation", "place", "other"]
AnswerKind = Literal["quote", "fact", "sentence"]
CorrectionKind = Literal["title", "outlet", "published", "speaker", "merge", "quote", "fact"]
Wanted = Literal[
    "person",
    "organisation",
    "place",
    "time",
    "number",
    "money",
    "duration",
    "quotation",
    "reason",
    "manner",
    "role",
    "definition",
    "yesno",
    "thing",
]
Detail = Literal["time", "place", "person", "reason", "number", "sayer"]  # what more is asked of what was shown
# A date where only the day is known, an instant where the source gives one.
Published = Annotated[dt.date | dt.datetime, Field(union_mode="left_to_right")]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Value):
    """A stretch of an article's text, in characters: `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Article(Value):
    """One article as it was given; `text` is never altered, every span counts in it."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: Published | None = None
    language: str | None = None
    origin: str | None = None

    @property
    def day(self) -> dt.date | None:
        """Return the publishing day, whether or not the hour is known."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published


class Entity(Value):
    """One person, body or place as an article knows it: fullest name without role, and every other form used."""

    name: str
    kind: EntityKind
    role: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


class Quote(Value):
    """Words that an article attributes to a speaker.

    `speaker` is the fullest name in the article, `mention` where the speaker stands beside the words, `via` the
    outlets that passed them on, nearest first.
    """

    kind: QuoteKind
    words: Span
    sentence: Span
    speaker: str | None = None
    mention: Span | None = None
    cue: Span | None = None
    via: tuple[str, ...] = ()


class Argument(Value):
    """What stands in one place of a fact: its span, and the entity that it names if it names one."""

    span: Span
    entity: str | None = None


class Fact(Value):
    """One finite clause: who did what to whom, when and where, and whether it is so.

    `predicate` is a concept where the languages know one, else a lemma; `rule` names the rule that made the fact.
    """

    predicate: str
    verb: Span
    span: Span
    status: Status
    subject: Argument | None = None
    object: Argument | None = None
    others: tuple[Argument, ...] = ()
    number: Span | None = None
    time: Span | None = None
    place: Span | None = None
    source: str | None = None
    rule: str = ""


class Correction(Value):
    """What a person set right in an article: who, when, what stood there before and what stands there since.

    Of the kinds `title`, `outlet` and `published` it is a field of the article, of `speaker` who says the words, of
    `merge` a name that is another form of the name `after`; a `quote` or `fact` is none. `words` are what it is about
    and `start` where they stood: an article's text may be edited later.
    """

    scope: str
    article: str
    kind: CorrectionKind
    by: int
    at: dt.datetime
    no: int = 0
    words: str | None = None
    start: int | None = None
    before: str | None = None
    after: str | None = None
    undone_by: int | None = None
    undone_at: dt.datetime | None = None


class Evidence(Value):
    """A span of an article, shown word for word."""

    article: Article
    span: Span

    @property
    def words(self) -> str:
        """Return the evidence as it stands in the article."""
        return self.span.of(self.article.text)


class Answer(Value):
    """One answer: `text` the shortest span that answers (or yes/no), `span` where it stands, if it stands somewhere."""

    text: str
    kind: AnswerKind
    status: Status
    evidence: Evidence
    score: float
    span: Span | None = None
    speaker: str | None = None
    day: dt.date | None = None


class Question(Value):
    """A question as it was read.

    A group is one word of it: its normal form, then every other term under which it can be found (lemma, concepts,
    the phrase it is part of, relatives). `terms` are the groups of its content words; `speaker`, `topic`, `focus` and
    `source` those in the slots of the form that read it; `predicate` the group of its verb, `spoken` what its words of
    speech mean; `addressee`, whom something was said to, is the first of the topic; `kind` the kind of number or time;
    `mixed` says that the topic stands among the words of `speaker`.
    `asked` is the place in the fact that is asked for, once a passive is turned round; `planned` tells that it asks for
    what is to come, `negative` that it asks whether something is not so, `refusing` that it asks about a denial or
    refusal; `expects` are kinds of values that its noun lets expect, `likely` the kinds of answers that it may want,
    each with how likely that is; `sought` is the noun by which somebody is asked for, its head first, `listed` the noun
    of which several may be asked for, and `case` the sort of the small word that goes with "who".
    """

    text: str
    language: str
    wanted: Wanted
    form: str = ""
    kind: str | None = None
    many: bool = False
    planned: bool = False
    negative: bool = False
    refusing: bool = False
    mixed: bool = False
    asked: Literal["agent", "patient"] | None = None
    case: str = ""
    terms: tuple[tuple[str, ...], ...] = ()
    speaker: tuple[tuple[str, ...], ...] = ()
    topic: tuple[tuple[str, ...], ...] = ()
    addressee: tuple[tuple[str, ...], ...] = ()
    focus: tuple[tuple[str, ...], ...] = ()
    sought: tuple[tuple[str, ...], ...] = ()
    listed: tuple[str, ...] = ()
    source: tuple[tuple[str, ...], ...] = ()
    expects: tuple[str, ...] = ()
    likely: tuple[tuple[str, float], ...] = ()
    predicate: tuple[str, ...] = ()
    spoken: tuple[tuple[str, ...], ...] = ()

    def odds(self, kind: str) -> float:
        """Return how likely the question wants a kind of answer, 0 to 1."""
        return dict(self.likely).get(kind, 0.0)


class Reply(Value):
    """What the archive says to a question: answers best first, or the closest things that it does say."""

    question: str
    language: str
    found: bool
    answers: tuple[Answer, ...] = ()
    closest: tuple[Answer, ...] = ()
    took_ms: float = 0.0


class Note(Value):
    """Something in a sentence that could answer a question: a name, a number, a date, a clause.

    `kind` says which (an entity kind, "number", "money", "time", "clause" …), `value` its normalised reading
    (entity name, plain number with unit, ISO date), `head` what a number counts.
    """

    span: Span
    kind: str
    value: str | None = None
    head: str | None = None


class Sentence(Value):
    """One sentence of an article: its own normalised terms, and terms that hold of it by context.

    `context` carries the names that its pronouns and short forms stand for.
    """

    span: Span
    terms: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """Return of what kinds its notes are."""
        return frozenset(note.kind for note in self.notes)


class Extraction(Value):
    """Everything that the rules found in one article; `rules` is the version of the rules that found it."""

    language: str
    rules: int
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def terms(self) -> AbstractSet[str]:
        """Return every term that a sentence has, by its own words or by context."""
        return frozenset(term for s in self.sentences for term in (*s.terms, *s.context))

    def where(self, term: str) -> tuple[int, ...]:
        """Return the indexes of the sentences that have a term, by their own words or by context."""
        return tuple(i for i, s in enumerate(self.sentences) if term in s.terms or term in s.context)

    def having(self, term: str) -> tuple[int, ...]:
        """Return the indexes of the sentences that have a term by their own words."""
        return tuple(i for i, s in enumerate(self.sentences) if term in s.terms)

    @property
    def said(self) -> tuple[Quote, ...]:
        """Return the quotations that hold no other of their speaker: of a clause with a fragment in marks that one."""
        first = {(q.speaker, q.words): q for q in reversed(self.quotes)}  # of words that two cues report
        held = [q for q in self.quotes if first[q.speaker, q.words] is q]
        return tuple(
            q for q in held if not any(o.speaker == q.speaker and q.words.holds(o.words) for o in held if o is not q)
        )
