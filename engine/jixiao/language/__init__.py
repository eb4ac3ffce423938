"""The two languages of a table: 公式 (formula) and 评分标准 (scoring standard).

Text in, trees with positions out, and their canonical text back. No scores here.
"""
