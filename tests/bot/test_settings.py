"""The common settings: who wins over whom, and a clear word for what cannot be used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.settings import DEFAULT_ENGINE, read_toml, resolve, sample_corpus, state_folder
from retrieval.errors import InputError


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    made = {name: tmp_path / name for name in ("line", "variable", "file")}
    for folder in made.values():
        folder.mkdir()
    return made


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(
    folders: dict[str, Path], tmp_path: Path
) -> None:
    config = tmp_path / "aidu.toml"
    config.write_text('corpus = "file"\nlanguage = "en"\nengine = "from_file"\n', encoding="utf-8")
    variables = {"AIDU_CORPUS": str(folders["variable"]), "AIDU_LANGUAGE": "vi", "AIDU_ENGINE": "from_variable"}

    settings = resolve(config=str(config), environ={})
    assert (settings.corpus, settings.language, settings.engine) == ((folders["file"],), "en", "from_file")
    assert settings.engine_origin == f"engine, {config}"

    settings = resolve(config=str(config), environ=variables)
    assert (settings.corpus, settings.language, settings.engine) == ((folders["variable"],), "vi", "from_variable")
    assert settings.engine_origin == "AIDU_ENGINE"

    settings = resolve(
        corpus=[str(folders["line"])], language="en", engine="given", config=str(config), environ=variables
    )
    assert (settings.corpus, settings.language, settings.engine) == ((folders["line"],), "en", "given")
    assert settings.config == config
    assert not settings.sample


def test_without_any_setting_the_sample_reports_are_asked_in_vietnamese() -> None:
    settings = resolve(environ={"AIDU_CORPUS": "", "AIDU_LANGUAGE": "", "AIDU_ENGINE": ""})
    assert settings.corpus == (sample_corpus(),)
    assert settings.sample
    assert (settings.language, settings.engine) == ("vi", DEFAULT_ENGINE)
    assert list(sample_corpus().glob("*"))


def test_the_variable_holds_several_paths(folders: dict[str, Path]) -> None:
    variable = os.pathsep.join(str(folder) for folder in folders.values())
    assert resolve(environ={"AIDU_CORPUS": variable}).corpus == tuple(folders.values())


def test_a_tilde_is_the_home_folder(clean_environment: Path) -> None:
    (clean_environment / "reports").mkdir()
    assert resolve(corpus=["~/reports"], environ={}).corpus == (clean_environment / "reports",)


def test_the_cache_and_the_history_lie_in_the_folders_of_the_user(clean_environment: Path) -> None:
    assert resolve(environ={}).cache.is_relative_to(clean_environment)
    assert state_folder().is_relative_to(clean_environment)


@pytest.mark.parametrize("given", ["/no/such/place", "x" * 5000, "a\0b", "tệp không có.txt"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_missing_path_is_named_with_its_origin(given: str, language: str) -> None:
    with pytest.raises(InputError, match=r"--corpus") as caught:
        resolve(corpus=[given], language=language, environ={})
    message = str(caught.value)
    assert given[-10:].replace("\0", "\N{REPLACEMENT CHARACTER}") in message
    assert len(message) < 250 and "\n" not in message
    assert ("đường dẫn" in message) == (language == "vi")
    with pytest.raises(InputError, match="AIDU_CORPUS"):
        resolve(language=language, environ={"AIDU_CORPUS": given})


@pytest.mark.parametrize("given", ["", "  ", "~no-such-user/x"])
def test_a_path_that_is_none_is_refused_and_not_the_current_folder(given: str) -> None:
    wanted = "trống" if not given.strip() else given
    for option in ("--corpus", "--library", "--config"):
        named = {option[2:]: [given] if option == "--corpus" else given}
        with pytest.raises(InputError, match=f"{wanted}.*{option}"):
            resolve(**named, environ={})  # type: ignore[arg-type]  # one option at a time
    if given:
        with pytest.raises(InputError, match=f"{wanted}.*AIDU_LIBRARY"):
            resolve(environ={"AIDU_LIBRARY": given})
    with pytest.raises(InputError, match="AIDU_CORPUS"):
        resolve(environ={"AIDU_CORPUS": os.pathsep})


def test_a_library_that_is_no_file_or_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.aidu” \(AIDU_LIBRARY\).*aidu index"):
        resolve(environ={"AIDU_LIBRARY": "none.aidu"})
    assert resolve(library="none.aidu", new_library=True, environ={}).library == Path("none.aidu")
    for new in (False, True):
        with pytest.raises(InputError, match="--corpus"):
            resolve(library=str(tmp_path), new_library=new, environ={})
        with pytest.raises(InputError, match="/dev/null"):
            resolve(library="/dev/null", new_library=new, environ={})


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Not by its mode: the tests may run as root, who may read everything.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(InputError, match="không được phép") as caught:
        resolve(corpus=[str(tmp_path)], environ={})
    assert tmp_path.name in str(caught.value)


def test_a_language_that_does_not_exist_is_named_with_its_origin(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"“fr” \(--language\)"):
        resolve(language="fr", environ={})
    with pytest.raises(InputError, match=r"“fr” \(AIDU_LANGUAGE\)"):
        resolve(environ={"AIDU_LANGUAGE": "fr"})
    (tmp_path / "c.toml").write_text('language = "fr"', encoding="utf-8")
    with pytest.raises(InputError, match="“fr”"):
        resolve(config=str(tmp_path / "c.toml"), environ={})
    assert resolve(language="EN", environ={}).language == "en"


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"corpus = ", "TOML"),
        (b"\xff\xfe", "TOML"),
        (b"corpus = 3", "corpus"),
        (b"corpus = []", "corpus"),
        (b"corpus = ['', 'x']", "corpus"),
        (b"engine = 3", "engine"),
        (b"language = 3", "language"),
        (b"corpus = '~no-such-user/x'", "~no-such-user/x"),
        (b"x = " + b"[" * 3000, "TOML"),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_named(content: bytes, wanted: str, tmp_path: Path) -> None:
    config = tmp_path / "c.toml"
    config.write_bytes(content)
    with pytest.raises(InputError, match=wanted) as caught:
        resolve(config=str(config), environ={})
    assert "c.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "name", "remedy"),
    [
        ("corpsu = 'x'", "“corpsu”", "“corpus”"),
        ("AIDU_ENGINE = 'auto'", "“AIDU_ENGINE”", "“engine”"),
        ("webhook-url = 'https://x'", "“webhook-url”", "“webhook_url”"),
        ("admin = [1]", "“admin”", "“admins”"),
        ("cache = 'x'", "“cache”", "README"),
        ("'màu' = 'đỏ'", "“màu”", "corpus, library, engine, columns, language"),
        ('"a\\u001b[31m" = 1', "“a\N{REPLACEMENT CHARACTER}[31m”", "README"),
        ("[aidu]\ncorpus = 'x'", "[aidu]", "[aidu]"),
        ("[[telegram]]\nport = 1", "[telegram]", "[telegram]"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_name_that_is_no_setting_is_named_with_the_nearest_that_is_one(
    content: str, name: str, remedy: str, language: str, tmp_path: Path
) -> None:
    config = tmp_path / "c.toml"
    config.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        resolve(config=str(config), language=language, environ={})
    said = str(caught.value)
    assert "c.toml" in said and name in said and remedy in said.replace(name, "", 1)
    assert "\n" not in said
    assert ("thiết đặt" in said) == (language == "vi")


def test_a_misspelt_name_is_told_in_the_language_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('language = "en"\nengin = "auto"', encoding="utf-8")
    with pytest.raises(InputError, match="did you mean “engine”"):
        resolve(config=str(tmp_path / "c.toml"), environ={})


def test_one_file_serves_every_command(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('engine = "postings"\nport = 8081\nadmins = [1]', encoding="utf-8")
    assert resolve(config=str(tmp_path / "c.toml"), environ={}).engine == "postings"


def test_a_settings_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="không có tệp này"):
        read_toml(tmp_path / "none.toml", "vi")
    with pytest.raises(InputError, match="it is a folder"):
        read_toml(tmp_path, "en")


def test_the_options_of_a_command_are_kept_by_setting_name() -> None:
    assert resolve(options={"webhook_url": "https://x"}, environ={}).options == {"webhook_url": "https://x"}


def test_a_settings_file_that_never_ends_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (1 << 20) + b"\n")
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for path, reason in ((large, "lớn hơn 1 MB"), (pipe, "không phải tệp thường")):
        with pytest.raises(InputError, match=reason):
            resolve(config=str(path), environ={})
