"""What a language folder may hold: one model a file, no field that is not named here."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from newsqa.languages.dialogue import Courtesies, Followups
from newsqa.languages.naming import Names
from newsqa.languages.speech import Reporting, Spoken
from newsqa.languages.tables import Data
from newsqa.model import Wanted


class About(Data):
    """The language itself: its code, its name in itself, and the words by which it is recognised."""

    code: str
    name: str
    function_words: frozenset[str]


class Sentences(Data):
    """Where sentences end, and where they only seem to."""

    abbreviations: frozenset[str]  # never the end of one
    may_end: frozenset[str]  # the end of one where a small word in capitals follows


class Lemmas(Data):
    """What the lemmatiser does not see: endings that are words, spoken forms, and irregular words by normal form."""

    clitics: tuple[str, ...]
    spoken_endings: tuple[tuple[str, str], ...]
    spoken_prefixes: tuple[tuple[str, str], ...]
    irregular: dict[str, str]


class Numbers(Data):
    """How numbers are written, and what stands around them; currencies and units by form, values by word.

    A currency in lower case stands behind its number only; `named` are units that stand before theirs. A verb, which no
    number counts, begins so, or ends so before one of `objects`.
    """

    decimal: str
    thousands: str
    hedges: tuple[str, ...]
    between: tuple[str, ...]
    versus: frozenset[str]  # between two numbers that stand against each other
    among: tuple[str, ...]  # between a part and the whole that it is counted of
    those: tuple[str, ...]  # what a part is counted of where it was told before
    and_: tuple[str, ...] = Field(alias="and")
    from_: tuple[str, ...] = Field(alias="from")  # before what something was
    to: tuple[str, ...]  # before what it became
    earlier: tuple[str, ...]  # beside what it was at another time
    per: tuple[str, ...]
    vague: dict[str, float]  # amounts without a number, and the least that each can be
    words: dict[str, int]
    scales: dict[str, int]
    currencies: dict[str, str]
    units: dict[str, str]
    named: dict[str, str]
    verbs: tuple[str, ...]
    verb_endings: tuple[str, ...]
    objects: frozenset[str]
    ages: tuple[str, ...]  # what an age begins or ends with
    labels: frozenset[str]  # nouns behind which a number only says which of them
    counters: frozenset[str]  # nouns that are counted for whatever it is
    uncounted: frozenset[str]  # words behind a number that go on with the clause: no number counts them


class Times(Data):
    """How dates and times are written; months, weekdays and shifts by form.

    `quarters` are the first and the last month of a part of a year; `hours` are the hours of the clock, first and one
    past the last, between which each part of a day lies; `embargoes` open the line that says until when a text is kept.
    """

    years: tuple[str, ...]
    parts: dict[str, str]
    quarters: dict[str, tuple[int, int]]
    past_before: tuple[str, ...]
    past_after: tuple[str, ...]
    ahead_before: tuple[str, ...]
    ahead_after: tuple[str, ...]
    ago: tuple[str, ...]
    within: tuple[str, ...]
    day_parts: tuple[str, ...]
    clock_before: tuple[str, ...]
    clock_after: tuple[str, ...]
    zones: tuple[str, ...]
    units: dict[str, str]
    eras: tuple[str, ...]  # behind a year, told as it is counted here
    other_eras: tuple[str, ...]  # behind one that is counted otherwise: what days it means is not known
    decades: tuple[str, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    hours: dict[str, tuple[int, int]]
    embargoes: tuple[str, ...]
    shifts: dict[str, tuple[str, int]]


class ReferenceWords(Data):
    """Small words around a noun that points back: before and after it, ages, what stands against it."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    years: tuple[str, ...]
    aged: tuple[str, ...]
    several: tuple[str, ...]
    goes_on: tuple[str, ...]
    breaks: tuple[str, ...]
    oblique: tuple[str, ...]
    not_references: tuple[str, ...]


class References(Data):
    """Words that stand for somebody named elsewhere: pronouns, possessive endings, nouns for people and bodies."""

    pronouns: dict[str, Literal["m", "f", "one", "many"]]
    clitics: dict[str, Literal["m", "f", "one", "many"]]
    people: dict[str, Literal["m", "f", "one"]]
    bodies: dict[str, tuple[str, ...]]
    short: dict[str, str]  # titles as they stand before a name, and the word that means their holder elsewhere
    words: ReferenceWords


class Boilerplate(Data):
    """Lines that a site puts between paragraphs, compared without case: what starts so, or is so, is no prose."""

    starts: tuple[str, ...]
    lines: frozenset[str]


class Form(Data):
    """One way to ask: what it wants, in which words and slots.

    `kind` is the kind of number or time that it asks for, `asked` the place in the fact; a form that `maybe` reads a
    question does so only where the archive bears it out, one that is `bare` only where no word in its slots is a deed,
    one that is `sure` whatever else its words may ask for.
    """

    wanted: Wanted
    form: str
    kind: str | None = None
    asked: Literal["agent", "patient"] | None = None
    maybe: bool = False
    bare: bool = False
    sure: bool = False

    @property
    def decides(self) -> bool:
        """Tell whether the form says what is wanted, though the words may ask for something else."""
        return self.sure or self.wanted == "definition"


