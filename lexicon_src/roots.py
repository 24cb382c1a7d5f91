"""Writes lexicon/data/text/roots.tsv: the attested roots of Arabic verbs, from the lexicon that mazini carries.

Run as ``python lexicon_src/roots.py``; with ``--check`` it writes nothing and exits 1 if the file on disk differs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mazini.lexicon import lexicon_roots

TARGET = Path(__file__).parent.parent / "src/musnad/lexicon/data/text/roots.tsv"
HEADER = """\
# Roots of attested Arabic verbs, letters only.
# source: count tables of Arabic verbs by M. al-Bawwab and Y. Mir Alam (github.com/m-bakni/arabic-morphology, CC BY 4.0), through mazini
root
"""


def table() -> str:
    """The file's text; roots sorted."""
    return HEADER + "\n".join(sorted({root.replace(" ", "") for root in lexicon_roots()})) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        return int(TARGET.read_text(encoding="utf-8") != table())
    TARGET.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
