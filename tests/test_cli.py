"""The command line, as a person and as a script meet it."""

import datetime as dt
import json
import subprocess
import sys
import time
from pathlib import Path

import click
import pysqlite3 as sqlite3
import pytest
from click.testing import CliRunner, Result

from newsqa import terminal
from newsqa.cli import main
from newsqa.newsroom import Member, Newsroom, open_state

ARTICLE = """# Bupati Meninjau Bendungan

Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa (26/3).

"Pintu air harus selesai bulan depan," kata Rini.
"""


class Shell:
    """One archive, reached by the command line alone."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.archive = folder, folder / "archive.db"

    def run(self, *arguments: str, given: str | bytes = "") -> Result:
        return CliRunner().invoke(main, ["--db", str(self.archive), *arguments], input=given)

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def filled(shell: Shell) -> Shell:
    done = shell.run("add", shell.write("a.md", ARTICLE), "--id", "a", "--outlet", "Kabar", "--published", "2024-03-27")
    assert done.exit_code == 0
    return shell


def test_add_says_what_was_found(shell: Shell) -> None:
    said = shell.run("add", shell.write("a.md", ARTICLE), "--id", "a").output
    assert said.startswith("a  Bupati Meninjau Bendungan")
    assert "id · 1 quotes" in said


def test_add_reads_standard_input(shell: Shell) -> None:
    assert shell.run("add", "-", "--id", "b", given=ARTICLE).exit_code == 0
    assert "Sukamulya" in shell.run("show", "b").output


def test_a_bad_line_is_named_and_the_rest_goes_in(shell: Shell) -> None:
    lines = [
        json.dumps({"id": "a", "text": ARTICLE}),
        "{not json",
        json.dumps({"title": "no text"}),
        json.dumps({"id": "b", "text": "Banjir surut."}),
    ]
    done = shell.run("add", "--jsonl", shell.write("many.jsonl", "\n".join(lines)))
    assert done.exit_code == 1
    assert "line 2: not JSON" in done.output
    assert "line 3: there is no text" in done.output
    exported = [json.loads(line)["id"] for line in shell.run("export", "articles").output.splitlines()]
    assert sorted(exported) == ["a", "b"]


def test_many_articles_are_counted_by_what_became_of_them(shell: Shell) -> None:
    def said(*rows: dict[str, str]) -> str:
        path = shell.write("many.jsonl", "\n".join(map(json.dumps, rows)))
        return shell.run("add", "--jsonl", path).output

    rini, flood = {"id": "a", "text": "Rini datang."}, {"id": "b", "text": "Banjir surut."}
    assert said(rini, flood, rini) == "2 added, 0 updated, 1 known\n"
    assert said(rini | {"text": "Rini datang lagi."}, flood) == "0 added, 1 updated, 1 known\n"


def test_answers_keep_to_the_text(filled: Shell) -> None:
    reply = json.loads(filled.run("ask", "siapa meninjau Bendungan Sukamulya", "--json").output)
    answer = (reply["answers"] + reply["closest"])[0]
    assert ARTICLE[answer["start"] : answer["end"]] == answer["evidence"]
    assert answer["article"]["outlet"] == "Kabar"
    assert answer["article"]["published"] == "2024-03-27"
    assert {"question", "language", "found", "answers", "closest", "took_ms"} == set(reply)


def test_the_sentence_of_a_list_is_shown_once_under_its_items(shell: Shell) -> None:
    sentence = "Gudang desa menyimpan beras, jagung, dan minyak goreng."
    shell.run("add", shell.write("a.md", f"# Isi Gudang Desa\n\n{sentence}\n"), "--outlet", "Kabar")
    asked = ("ask", "apa saja yang disimpan gudang desa?")
    assert shell.run(*asked).output == f"beras\njagung\nminyak goreng\n  │ {sentence}\n  Kabar\n"
    answers = json.loads(shell.run(*asked, "--json").output)["answers"]
    assert [(a["text"], a["evidence"]) for a in answers] == [
        (item, sentence) for item in ("beras", "jagung", "minyak goreng")
    ]


def test_a_sentence_that_answers_is_shown_once(filled: Shell) -> None:
    sentence = "Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa (26/3)."
    newsroom = Newsroom.open(filled.archive)
    answer = newsroom.ask("siapa meninjau Bendungan Sukamulya").answers[0]
    newsroom.close()
    said = terminal.answers([answer.model_copy(update={"text": sentence, "span": None, "day": None})])
    assert click.unstyle(said) == f"  │ {sentence}\n  Kabar · 2024-03-27"


def test_a_batch_answers_every_line_in_order(filled: Shell) -> None:
    asked = [
        {"id": "1", "question": "apa kata Rini soal pintu air", "article": "a"},
        {"id": "2", "question": "  "},
        {"id": "3", "question": "kapan bupati meninjau bendungan"},
    ]
    done = filled.run("ask", "--jsonl", filled.write("q.jsonl", "\n".join(map(json.dumps, asked))))
    replies = [json.loads(line) for line in done.output.splitlines()]
    assert [r["id"] for r in replies] == ["1", "2", "3"]
    assert replies[1]["found"] is False
    assert "no words" in replies[1]["error"]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
@pytest.mark.parametrize("what", ["quotes", "facts", "articles"])
def test_export(filled: Shell, what: str, form: str) -> None:
    assert filled.run("export", what, "--format", form).exit_code == 0


def test_a_quote_is_exported_whole(filled: Shell) -> None:
    (quote,) = (json.loads(line) for line in filled.run("export", "quotes").output.splitlines())
    assert quote["text"] == "Pintu air harus selesai bulan depan"
    assert ARTICLE[quote["start"] : quote["end"]] == quote["text"]
    assert {"article", "speaker", "mention", "cue", "kind", "sentence"} <= set(quote)


def test_delete_and_reindex(filled: Shell) -> None:
    assert "1 articles" in filled.run("reindex").output
    assert filled.run("delete", "a").exit_code == 0
    gone = filled.run("show", "a")
    assert gone.exit_code == 1
    assert "no article 'a'" in gone.output


def test_an_archive_that_older_rules_have_read_is_told_of_until_it_is_reindexed(filled: Shell) -> None:
    db = sqlite3.connect(filled.archive)
    db.execute("update articles set rules = rules - 1")
    db.commit()
    db.close()
    told = "1 articles were read by older rules; newsqa reindex reads them anew"
    assert told in filled.run("ask", "siapa meninjau bendungan").output
    assert told not in filled.run("reindex").output
    assert told not in filled.run("ask", "siapa meninjau bendungan").output


def test_an_archive_without_articles_says_so_beside_its_silence(shell: Shell) -> None:
    told = f"{shell.archive} holds no articles yet"
    assert told in shell.run("ask", "siapa meninjau bendungan").output
    shell.run("add", shell.write("a.md", ARTICLE))
    assert told not in shell.run("ask", "siapa melamar kucing").output


def test_reindex_reads_the_articles_of_every_desk(filled: Shell) -> None:
    state = open_state(filled.archive)
    state.people.make_desk("sport", Member(user=1, name="Rini", role="owner", since=dt.datetime.now(dt.UTC)))
    state.close()
    desk = Newsroom.open(filled.archive, "sport")
    desk.add_row({"text": ARTICLE})
    desk.close()
    assert "2 articles" in filled.run("reindex").output


def test_chat_goes_on_after_a_question_that_is_none(filled: Shell) -> None:
    said = filled.run("chat", given="???\nkapan bupati meninjau bendungan\nquit\n").output
    assert "no words in the question" in said
    assert "Sukamulya" in said


def test_languages_shows_both(shell: Shell) -> None:
    said = shell.run("languages").output
    assert "Bahasa Indonesia" in said
    assert "English" in said


BAD_TEXTS = {
    "empty": (b"", "empty"),
    "white space": (b" \n\t ", "empty"),
    "NUL bytes": (b"Kabar\0baik", "NUL"),
    "not text": (b"Kabar \x81\xff", "not text"),
    "too long": (b"kabar " * 400_000, "too long"),
}


@pytest.mark.parametrize(("data", "reason"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_a_text_that_is_no_article_is_refused_with_a_reason(shell: Shell, data: bytes, reason: str) -> None:
    refused = shell.run("add", "-", given=data)
    assert refused.exit_code == 1
    assert reason in refused.output
    assert "Traceback" not in refused.output
    assert not shell.run("export", "articles").output


STRANGE_TEXTS = {
    "unclosed quotation": 'Rini berkata: "Kami akan datang besok dan tidak kembali. Kabar itu beredar.',
    "right to left": "Rini bertemu \u202eعباس\u202c di Kairo. \u200bIa pulang\u200d kemarin.",
    "unknown language": "Ο πρωθυπουργός μίλησε χθες στη Βουλή. «Θα επιστρέψουμε», είπε.",
    "only marks": '"""\'\'“”‘’«»„',
    "one endless word": "a" * 50_000,
    "half characters": "Rini datang \ud83d kemarin.",
}


