"""The states of what care keeps, and the steps between them: one file for each subject."""
