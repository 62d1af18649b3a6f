"""What a language says of reported speech, and of its own as it is spoken and typed."""

from __future__ import annotations

from pydantic import Field

from newsqa.languages.tables import Data


class Reporting(Data):
    """Words that report speech, and those by which the speaker and the edges of what was said are found."""

    # Cues, phrases allowed.
    say: frozenset[str]  # their subject before them, what is said behind
    clausal: frozenset[str]  # like `say`, but only right before "that" or "whether"
    accounts: frozenset[str]  # nouns whose clause is what somebody said: "the claim that"
    kept: frozenset[str]  # like `say`, but they stay with what is said
    turned: frozenset[str]  # their subject behind them, beside the words that they report
    turned_also: frozenset[str]  # forms of `say` that may turn
    passive: frozenset[str]  # their speaker behind them, after `by` or at once
    according: frozenset[str]  # their source behind them
    naming: frozenset[str]  # forms of `say` that give a thing a name
    suffixes: tuple[str, ...]  # endings that make the speaker part of a turned cue
    via: frozenset[str]  # before an outlet that passed words on
    # What stands between cue, speaker and words.
    by: frozenset[str]
    beside: frozenset[str]  # before one who is only with whom a sentence is about
    that: frozenset[str]
    if_: frozenset[str] = Field(alias="if")
    told: frozenset[str]  # cues that name whom they tell before what
    whom: frozenset[str]  # pronouns for whom they tell
    to: frozenset[str]
    and_: frozenset[str] = Field(alias="and")
    who: frozenset[str]
    between: frozenset[str]  # adverbs between a subject and its cue
    adverbs: tuple[str, ...]  # endings of more of them
    participles: tuple[str, ...]  # endings of cues that take the subject of the sentence
    auxiliaries: frozenset[str]  # before a cue, they make it passive
    negations: frozenset[str]  # before a cue, they leave it unsaid
    beliefs: frozenset[str]  # but before these forms of `say` they stay with what is told, as before `kept`
    unable: frozenset[str]  # words between a negation and such a form
    determiners: frozenset[str]  # before a word, they make it a noun
    standing: frozenset[str]  # but some of them may be the subject of a verb
    nouns: frozenset[str]  # cues that are nouns too, by a possessive or preposition before them, or "of" behind
    possessives: tuple[str, ...]  # endings of an owner
    owners: frozenset[str]  # pronouns that own
    of: frozenset[str]
    # Speakers.
    ends: frozenset[str]  # words that end a speaker behind a cue
    fronts: frozenset[str]  # words that open a clause before the main one
    remarks: frozenset[str]  # words behind a comma with which the reporter goes on
    opens_doing: frozenset[str]  # prepositions before a participle that takes the subject of the sentence
    opens: frozenset[str]  # words that open a phrase which is no subject
    apposes: frozenset[str]  # words that open a description of the name before them
    pronouns: frozenset[str]
    definite: frozenset[str]  # words that point back
    some: frozenset[str]  # words that open the mention of someone without a name
    interviews: frozenset[str]  # with which a text says that an interview follows
    addressing: frozenset[str]  # pronouns for whom a question is put to
    speaking: frozenset[str]  # pronouns for whoever speaks
    statements: frozenset[str]  # what speaks for its author
    not_spoken: frozenset[str]  # nouns after which marks hold a title or a term


class Spoken(Data):
    """How words are typed that an article writes otherwise: pairs of what is spoken and what is written.

    What ends so is `joined` of two words. `dropped_prefix` is left off, `doubling` tells that a word is read twice,
    `sounds` are patterns in a root. One of the `offices` and one of the `fields` make an abbreviation, as one word.
    """

    joined: tuple[tuple[str, str], ...]
    dropped_prefix: str
    doubling: str
    endings: tuple[tuple[str, str], ...]
    prefixes: tuple[tuple[str, str], ...]
    sounds: tuple[tuple[str, str], ...]
    offices: dict[str, str]
    fields: dict[str, str]
