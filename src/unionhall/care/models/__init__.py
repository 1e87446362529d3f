"""The nouns of care; import them from here."""