@pytest.mark.parametrize("text", STRANGE_TEXTS.values(), ids=STRANGE_TEXTS)
def test_a_strange_text_is_kept_whole_or_refused(shell: Shell, text: str) -> None:
    done = shell.run("add", "--jsonl", shell.write("one.jsonl", json.dumps({"id": "x", "text": text})))
    kept = [json.loads(line)["text"] for line in shell.run("export", "articles").output.splitlines()]
    assert "Traceback" not in done.output
    assert kept == ([text] if done.exit_code == 0 else [])


HOSTILE_QUESTIONS = [
    '"Kanani" OR NEAR(*',
    "rini* AND (",
    "terms: rini",
    "' OR 1=1 --",
    "rini NOT bendungan^2",
    "a" * 900,
    "\u202erini\u200b",
    "???" * 1300,
]


@pytest.mark.parametrize("question", HOSTILE_QUESTIONS)
def test_no_question_breaks_the_archive(filled: Shell, question: str) -> None:
    done = filled.run("ask", "--", question)
    assert done.exit_code in {0, 1}
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "syntax" not in done.output


def test_a_file_that_is_no_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("this is not an archive, it is a note\n" * 100)
    done = CliRunner().invoke(main, ["--db", str(path), "ask", "siapa"])
    assert done.exit_code == 1
    assert "notes.db" in done.output


def test_help_comes_at_once() -> None:
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "newsqa.cli", "--help"], capture_output=True, text=True, check=True)
    assert "Commands" in done.stdout
    assert time.monotonic() - started < 2.0  # 0.4 s on an idle machine; CI machines are seldom idle
