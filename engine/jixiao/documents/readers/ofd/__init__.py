"""OFD (GB/T 33190) → paper: pages hold pieces of text at places, of which lines and paragraphs are made.

package → pieces (text at a place) → lines → document
"""
