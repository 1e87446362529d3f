"""The pages of events, visit tasks, visits, promises and standards."""
