"""An app whose only job waits to be killed."""
