"""Each format → paper: `opened.read_paper(path)` tells what a file is and hands it to its format's reader.

opened → sniff → docx · ofd · text · mhtml → html · pdf · xlsx, each `read_…(data, name) -> Paper`, or Refused
"""
