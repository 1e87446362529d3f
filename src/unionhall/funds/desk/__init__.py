"""What funds tell the home pages, part by part, when the module is started."""

from unionhall.funds.desk import ledger, spending

ledger.furnish()
spending.furnish()
