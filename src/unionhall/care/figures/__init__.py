"""What care can count, each number with its rows: one file for each part."""
