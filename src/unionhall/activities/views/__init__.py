"""The pages of activities: the desk's declarations, the door, results, papers, and the phone."""
