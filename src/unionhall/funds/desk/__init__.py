"""What funds tell the home pages, part by part, when the module is started."""

from unionhall.funds.desk import budgets, dues, ledger, spending

budgets.furnish()
dues.furnish()
ledger.furnish()
spending.furnish()
