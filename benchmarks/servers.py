"""The servers of a benchmark: the paper as production runs it, beside the yardsticks; and wrk, which asks them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.deploy.house import House, free_port

# A plain file as nginx serves it by itself, to the same log.
_FILES = """
{user}
worker_processes auto;
pid {folder}/files.pid;
error_log /dev/null emerg;
events {{ worker_connections 4096; }}
http {{
    default_type text/html;
    log_format line '$time_iso8601 $status $request_method $uri $body_bytes_sent $request_time';
    access_log {folder}/files.log line;
    sendfile on;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""
_ASK_AT_RANDOM = """
local paths = {}
for path in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = path end
math.randomseed(1)
request = function() return wrk.format("GET", paths[math.random(#paths)]) end
"""
CONNECTIONS = 16


class Servers(House):
    """`application` and `nginx` as they are; `fresh`, which stores nothing; `bare` and `files`, the yardsticks."""

    def __init__(self, folder, store, database):
        super().__init__(folder, store, database)
        self.files = folder / "files"
        self.files.mkdir()
        self.ports = {name: free_port() for name in ("fresh", "bare", "files")}
        self.ports |= {"nginx": self.port, "application": self.application_port}
        self.environment |= {"BARE_BODY": str(folder / "body"), "LANG": "C.UTF-8"}

    def _fresh(self):
        return ["env", "PAGE_STORE=", *self._gunicorn(self.ports["fresh"], "tests.deploy.wsgi")]

    def _bare(self):
        return self._gunicorn(self.ports["bare"], "benchmarks.bare_wsgi")

    def _files(self):
        config = self.folder / "files.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        config.write_text(
            _FILES.format(user=user, folder=self.folder, port=self.ports["files"], root=self.files)
        )  # fmt: skip
        return ["nginx", "-c", config, "-e", "/dev/null", "-g", "daemon off;"]

    def copy_to_files(self, paths):
        """Lay the bytes of these pages down as plain files; returns their addresses, in the order of `paths`."""
        return [self._copied(number, path) for number, path in enumerate(paths)]

    def _copied(self, number, path):
        place = self.files / str(number // 500) / f"{number}.html"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(self.ask(path)[2])
        return f"/{place.relative_to(self.files)}"

    def rate(self, server, paths, seconds):
        """Answers a second of a server that is asked for these paths, at random if there are several."""
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s"]
        address = f"http://127.0.0.1:{self.ports[server]}"
        if len(paths) > 1:
            (self.folder / "paths").write_text("\n".join(paths))
            (self.folder / "random.lua").write_text(_ASK_AT_RANDOM)
            command += ["-s", str(self.folder / "random.lua"), address]
        else:
            command.append(address + paths[0])
        environment = os.environ | {"PATHS": str(self.folder / "paths")}
        said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603
        if "Non-2xx" in said or "Socket errors" in said:
            raise SystemExit(f"{server} does not answer as it should:\n{said}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])

    def memory(self, name):
        """MiB that the processes of a server take, each its share of what they share (Pss)."""
        group = self.running[name].pid
        return sum(_share(pid) for pid in Path("/proc").glob("[0-9]*") if _group(pid) == group) / 1024


def check_tools():
    """Say what is missing on this machine, if anything is."""
    missing = [name for name in ("nginx", "wrk") if shutil.which(name) is None]
    if missing:
        raise SystemExit(f"Not installed: {', '.join(missing)} (Debian: apt-get install nginx-light wrk).")


def _group(place):
    try:
        return os.getpgid(int(place.name))
    except ProcessLookupError:
        return None


def _share(place):
    return int(re.search(r"Pss:\s+(\d+)", (place / "smaps_rollup").read_text())[1])
