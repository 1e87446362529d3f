"""The roster as it comes in and goes out: read cells, compare with what is known, write it in one transaction."""
