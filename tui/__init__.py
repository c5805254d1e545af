"""The application in the terminal. Holds no rule, and no state beyond ids and drafts."""
