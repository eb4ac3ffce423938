"""Reports as people publish them: bytes → paper → figures and claims → a draft case with evidence.

What is read never depends on what it scores: this room knows items, units and years, and nothing of standards.
"""
