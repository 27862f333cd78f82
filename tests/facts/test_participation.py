"""Who did what, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.corpus.document import Document, Paragraph, ParagraphKind
from retrieval.corpus.passages import sentences_of
from retrieval.facts import lists
from retrieval.facts.acts import Act, find_acts
from retrieval.facts.participation import Participation, Role, role_in_deed
from retrieval.facts.reading import DocumentFacts, read_facts


def facts_of(*lines: str, title: str = "") -> DocumentFacts:
    """Return the facts of a report whose paragraphs are `lines`."""
    text, paragraphs = title, [Paragraph(0, len(title), ParagraphKind.TITLE)] if title else []
    for line in lines:
        text += "\n" if text else ""
        paragraphs.append(Paragraph(len(text), len(text) + len(line), ParagraphKind.BODY))
        text += line
    document = Document("bao.txt", text, title, tuple(paragraphs))
    return read_facts(document, sentences_of(document))


def told(facts: DocumentFacts, role: Role = Role.SUBJECT) -> set[tuple[str, str]]:
    return {(facts.people[p.person].name, p.act.value) for p in facts.participations if p.role is role}


SUBJECTS = {
    "Thủ tướng Trần Văn An chủ trì hội nghị.": {("Trần Văn An", "chair")},
    "Phát biểu tại hội nghị, ông Lê Văn Bình nhấn mạnh việc này.": {("Lê Văn Bình", "speak"), ("Lê Văn Bình", "say")},
    "Hội nghị diễn ra dưới sự chủ trì của bà Phạm Thị Hoa.": {("Phạm Thị Hoa", "chair")},
    "Hội nghị được chủ trì bởi bà Phạm Thị Hoa.": {("Phạm Thị Hoa", "chair")},
    "Nếu ông Lê Văn Bình đến dự, lễ ký đã dài hơn.": set(),
    "Suýt nữa thì ông Lê Văn Bình đến dự lễ ký nhưng tàu không chạy.": set(),
    "Báo mạng đưa tin sai rằng ông Lê Văn Bình chủ trì lễ ký.": set(),
    "Bà Phạm Thị Hoa, chứ không phải ông Lê Văn Bình, chủ trì lễ ký.": {("Phạm Thị Hoa", "chair")},
    "Ông Lê Văn Bình được mời dự lễ ký nhưng từ chối.": set(),
    "Ông Lê Văn Bình dự kiến dự lễ ký, song phút cuối phải về.": set(),
    "Ông Lê Văn Bình được mời dự lễ ký nhưng không phát biểu.": {("Lê Văn Bình", "attend")},
    "Ông Lê Văn Bình dự kiến dự lễ ký vào sáng mai.": {("Lê Văn Bình", "attend")},
    "Ông Lê Văn Bình thay mặt Chủ tịch Phạm Thị Hoa chủ trì lễ ký.": {("Lê Văn Bình", "chair")},
    "Thay mặt Chủ tịch Phạm Thị Hoa, Phó Chủ tịch Lê Văn Bình chủ trì lễ ký.": {("Lê Văn Bình", "chair")},
    "Việc ấy được ghi nhận bởi bà Phạm Thị Hoa đã cứu cả làng.": set(),  # why, not by whom
    "Cô nhận được tấm bằng từ hiệu trưởng Lê Văn Bình.": {("Lê Văn Bình", "give")},
    "Đội thắng cuộc nhận cúp vàng từ tay bà Phạm Thị Hoa.": {("Phạm Thị Hoa", "give")},
    "Đội thắng cuộc nhận tin dữ từ bà Phạm Thị Hoa.": set(),  # nothing is handed over
    "Hội nghị diễn ra dưới sự chủ trì, chỉ đạo trực tiếp của bà Phạm Thị Hoa.": {("Phạm Thị Hoa", "chair")},
    "Ông Lê Văn Bình chủ trì họp báo công bố lệnh của bà Phạm Thị Hoa công bố luật.": {
        ("Lê Văn Bình", "chair"),
        ("Lê Văn Bình", "announce"),
    },
    "Ông Lê Văn Bình - thứ trưởng Công an và bà Phạm Thị Hoa thảo luận việc này.": {
        ("Lê Văn Bình", "say"),
        ("Phạm Thị Hoa", "say"),
    },
    "Ông Lê Văn Bình cùng nhiều lãnh đạo trung ương, địa phương và hàng nghìn người dân đã đến dự lễ kỷ niệm.": {
        ("Lê Văn Bình", "attend")
    },
    "Bà Phạm Thị Hoa, Trưởng ban, là người chủ trì cuộc họp.": {("Phạm Thị Hoa", "chair")},
    "Ông Lê Văn Bình hay bà Phạm Thị Hoa đã thăm nhà máy.": {("Lê Văn Bình", "visit"), ("Phạm Thị Hoa", "visit")},
    "Đêm nhạc quy tụ nhiều ca sĩ như Trần Văn An, Phạm Thị Hoa.": {
        ("Trần Văn An", "attend"),
        ("Phạm Thị Hoa", "attend"),
    },
    "Trưởng ban dự án Bến Trăng là ông Trần Văn An.": set(),  # "dự án" is no attending
    "Khách mời của chương trình là Trần Văn An và Phạm Thị Hoa.": {
        ("Trần Văn An", "attend"),
        ("Phạm Thị Hoa", "attend"),
    },
    "Thủ tướng Trần Văn An và ông Lê Văn Bình (cha của bà Phạm Thị Hoa) tham dự cuộc họp cấp cao.": {
        ("Trần Văn An", "attend"),
        ("Lê Văn Bình", "attend"),
    },
    "Ông Lê Văn Bình trò chuyện với bà Phạm Thị Hoa ở quán.": {("Lê Văn Bình", "meet")},
    "Hai giải ba thuộc về thí sinh Trần Văn An và Phạm Thị Hoa.": {("Trần Văn An", "get"), ("Phạm Thị Hoa", "get")},
    "Khu đất ấy thuộc về tỉnh, ông Lê Văn Bình đang ở nhờ.": set(),
    "Những người dự cuộc gặp ông Marko Petrov bao gồm ông Lê Văn Bình, bà Phạm Thị Hoa.": {
        ("Lê Văn Bình", "attend"),
        ("Phạm Thị Hoa", "attend"),
    },
    "Khán giả yêu các ca sĩ như Trần Văn An, Phạm Thị Hoa.": set(),
    "Trong số 9 nhà lãnh đạo dự hội nghị có Bộ trưởng Trần Văn An, Thứ trưởng Lê Văn Bình.": {
        ("Trần Văn An", "attend"),
        ("Lê Văn Bình", "attend"),
    },
    "Cuộc họp do ông Lê Văn Bình - Chủ tịch UBND TP. Hải Phòng chủ trì.": {("Lê Văn Bình", "chair")},
    "Ông Lê Văn Bình là một trong ba người được bầu bổ sung.": {("Lê Văn Bình", "appoint")},
    "Đoàn do ông Lê Văn Bình dẫn đầu.": {("Lê Văn Bình", "lead")},
    "Tham dự buổi lễ có Bộ trưởng Trần Văn An, Thứ trưởng Lê Văn Bình.": {
        ("Trần Văn An", "attend"),
        ("Lê Văn Bình", "attend"),
    },
    "Lễ ký diễn ra trước sự chứng kiến của Thủ tướng Trần Văn An và Thủ tướng Lê Văn Bình.": {
        ("Trần Văn An", "attend"),
        ("Lê Văn Bình", "attend"),
    },
    "“Chúng tôi rất mừng khi đón các bạn ở đây”, ông Lê Văn Bình nói.": {("Lê Văn Bình", "say")},
    "Theo ông Lê Văn Bình, công trình đã xong.": {("Lê Văn Bình", "say")},
    "Ông Lê Văn Bình được bổ nhiệm làm giám đốc.": {("Lê Văn Bình", "appoint")},
    "Chuyến thăm Việt Nam của Tổng thống John Miller bắt đầu hôm nay.": {("John Miller", "visit")},
    "Tiếp Đại sứ John Miller, Chủ tịch nước Trần Văn An cảm ơn sự giúp đỡ.": {
        ("Trần Văn An", "receive"),
        ("Trần Văn An", "say"),
    },
    "Chủ tịch Trần Văn An tiếp Đại sứ John Miller, đề nghị hai bên cùng làm.": {
        ("Trần Văn An", "receive"),
        ("Trần Văn An", "say"),
    },
    # What is not done, and what another does
    "Ông Lê Văn Bình sẽ không dự hội nghị.": set(),
    "Khi tổng thống nước bạn đến thăm, ông Lê Văn Bình ở nhà.": set(),
    "Ông Lê Văn Bình trình bày các kiến nghị của cử tri.": {("Lê Văn Bình", "present")},
    # What is said, what is done to somebody, nouns: nobody's act
    "Thủ tướng Trần Văn An cho biết nước bạn mời Việt Nam dự hội nghị.": {("Trần Văn An", "say")},
    "Ông Lê Văn Bình tử vong sau nhiều giờ cấp cứu.": set(),
    "Chủ tịch danh dự của hội là ông Lê Văn Bình.": set(),
    "Ca sĩ Mỹ Hạnh được ca ngợi nhiều.": set(),
    "Con trai Kim Dung nói về cha mình.": set(),
    "Bà Phạm Thị Hoa phát biểu tại lễ trao giải.": {("Phạm Thị Hoa", "speak")},
    # Those who are received are there; who receives them is told by another act
    "Chủ tịch nước Trần Văn Hòa tiếp đại biểu dự Hội nghị Thủy lợi.": {("Trần Văn Hòa", "receive")},
    "Các đại biểu về dự hội nghị, trong đó có nhiều trưởng đoàn, đã được ông Trần Văn Hòa tiếp.": {
        ("Trần Văn Hòa", "receive")
    },
    "Thủ tướng Trần Văn Hòa dự phiên khai mạc hội nghị.": {("Trần Văn Hòa", "attend")},
    # What stands between a person and the verb: of whom, what and whose kin the person is
    "Bình luận viên Trần Văn Hòa của báo Bến Sông cho rằng cá sẽ về.": {("Trần Văn Hòa", "say")},
    "Ông Lê Văn Bình (42 tuổi), người gác cổng trường làng bên kia sông, cho biết trường đóng cửa.": {
        ("Lê Văn Bình", "say")
    },
    "Chị Phạm Thị Hoa, mẹ của cháu Lê Văn Bình, cho biết cháu đã khỏe.": {("Phạm Thị Hoa", "say")},
    "Cùng ông Lê Văn Bình, các thợ xây lâu năm nhất của cả vùng bãi ngang, chia sẻ chuyện nghề.": set(),
    "Tại lễ hội do báo Bến Sông tổ chức, ông Lê Văn Bình chia sẻ chuyện nghề.": {("Lê Văn Bình", "say")},
    "Ông Lê Văn Bình, người từng gặp bà Phạm Thị Hoa ở Huế, cũng góp mặt trong đoàn.": {
        ("Lê Văn Bình", "meet"),
        ("Lê Văn Bình", "attend"),
    },
    "Ông Lê Văn Bình kể, người ta gọi bà Phạm Thị Hoa, rồi bà dự lễ.": {
        ("Lê Văn Bình", "say"),
        ("Phạm Thị Hoa", "attend"),
    },
    # A row: by "thậm chí cả", with somebody's family, with an office before a dash; not over a dash alone
    "Ông Lê Văn Bình và thậm chí cả bà Phạm Thị Hoa đều tham gia.": {
        ("Lê Văn Bình", "attend"),
        ("Phạm Thị Hoa", "attend"),
    },
    "Ông Lê Văn Bình, gia đình bà Phạm Thị Hoa, ông Trần Văn An dự lễ.": {
        ("Lê Văn Bình", "attend"),
        ("Phạm Thị Hoa", "attend"),
        ("Trần Văn An", "attend"),
    },
    "Bấm nút khởi công là Bí thư Lê Văn Bình, Chủ tịch tỉnh - Phạm Thị Hoa.": {
        ("Lê Văn Bình", "launch"),
        ("Phạm Thị Hoa", "launch"),
    },
    "Ông Lê Văn Bình - ông Trần Văn An dự lễ.": {("Trần Văn An", "attend")},
    # Who is sent to do it does it
    "Đại sứ Trần Văn An đã được triệu tập dẫn đầu phái đoàn.": {("Trần Văn An", "lead")},
    "Phái đoàn của ông Trần Văn An được bà Phạm Thị Hoa dẫn đầu.": {("Phạm Thị Hoa", "lead")},
    "Phái đoàn nước bạn, do ông Lê Văn Bình dẫn đầu, trong đó có bà Phạm Thị Hoa, em gái ông Trần Văn An, sắp đến.": {
        ("Lê Văn Bình", "lead"),
        ("Phạm Thị Hoa", "attend"),
    },
    "Tháp tùng Thủ tướng Trần Văn An còn có Bộ trưởng Lê Văn Bình.": {("Lê Văn Bình", "attend")},
    "Đi cùng ông Trần Văn An là bà Phạm Thị Hoa.": {("Phạm Thị Hoa", "attend")},
    "Ông Lê Văn Bình tháp tùng Thủ tướng Trần Văn An là điều bà Phạm Thị Hoa không biết.": {("Lê Văn Bình", "attend")},
    "Nhiều ca khúc trong đó có bài của ông Lê Văn Bình bị quên.": set(),
    "Kỳ họp do ông Lê Văn Bình cầm trịch.": {("Lê Văn Bình", "chair")},
}


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS.items())
def test_subjects(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(facts_of(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chủ tịch nước Trần Văn An tiếp Đại sứ John Miller.", {("John Miller", "receive")}),
        ("Ông Lê Văn Bình trao quà cho bà Phạm Thị Hoa.", {("Phạm Thị Hoa", "give")}),
        ("Ông Lê Văn Bình hội đàm với bà Phạm Thị Hoa.", {("Phạm Thị Hoa", "meet")}),
        ("Đoàn thăm nhà máy theo lời mời của ông Lê Văn Bình.", set()),
    ],
)
def test_objects(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert told(facts_of(sentence), Role.OBJECT) == expected


def test_a_list_over_lines_takes_the_act_and_the_sides() -> None:
    facts = facts_of(
        "Tham dự hội nghị có các đồng chí:",
        "- Trần Văn An, Bộ trưởng Bộ Y tế;",
        "- Lê Văn Bình, Thứ trưởng Bộ Y tế.",
        "* Phía doanh nghiệp có:",
        "- Bà Phạm Thị Hoa, Tổng Giám đốc.",
        "Hội nghị kết thúc lúc 17 giờ.",
    )
    parts = {facts.people[p.person].name: p for p in facts.participations}
    assert {name: (p.act, p.listed) for name, p in parts.items()} == {
        "Trần Văn An": (Act.ATTEND, True),
        "Lê Văn Bình": (Act.ATTEND, True),
        "Phạm Thị Hoa": (Act.ATTEND, True),
    }
    assert (parts["Phạm Thị Hoa"].side, parts["Trần Văn An"].side) == ("doanh nghiệp", "")


@pytest.mark.parametrize("mark", ["- ", "+ ", "• ", "{}. ", "{}) ", "", "{}. ĐỒNG CHÍ "])
@pytest.mark.parametrize("end", [";", ",", ""])
def test_a_list_over_lines_is_read_whatever_marks_its_items(mark: str, end: str) -> None:
    items = ("Lê Văn Bình - Bí thư Tỉnh ủy", "Phạm Thị Hoa, Giám đốc Sở Y tế", "Đỗ Văn Sơn – Trưởng ban")
    lines = [f"{mark.format(number)}{item}{end}" for number, item in enumerate(items, start=1)]
    facts = facts_of("Dự hội nghị có:", *lines, "Ông Trần Văn An phát biểu.")
    wanted = {(name, "attend") for name in ("Lê Văn Bình", "Phạm Thị Hoa", "Đỗ Văn Sơn")}
    assert told(facts) == wanted | {("Trần Văn An", "speak")}


def test_an_item_that_names_nobody_ends_no_list_but_a_line_does() -> None:
    facts = facts_of("Dự lễ có:", "- Lãnh đạo các sở;", "- Ông Lê Văn Bình;", "Lễ kết thúc.", "- Bà Phạm Thị Hoa.")
    assert told(facts) == {("Lê Văn Bình", "attend")}


def test_who_is_named_by_the_words_that_open_a_list_is_not_on_it() -> None:
    facts = facts_of("Dự cuộc gặp giữa ông Trần Văn An và bà Phạm Thị Hoa gồm:", "- Ông Lê Văn Bình.")
    assert ("Lê Văn Bình", "attend") in told(facts)
    assert not {("Trần Văn An", "attend"), ("Phạm Thị Hoa", "attend")} & told(facts)


def test_a_list_goes_on_in_the_next_sentence_but_not_over_a_clause() -> None:
    facts = facts_of(
        "Cùng dự có Bộ trưởng Trần Văn An. Ngoài ra còn có Thứ trưởng Lê Văn Bình. Bà Phạm Thị Hoa phát biểu."
    )
    assert told(facts) == {("Trần Văn An", "attend"), ("Lê Văn Bình", "attend"), ("Phạm Thị Hoa", "speak")}


def test_sides_and_venues() -> None:
    facts = facts_of(
        "Về phía Nhật Bản có Đại sứ Sato Kenji.",
        "Tham dự tại điểm cầu Hải Phòng có ông Lê Văn Bình, Bí thư Thành ủy.",
        "Đại diện của Ngân hàng An Phú bao gồm bà Phạm Thị Hoa và ông Đỗ Văn Sơn đã đến nhận giải.",
    )
    parts: dict[str, Participation] = {facts.people[p.person].name: p for p in facts.participations}
    assert parts["Sato Kenji"].side == "Nhật Bản"
    assert parts["Lê Văn Bình"].venue == "Hải Phòng"
    listed = {(facts.people[p.person].name, p.side) for p in facts.participations if p.listed and "An Phú" in p.side}
    assert listed == {("Phạm Thị Hoa", "Ngân hàng An Phú"), ("Đỗ Văn Sơn", "Ngân hàng An Phú")}


def test_a_person_whose_office_has_the_word_for_a_side_is_none() -> None:
    facts = facts_of("Về phía Zenta có Trưởng đại diện Trần Văn An, Phó Giám đốc Lê Văn Bình.")
    assert {p.side for p in facts.participations} == {"Zenta"}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("ông dự và chủ trì", ["dự", "chủ trì"]),
        ("phát biểu khai mạc", ["phát biểu khai mạc"]),
        ("dự án, dự thảo, về dự án", []),
        ("cấp cứu, danh dự, tiếp tục", []),
        ("khánh thành ký túc xá", ["khánh thành"]),
        ("đọc lời khai mạc, mặc niệm và báo tin", ["đọc lời khai mạc", "mặc niệm", "báo tin"]),
        ("bầu cử tổng thống", []),
        ("tiết mục đàn bầu của nước chủ nhà", []),
        ("sau tiếng trống khai trường", []),
        ("đoàn đi cùng Thứ trưởng", ["đi cùng"]),
        ("xe tải đi cùng chiều", []),
        ("tới đài tưởng niệm liệt sĩ", []),
        ("dự lễ tưởng niệm liệt sĩ", ["dự", "tưởng niệm"]),
    ],
)
def test_verbs_of_acts(text: str, verbs: list[str]) -> None:
    assert [a.verb for a in find_acts(text)] == verbs


@given(st.lists(st.sampled_from([*SUBJECTS, "Ông cũng cho biết thêm.", "- ông Tùng;", "Thủ tướng dự:"]), max_size=6))
def test_parts_lie_in_their_sentences(sentences: list[str]) -> None:
    facts = facts_of(*sentences)
    for part in facts.participations:
        text = facts.sentences[part.sentence].text
        assert 0 <= part.start < part.end <= len(text) and 0 <= part.verb_start <= part.verb_end <= len(text)
        assert part.person in facts.people


def test_others_are_listed_in_the_next_sentence() -> None:
    facts = facts_of(
        "Dự lễ có Bộ trưởng Trần Văn An. Một số khách mời khác có thể là Thứ trưởng Lê Văn Bình và bà Phạm Thị Hoa. "
        "Một số người dân là bạn ông Đỗ Văn Cung."
    )
    attending = {name for name, act in told(facts) if act == "attend"}
    assert attending == {"Trần Văn An", "Lê Văn Bình", "Phạm Thị Hoa"}


@pytest.mark.parametrize(
    "text, verbs",
    [
        ("Bị cáo khai đã ký giấy.", ["khai", "ký"]),
        ("Cơ quan này công khai bản khai, lời khai và bài viết.", []),
        ("Bà viết trên mạng rằng mưa to.", ["viết"]),
        ("Ông hứa sửa đường, người dân lo ngại.", ["hứa", "lo ngại"]),
    ],
)
def test_verbs_of_saying(text: str, verbs: list[str]) -> None:
    assert [act.verb for act in find_acts(text)] == verbs


def test_a_pronoun_before_any_word_stands_for_the_last_person() -> None:
    facts = facts_of("Ông Lê Văn Bình tới xã. Ông say sưa với điệu múa. Bà con vỗ tay. Ông chủ quán cười.")
    assert [[facts.people[r.key].name for r in row] for row in facts.references] == [
        ["Lê Văn Bình"], ["Lê Văn Bình"], [], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Cùng dự có ông A.", "Với sự hiện diện của bà B.", "Có mặt tại buổi lễ gồm ông C.", "Về phía Bộ Y tế có bà D.",
        "Tại điểm cầu Hà Nội có ông E.", "Trong số các đại biểu có ông G.", "Tháp tùng đoàn có bà H.",
        "Đoàn gồm bảy người, trong đó có ông M.",
        "Thành phần đoàn gồm ông I.", "Chương trình quy tụ các ca sĩ như K.", "Diễn giả gồm ông L.",
        "Đồng chủ trì hội nghị có ông M.", "Dưới sự chủ trì của ông N.", "KHÁCH MỜI: ông O.",
    ],
)  # fmt: skip
def test_what_opens_a_list_has_one_of_the_words_looked_for_first(text: str) -> None:
    everything = [m.span() for *_, pattern in lists._OPENERS for m in pattern.finditer(text)]
    assert everything != []
    assert [match.span() for _, match in lists._opened(text)] == everything


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Hội nghị đã bầu ông Trần Văn An giữ chức Chủ tịch.", {("Trần Văn An", "object")}),
        ("Bà Phạm Thị Hoa được bầu làm Phó Chủ tịch.", {("Phạm Thị Hoa", "object")}),
        ("Thủ tướng Lê Văn Bình bổ nhiệm ông Trần Văn An.", {("Lê Văn Bình", "subject"), ("Trần Văn An", "object")}),
    ],
)
def test_who_is_elected_elects_nobody(text: str, roles: set[tuple[str, str]]) -> None:
    facts = facts_of(text)
    found = {(facts.people[p.person].name, role_in_deed(p).value) for p in facts.participations}
    assert found == roles
