"""What is no name is cut where its phrase ends; what somebody does is offered where that is asked."""

import pytest
from test_objects import line_of

from newsqa.answer import edges, things
from newsqa.answer.lines import Line
from newsqa.answer.parse import parse
from newsqa.answer.typed import candidates, kinds
from newsqa.model import Span

NOUNS = [
    ("Three years on, it is a fenced car park.", "fenced car park"),
    ('"Bream at the wharf, 6am" meant a raid in the dock area, she said.', "raid in the dock area"),
    ("Robertus diduga menjual pelarut untuk cat sebagai pelarut obat.", "pelarut untuk cat"),
    ("Perseroan akan menerbitkan obligasi hijau Rp 2 triliun pada Mei.", "obligasi hijau Rp 2 triliun"),
    ("He took 40 crates of bakers’ money to the pier.", "bakers’ money"),
    ("She has spent half of her $30,000 prize.", "$30,000 prize"),
]


DEEDS = [
    ("He said he would grow apricots.", "grow apricots"),
    ("She said she would now use it for her shed.", "use it for her shed"),
    ("Uangnya akan dipakai membeli kembali sawah orang tuanya.", "membeli kembali sawah orang tuanya"),
]
ASKED = [
    ("what will Tattersby do with her padlock now", True),
    ("what were the apprentices told to do", True),
    ("what charges do the ministers face", False),
    ("what do they sell", False),
    ("how long do drivers have to answer", False),
    ("Solbakken mau ngapain setelah mundur", True),
    ("apa yang dilakukan Jamhuri dengan uangnya", True),
    ("hitung ulang dilakukan di mana", False),
]
JOBS = [
    ("nurul's old job", "Nurul, a former chemistry teacher, smiled.", "chemistry teacher", {"job": 1.0}),
    ("nurul's old job", "Nurul, a former chemistry teacher, called it strict.", "strict", {"job": -1.0}),
    ("pekerjaan rahmania dulu", "Mantan guru kimia itu menang tipis.", "guru kimia", {"job": 1.0}),
    ("nurul's old house", "Nurul, a former chemistry teacher, called it strict.", "strict", {}),
]
BESIDE = [
    ("what did Ruarte sell", "Ruarte sold *cars* for a fund.", "left asked", "right preposition"),
    ("what was found", "A man carrying *flowers* struck a truck, police said.", "left verb", "right verb"),
    ("apa yang ditanam", "Abidin menanam *kelor*, lalu pulang.", "left asked", "right edge"),
]
RUN_ON = [
    ("Wrona was taken off with a *broken thumb and will be out* for weeks.", True),
    ("He has a *broken thumb and two broken fingers*.", False),
    ("Mereka *membayar uang kuliah dan mengulang* satu semester.", False),
]
TYPED = ["Siti Kuntari mengatakan dugaan awal adalah bantalan rel.", "Ia diperiksa pada Senin (7/4)."]
AHEAD = [
    (
        "provinsi mana saja yang melaporkan kejang",
        "Kejang dilaporkan tiga provinsi. Ketiga provinsi itu adalah Lampung, Banten, dan Jambi.",
        "Lampung, Banten, dan Jambi",
    ),
    (
        "which towns lost power",
        "Three towns lost power on Monday. The three are Oslo, Bergen and Drammen.",
        "Oslo, Bergen and Drammen",
    ),
]


def place_of(line: Line, words: str) -> tuple[int, int]:
    start = line.view.text.index(words)
    return line.within(Span(start=start, end=start + len(words)))


@pytest.mark.parametrize(("text", "told"), NOUNS)
def test_a_noun_is_offered_with_all_that_belongs_to_it(text: str, told: str) -> None:
    assert told in [span.of(text) for span in things.nouns(line_of(text, "apa"))]


@pytest.mark.parametrize(("text", "told"), DEEDS)
def test_a_verb_is_offered_with_what_follows_it(text: str, told: str) -> None:
    assert told in [span.of(text) for span in things.done(line_of(text, "apa"))]


@pytest.mark.parametrize(("question", "asked"), ASKED)
def test_deeds_may_answer_only_where_one_is_asked_for(question: str, *, asked: bool) -> None:
    assert ("deed" in kinds(parse(question))) == asked


@pytest.mark.parametrize(("question", "text", "words", "told"), JOBS)
def test_words_say_what_somebody_is_where_a_job_is_asked_for(
    question: str, text: str, words: str, told: dict[str, float]
) -> None:
    line = line_of(text, question)
    assert things.job(parse(question), line, *place_of(line, words)) == told


@pytest.mark.parametrize(("question", "text", "left", "right"), BESIDE)
def test_the_sorts_of_the_words_beside_a_candidate_are_known(question: str, text: str, left: str, right: str) -> None:
    words, line = text.split("*")[1], line_of(text.replace("*", ""), question)
    assert {left, right} <= edges.features(line, *place_of(line, words)).keys()


@pytest.mark.parametrize(("text", "runs"), RUN_ON)
def test_a_noun_does_not_go_on_with_what_somebody_does_besides(text: str, *, runs: bool) -> None:
    words, line = text.split("*")[1], line_of(text.replace("*", ""), "apa")
    assert edges.runs_on(line, *place_of(line, words)) == runs


@pytest.mark.parametrize("text", TYPED)
def test_a_name_and_a_time_are_no_nouns(text: str) -> None:
    line = line_of(text, "apa")
    named = {note.span for note in line.sentence.notes if note.kind == "person" or note.kind.startswith("time")}
    assert named
    nouns = (one.span for one in candidates(line, frozenset({"complement"})) if one.kind == "noun")
    assert named.isdisjoint(nouns)


@pytest.mark.parametrize(("question", "text", "told"), AHEAD)
def test_what_a_number_counts_is_offered_from_the_sentence_that_lists_it(question: str, text: str, told: str) -> None:
    rows = [
        one.told.row.span.of(text) for one in candidates(line_of(text, question), kinds(parse(question))) if one.told
    ]
    assert told in rows
