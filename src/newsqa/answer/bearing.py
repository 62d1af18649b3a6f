"""How a sentence bears on a yes/no question beside the words that it shares with it: as a reply, denial or question."""

from __future__ import annotations

from newsqa.answer import polarity, topics
from newsqa.answer.lines import Line
from newsqa.answer.support import says
from newsqa.answer.turning import denying, planning
from newsqa.answer.view import View
from newsqa.languages import load
from newsqa.model import Question, Status
from newsqa.text.phrases import Phrase
from newsqa.text.relations import contraries, signs
from newsqa.text.words import Token

_NO: frozenset[Status] = frozenset({"denied", "negated"})
_FIRST = 6  # words in which a denial may be of what stands before the sentence
_NONE = 2  # words in which a negation says that there is nobody and nothing
_QUOTED = 3  # sentences behind a claim in which it may be denied, those before are quoted
_TOLD = 2  # words at most that say what is denied, if it is what was told before: "denied giving *that order*"
_OPENS, _ENDS = frozenset("\"“‘'"), frozenset(".,!?")


def about(question: Question, line: Line) -> dict[str, float]:
    """Return what a sentence is to a question, whether it says yes or no."""
    view, place = line.view, line.place
    before = says(view, line.asked, place - 1) if place else 0.0
    return {
        "words": _words(question, line),
        "question": float(_is_question(view, place)),
        "after question": before * (place > 0 and _is_question(view, place - 1)),
        "denial of the one before": before * ("denied" in line.statuses[:_FIRST]),
        "none": float("negated" in line.statuses[:_NONE]),
        "confirming": float(_confirms(line)),
        "tense": _tense(question, line),
    }


def against(question: Question, line: Line) -> dict[str, float]:
    """Return what speaks for a no, or against it where it is below nought."""
    return {
        "contrary": topics.contrary(line.view, question.terms, line.place),
        "verb contrary": float(_does_contrary(question, line)),
        "denies it": float(_denies_it(line)),
        "confirmed": -float(_confirms(line)),
        "reply": _reply(line),
        "asked of a refusal": float(question.refusing),
        "refusal": 1.0 if polarity.turns(line) != question.refusing else -1.0,
    }


def _words(question: Question, line: Line) -> float:
    """Return the share of the question's words that are no names, by weight, that a sentence says."""
    words = {i: line.view.weight(group) for i, group in enumerate(question.terms) if not line.view.is_name(group)}
    met = {match.group for match in line.matches}
    return sum(weight for i, weight in words.items() if i in met) / (sum(words.values()) or 1.0)


def _is_question(view: View, place: int) -> bool:
    return view.sentences[place].span.of(view.text).rstrip("*\"'”’ \n").endswith("?")


def _tense(question: Question, line: Line) -> float:
    """Return 1 where a plan is asked for and told, though negated, -1 where it is only asked for or only told."""
    plans = {line.clauses[p.first] for p in planning(line.view.found.language).find(line.words)}
    told = any(line.statuses[m.last] == "planned" or line.clauses[m.first] in plans for m in line.matches)
    return 0.0 if not told and not question.planned else 1.0 if told == question.planned else -1.0


def _does_contrary(question: Question, line: Line) -> bool:
    """Tell whether a sentence has the contrary of the question's verb, and not the verb."""
    terms = {term for group in line.view.page.groups_of(line.place) for term in group.terms}
    return not terms.isdisjoint(contraries(question.predicate)) and terms.isdisjoint(question.predicate)


def _confirms(line: Line) -> bool:
    """Tell whether somebody confirms or admits something in a sentence."""
    groups = line.view.page.groups_of(line.place)
    return any(not signs("confirming").isdisjoint(g.terms) and line.statuses[g.last] not in _NO for g in groups)


def _denies_it(line: Line) -> bool:
    """Tell whether a sentence denies what stands before it: "HelGrid denied this", "Ia membantahnya"."""
    small = load(line.view.found.language).about.function_words
    at = next((i for i, status in enumerate(line.statuses) if status == "denied"), None)
    if at is None:
        return False
    words = [line.words[i].normal for i in range(at + 1, len(line.words)) if line.clauses[i] == line.clauses[at]]
    told = sum(word not in small for word in words)
    return not told or (told == 1 and words[-1] in small)


def denied_behind(line: Line) -> int | None:
    """Return the sentence behind that denies what this one says: "*She denied the claim*".

    What the same speaker goes on to say in quotation marks may stand between them.
    """
    view, spoken = line.view, [(line.view.at(quote.words), quote) for quote in line.view.page.said]
    told = {quote.speaker for at, quote in spoken if at == line.place and quote.kind != "direct"}
    quoted = {at for at, quote in spoken if quote.kind == "direct" and quote.speaker in told}
    for place in range(line.place + 1, min(len(view.sentences), line.place + 1 + _QUOTED)):
        if _points_back(view, place):
            return place
        if place not in quoted:
            return None
    return None


def _points_back(view: View, place: int) -> bool:
    """Tell whether all that a sentence denies in its main clause is what was told before: "it", "the claim"."""
    language, words = load(view.found.language), view.page.words_of(place)
    small, definite = frozenset(language.about.function_words), language.reporting.definite
    found = next((p for p in denying(view.found.language).find(words)), None)
    if found is None:
        return False
    clause = _main(view, place, found)
    told = [w.normal for w in clause if w.normal not in small and not w.text[0].isupper()]
    pointed = any(w.normal in definite for w in clause)
    return not told or (len(told) <= _TOLD and pointed)


def _main(view: View, place: int, found: Phrase) -> list[Token]:
    """Return the words that stand with a denial, without itself, up to a comma on either side."""
    words, text = view.page.words_of(place), view.text
    first, last = found.first, found.last
    while first and "," not in text[words[first - 1].end : words[first].start]:
        first -= 1
    while last + 1 < len(words) and "," not in text[words[last].end : words[last + 1].start]:
        last += 1
    return [*words[first : found.first], *words[found.last + 1 : last + 1]]


def _reply(line: Line) -> float:
    """Return 1 where quoted words begin with no, -1 where with yes."""
    classes, text = load(line.view.found.language).questions.classes, line.view.text
    for word in line.words:
        if text[word.start - 1 : word.start] in _OPENS and text[word.end : word.end + 1] in _ENDS:
            said = [name for name in ("no", "yes") if word.normal in classes[name]]
            return 0.0 if not said else 1.0 if said[0] == "no" else -1.0
    return 0.0
