"""Reads shaped for pages and figures, one file for each noun."""
