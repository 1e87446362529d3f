"""Duty reports: drafted from what the modules tell `figures`, checked claim by claim, frozen with their evidence."""
