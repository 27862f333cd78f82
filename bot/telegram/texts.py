"""What the Telegram bot says, in Vietnamese and English, in one table (the answers themselves come from bot.render)."""

from __future__ import annotations

from typing import Final

# key: (Vietnamese, English). Fields in braces are filled in by `say`.
TEXTS: Final[dict[str, tuple[str, str]]] = {
    # --- /start and /help -----------------------------------------------------------------------------------------
    "start.what": (
        "Chào bạn, tôi là aidu. Tôi trả lời ai đã dự sự kiện nào, khi nào, ở đâu, và cho xem câu văn làm chứng.",
        "Hello, I am aidu. I answer who attended which event, when and where, and show the sentence that proves it.",
    ),
    "start.corpus": (
        "Tôi đang giữ {documents} tài liệu với {events} sự kiện{span}.",
        "I hold {documents} documents with {events} events{span}.",
    ),
    "start.span": (", từ {first} đến {last}", ", from {first} to {last}"),
    "start.empty": (
        "Hiện tôi chưa có tài liệu nào để trả lời.",
        "I hold no documents yet.",
    ),
    "start.try": (
        "Cứ gõ câu hỏi của bạn, hoặc thử một câu dưới đây:",
        "Just type your question, or try one of these:",
    ),
    "start.ask": ("Cứ gõ câu hỏi của bạn.", "Just type your question."),
    "help.title": ("Cách hỏi", "How to ask"),
    "help.private": (
        "Trong chat riêng: gõ câu hỏi, có dấu hay không dấu đều được. Hỏi tiếp cũng được, như “Còn ở Hải Phòng?”.",
        "In this private chat: type a question in Vietnamese, with or without accents. Follow-up questions work, "
        "such as “Còn ở Hải Phòng?”.",
    ),
    "help.group": (
        "Trong nhóm: /hoi câu hỏi, nhắc @{bot}, hoặc trả lời một tin nhắn của tôi. Trả lời tin của người khác bằng "
        "/hoi thì tôi trả lời câu hỏi trong tin đó.",
        "In a group: /hoi question, mention @{bot}, or reply to one of my messages. Reply to somebody's message with "
        "/hoi and I answer the question in it.",
    ),
    "help.anywhere": (
        "Ở bất cứ đâu: gõ @{bot} rồi câu hỏi để chọn câu trả lời mà gửi.",
        "Anywhere: type @{bot} and a question to pick an answer to send.",
    ),
    "help.commands": (
        "/hoi – hỏi một câu\n/sukien – các sự kiện theo ngày, hoặc /sukien từ cần tìm\n/nguon – các tài liệu đang có\n"
        "/xoa – quên cuộc trò chuyện này\n/ngonngu – đổi ngôn ngữ (vi, en)\n/help – trợ giúp này",
        "/ask – ask a question\n/sukien – events by date, or /sukien words to look for\n/nguon – the documents held\n"
        "/xoa – forget this conversation\n/ngonngu – change the language (vi, en)\n/help – this help",
    ),
    # --- the command menu -----------------------------------------------------------------------------------------
    "menu.hoi": ("Hỏi một câu", "Ask a question"),
    "menu.ask": ("Hỏi một câu (như /hoi)", "Ask a question (same as /hoi)"),
    "menu.sukien": ("Các sự kiện theo ngày", "Events by date"),
    "menu.nguon": ("Các tài liệu đang có", "The documents held"),
    "menu.xoa": ("Quên cuộc trò chuyện này", "Forget this conversation"),
    "menu.ngonngu": ("Đổi ngôn ngữ: vi, en", "Change the language: vi, en"),
    "menu.help": ("Cách hỏi", "How to ask"),
    "menu.start": ("Giới thiệu", "What this bot does"),
    # --- asking ---------------------------------------------------------------------------------------------------
    "ask.empty": (
        "Bạn viết câu hỏi ngay sau lệnh nhé, ví dụ: /hoi {example}",
        "Write the question after the command, for example: /hoi {example}",
    ),
    "ask.empty_mention": (
        "Bạn muốn hỏi gì? Viết câu hỏi cùng tin nhắn nhé, ví dụ: {example}",
        "What would you like to ask? Write the question in the same message, for example: {example}",
    ),
    "ask.example": ("Ai chủ trì hội nghị?", "Ai chủ trì hội nghị?"),
    "ask.no_text": (
        "Tôi chỉ đọc được chữ. Bạn gõ câu hỏi giúp tôi nhé.",
        "I can only read text. Please type your question.",
    ),
    "ask.unknown_command": (
        "Tôi không có lệnh này. Xem /help, hoặc cứ gõ câu hỏi.",
        "I do not know this command. See /help, or just type a question.",
    ),
    "ask.slow_down": (
        "Bạn hỏi nhanh quá, chậm lại một chút nhé. Tôi sẽ trả lời tiếp sau ít giây.",
        "That is a lot at once; slow down a little, please. I will answer again in a few seconds.",
    ),
    "ask.too_slow": (
        "Câu này tôi nghĩ lâu quá nên đành dừng. Bạn thử hỏi ngắn hơn nhé.",
        "This question took me too long. Please try a shorter one.",
    ),
    "ask.failed": (
        "Xin lỗi, tôi gặp trục trặc với câu này. Bạn thử lại sau ít phút nhé.",
        "Sorry, something went wrong with this one. Please try again in a few minutes.",
    ),
    # --- buttons --------------------------------------------------------------------------------------------------
    "button.when": ("Khi nào?", "When?"),
    "button.where": ("Ở đâu?", "Where?"),
    "button.chaired": ("Ai chủ trì?", "Who chaired?"),
    "button.attended": ("Ai dự?", "Who attended?"),
    "button.sources": ("Nguồn khác ({count})", "More sources ({count})"),
    "button.source_page": ("Nguồn {page}/{pages} ▸", "Source {page}/{pages} ▸"),
    "button.previous": ("◂ Trước", "◂ Back"),
    "button.next": ("Sau ▸", "Next ▸"),
    "button.inline": ("Hỏi câu khác", "Ask another"),
    "toast.up": ("Cảm ơn bạn!", "Thank you!"),
    "toast.down": ("Cảm ơn bạn, tôi đã ghi lại.", "Thank you, noted."),
    "toast.again": ("Tôi đã ghi lại đánh giá này rồi.", "I have this rating already."),
    "toast.old": (
        "Nút này cũ quá rồi. Bạn hỏi lại câu hỏi giúp tôi nhé.",
        "This button is too old. Please ask the question again.",
    ),
    "toast.no_more": ("Không còn nguồn nào khác.", "There is no other source."),
    # --- lists ----------------------------------------------------------------------------------------------------
    "events.title": ("Các sự kiện ({first}–{last} trong {all})", "Events ({first}–{last} of {all})"),
    "events.matching": (
        "Các sự kiện khớp với “{words}” ({first}–{last} trong {all})",
        "Events that match “{words}” ({first}–{last} of {all})",
    ),
    "events.none_matching": ("Không có sự kiện nào khớp với “{words}”.", "No event matches “{words}”."),
    "events.none": ("Chưa có sự kiện nào.", "There are no events yet."),
    "events.ask": ("Bấm số để hỏi ai đã dự.", "Press a number to ask who attended."),
    "sources.title": ("Các tài liệu ({first}–{last} trong {all})", "Documents ({first}–{last} of {all})"),
    "sources.none": ("Chưa có tài liệu nào.", "There are no documents yet."),
    # --- small commands -------------------------------------------------------------------------------------------
    "forget.done": ("Tôi đã quên cuộc trò chuyện này.", "I have forgotten this conversation."),
    "language.which": ("Bạn muốn tôi nói tiếng nào?", "Which language shall I use?"),
    "language.set": ("Từ giờ tôi nói tiếng Việt.", "I will use English from now on."),
    "language.unknown": (
        "Tôi chỉ biết vi (tiếng Việt) và en (tiếng Anh).",
        "I only know vi (Vietnamese) and en (English).",
    ),
    # --- groups ---------------------------------------------------------------------------------------------------
    "group.welcome": (
        "Chào cả nhóm! Tôi là aidu, trả lời ai đã dự sự kiện nào, khi nào, ở đâu.\n"
        "Hỏi tôi bằng /hoi câu hỏi, bằng cách trả lời tin nhắn của tôi, hoặc nhắc @{bot}.",
        "Hello everybody! I am aidu; I answer who attended which event, when and where.\n"
        "Ask me by /hoi question, by replying to one of my messages, or by mentioning @{bot}.",
    ),
    "group.sees_mentions": (
        "Tôi thấy được mọi lời nhắc @{bot} trong nhóm này.",
        "I can see every mention of @{bot} in this group.",
    ),
    "group.privacy": (
        "Chế độ riêng tư (privacy mode) của tôi đang bật nên lời nhắc @{bot} có thể không đến được tôi; "
        "khi đó hãy dùng /hoi.",
        "My privacy mode is on, so a mention of @{bot} may not reach me; then use /hoi.",
    ),
    "group.not_allowed": (
        "Tôi chỉ được dùng trong những nhóm đã cho phép, nên xin phép rời nhóm này.",
        "I may only be used in groups that were allowed, so I am leaving this one.",
    ),
    # --- inline and guest mode ------------------------------------------------------------------------------------
    "inline.not_found": ("Không tìm thấy", "Not found"),
    "inline.help": ("Gõ câu hỏi, ví dụ: Ai chủ trì hội nghị?", "Type a question, such as: Ai chủ trì hội nghị?"),
    "inline.source": ("Nguồn: {title}", "Source: {title}"),
    "message.more": ("… và {count} mục nữa.", "… and {count} more."),
    # --- admins ---------------------------------------------------------------------------------------------------
    "status.title": ("Trạng thái", "Status"),
    "status.uptime": ("Đã chạy: {uptime}", "Up for {uptime}"),
    "status.corpus": ("Tài liệu: {documents}; sự kiện: {events}", "Documents: {documents}; events: {events}"),
    "status.read": ("Đọc lúc {time}; {warnings} tài liệu không đọc được", "Read at {time}; {warnings} unreadable"),
    "status.questions": (
        "Câu hỏi hôm nay: {count}; không tìm thấy: {share}; thời gian giữa: {median}",
        "Questions today: {count}; not found: {share}; median time: {median}",
    ),
    "status.feedback": ("Đánh giá: 👍 {up} 👎 {down}", "Ratings: 👍 {up} 👎 {down}"),
    "status.no_errors": ("Không có lỗi nào.", "No errors."),
    "status.errors": ("Lỗi gần đây:", "Last errors:"),
    "status.private_only": (
        "Lệnh này chỉ dùng trong chat riêng của quản trị viên.",
        "This command works only in an admin's private chat.",
    ),
    "admin.error": ("⚠️ Lỗi: {error}", "⚠️ Error: {error}"),
    "admin.errors_more": ("({count} lỗi khác trong lúc chờ)", "({count} more meanwhile)"),
    "admin.reloaded": (
        "Đã đọc lại tin bài: {documents} tài liệu, {events} sự kiện.",
        "Reports were read again: {documents} documents, {events} events.",
    ),
    "admin.reload_failed": (
        "Không đọc lại được tin bài, vẫn dùng bản cũ: {reason}",
        "The reports could not be read again, the old ones stay in use: {reason}",
    ),
    "duration.days": ("{count} ngày", "{count} d"),
    "duration.hours": ("{count} giờ", "{count} h"),
    "duration.minutes": ("{count} phút", "{count} min"),
    "duration.seconds": ("{count} giây", "{count} s"),
    # --- log lines and errors at start ----------------------------------------------------------------------------
    "log.started": (
        "Bot @{bot} đã chạy ({way}); {documents} tài liệu, {events} sự kiện.",
        "Bot @{bot} is running ({way}); {documents} documents, {events} events.",
    ),
    "log.mentions": (
        "Bot thấy mọi tin nhắn trong nhóm: có (can_read_all_group_messages).",
        "The bot sees all group messages: yes (can_read_all_group_messages).",
    ),
    "log.privacy": (
        "Bot thấy mọi tin nhắn trong nhóm: không (privacy mode đang bật); trong nhóm hãy dùng /hoi hoặc trả lời tin "
        "của bot. Tắt bằng /setprivacy ở @BotFather, rồi thêm lại bot vào nhóm.",
        "The bot sees all group messages: no (privacy mode is on); in groups use /hoi or reply to the bot. Turn it off "
        "by /setprivacy at @BotFather, then add the bot to the group again.",
    ),
    "log.stopping": ("Đang dừng, trả lời nốt các câu đã nhận.", "Stopping; answering what was received."),
    "log.stopped": ("Bot đã dừng.", "The bot has stopped."),
    "log.unfinished": (
        "Hết giờ chờ; các câu chưa trả lời sẽ được trả lời ở lần chạy sau.",
        "Out of time; what is not answered yet will be answered at the next start.",
    ),
    "log.resumed": ("Trả lời tiếp {count} câu còn dở từ lần chạy trước.", "Answering {count} left from the last run."),
    "log.retry": (
        "Không nối được máy chủ Telegram ({reason}); thử lại sau {seconds} giây.",
        "Cannot reach the Telegram server ({reason}); trying again in {seconds} seconds.",
    ),
    "log.polling": (
        "Mất liên lạc với máy chủ Telegram ({reason}); bot tự thử lại.",
        "Lost the Telegram server ({reason}); the bot tries again by itself.",
    ),
    "log.group_unknown": (
        "Bỏ qua nhóm {chat} (ngoài danh sách cho phép; thêm vào AIDU_ALLOWED_CHATS để trả lời).",
        "Ignoring group {chat} (not allowed; add it to AIDU_ALLOWED_CHATS to answer there).",
    ),
    "log.menu_failed": (
        "Chưa đặt được bảng lệnh của bot ({reason}); bot vẫn chạy.",
        "The command menu could not be set ({reason}); the bot runs on.",
    ),
    "network.slow": ("máy chủ trả lời quá chậm", "the server answers too slowly"),
    "network.broken": ("kết nối bị ngắt giữa chừng", "the connection was broken off"),
    "network.flood": ("máy chủ yêu cầu gửi chậm lại", "the server asks to slow down"),
    "network.server": ("máy chủ đang trục trặc", "the server is in trouble"),
    "error.line": ("Lỗi: {message}", "Error: {message}"),
    "error.no_token": (
        "chưa có mã của bot; đặt AIDU_TELEGRAM_TOKEN bằng mã mà @BotFather cho",
        "there is no bot token; set AIDU_TELEGRAM_TOKEN to the one that @BotFather gave you",
    ),
    "error.bad_token": (
        "mã bot (AIDU_TELEGRAM_TOKEN) sai dạng; mã đúng có dạng 123456789:AAE..., chép lại từ @BotFather",
        "the bot token (AIDU_TELEGRAM_TOKEN) is malformed; it looks like 123456789:AAE..., copy it from @BotFather",
    ),
    "error.rejected_token": (
        "máy chủ Telegram không nhận mã bot này; chép lại mã từ @BotFather vào AIDU_TELEGRAM_TOKEN",
        "the Telegram server rejects this bot token; copy it from @BotFather to AIDU_TELEGRAM_TOKEN again",
    ),
    "error.unreachable": (
        "không nối được máy chủ Telegram {server} ({reason}); hãy kiểm tra mạng và AIDU_TELEGRAM_API",
        "the Telegram server {server} cannot be reached ({reason}); check the network and AIDU_TELEGRAM_API",
    ),
    "error.no_bot_api": (
        "{server} trả lời, nhưng không phải như một máy chủ Bot API; hãy kiểm tra AIDU_TELEGRAM_API",
        "{server} answers, but not as a Bot API server does; check AIDU_TELEGRAM_API",
    ),
    "error.conflict": (
        "một tiến trình khác đang nhận tin của bot này (409); hãy dừng nó rồi chạy lại",
        "another process receives this bot's updates (409); stop it, then start again",
    ),
    "error.setting": (
        "thiết đặt {name} không dùng được: {reason}",
        "setting {name} cannot be used: {reason}",
    ),
    "error.listen": (
        "không mở được webhook ở {place} ({reason}); hãy đổi --listen, --port hoặc --unix-socket",
        "the webhook cannot listen on {place} ({reason}); change --listen, --port or --unix-socket",
    ),
    "error.webhook_refused": (
        "máy chủ Telegram không nhận địa chỉ webhook {url} ({reason}); hãy sửa --webhook-url",
        "the Telegram server refuses webhook address {url} ({reason}); correct --webhook-url",
    ),
    "error.data": (
        "không mở được tệp dữ liệu {path} ({reason}); hãy đổi AIDU_DATA_DIR hoặc dời tệp này đi",
        "data file {path} cannot be opened ({reason}); change AIDU_DATA_DIR or move the file away",
    ),
    # --- what is wrong with a setting -----------------------------------------------------------------------------
    "reason.ids": (
        "cần các số cách nhau bằng dấu phẩy, ví dụ 12345,-1001234567890",
        "numbers separated by commas are needed, such as 12345,-1001234567890",
    ),
    "reason.server": (
        "cần một địa chỉ http hoặc https, ví dụ http://127.0.0.1:8081",
        "an http or https address is needed, such as http://127.0.0.1:8081",
    ),
    "reason.webhook_url": (
        "cần một địa chỉ https, ví dụ https://bot.example.vn/aidu",
        "an https address is needed, such as https://bot.example.vn/aidu",
    ),
    "reason.socket": (
        "không dùng cùng --listen hay --port; chọn một trong hai",
        "it excludes --listen and --port; choose one of them",
    ),
    "reason.webhook_only": (
        "chỉ dùng cùng --webhook-url; hãy thêm --webhook-url hoặc bỏ nó đi",
        "it needs --webhook-url; add that or leave it out",
    ),
    "reason.secret": (
        "cần 1 đến 256 chữ cái, chữ số, dấu _ hoặc -",
        "1 to 256 letters, digits, _ or - are needed",
    ),
    "reason.number": ("cần một số{bounds}", "a number{bounds} is needed"),
    "reason.yes_no": ("cần true hoặc false", "true or false is needed"),
    "reason.choice": ("chỉ nhận {expected}", "only {expected} is possible"),
    "reason.text": ("cần một chuỗi ký tự", "a string is needed"),
    "reason.type": ("giá trị sai dạng", "the value has the wrong form"),
}


def say(key: str, language: str, **fields: object) -> str:
    """Return the text `key` in `language` (`vi`, or `en`) with its fields filled in; KeyError when it is not there."""
    vietnamese, english = TEXTS[key]
    return (english if language == "en" else vietnamese).format(**fields)
