"""Document numbers: from the way they are written to the way they are spelled, and to keys.

A key is the canonical identity of a legal document: `18-nq-tw`, `107-2020-nd-cp`; numbers that
are given anew each year and in each province need both, `543-qd-ubnd_2018_dien-bien`. What is
not known makes the key None: nothing is merged on a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.values.labels import roman
from extract.values.text import unaccented

# Spelling of codes whose case or Đ is lost in typing or by OCR (key: upper case, Đ as D).
_SPELLING = {
    "CTR": "CTr",
    "TTR": "TTr",
    "TTG": "TTg",
    "VPTTG": "VPTTg",
    "CTRPH": "CTrPH",
    "QYD": "QyĐ",
    "QD": "QĐ",
    "ND": "NĐ",
    "QDI": "QĐi",
    "QDST": "QĐST",
    "QDPT": "QĐPT",
    "HDND": "HĐND",
    "HOND": "HĐND",
    "UBND": "UBND",
    "HDBT": "HĐBT",
    "BCD": "BCĐ",
    "BGDDT": "BGDĐT",
    "SGDDT": "SGDĐT",
    "BKHDT": "BKHĐT",
    "SKHDT": "SKHĐT",
    "BLDTBXH": "BLĐTBXH",
    "SLDTBXH": "SLĐTBXH",
    "DU": "ĐU",
    "DUK": "ĐUK",
    "DA": "ĐA",
    "THU": "ThU",
}
# The type a code stands for where it can stand for nothing else (30/2020/NĐ-CP, Phụ lục III).
_TYPE_OF_CODE = {
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CT": "Chỉ thị",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "KL": "Kết luận",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "BC": "Báo cáo",
    "CTr": "Chương trình",
    "TTr": "Tờ trình",
    "ĐA": "Đề án",
    "CĐ": "Công điện",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "BB": "Biên bản",
    "CV": "Công văn",
    "PL": "Pháp lệnh",
}
# Type codes that stand for several types, or for types not cited by code alone.
_OTHER_TYPES = frozenset("QĐ L LCT SL HĐ VBHN QĐi ĐL TC PA KLTT CTrPH QCPH KHPH PC PG".split())
_NATIONAL = re.compile(
    r"^(?:CP|TTg|QH\d*|UBTVQH\d*|CTN|HĐTP|TANDTC|VKSNDTC|VKSTC|TTCP|NHNN|KTNN|UBDT|VPCP|VPQH|VPCTN"
    r"|HĐBT|HĐNN\d*|BNV|BTC|BGDĐT|BYT|BTNMT|BLĐTBXH|BKHĐT|BTP|BCA|BQP|BXD|BGTVT|BNNPTNT|BNN|BCT"
    r"|BKHCN|BTTTT|BVHTTDL|BNG|BDTTG|BNNMT|BTM|BCN|BTS|TW|(?:BTG|BTC|BDV|BNC|BKT|BĐN|BTGDV|UBKT|VP"
    r"|HĐLL|ĐUK|MTTQ|BCSĐ|HN)TW|TCTK|TCT|TCHQ|BHXH|TLĐ)$"
)
_JOINT = ({"TT", "LB"}, {"TTLB"}, {"LBTT"}, {"TTLT", "LB"})
_CENTRAL_PARTY = re.compile(r"^(?:TW|[A-ZĐ]{2,8}TW)$")
_CODE = re.compile(r"[^\W\d_][^\W_]*")
_BLANK = re.compile(r"(?<=\d) (?=[^\W\d_]+(?P<mark>[/-]))")  # in place of the mark after digits
_LOST = re.compile(
    r"(?<=[\da-zđ]/)[^\W\d_]{4,12}(?:(?<=QH)[0-9]{1,2})?$"
)  # all there is behind the number
_LOOSE = re.compile(r"-(?:cua-)?(?:hoi-nghi-)(?:lan-thu-[a-z0-9]+-)?(?:ban-chap-hanh-)?")
_OF_ASSEMBLY = re.compile(r"(?<=/\d{4}/)(?:NQ|L|PL)-(?=(?:UBTV)?QH\d)")  # 86/2019/NQ-QH14
_TERM = re.compile(r"(?<=QH)[Il](?=\d)")
_ORDINAL = "[ivx]{1,4}|bon|nam|sau|bay|tam"
_CENTRAL = re.compile(rf"(?<=-)tw-?(?=[0-9]|(?:{_ORDINAL})-khoa)")
_SESSION = re.compile(rf"(?<=-trung-uong-)(?:{_ORDINAL})(?=-khoa|$)")
_ORDINALS = {"bon": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8"}
_AMENDED = re.compile(r"-sua-doi(?:-bo-sung)?$")
_PARTS = re.compile(r"^(\d{1,5})([a-zđ]*|[A-DĐ](?=[/-]))(?:/((?:19|20)\d\d))?(?:[-/](.+))?$")


# What names of laws are shortened to in running text (as slugs).
_SHORTENED = {
    "nsnn": "ngan-sach-nha-nuoc",
    "bhxh": "bao-hiem-xa-hoi",
    "bhyt": "bao-hiem-y-te",
    "hdnd": "hoi-dong-nhan-dan",
    "ubnd": "uy-ban-nhan-dan",
    "vbqppl": "van-ban-quy-pham-phap-luat",
    "qppl": "quy-pham-phap-luat",
    "cqdp": "chinh-quyen-dia-phuong",
    "vksnd": "vien-kiem-sat-nhan-dan",
    "tand": "toa-an-nhan-dan",
    "dbqh": "dai-bieu-quoc-hoi",
    "cbcc": "can-bo-cong-chuc",
    "mttq": "mat-tran-to-quoc",
    "pctn": "phong-chong-tham-nhung",
}
_SHORT = re.compile(r"(?<![a-z0-9])(?:" + "|".join(_SHORTENED) + r")(?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Number:
    """A document number taken apart: 107/2020/NĐ-CP -> "107", "2020", ("NĐ", "CP"), "CP".

    `issuer` is the code of the issuing body, None where the number names none ("18-NQ", "33");
    `party` tells the Party's shape (18-NQ/TW), `national` a body for the whole country.
    """

    seq: str
    year: str | None
    codes: tuple[str, ...]
    party: bool
    issuer: str | None
    national: bool

    @property
    def complete(self) -> bool:
        """True where the number names its issuer."""
        return self.issuer is not None

    @property
    def by_term(self) -> bool:
        """True for a number of the central Party, counted within a term (values.terms)."""
        return self.issuer is not None and _CENTRAL_PARTY.match(self.issuer) is not None


def _issuer(codes: tuple[str, ...]) -> str | None:
    """The code of the issuing body: the one after the type code, or the first of a letter."""
    if not codes:
        return None
    typed = codes[0] in _TYPE_OF_CODE or codes[0] in _OTHER_TYPES
    if typed:
        return codes[1] if len(codes) > 1 else None
    return codes[0]


def _with_hyphen(m: re.Match[str]) -> str:
    """A type code and an issuer's code that have run together: "61/2018/NĐCP" is 61/2018/NĐ-CP."""
    code = m[0]
    if code in _SPELLING.values() or _NATIONAL.match(code):
        return code
    for size in (4, 3, 2):
        kind, rest = code[:size], code[size:]
        known = rest in ("UBND", "HĐND") or _NATIONAL.match(rest) is not None
        if known and (kind in _TYPE_OF_CODE or kind == "QĐ"):
            return f"{kind}-{rest}"
    return code


