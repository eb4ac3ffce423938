"""What the words of sentences say, apart from any form: signs, quantities, intervals, amounts."""
