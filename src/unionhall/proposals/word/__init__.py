"""The product's own Word forms of proposals, and the script that draws them."""
