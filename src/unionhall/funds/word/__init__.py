"""The product's own Word forms of funds, and what draws them."""
