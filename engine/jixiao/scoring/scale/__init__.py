"""What a sentence makes of what is found: scales, options, and terms that add up.

A form says its meaning here once; scores, ranges, explanations, pieces and comparisons derive from it.
"""
