"""How care is told in a report: one file for each part."""
