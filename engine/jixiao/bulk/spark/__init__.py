"""Rows on Spark: the table's SQL over whatever the cluster reads, and the engine on its executors for what SQL can't say."""
