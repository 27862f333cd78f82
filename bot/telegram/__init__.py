"""aidu in Telegram: private chats, groups, inline and guest mode, on python-telegram-bot."""
