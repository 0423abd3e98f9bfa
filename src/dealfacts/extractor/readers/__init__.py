"""Text -> values, one module per value type. A reader knows nothing of deals and attributes."""
