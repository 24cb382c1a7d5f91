"""musnad (مُسنَد): a pile of Arabic news articles becomes a sourced dossier."""

__version__ = "0.1.0"