def _code(code: str) -> str:
    """One code in its official spelling."""
    bare = unaccented(code).upper()
    if code.upper().replace("Đ", "D") != bare:  # a misread diacritic, as in HỘND
        return _SPELLING.get(bare, bare)
    return _SPELLING.get(bare, code if any(c.islower() for c in code) else code.upper())


def close(raw: str) -> str:
    """A number without its blanks; the one where a hyphen or a slash was left out is one; the
    term of the National Assembly in digits ("QHI4", as OCR reads it).

    >>> close("84 QĐ/TWĐTN"), close("7c/ 2031/NQ -HĐND5"), close("61 QĐ-BTP")
    ('84-QĐ/TWĐTN', '7c/2031/NQ-HĐND5', '61/QĐ-BTP')
    >>> close("343/2017/UBTVQHI4")
    '343/2017/UBTVQH14'
    """
    tight = "".join(_BLANK.sub(lambda m: "-" if m["mark"] == "/" else "/", raw).split())
    return _TERM.sub("1", tight)


@lru_cache(maxsize=32768)
def spell(raw: str, kind: str | None = None) -> str:
    """A number as written (look-alikes unified) in its official spelling.

    >>> spell("18 - NQ/TW"), spell("216/NQ-HDND"), spell("107/2020/ND-CP")
    ('18-NQ/TW', '216/NQ-HĐND', '107/2020/NĐ-CP')
    >>> spell("61/2018/NĐCP"), spell("370/QĐUBND"), spell("12c/NQCP"), spell("12/UBND")
    ('61/2018/NĐ-CP', '370/QĐ-UBND', '12c/NQ-CP', '12/UBND')
    """
    tight = close(raw)
    out = _LOST.sub(_with_hyphen, _CODE.sub(lambda m: _code(m[0]), tight))
    m = re.match(r"\d+([^\W\d_]+)(?=[-/]|$)", tight)
    if m:  # the letter of 30a, 12bis keeps its case
        out = re.sub(r"^(\d+)[^\W\d_]+", lambda n: n[1] + m[1], out)
    if kind == "Công điện":
        out = out.replace("/CD-", "/CĐ-")
    elif kind == "Hợp đồng":
        out = out.replace("/HD-", "/HĐ-")
    return out


