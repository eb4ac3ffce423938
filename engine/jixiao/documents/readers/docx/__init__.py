"""docx → paper, by its XML: what a person sees who accepts all changes, and nothing that Word hides.

package → styles, numbering → inline (one paragraph) → flow (paragraphs and tables in order) → document
"""
