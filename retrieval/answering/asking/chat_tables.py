"""Words of questions that are no sentences: verbs without a subject, and what is measured."""

from __future__ import annotations

# A phrase that begins with one of these asks who did it ("chủ trì hội nghị A").
LEADING_VERBS = (
    "(?:đồng )?chủ trì", "chủ tọa", "điều hành", "dẫn chương trình", "dẫn đầu", "đọc diễn văn",
    "(?:tham )?dự",
    "phát biểu(?! của| gì| nào| thế nào| như thế nào|$)",
)  # fmt: skip
# English words that are mixed into Vietnamese chat -> what they say. Only words that no report has as its own.
ENGLISH = {
    "join": "tham dự", "attend": "tham dự", "start": "bắt đầu", "leader": "lãnh đạo", "leaders": "lãnh đạo",
    "city": "thành phố", "singer": "ca sĩ", "interview": "phỏng vấn", "meeting": "cuộc họp", "speaker": "diễn giả",
    "speech": "phát biểu", "opening": "khai mạc", "closing": "bế mạc", "location": "địa điểm", "country": "nước",
    "company": "công ty", "president": "tổng thống", "minister": "bộ trưởng", "deadline": "hạn chót",
    "event": "sự kiện", "meet": "gặp", "sign": "ký", "visit": "thăm", "actor": "diễn viên", "announce": "công bố",
}  # fmt: skip
# What is measured, and how that is asked. What stands between is of what.
MEASURES = {
    "thời lượng": "kéo dài bao lâu",
    "(?:bề|chiều|độ) rộng": "rộng bao nhiêu",
    "(?:chiều|độ) dài": "dài bao nhiêu",
    "(?:chiều|độ) cao": "cao bao nhiêu",
    "(?:chiều|độ) sâu": "sâu bao nhiêu",
    "(?:trọng lượng|cân nặng)": "nặng bao nhiêu",
    "sức chứa": "chứa được bao nhiêu người",
}
