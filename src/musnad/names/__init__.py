"""Finds people, bodies, states, places and documents; folds spellings; resolves within the article."""
