"""Who may do what with the union's money: `spending` for requests, budgets and dues, `ledger` for the book."""
