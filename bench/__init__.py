"""The table of targets, measured by `make bench` on both databases; nothing here is a test."""