class Questions(Data):
    """How questions are typed and asked; `forms` in the order in which they are tried.

    `joins` stand between the items of a list; behind `row_opens` a row begins, `row_joins` join its last item; a
    sentence that `row_points` begin lists those whom one before it counts.
    """

    joins: frozenset[str]
    row_opens: frozenset[str]
    row_joins: frozenset[str]
    row_points: frozenset[str]
    head_first: bool  # whether a noun stands before what describes it
    slang: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    passive_prefixes: tuple[str, ...]
    passive_before: tuple[str, ...]
    forms: tuple[Form, ...]


class Definitions(Data):
    """How an article says what something is: `means` join it to what it is, `equates` are those that do nothing else.

    In a question one of `fields` stands before the field that a word is of; `others` stand between names of the same.
    Behind what joins one of `begins` stands, where there are any; behind a comma one of `aside` begins what it is.
    `inside` are small words within what somebody is, `openers` open it; behind one of `new`, where there are any, what
    stands is told anew, "*a* seller named X"; with one of `determiners` a noun begins. Who does a deed is written with
    one of `doers` first, but not with `deed_nouns` last, or with `doer_endings`; with `people_endings` people end, and
    `bodies` act as people do.
    """

    means: tuple[str, ...]
    equates: tuple[str, ...]
    fields: frozenset[str]
    others: frozenset[str]
    begins: frozenset[str]
    aside: frozenset[str]
    inside: frozenset[str]
    openers: frozenset[str]
    new: frozenset[str]
    determiners: frozenset[str]
    doers: tuple[str, ...]
    doer_endings: tuple[str, ...]
    deed_nouns: tuple[str, ...]
    people_endings: tuple[str, ...]
    bodies: frozenset[str]


class Modality(Data):
    """Words that make a clause planned, denied, alleged or negated.

    `openers` begin a clause with a status of its own, up to the next comma; `breaks` begin a new main clause, `instead`
    one that is told instead of what is denied; what stands before `behind`, in the same clause, is denied; by `untold`
    something is not known, or not told, yet.
    """

    planned: tuple[str, ...]
    denied: tuple[str, ...]
    behind: tuple[str, ...]
    alleged: tuple[str, ...]
    negated: tuple[str, ...]
    openers: tuple[str, ...]
    breaks: tuple[str, ...]
    instead: tuple[str, ...]
    untold: tuple[str, ...]


class Facts(Data):
    """How a clause says who did what to whom: the shapes of verbs and voices, and the small words around them."""

    verbs: tuple[str, ...]
    passive: tuple[str, ...]
    passive_before: frozenset[str]
    bare: frozenset[str]
    participle: tuple[str, ...]
    noun_endings: tuple[str, ...]
    before_noun: frozenset[str]
    before_base: frozenset[str]
    before_plain: frozenset[str]
    helpers: frozenset[str]
    by: frozenset[str]
    relative: frozenset[str]
    subordinate: frozenset[str]
    prepositions: frozenset[str]
    with_object: frozenset[str]
    cases: dict[str, tuple[str, ...]]


class Reasons(Data):
    """Words behind which a reason stands, by their sort, and those of the sorts that surely give one.

    `ends` cut one short; it stands before `causes`, without the `links` between; `copulas` say what `leads` are; behind
    a comma `tails`, and words that end in `participle`, are no part of it; behind `infinitives` only a verb tells one.
    `hints` are words by which what somebody says, or a whole sentence, is likely to tell why, by their sort.
    """

    sorts: dict[str, tuple[str, ...]]
    sure: frozenset[str]
    ends: tuple[str, ...]
    causes: tuple[str, ...]
    links: frozenset[str]
    leads: tuple[str, ...]
    copulas: tuple[str, ...]
    tails: tuple[str, ...]
    participle: str
    infinitives: frozenset[str]
    hints: dict[str, tuple[str, ...]]


class Asking(Data):
    """How a question asks.

    `askers` by the kind of answer they want; `wrappers` stand before what is wanted ("nama" in "apa nama kota"),
    `linkers` before what is said of it, `silent` say nothing in a question.
    """

    askers: dict[str, tuple[str, ...]]
    wrappers: tuple[str, ...]
    linkers: tuple[str, ...]
    silent: tuple[str, ...]


class Language(Data):
    """Everything newsqa knows of one language."""

    about: About
    lemmas: Lemmas
    numbers: Numbers
    times: Times
    names: Names
    references: References
    sentences: Sentences
    boilerplate: Boilerplate
    reporting: Reporting
    questions: Questions
    modality: Modality
    facts: Facts
    reasons: Reasons
    definitions: Definitions
    asking: Asking
    followups: Followups
    courtesies: Courtesies
    spoken: Spoken
