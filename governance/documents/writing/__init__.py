"""Writing a document as text that reads back as the same document."""
