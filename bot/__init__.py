"""The shells of aidu: the command line, the console chat, the JSON lines batch and the Telegram bot."""
