"""What funds tell the home pages, part by part, when the module is started."""

from unionhall.funds.desk import budgets, ledger, spending

budgets.furnish()
ledger.furnish()
spending.furnish()
