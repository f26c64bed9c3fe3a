"""Plays the scripts of `action.yml` or `ci/gitlab.yml` in the working folder, as a runner would that has nothing in its cache.

play.py action FILE TEMP NAME=INPUT…
play.py gitlab FILE TEMP NAME=VARIABLE…
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from ruamel.yaml import YAML


def main():
    kind, file, temp, *given = sys.argv[1:]
    content = YAML(typ="safe").load(Path(file).read_text(encoding="utf-8"))
    given = dict(pair.split("=", 1) for pair in given)
    (action if kind == "action" else gitlab)(content, Path(file).resolve().parent, Path(temp), given)


def action(content, folder, temp, given):
    unknown = given.keys() - content["inputs"].keys()
    assert not unknown, f"no such inputs: {unknown}"
    known = {"github.action_path": str(folder)}
    known |= {f"inputs.{name}": given.get(name, value["default"]) for name, value in content["inputs"].items()}

    def filled(text):
        return re.sub(r"\$\{\{ *([^ }]+) *\}\}", lambda found: known[found[1]], text)

    for step in content["runs"]["steps"]:
        if "run" not in step:
            continue
        assert "${{" not in step["run"], "what a caller writes must not become a script"
        outputs = temp / "outputs"
        outputs.write_text("")
        own = {name: filled(value) for name, value in step.get("env", {}).items()}
        own |= {"RUNNER_TEMP": str(temp), "GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(temp / "summary.md")}
        where = filled(step.get("working-directory", "."))
        run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], own, where)
        for line in outputs.read_text().splitlines():
            name, value = line.split("=", 1)
            known[f"steps.{step['id']}.outputs.{name}"] = value


def gitlab(content, _folder, _temp, given):
    own = {name: value["value"] for name, value in content["variables"].items()} | content["belie"]["variables"] | given
    for line in content["belie"]["script"]:
        run(["sh", "-ec", line], own, ".")


def run(command, own, where):
    ended = subprocess.run(command, env=os.environ | own, cwd=where, check=False).returncode
    if ended:
        sys.exit(ended)


main()
