"""The Word forms of activities: what fills them (`filling`), and the script that drew them (`drawing`)."""
