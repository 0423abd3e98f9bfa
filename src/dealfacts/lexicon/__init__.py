"""Words are data: typed, validated lexicons. The grammar that combines them stands elsewhere."""
