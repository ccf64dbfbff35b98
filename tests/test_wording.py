"""Wordings: proved as shipped, wrong ones refused, and no words left in the code beside them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from extract.errors import PatternError
from extract.rules.book import default_rulebook, load
from extract.rules.prove import prove_wordings
from extract.rules.wording import PLACES, Wording, default_wordings, load_wordings, wording
from extract.values.letters import LOWER, UPPER

HOME = Path(__file__).parents[1] / "src/extract"
CODE = "".join(p.read_text("utf-8") for p in HOME.rglob("*.py"))
ONE = """
[[pattern]]
id = "mine.rest"
about = "what is left"
at = "before"
regex = '''còn lại (?P<copula>là )?$'''
  [[pattern.match]]
  text = "số hồ sơ «còn lại là »12"
  got = { copula = "là " }
  [[pattern.reject]]
  text = "còn lại, «»12"
  why = "a comma"
"""


def loaded(folder: Path, text: str) -> dict[str, Wording]:
    folder.joinpath("mine.toml").write_text(text, "utf-8")
    return load_wordings(folder, default_rulebook().parts)


def problems(folder: Path, text: str) -> list[str]:
    return [p.message for p in prove_wordings(loaded(folder, text).values())]


def test_shipped_wordings_are_proved() -> None:
    found = prove_wordings(default_wordings().values(), timing=False)
    assert [f"{p.rule}: {p.message}" for p in found] == []


def test_every_wording_is_asked_and_every_asked_one_exists() -> None:
    asked = set(re.findall(r'wording\(\s*"([a-z_]+\.[a-z_0-9]+)"', CODE))
    assert asked == set(default_wordings())


def test_every_wording_is_asked_as_its_examples_are() -> None:
    trees = {
        ".".join(("extract", *path.relative_to(HOME).with_suffix("").parts)): ast.parse(
            path.read_text("utf-8")
        )
        for path in HOME.rglob("*.py")
    }
    ids: dict[tuple[str, str], str] = {}  # a module's name for a wording -> its id
    for module, tree in trees.items():
        for node in ast.walk(tree):
            match node:
                case ast.Assign([ast.Name(name)], ast.Call(ast.Name("wording"), [said])):
                    ids[module, name] = ast.literal_eval(said)
    wrong = []
    for module, tree in trees.items():
        own = {name: one for (home, name), one in ids.items() if home == module}
        for node in ast.walk(tree):
            match node:
                case ast.ImportFrom(str(home), names):
                    own |= {a.name: ids[home, a.name] for a in names if (home, a.name) in ids}
                case ast.Attribute(ast.Name(name), method) if name in own and method != "pattern":
                    places = default_wordings()[own[name]].at
                    if not any(method in PLACES[at] for at in places):
                        wrong.append(f"{module}:{node.lineno}: {own[name]} by {method}")
    assert len(ids) > 700
    assert wrong == []


def test_the_parts_for_letters_are_the_letters() -> None:
    parts = default_rulebook().parts
    assert (parts["chu_hoa"], parts["chu_thuong"]) == (f"[{UPPER}]", f"[{LOWER}]")


def test_a_right_wording_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, ONE) == []


BEGUN = """
[[pattern]]
id = "mine.part_of_year"
about = "months of a year"
at = "in"
begins = ["tháng"]
regex = '''(?<![0-9])(?:[0-9]{1,2} )?tháng đầu năm'''
  [[pattern.match]]
  text = "Thu «6 tháng đầu năm» đạt"
  [[pattern.reject]]
  text = "6 tháng cuối năm"
  why = "the other half"
"""


def test_a_wording_that_begins_with_words_finds_what_a_plain_pass_finds(tmp_path: Path) -> None:
    one = loaded(tmp_path, BEGUN)["mine.part_of_year"]
    text = "tháng đầu năm, 6 tháng đầu năm;16 tháng đầu năm 116 tháng đầu năm"
    pattern = one.compiled()
    spans = [m.span() for m in pattern.finditer(text)]
    assert len(spans) == 4
    assert [m.span() for m in one.all_in(pattern, text)] == spans
    assert problems(tmp_path, BEGUN) == []


ENDED = """
[[pattern]]
id = "mine.head"
about = "what follows is divided by"
at = "in"
begins = ["theo"]
ends = ":"
regex = '''theo [^:.]{2,30}:'''
  [[pattern.match]]
  text = "Chia «theo lứa tuổi:» 12"
  [[pattern.reject]]
  text = "theo lứa tuổi. Cụ thể: 12"
  why = "the sentence ends before"
