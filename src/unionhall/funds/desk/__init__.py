"""What funds tell the home pages, part by part, when the module is started."""

from unionhall.funds.desk import beginning, budgets, dues, ledger, spending

beginning.furnish()
budgets.furnish()
dues.furnish()
ledger.furnish()
spending.furnish()
