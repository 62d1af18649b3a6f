"""By which small word a candidate is bound to its verb: "with *Ida Moss*", "by the mayor, *Tom Reed*"."""

from __future__ import annotations

from collections.abc import Sequence

from newsqa.answer.lines import Line
from newsqa.answer.typed import Candidate
from newsqa.languages import load

_ROLE = 5  # words that a role before a name may have
_OF_NOUNS = frozenset({"of", "from", "at", "on"})  # sorts of small words that bind a noun as often as a verb


def bound(line: Line, parts: Sequence[int], candidate: Candidate, first: int) -> str:
    """Return the sort of the small word that stands before a candidate and its role, in its clause.

    Behind a word for and a number begins something of its own. Before a role with a name behind it stands what binds
    both, beyond what only binds the role: "with his colleague from Oslo, *Ida Moss*".
    """
    cases, found = line.cases, "none"
    joins = load(line.view.found.language).numbers.and_ if candidate.kind.startswith("number") else ()
    for at in range(first - 1, max(-1, first - 1 - _ROLE), -1):
        if parts[at] != parts[first] or line.words[at].normal in joins:
            break
        if line.words[at].normal in cases:
            found = cases[line.words[at].normal]
            if found not in _OF_NOUNS or line.clauses[at] == line.clauses[first]:
                break
    return found
