from leadership_model.exchange import folder


def test_folders_are_read_in_order_and_bad_files_stop_nothing(tmp_path, simple):
    for name in ("b.lrmx", "a.LRMX", "sub/c.lrmx", "~d.lrmx", "e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(simple)
    (tmp_path / "bad.lrmx").write_bytes(b"")
    forms, issues = folder.read([tmp_path])
    names = [form.form.file.rsplit("/", 1)[-1] for form in forms]
    assert names == ["a.LRMX", "b.lrmx", "c.lrmx"]
    assert [issue.file.rsplit("/", 1)[-1] for issue in issues] == ["bad.lrmx"]


def test_a_file_named_twice_is_read_once(tmp_path, simple):
    path = tmp_path / "a.lrmx"
    path.write_bytes(simple)
    assert list(folder.files([path, tmp_path, path])) == [path]
