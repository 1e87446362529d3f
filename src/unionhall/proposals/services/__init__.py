"""The verbs of proposals; import them from here."""
