"""The product's own Word form of a result, and the script that draws it."""
