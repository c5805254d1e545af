"""The words for what was recorded: sentences for the minutes (Danish), lines for the log (Danish and English)."""
