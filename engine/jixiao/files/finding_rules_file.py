import sys

sys.path.insert(0, "/tmp")
import loadrules


def load_finding_rules(root):
    return loadrules.load(sorted(map(str, (root / "findings").glob("*.yaml"))))