"""


def test_a_wording_that_ends_with_a_mark_finds_what_a_plain_pass_finds(tmp_path: Path) -> None:
    one = loaded(tmp_path, ENDED)["mine.head"]
    text = f"theo nghề: 4; theo {'a ' * 200}theo vùng: 5. theo quy định theo dõi: 6 theo"
    pattern = one.compiled()
    spans = [m.span() for m in pattern.finditer(text)]
    assert len(spans) == 3
    assert [m.span() for m in one.all_in(pattern, text)] == spans
    assert problems(tmp_path, ENDED) == []


def test_an_end_that_no_match_has_is_a_problem(tmp_path: Path) -> None:
    found = problems(tmp_path, ENDED.replace('ends = ":"', 'ends = ";"'))
    assert any("begins with none" in p for p in found)


def test_an_end_goes_with_beginnings(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="goes with begins"):
        loaded(tmp_path, ENDED.replace('begins = ["theo"]\n', ""))


def test_words_that_no_match_begins_with_are_a_problem(tmp_path: Path) -> None:
    found = problems(tmp_path, BEGUN.replace('["tháng"]', '["quý"]'))
    assert any("begins with none" in p for p in found)


def test_begins_must_be_words(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="begins must be a list of words"):
        loaded(tmp_path, BEGUN.replace('["tháng"]', '"tháng"'))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("«còn lại là »12", "còn «lại là »12"), "gives 'còn lại là '"),
        (('copula = "là "', 'copula = "có"'), "copula is 'là '"),
        (("còn lại, «»12", "còn lại «»12"), "reject"),
        (("còn lại, «»12", "còn lại, 12"), "must mark the place"),
        (('"before"', '"after"'), "gives nothing"),
        (('"before"', '["before", "after"]'), "gives nothing"),
        (("còn lại (?P", "(?:[a-z]+ ?)+!|còn lại (?P"), "takes"),
        (("(?P<copula>là )?$", "(?P<copula>là ?$"), "does not compile"),
    ],
)
def test_wrong_examples_are_problems(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    assert any(message in p for p in problems(tmp_path, ONE.replace(*change)))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('at = "before"', 'at = "beside"'), "at must be one of"),
        (('at = "before"', ""), "'at' is missing"),
        (('at = "before"', 'at = ["before", "beside"]'), "at must be one of"),
        (("mine.rest", "other.rest"), "must begin with 'mine.'"),
        (("regex", "regexp"), "unknown key regexp"),
        (('why = "a comma"', ""), "must say why"),
        (("còn lại (?P", "{khong_co} (?P"), "no part or word list {khong_co}"),
    ],
)
def test_wrong_wordings_are_refused(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(PatternError, match=r"mine\.toml") as caught:
        loaded(tmp_path, ONE.replace(*change))
    assert message in str(caught.value)


def test_a_folder_of_a_user_has_none(tmp_path: Path) -> None:
    (tmp_path / "wording").mkdir()
    with pytest.raises(PatternError, match="wordings cannot be added"):
        load(tmp_path)


def test_a_wording_asked_by_a_wrong_name_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"slips\.nothing"):
        wording("slips.nothing").search("")


_NO_WORDS = re.compile(
    r"\(\?P?[<(=]?[=!]?\w*[>:)]?|\\[pP]\{\w+\}|\\.|\[(?:\\.|[^\]\\])*\]|\{[^}]*\}"
)


def _with_words(path: Path) -> list[str]:
    """The expressions of a module that hold words: two letters in a row, or a Vietnamese one."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (
            isinstance(node, ast.Call)
            and node.args
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id in ("re", "regex")
        ):
            continue
        for part in ast.walk(node.args[0]):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                bare = _NO_WORDS.sub(" ", part.value)
                if re.search(r"[^\W\d_]{2}|[à-ỹđ]", bare):
                    found.append(f"{path.name}:{part.lineno}: {part.value}")
    return found


@pytest.mark.parametrize("room", ["find", "index", "check"])
def test_words_are_data(room: str) -> None:
    bad = [line for path in sorted((HOME / room).glob("*.py")) for line in _with_words(path)]
    assert bad == []
