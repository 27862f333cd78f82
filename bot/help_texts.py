"""What `aidu --help` and the help of its commands say, in Vietnamese and English; a part of the table in texts.py."""

from __future__ import annotations

from typing import Final

# key: (Vietnamese, English)
HELP: Final[dict[str, tuple[str, str]]] = {
    "help.about": (
        "Ai dự? Hỏi đáp tiếng Việt về ai đã dự sự kiện nào, khi nào, ở đâu, từ một thư mục tin bài; câu trả lời luôn "
        "kèm câu văn làm chứng. Không có lệnh nào thì mở cuộc trò chuyện (như aidu chat).",
        "Who attended? Answers in Vietnamese who attended which event, when and where, from a folder of press reports, "
        "always with the sentence that proves it. Without a command it opens a chat (same as aidu chat).",
    ),
    "help.usage": ("Cách dùng: ", "Usage: "),
    "help.usage_all": ("aidu [TÙY CHỌN] [LỆNH] ...", "aidu [OPTIONS] [COMMAND] ..."),
    "help.usage_chat": ("aidu chat [TÙY CHỌN]", "aidu chat [OPTIONS]"),
    "help.usage_ask": ('aidu ask "CÂU HỎI" [--json] [TÙY CHỌN]', 'aidu ask "QUESTION" [--json] [OPTIONS]'),
    "help.usage_batch": ("aidu batch [TỆP|-] [TÙY CHỌN]", "aidu batch [FILE|-] [OPTIONS]"),
    "help.usage_index": ("aidu index [ĐƯỜNG_DẪN ...] [TÙY CHỌN]", "aidu index [PATH ...] [OPTIONS]"),
    "help.usage_status": ("aidu status [--json] [TÙY CHỌN]", "aidu status [--json] [OPTIONS]"),
    "help.usage_export": (
        "aidu export [TỆP|-] [--events|--feedback] [TÙY CHỌN]",
        "aidu export [FILE|-] [--events|--feedback] [OPTIONS]",
    ),
    "help.usage_telegram": ("aidu telegram [TÙY CHỌN]", "aidu telegram [OPTIONS]"),
    "help.commands": ("Các lệnh", "Commands"),
    "help.arguments": ("Đối số", "Arguments"),
    "help.options": ("Tùy chọn", "Options"),
    "help.common": (
        "Tùy chọn chung (đặt trước hoặc sau lệnh đều được)",
        "Common options (before or after the command)",
    ),
    "help.chat": (
        "trò chuyện hỏi đáp ngay tại cửa sổ dòng lệnh",
        "ask and answer in the terminal",
    ),
    "help.ask": (
        "trả lời một câu hỏi rồi kết thúc",
        "answer one question and leave",
    ),
    "help.batch": (
        "đọc các dòng JSON, trả lời mỗi dòng bằng một dòng JSON",
        "read JSON lines, answer each with one JSON line",
    ),
    "help.index": ("đọc tin bài mới hoặc đã đổi vào thư viện", "read new or changed reports into the library"),
    "help.status": ("xem thư viện có gì, có nguyên vẹn không", "what the library holds, and whether it is sound"),
    "help.export": ("xuất người dự, sự kiện: CSV, XLSX, ICS", "write who took part, events: CSV, XLSX, ICS"),
    "help.index_long": (
        "Đọc tệp và thư mục vào tệp thư viện; lần sau chỉ đọc những gì mới hoặc đã đổi. Không cho đường dẫn thì xem "
        "lại các thư mục đã đọc (trang web thì chỉ tải khi được gõ ra). Bị ngắt lúc nào cũng được: chạy lại là đọc "
        "tiếp. Với --engine opensearch, các đoạn văn được nạp luôn vào cụm OpenSearch.",
        "Reads files, folders and web pages into the library file; next time only what is new or changed. Without a "
        "path, the folders read before are looked through again; a page is fetched only when it is typed. It may be "
        "stopped at any time: run it again and it goes on. With --engine opensearch the passages are loaded into the "
        "OpenSearch cluster too.",
    ),
    "help.status_long": (
        "Kiểm tra toàn bộ tệp thư viện. Mã thoát: 0 nguyên vẹn, 1 có hư hỏng, 2 không mở được.",
        "Looks through the whole library file. Exit status: 0 sound, 1 damaged, 2 it cannot be opened.",
    ),
    "help.export_long": (
        "Ghi danh sách người tham dự (mỗi dòng một người trong một sự kiện, kèm câu làm chứng), sự kiện, hoặc đánh giá "
        "của người dùng. Đuôi tệp cho biết dạng: .csv, .xlsx (người và sự kiện), .ics (sự kiện); không có tệp thì in "
        "CSV ra màn hình.",
        "Writes who took part (a line for each person in an event, with the proving sentence), the events, or the "
        "users' feedback. The suffix tells the format: .csv, .xlsx (people and events), .ics (events); without a file, "
        "CSV is printed.",
    ),
    "help.telegram": ("chạy bot Telegram", "run the Telegram bot"),
    "help.ask_long": (
        "Trả lời một câu hỏi. Mã thoát: 0 có câu trả lời, 1 không tìm thấy, 2 đầu vào không dùng được.",
        "Answer one question. Exit status: 0 answered, 1 not found, 2 the input cannot be used.",
    ),
    "help.batch_long": (
        'Đọc mỗi dòng một đối tượng {{"id": ..., "question": ..., "chat": tùy ý}}, ghi ngay một dòng trả lời cho mỗi '
        "dòng, theo đúng thứ tự. Các dòng cùng chat nối tiếp nhau như một cuộc trò chuyện. Dòng hỏng nhận một dòng "
        '"status": "error" và việc đọc vẫn tiếp tục.',
        'Reads one object {{"id": ..., "question": ..., "chat": optional}} a line and writes one line for each '
        'at once, in the order read. Lines of one chat share a conversation. A broken line gets a line with "status": '
        '"error" and the run goes on.',
    ),
    "help.chat_long": (
        "Mở cuộc trò chuyện. Khi đầu vào không phải cửa sổ dòng lệnh: mỗi dòng một câu hỏi, trả lời bằng chữ thường.",
        "Opens a chat. When the input is no terminal: one question a line, plain text out.",
    ),
    "help.telegram_long": (
        "Chạy bot Telegram bằng mã trong biến môi trường AIDU_TELEGRAM_TOKEN. Mặc định bot tự hỏi máy chủ (polling); "
        "có --webhook-url thì máy chủ gọi tới.",
        "Runs the Telegram bot with the token in the environment variable AIDU_TELEGRAM_TOKEN. By default it polls; "
        "with --webhook-url the server calls.",
    ),
    "help.footer": (
        "Mã thoát: 0 xong (ask: có câu trả lời), 1 ask không tìm thấy, 2 đầu vào không dùng được, 70 lỗi bên trong, "
        "74 hệ thống không đọc hay ghi được (đĩa đầy ...), 130 bị ngắt, 141 nơi nhận đầu ra đã đóng. Biến môi trường: "
        "AIDU_CORPUS, AIDU_LIBRARY, AIDU_ENGINE, AIDU_COLUMNS, AIDU_LANGUAGE, AIDU_DEBUG=1 (hiện chi tiết lỗi).",
        "Exit status: 0 done (ask: answered), 1 ask found nothing, 2 the input cannot be used, 70 internal error, "
        "74 the system could not read or write (a full disk ...), 130 interrupted, 141 the reader of the output has "
        "left. Environment: AIDU_CORPUS, AIDU_LIBRARY, AIDU_ENGINE, AIDU_COLUMNS, AIDU_LANGUAGE, AIDU_DEBUG=1 (details "
        "of errors).",
    ),
    "help.help": ("hiện trợ giúp này", "show this help"),
    "help.version": ("hiện phiên bản", "show the version"),
    "help.corpus": (
        "tệp, thư mục tin bài (đọc cả thư mục con) hoặc địa chỉ http(s); dùng được nhiều lần (mặc định: AIDU_CORPUS, "
        "không có thì bộ bài mẫu đi kèm)",
        "a file, a folder of reports (read recursively) or an http(s) address; repeatable (default: AIDU_CORPUS, else "
        "the sample reports)",
    ),
    "help.library": (
        "tệp thư viện do aidu index tạo (mặc định: AIDU_LIBRARY, không có thì tệp trong thư mục dữ liệu)",
        "the library file that aidu index makes (default: AIDU_LIBRARY, else one in the user's data folder)",
    ),
    "help.prune": (
        "bỏ những gì đọc từ tệp hoặc trang không còn, và chỉ mục cũ trong cụm OpenSearch",
        "drop what was read from files or pages that are gone, and old indexes in the OpenSearch cluster",
    ),
    "help.index_paths": (
        "tệp, thư mục cần đọc (cả thư mục con) hoặc địa chỉ http(s) của bài",
        "files, folders to read (recursively), or http(s) addresses of reports",
    ),
    "help.status_json": ("in một dòng JSON", "print one JSON line"),
    "help.export_events": (
        "xuất sự kiện (CSV), thay vì người tham dự",
        "write the events (CSV) instead of who took part",
    ),
    "help.export_feedback": (
        "xuất đánh giá của người dùng trong thư viện (CSV, XLSX)",
        "write the users' feedback in the library (CSV, XLSX)",
    ),
    "help.output": (
        'tệp để ghi: .csv, .xlsx hoặc .ics; "-" hoặc để trống: in CSV',
        'the file to write: .csv, .xlsx or .ics; "-" or nothing: print CSV',
    ),
    "help.engine": (
        "bộ máy xếp hạng (mặc định: auto, tùy số đoạn văn)",
        "the ranking engine (default: auto, by the number of passages)",
    ),
    "help.columns": (
        "cột của tệp CSV, JSON: title=tieu_de,text=noi_dung,date=ngay,source=bao, hoặc auto (mặc định: AIDU_COLUMNS, "
        "không có thì theo tên cột thường gặp; aidu index nhớ lại cho lần sau)",
        "columns of CSV and JSON files: title=tieu_de,text=noi_dung,date=ngay,source=bao, or auto (default: "
        "AIDU_COLUMNS, else by usual names; aidu index remembers them)",
    ),
    "help.language": (
        "ngôn ngữ của thông báo và câu trả lời: vi hoặc en (mặc định: vi)",
        "language of messages and answers: vi or en (default: vi)",
    ),
    "help.config": (
        "tệp TOML chứa các thiết đặt (corpus, language, engine ...)",
        "a TOML file of settings (corpus, language, engine ...)",
    ),
    "help.question": (
        'câu hỏi, đặt trong ngoặc kép; câu bắt đầu bằng "-" thì viết -- phía trước',
        'the question, in quotes; if it begins with "-", write -- before it',
    ),
    "help.json": ("in một dòng JSON như aidu batch", "print one JSON line, as aidu batch does"),
    "help.file": (
        'tệp các dòng JSON; "-" hoặc để trống: đọc từ đầu vào chuẩn',
        'a file of JSON lines; "-" or nothing: standard input',
    ),
    "help.webhook_url": (
        "địa chỉ https mà Telegram gọi tới (không có: polling)",
        "the https address that Telegram calls (without it: polling)",
    ),
    "help.listen": ("địa chỉ máy để lắng nghe webhook", "the address to listen on for the webhook"),
    "help.port": ("cổng để lắng nghe webhook", "the port to listen on for the webhook"),
    "help.url_path": ("phần đường dẫn của webhook", "the path of the webhook"),
    "help.unix_socket": (
        "lắng nghe webhook ở ổ cắm Unix này thay cho cổng",
        "listen for the webhook on this Unix socket instead of a port",
    ),
    "help.reload": (
        "tự đọc lại khi tin bài thay đổi, không cần khởi động lại",
        "read the reports again when they change, without a restart",
    ),
    "help.value_path": ("ĐƯỜNG_DẪN", "PATH"),
    "help.value_name": ("TÊN", "NAME"),
    "help.value_file": ("TỆP", "FILE"),
    "help.value_url": ("URL", "URL"),
    "help.value_address": ("ĐỊA_CHỈ", "ADDRESS"),
    "help.value_number": ("SỐ", "NUMBER"),
    "help.value_columns": ("CỘT", "COLUMNS"),
    "help.value_language": ("vi|en", "vi|en"),
    "help.value_paths": ("ĐƯỜNG_DẪN", "PATH"),
    "help.value_output": ("TỆP", "FILE"),
    "help.value_lines": ("TỆP|-", "FILE|-"),
    "help.value_question": ("CÂU HỎI", "QUESTION"),
}
