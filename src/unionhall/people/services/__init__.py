"""The verbs of people: one door for pages, imports, timers and the demo."""
