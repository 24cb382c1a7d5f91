"""Writes ``lexicon/data/names/tagger.crfsuite``: the model of names that no list holds, learnt from annotated newswire.

    python lexicon_src/learnt/tagger.py CORPUS              trains on all of it and writes the model
    python lexicon_src/learnt/tagger.py CORPUS --held-out   trains on nine tenths, judges on the last tenth, writes nothing

CORPUS is the text of NewsFANE Gold (F. Alotaibi and M. Lee, COLING 2014, CC BY-SA 3.0): a token and its label a line, an
empty line behind each sentence, clitics split off. They are joined again, since that is how articles are written; the
fine classes become people, organisations and places. The corpus itself is no part of musnad.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from musnad.lexicon.gazetteer import gazetteer
from musnad.lexicon.words import outlet_cues
from musnad.names.board import Board, lay_out
from musnad.names.features import features
from musnad.names.tagged import spans
from musnad.text.prepared import prepare

TARGET = Path(__file__).parents[2] / "src/musnad/lexicon/data/names/tagger.crfsuite"
CLASSES = {
    "PER": "Politician Athlete Artist Other_PER Religious_PER Scientist Businessperson Lawyer Engineer",
    "ORG": "Non-Governmental Sports Government Media Commercial Educational Medical-Science Religious_ORG Entertainment Police",
    "LOC": "Nation Population-Center Building-Grounds State-or-Province GPE-Cluster Land Water-Body Continent County-or-District "
    "Subarea-Facility Airport Path Land-Region-Natural Celestial",
}
COARSE = {fine: coarse for coarse, names in CLASSES.items() for fine in names.split()}
CLITICS = {"و", "ف", "ب", "ل", "ك"}
SETTINGS = {"c1": 0.3, "c2": 0.01, "max_iterations": 100, "feature.minfreq": 2}
Labelled = list[tuple[str, str]]
Span = tuple[int, int, str]


def read(path: Path) -> Iterator[Labelled]:
    """The sentences: words as they are written, each with B-PER, I-PER, ... or O."""
    sentence: Labelled = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.strip():
            word, _, label = line.partition("\t")
            begin, _, fine = label.strip().partition("-")
            sentence.append((word, f"{begin}-{COARSE[fine]}" if fine in COARSE else "O"))
        elif sentence:
            yield joined(sentence)
            sentence = []


def joined(sentence: Labelled) -> Labelled:
    """The clitics written onto the words that they belong to; ل swallows the article's letter."""
    out: Labelled = []
    clitic = ""
    for word, label in sentence:
        if not clitic and word in CLITICS:
            clitic = word
            continue
        if clitic and len(word) > 2 and word.isalpha():
            out.append((f"لل{word[2:]}" if clitic == "ل" and word.startswith("ال") else clitic + word, label))
        else:
            out += [(clitic, "O")] if clitic else []
            out.append((word, label))
        clitic = ""
    return out


def laid_out(sentence: Labelled) -> tuple[Board, list[str]]:
    """The sentence as the names room sees it, and the label of each of its tokens."""
    starts, text = [], ""
    for word, _ in sentence:
        starts.append(len(text))
        text += word + " "
    board = lay_out(prepare(text), gazetteer(), outlet_cues())
    labels, at = [], 0
    for token in board.text.tokens:
        while at + 1 < len(starts) and starts[at + 1] <= token.start:
            at += 1
        label = sentence[at][1]
        labels.append("I" + label[1:] if label[0] == "B" and starts[at] < token.start else label)
    return board, labels


def train(sentences: Sequence[Labelled], target: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        board, labels = laid_out(sentence)
        if labels:
            trainer.append(features(board, range(len(labels))), labels)
    trainer.set_params(SETTINGS)
    trainer.train(str(target))


def names(labels: Sequence[str]) -> set[Span]:
    """(first, stop, class) of each name."""
    return {(run.tokens.start, run.tokens.stop, run.label) for run in spans(labels)}


def judge(sentences: Sequence[Labelled], model: Path) -> None:
    """Precision and recall of the model alone, by class."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right, found, there = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        board, labels = laid_out(sentence)
        if not labels:
            continue
        tagger.set(features(board, range(len(labels))))
        told, gold = names(tagger.tag()), names(labels)
        right.update(span[2] for span in told & gold)
        found.update(span[2] for span in told)
        there.update(span[2] for span in gold)
    for name in CLASSES:
        print(
            f"{name}  P={right[name] / max(1, found[name]):.3f}  R={right[name] / max(1, there[name]):.3f}  n={there[name]}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="Train the tagger of names.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--held-out", action="store_true", help="judge on the last tenth and write nothing")
    given = parser.parse_args()
    if not given.corpus.is_file():
        print(f"{given.corpus}: no such file", file=sys.stderr)
        return 2
    sentences = list(read(given.corpus))
    began = time.perf_counter()
    if given.held_out:
        cut = len(sentences) * 9 // 10
        with tempfile.NamedTemporaryFile(suffix=".crfsuite") as file:
            train(sentences[:cut], Path(file.name))
            judge(sentences[cut:], Path(file.name))
    else:
        TARGET.parent.mkdir(exist_ok=True)
        train(sentences, TARGET)
        print(f"{TARGET}: {TARGET.stat().st_size} bytes from {len(sentences)} sentences", end=", ")
    print(f"{time.perf_counter() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
