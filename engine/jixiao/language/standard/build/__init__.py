"""The parser's tree → clauses."""
