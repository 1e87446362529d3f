"""The chair's page: the year by month and by room, and what the report cannot yet say."""
