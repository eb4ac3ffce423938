"""What the papers of a review say, as a plain tree of texts: made from results, laid out in Word and Excel."""
