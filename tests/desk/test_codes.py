"""What a code of a finding means."""

from jixiao.desk.codes import all_codes, find_code


def test_every_code_can_be_found() -> None:
    for code in all_codes():
        found = find_code(code)
        assert found is not None
        assert found.code == code
    assert find_code("none") is None
