"""Pages of duty reports."""
