"""Runs docs/verify/verify-events.py many times in one process, for tests: a line of standard input is a JSON list of
arguments, a line of standard output the JSON list of exit code and output."""
import contextlib
import importlib.util
import io
import json
import pathlib
import sys

path = pathlib.Path(__file__).resolve().parents[3] / "docs" / "verify" / "verify-events.py"
spec = importlib.util.spec_from_file_location("verify_events", path)
program = importlib.util.module_from_spec(spec)
spec.loader.exec_module(program)

answers = sys.stdout
for line in sys.stdin:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = program.main(json.loads(line))
    print(json.dumps([code, said.getvalue()]), file=answers, flush=True)
