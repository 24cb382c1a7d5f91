"""A text as the matchers of times see it: for every token the phrases of the time lexicon that begin there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from musnad.text.prepared import Text
from musnad.text.tokens import Token
from musnad.times.words import phrases


@dataclass(frozen=True, slots=True)
class Atom:
    """A phrase that ends before token ``stop`` and begins after the first ``cut`` letters (clitics) of its first
    token."""

    kind: str
    values: tuple[str, ...]
    stop: int
    cut: int
    prefix: str


Atoms = dict[str, Atom]
_NONE: Atoms = {}
_TATWEEL = "\u0640"


@dataclass(frozen=True, slots=True)
class Scene:
    """``atoms[i]`` maps each kind to the longest phrase of that kind that begins at token ``i``, the fewest clitics
    first."""

    text: Text
    atoms: tuple[Atoms, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.text.tokens

    def at(self, i: int, kind: str, clitics: str | None = None) -> Atom | None:
        """The phrase of a kind at token ``i``; with ``clitics`` only if its proclitics are exactly these."""
        if not 0 <= i < len(self.atoms):
            return None
        atom = self.atoms[i].get(kind)
        return atom if atom and (clitics is None or atom.prefix == clitics) else None

    def plain(self, i: int, kind: str) -> Atom | None:
        """The phrase of a kind at token ``i``, without clitics: how words inside an expression stand."""
        return self.at(i, kind, "")

    def norm(self, i: int) -> str:
        """The folded token, or "" outside the text."""
        return self.tokens[i].norm if 0 <= i < len(self.tokens) else ""

    def ends_here(self, i: int, kinds: Iterable[str]) -> bool:
        """Whether a phrase of one of the kinds ends right before token ``i`` (within three tokens, in the same
        line)."""
        for back in (1, 2, 3):
            if i - back < 0:
                break
            if any((atom := self.atoms[i - back].get(kind)) and atom.stop == i for kind in kinds):
                return True
        return False

    def glued(self, i: int) -> bool:
        """Whether no white space stands between token ``i`` and the next."""
        tokens = self.tokens
        return i + 1 < len(tokens) and tokens[i].at + len(tokens[i].norm) == tokens[i + 1].at

    def span(self, first: int, stop: int, cut: int) -> tuple[int, int]:
        """The original span of the tokens, without the first ``cut`` folded letters."""
        token = self.tokens[first]
        if token.norm[cut - 1 : cut + 1] == "لل" and cut:
            cut -= 1  # للأسبوع: the ل has swallowed the article and cannot be cut off
        at = token.at + min(cut, len(token.norm) - 1)
        end, original = self.tokens[stop - 1].end, self.text.original
        while end < len(original) and original[end] == _TATWEEL:
            end += 1  # the fold drops it: 1439هـ
        return self.text.folded.span(at, at + 1)[0], end


def set_scene(text: Text) -> Scene:
    """Look every token up, in all its readings; linear in the length of the text."""
    index = phrases()
    tokens = text.tokens
    atoms: list[Atoms] = []
    for i, token in enumerate(tokens):
        here: Atoms = {}
        for head, rest in token.readings if token.is_word else (("", token.norm),):
            for entry in index.get(rest, ()):
                stop = i + len(entry.words)
                known = here.get(entry.kind)
                if known and (known.stop >= stop or len(known.prefix) < len(head)):
                    continue
                if all(j < len(tokens) and tokens[j].norm == word for j, word in enumerate(entry.words[1:], i + 1)):
                    here[entry.kind] = Atom(entry.kind, entry.values, stop, len(head), head)
        atoms.append(here or _NONE)
    return Scene(text, tuple(atoms))
