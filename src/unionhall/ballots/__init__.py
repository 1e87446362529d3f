"""Polls: rolls, ways of voting, counting, results. An engine: it knows users and opaque keys of voters, not members."""
