"""Article files are kept in a folder: what --dry-run does there is told by their own tests."""

WORDS: dict[str, str] = {}
LOCAL = {"articles pull", "articles push"}
