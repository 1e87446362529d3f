"""The product's own Word forms of activities, and the script that drew them."""
