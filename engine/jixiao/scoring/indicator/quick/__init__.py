"""The short way to a result, for tables that run many times: where each figure is stated just once.

What a value reaches is found on whole numbers and has mostly been met before; everything else that is to be known of
a result is drawn from that where somebody reads it. Where anything is out of the common (a figure is missing or
stated twice, a breakdown, a rating beside a formula, a division by zero) the long way of `indicator` goes on. Both
give the same in every field and word, which is a law of the tests; what a sentence means is said in its scale alone.
"""
