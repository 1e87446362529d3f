"""The states of vouchers, periods and requests, and the steps between them."""