@lru_cache(maxsize=32768)
def parse(number: str) -> Number | None:
    """A spelled number taken apart; None where it has not the shape of one."""
    m = _PARTS.match(number)
    if m is None:
        return None
    codes = tuple(c for c in re.split(r"[-/]", m[4] or "") if c)
    party = m[3] is None and bool(codes) and number[m.end(2)] == "-" and "/" in number
    issuer = _issuer(codes)
    national = issuer is not None and _NATIONAL.match(issuer) is not None
    return Number(m[1] + m[2], m[3], codes, party, issuer, national)


def type_of_code(number: str) -> str | None:
    """The document type a number's own code stands for, where it is beyond doubt."""
    parsed = parse(number)
    if parsed is None or not parsed.codes:
        return None
    code = parsed.codes[0]
    if code == "QĐ":
        return None if parsed.party else "Quyết định"
    if code == "TT" and parsed.party:
        return "Thông tri"
    return _TYPE_OF_CODE.get(code) if len(parsed.codes) > 1 else None


def joint_key(number: str, day: str | None) -> str | None:
    """The key of a circular that several ministries issued together before 1996 under the number
    of none of them; it takes the day to tell it. None for any other number.

    >>> joint_key("40/TT-LB", "1995-10-02"), joint_key("40-LB/TT", "1995-10-02")
    ('40-tt-lb_1995-10-02', '40-tt-lb_1995-10-02')
    >>> joint_key("40/TT-LB", None), joint_key("40/TT-BTC", "1995-10-02")
    (None, None)
    """
    parsed = parse(number)
    if parsed is None or not is_joint(parsed) or day is None or len(day) < len("1995-10-02"):
        return None
    return f"{slug(canonical(parsed.seq))}-tt-lb_{day}"


def is_joint(parsed: Number) -> bool:
    """True for the number of a joint circular that names no ministry: 40/TT-LB, 24/TTLB."""
    return set(parsed.codes) in _JOINT


@lru_cache(maxsize=32768)
def slug(text: str) -> str:
    """`text` in lower-case ASCII with hyphens: "Điện Biên" -> "dien-bien"."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text)).strip("-")


@lru_cache(maxsize=32768)
def canonical(number: str) -> str:
    """A spelled number with its counter as Nghị định 30/2020/NĐ-CP writes it: a zero before one
    digit and none before more, for 0204/KH-UBND is 204/KH-UBND and 9-NQ/TW is 09-NQ/TW.

    >>> canonical("0204/KH-UBND"), canonical("9-NQ/TW"), canonical("30a/2008/NQ-CP")
    ('204/KH-UBND', '09-NQ/TW', '30a/2008/NQ-CP')
    """
    digits = re.match(r"\d+", number)
    return digits[0].lstrip("0").zfill(2) + number[digits.end() :] if digits else number


def number_key(number: str, year: int | None, place: str | None) -> str | None:
    """The key of a numbered document; None where the year or place it needs is unknown.

    >>> number_key("543/QĐ-UBND", 2018, "Điện Biên"), number_key("985/QĐ-TTg", None, None)
    ('543-qd-ubnd_2018_dien-bien', None)
    >>> number_key("86/2019/NQ-QH14", None, None)  # resolutions and laws are counted together
    '86-2019-qh14'
    """
    parsed = parse(number)
    if parsed is None or not parsed.complete or parsed.issuer is None:
        return None
    base = slug(canonical(_OF_ASSEMBLY.sub("", number)))
    if parsed.national:
        if parsed.year or parsed.by_term:
            return base
        if re.search(r"QH\d", parsed.issuer):
            return base
        return f"{base}_{year}" if year else None
    if place is None:
        return None
    if parsed.year:
        return f"{base}_{slug(place)}"
    return f"{base}_{year}_{slug(place)}" if year else None


def law_key(kind: str, title: str, year: int | None) -> str:
    """The key of a document known by its name: `luat-dat-dai_2024`; a law "(sửa đổi)" of a year is
    the law of that year.

    >>> law_key("Nghị quyết", "Hội nghị Trung ương 6, khóa XII", None)
    'nghi-quyet-trung-uong-6-khoa-xii'
    >>> law_key("Nghị quyết", "TW VI (khóa XII)", None)
    'nghi-quyet-trung-uong-6-khoa-xii'
    >>> law_key("Luật", "NSNN", 2015), law_key("Luật", "Đất đai (sửa đổi)", 2024)
    ('luat-ngan-sach-nha-nuoc_2015', 'luat-dat-dai_2024')
    """
    base = _CENTRAL.sub("trung-uong-", _LOOSE.sub("-", slug(f"{kind} {title}")))
    base = _SESSION.sub(lambda m: _ORDINALS.get(m[0]) or str(roman(m[0])), base)
    base = _AMENDED.sub("", base) if year else base
    base = _SHORT.sub(lambda m: _SHORTENED[m[0]], base)
    return f"{base}_{year}" if year else base
