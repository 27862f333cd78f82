"""What the shells say, in Vietnamese and English, in one table.

A text is looked up by its key and filled with named fields. Which fields a text takes is the same in both languages
(tested). Messages for errors name the input and the remedy and fit one line.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from bot.help_texts import HELP

Language = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)

# key: (Vietnamese, English)
TEXTS: Final[dict[str, tuple[str, str]]] = {
    **HELP,
    # --- errors: the input and the remedy -------------------------------------------------------------------------
    "error.prefix": ("Lỗi: {message}", "Error: {message}"),
    "error.command": (
        'không có lệnh “{given}”; các lệnh: {known}. Để hỏi một câu: aidu ask "{given}"',
        'there is no command “{given}”; commands: {known}. To ask a question: aidu ask "{given}"',
    ),
    "error.option": (
        'không có tùy chọn “{given}”; xem {command} --help (câu hỏi bắt đầu bằng "-" thì viết -- phía trước)',
        'there is no option “{given}”; see {command} --help (before a question that begins with "-", write --)',
    ),
    "error.extra": (
        "thừa đối số “{given}”; xem {command} --help",
        "unexpected argument “{given}”; see {command} --help",
    ),
    "error.option_value": (
        "tùy chọn {option} cần một giá trị đi sau; xem {command} --help",
        "option {option} needs a value after it; see {command} --help",
    ),
    "error.option_flag": (
        "tùy chọn {option} không nhận giá trị; hãy bỏ phần sau dấu =",
        "option {option} takes no value; leave out what follows the =",
    ),
    "error.language": (
        "không có ngôn ngữ “{given}” ({origin}); hãy chọn vi hoặc en",
        "there is no language “{given}” ({origin}); choose vi or en",
    ),
    "error.engine": (
        "không có bộ xếp hạng “{given}” ({origin}); hãy chọn một trong: {known}",
        "there is no ranking engine “{given}” ({origin}); choose one of: {known}",
    ),
    "error.columns": ("cột của bảng ({origin}): {reason}", "columns of tables ({origin}): {reason}"),
    "error.columns_library": (
        "--columns chỉ dùng khi đọc tệp; với thư viện hãy đọc lại bằng: aidu index --columns ...",
        "--columns is for reading files; for a library, read them again with: aidu index --columns ...",
    ),
    "error.both": (
        "--corpus và --library không dùng cùng lúc; hãy bỏ một trong hai",
        "--corpus and --library do not go together; leave one out",
    ),
    "error.nothing_to_index": (
        "chưa biết đọc thư mục nào; hãy cho đường dẫn: aidu index THƯ_MỤC",
        "there is nothing to read yet; name a folder: aidu index FOLDER",
    ),
    "error.format": (
        "không biết ghi tệp “{path}”; đuôi tệp phải là một trong: {known}",
        "“{path}” is of no known format; its suffix must be one of: {known}",
    ),
    "error.lists": (
        "--events và --feedback không dùng cùng lúc; hãy bỏ một trong hai",
        "--events and --feedback do not go together; leave one out",
    ),
    "error.feedback_library": (
        "đánh giá của người dùng chỉ có trong tệp thư viện; hãy chỉ tệp bằng --library",
        "users' feedback is kept in a library file only; name one by --library",
    ),
    "error.write": (
        "không ghi được tệp “{path}”: {reason}; hãy kiểm tra thư mục, quyền ghi và chỗ trống",
        "the file “{path}” cannot be written: {reason}; check the folder, the permissions and the space left",
    ),
    "error.corpus_missing": (
        "không có tệp hay thư mục “{path}” ({origin}); hãy kiểm tra lại đường dẫn",
        "there is no file or folder “{path}” ({origin}); check the path",
    ),
    "error.corpus_forbidden": (
        "không được phép đọc “{path}” ({origin}); hãy cấp quyền đọc hoặc chọn thư mục khác",
        "“{path}” may not be read ({origin}); grant read access or choose another folder",
    ),
    "error.address_origin": (
        "địa chỉ web “{given}” ({origin}) chỉ nhận trên dòng lệnh; hãy gõ: aidu index ĐỊA_CHỈ, hoặc --corpus ĐỊA_CHỈ",
        "the web address “{given}” ({origin}) is taken on the command line only: aidu index URL, or --corpus URL",
    ),
    "error.path_empty": (
        "đường dẫn để trống ({origin}); hãy ghi tên tệp hoặc thư mục",
        "the path is empty ({origin}); give the name of a file or folder",
    ),
    "error.path_user": (
        "không biết thư mục nhà trong “{path}” ({origin}); hãy ghi đường dẫn đầy đủ",
        "the home folder in “{path}” is not known ({origin}); give the full path",
    ),
    "error.library_missing": (
        "chưa có tệp thư viện “{path}” ({origin}); hãy tạo bằng: aidu index THƯ_MỤC --library TỆP",
        "there is no library file “{path}” ({origin}) yet; make it with: aidu index FOLDER --library FILE",
    ),
    "error.library_kind": (
        "“{path}” ({origin}) không phải là tệp; thư viện là một tệp, còn thư mục tin bài thì chỉ bằng --corpus",
        "“{path}” ({origin}) is no file; a library is one file, and a folder of reports is named by --corpus",
    ),
    "error.sample_missing": (
        "không thấy bộ bài mẫu đi kèm; hãy chỉ thư mục tin bài bằng --corpus",
        "the sample reports are not there; name a folder of reports by --corpus",
    ),
    "error.config_missing": (
        "không đọc được tệp thiết đặt “{path}”: {reason}",
        "the settings file “{path}” cannot be read: {reason}",
    ),
    "error.config_toml": (
        "tệp thiết đặt “{path}” không phải TOML hợp lệ: {reason}",
        "the settings file “{path}” is no valid TOML: {reason}",
    ),
    "error.config_value": (
        "thiết đặt {key} trong “{path}” phải là {wanted}",
        "setting {key} in “{path}” must be {wanted}",
    ),
    "error.config_meant": (
        "“{name}” trong “{path}” không phải thiết đặt của aidu; có phải ý bạn là “{meant}”?",
        "“{name}” in “{path}” is no setting of aidu; did you mean “{meant}”?",
    ),
    "error.config_unknown": (
        "“{name}” trong “{path}” không phải thiết đặt của aidu; hãy bỏ đi, hoặc dùng {known} hay một thiết đặt trong "
        "README",
        "“{name}” in “{path}” is no setting of aidu; take it out, or use {known} or another one of the README",
    ),
    "error.config_section": (
        "“{path}” có mục [{name}], nhưng thiết đặt của aidu không chia mục; hãy bỏ dòng [{name}]",
        "“{path}” has a section [{name}], but settings of aidu stand in none; take the line [{name}] out",
    ),
    "error.question_empty": (
        'câu hỏi để trống; hãy viết câu hỏi trong ngoặc kép, như: aidu ask "Ai chủ trì hội nghị?"',
        'the question is empty; write it in quotes: aidu ask "Ai chủ trì hội nghị?"',
    ),
    "error.file": (
        "không đọc được tệp “{path}”: {reason}; hãy kiểm tra lại đường dẫn và quyền đọc",
        "the file “{path}” cannot be read: {reason}; check the path and that it may be read",
    ),
    "error.os": (
        "hệ thống báo “{message}”{where}; hãy kiểm tra quyền truy cập và chỗ trống trên đĩa",
        "the system says “{message}”{where}; check the permissions and the space left on the disk",
    ),
    "error.output": (
        "không ghi được ra đầu ra chuẩn (hệ thống báo “{message}”); hãy kiểm tra nơi nhận và chỗ trống trên đĩa",
        "the standard output cannot be written (the system says “{message}”); check where it goes and the space left",
    ),
    "error.internal": (
        "lỗi bên trong ({reason}); chạy lại với AIDU_DEBUG=1 để xem chi tiết, và xin báo cho người phát triển",
        "internal error ({reason}); run again with AIDU_DEBUG=1 for details, and please report it",
    ),
    # --- reasons of the operating system, for people --------------------------------------------------------------
    "reason.missing": ("không có tệp này", "there is no such file"),
    "reason.folder": ("đây là thư mục", "it is a folder"),
    "reason.forbidden": ("không được phép đọc", "it may not be read"),
    "reason.unwritable": ("không được phép ghi", "it may not be written"),
    "reason.deep": ("lồng quá sâu", "nested too deeply"),
    "reason.no_file": ("không phải tệp thường", "it is no regular file"),
    "reason.large": ("lớn hơn 1 MB", "it is larger than 1 MB"),
    "reason.os": ("hệ thống báo “{message}”", "the system says “{message}”"),
    "wanted.paths": ("đường dẫn hoặc danh sách đường dẫn", "a path or a list of paths"),
    "wanted.string": ("chuỗi ký tự", "a string"),
    # --- batch: errors of a line ----------------------------------------------------------------------------------
    "batch.not_utf8": (
        "dòng {line} không phải UTF-8; hãy lưu tệp ở dạng UTF-8",
        "line {line} is not UTF-8; save the file as UTF-8",
    ),
    "batch.not_json": (
        'dòng {line} không phải một đối tượng JSON; cần dạng {{"id": 1, "question": "..."}}',
        'line {line} is no JSON object; it must look like {{"id": 1, "question": "..."}}',
    ),
    "batch.too_long": (
        "dòng {line} dài quá {limit} byte; hãy chia nhỏ",
        "line {line} is longer than {limit} bytes; split it",
    ),
    "batch.no_question": (
        'dòng {line}: thiếu "question"; hãy thêm câu hỏi vào dòng này',
        'line {line}: "question" is missing; add the question to it',
    ),
    "batch.question_type": (
        'dòng {line}: "question" phải là chuỗi ký tự',
        'line {line}: "question" must be a string',
    ),
    "batch.question_empty": (
        'dòng {line}: "question" để trống; hãy viết câu hỏi',
        'line {line}: "question" is empty; write the question',
    ),
    "batch.internal": (
        "lỗi bên trong khi trả lời câu hỏi này ({reason})",
        "internal error while answering this question ({reason})",
    ),
    # --- loading --------------------------------------------------------------------------------------------------
    "loading.progress": ("Đang đọc tin bài", "Reading the reports"),
    "loading.done": (
        "Đã đọc {documents} tài liệu, {events} sự kiện trong {seconds} giây.",
        "Read {documents} documents with {events} events in {seconds} seconds.",
    ),
    "loading.sample": (
        "Đang dùng bộ bài mẫu; hỏi trên tin bài của bạn bằng: aidu --corpus THƯ_MỤC",
        "Using the sample reports; to ask about your own: aidu --corpus FOLDER",
    ),
    "loading.nothing": (
        "Không đọc được tài liệu nào trong {paths}; hãy chỉ thư mục có tin bài bằng --corpus.",
        "No document could be read in {paths}; name a folder with reports by --corpus.",
    ),
    "loading.waiting": (
        "Đang chờ cụm OpenSearch {hosts} trả lời, tối đa khoảng {seconds} giây nữa ...",
        "Waiting for the OpenSearch cluster {hosts} to answer, for about {seconds} seconds more at most ...",
    ),
    "loading.library_empty": (
        "Thư viện {path} chưa có tài liệu nào; hãy đọc tin bài bằng: aidu index THƯ_MỤC",
        "The library {path} holds no document yet; read reports with: aidu index FOLDER",
    ),
    "loading.warning": ("Bỏ qua {name}: {reason}", "Skipped {name}: {reason}"),
    "loading.stale": (
        "Không tải lại được {name} ({reason}); vẫn trả lời từ bản đã đọc trước đây",
        "{name} could not be fetched again ({reason}); it is answered from as it was read before",
    ),
    "loading.more_warnings": (
        "... và {count} tài liệu khác không đọc được.",
        "... and {count} more documents that cannot be read.",
    ),
    "loading.left_out": ("Chưa đọc {count} tệp: {kinds}.", "Not read, of other kinds ({count}): {kinds}."),
    "kinds.text": ("{kinds} (hãy lưu lại thành .docx hoặc .pdf)", "{kinds} (save as .docx or .pdf)"),
    "kinds.table": ("{kinds} (hãy lưu lại thành .csv)", "{kinds} (save as .csv)"),
    "kinds.packed": ("{kinds} (hãy giải nén, hoặc nén lại thành .zip)", "{kinds} (unpack, or pack as .zip)"),
    "kinds.picture": (
        "{kinds} (ảnh; nếu chụp văn bản, hãy chuyển thành chữ bằng OCR)",
        "{kinds} (pictures; if they show text, make text of them by OCR)",
    ),
    "kinds.bare": ("{kinds} (nếu là văn bản, hãy thêm đuôi .txt)", "{kinds} (if they are text, add .txt)"),
    "kinds.none": ("không có đuôi", "without a suffix"),
    # --- library file ---------------------------------------------------------------------------------------------
    "store.progress": (
        "Đang đọc {done}/{total} tài liệu, {rate} tài liệu/giây",
        "Reading {done}/{total} documents, {rate} a second",
    ),
    "store.progress_left": (
        "Đang đọc {done}/{total} tài liệu, {rate} tài liệu/giây, còn khoảng {left}",
        "Reading {done}/{total} documents, {rate} a second, about {left} left",
    ),
    "store.indexed": (
        "Đã đọc {documents} tài liệu trong {seconds} giây; tệp: {new} mới, {changed} đổi, {unchanged} giữ nguyên.",
        "Read {documents} documents in {seconds} seconds: {new} files new, {changed} changed, {unchanged} unchanged.",
    ),
    "store.reread": (
        "Trong đó {count} tệp vẫn như cũ: đọc lại vì lần trước do phiên bản khác của aidu đọc, hoặc theo cột khác.",
        "{count} of the changed are as they were: another version of aidu had read them, or with other columns.",
    ),
    "store.known": (
        "Xem lại {count} tài liệu nữa: giống hệt tài liệu đã có.",
        "Looked at {count} more documents: they are word for word what is there already.",
    ),
    "store.nothing_read": (
        "Không đọc được tài liệu nào trong {paths}; hãy sửa theo các dòng trên rồi chạy lại.",
        "No document could be read in {paths}; mend what the lines above say and run it again.",
    ),
    "store.missing": (
        "{count} tệp hoặc trang web không còn, vẫn giữ trong thư viện; bỏ chúng bằng: aidu index --prune",
        "{count} files or pages are gone and kept in the library; drop them with: aidu index --prune",
    ),
    "store.pruned": ("Đã bỏ {count} tệp không còn.", "Dropped {count} files that are gone."),
    "store.pages": (
        "Trong đó {count} trang web, giữ như lần đọc trước; tải lại bằng: aidu index ĐỊA_CHỈ",
        "{count} of them are web pages, kept as they were read; fetch them again with: aidu index URL",
    ),
    "store.pages_kept": (
        "{count} trang web giữ như lần đọc trước; tải lại bằng: aidu index ĐỊA_CHỈ",
        "{count} web pages kept as they were read; fetch them again with: aidu index URL",
    ),
    "store.loaded": ("Đã nạp các đoạn văn vào cụm OpenSearch.", "Loaded the passages into the OpenSearch cluster."),
    "store.removed": (
        "Đã bỏ {count} chỉ mục cũ khỏi cụm OpenSearch.",
        "Removed {count} old indexes from the OpenSearch cluster.",
    ),
    "store.file": ("Thư viện: {path} ({size} MB)", "Library: {path} ({size} MB)"),
    "store.columns": ("Cột của bảng trong {path}: {line}", "Columns of tables in {path}: {line}"),
    "store.roots": ("Đọc từ: {paths}", "Read from: {paths}"),
    "store.holds": (
        "Có {documents} tài liệu từ {files} tệp, {passages} đoạn, {people} người, {participations} lượt tham dự.",
        "Holds {documents} documents from {files} files, {passages} passages, {people} people, "
        "{participations} participations.",
    ),
    "store.duplicates": ("Bài trùng nhau: {count}.", "Duplicates: {count}."),
    "store.unread": ("Không đọc được: {count} tệp.", "Could not be read: {count} files."),
    "store.feedback": (
        "Người dùng đánh giá: {right} câu trả lời đúng, {wrong} sai.",
        "Users' feedback: {right} answers right, {wrong} wrong.",
    ),
    "store.read_at": ("Đọc lần cuối: {time} (UTC).", "Last read: {time} (UTC)."),
    "store.fresh": ("Khớp với các tệp trên đĩa.", "Up to date with the files on the disk."),
    "store.stale": (
        "Chưa cập nhật: {new} tệp mới, {changed} tệp đổi, {missing} tệp không còn; cập nhật bằng: aidu index",
        "Not up to date: {new} files new, {changed} changed, {missing} gone; bring it up to date with: aidu index",
    ),
    "store.outdated": (
        "{count} tài liệu do phiên bản khác của aidu đọc; đọc lại bằng: aidu index",
        "{count} documents were read by another version of aidu; read them again with: aidu index",
    ),
    "store.sound": ("Tệp nguyên vẹn.", "The file is sound."),
    "store.index_damaged": (
        "Chỉ mục bên cạnh tệp bị hỏng, tệp thì không; ghi chỉ mục mới bằng: aidu index",
        "The index beside the file is damaged, the file is not; write a new one with: aidu index",
    ),
    "store.damaged": (
        "Tệp bị hỏng ({fault}); hãy đổi tên tệp rồi đọc lại: aidu index THƯ_MỤC --library “{path}”",
        "The file is damaged ({fault}); rename it, then read again: aidu index FOLDER --library “{path}”",
    ),
    "store.feedback_lost": (
        "Tệp đã mất bảng đánh giá của người dùng, mọi thứ khác vẫn còn; tạo lại bảng trống bằng: aidu index",
        "The file lost its table of users' feedback and nothing else; make an empty one again with: aidu index",
    ),
    "store.none": (
        "chưa có tệp thư viện “{path}”; hãy tạo bằng: aidu index THƯ_MỤC",
        "there is no library file “{path}” yet; make it with: aidu index FOLDER",
    ),
    "store.exported": ("Đã ghi {count} dòng vào {path}.", "Wrote {count} lines to {path}."),
    "store.exported_sheets": (
        "Đã ghi vào {path}, số dòng mỗi trang: {sheets}.",
        "Wrote to {path}, lines of each sheet: {sheets}.",
    ),
    "store.undated": (
        "Lịch không có {count} sự kiện chưa rõ ngày; danh sách đầy đủ: aidu export --events",
        "The calendar is without {count} events whose date is not known; all are listed by: aidu export --events",
    ),
    # --- console --------------------------------------------------------------------------------------------------
    "console.hint": (
        "Gõ câu hỏi rồi Enter; /help để xem các lệnh, Ctrl-D để thoát.",
        "Type a question and press Enter; /help lists the commands, Ctrl-D leaves.",
    ),
    "console.prompt": ("Hỏi", "Ask"),
    "console.goodbye": ("Tạm biệt!", "Goodbye!"),
    "console.history": (
        "Không ghi được lịch sử câu hỏi vào “{path}”; lần sau sẽ không gọi lại được các câu hỏi này.",
        "The history cannot be written to “{path}”; these questions cannot be recalled next time.",
    ),
    "console.unknown": (
        "Không có lệnh {given}; gõ /help để xem các lệnh.",
        "There is no command {given}; /help lists the commands.",
    ),
    "console.help_title": ("Các lệnh trong cuộc trò chuyện", "Commands of the chat"),
    "console.help_help": ("xem các lệnh này", "show these commands"),
    "console.help_sources": ("xem thêm bằng chứng của câu trả lời vừa rồi", "more evidence for the last answer"),
    "console.help_events": (
        "liệt kê các sự kiện; thêm từ khóa để lọc: /events ngoại giao",
        "list the events; add words to narrow it: /events ngoại giao",
    ),
    "console.help_exit": ("kết thúc (hoặc Ctrl-D)", "leave (or Ctrl-D)"),
    "console.examples": (
        "Thí dụ: Ai chủ trì hội nghị? · Hội nghị đó diễn ra khi nào? · Còn ở Hải Phòng thì ai dự?",
        "Examples: Ai chủ trì hội nghị? · Hội nghị đó diễn ra khi nào? · Còn ở Hải Phòng thì ai dự?",
    ),
    "console.too_long": (
        "dòng dài quá {limit} byte nên không đọc; hãy hỏi ngắn hơn",
        "the line is longer than {limit} bytes and was not read; ask a shorter question",
    ),
    "console.no_answer_yet": (
        "Chưa có câu trả lời nào; hãy hỏi một câu trước.",
        "There is no answer yet; ask a question first.",
    ),
    "console.no_sources": (
        "Câu trả lời vừa rồi không có bằng chứng nào khác.",
        "The last answer has no further evidence.",
    ),
    "console.no_events": ("Không có sự kiện nào.", "There are no events."),
    "console.no_events_matching": (
        "Không có sự kiện nào khớp với “{words}”.",
        "No event matches “{words}”.",
    ),
    "console.more_events": (
        "... còn {count} sự kiện; thêm từ khóa để lọc, như: /events ngoại giao",
        "... {count} more events; add words to narrow the list: /events ngoại giao",
    ),
    "console.more_sources": (
        "Còn {count} bằng chứng khác: /sources",
        "{count} more pieces of evidence: /sources",
    ),
    # --- an answer's parts ----------------------------------------------------------------------------------------
    "answer.passage": ("Tin bài có đoạn:", "The reports say:"),
    "answer.unsure": ("(chưa chắc chắn, bạn xem câu trích)", "(not certain: please check the quote)"),
    "answer.source": ("Nguồn: {source}", "Source: {source}"),
    "answer.nearest": ("Gần nhất:", "Nearest:"),
    "answer.nearest_quote": ("Câu gần với câu hỏi nhất:", "The sentence nearest to the question:"),
    "answer.undated": ("không rõ ngày", "no date"),
}


def say(key: str, language: str, /, **fields: object) -> str:
    """Return the text `key` in `language` (`vi`, or `en`), with its named fields filled in.

    Raises KeyError when there is no such text or a field is missing: a mistake of ours, not of the user.
    """
    vietnamese, english = TEXTS[key]
    return (english if language == "en" else vietnamese).format(**fields)
