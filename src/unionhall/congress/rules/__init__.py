"""What the law says of a congress, as arithmetic over whole numbers and days: no database, no floats."""
