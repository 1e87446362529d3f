"""Work too long for a request: named jobs with progress that survive a restart, and the rounds of the ticker."""
