"""Named numbers that know their rows, the words they are printed in, and the sentences made of them."""
