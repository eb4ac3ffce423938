"""Cases, tables and papers: small ones, drawn ones, and files of them."""
