"""The product's own Word forms of a congress, and the script that draws them."""
