"""The page docs/admin/index.html, which starts the CMS: a static file that no reader is led to by a menu or a search.

It lets the browser ask nobody but this site and the repository's host (Content Security Policy Level 3). Words of the
CMS in other languages are JSON in its package, which no browser imports; an import map names modules instead
(https://html.spec.whatwg.org/multipage/webappapis.html#import-maps).
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape

from publications.cms.host import Host, host_of
from publications.cms.script import FOLDER, START, languages_of
from publications.project import Project

_POLICY = (
    "default-src 'none'",
    "script-src 'self' {hashes}",
    "style-src 'self' 'unsafe-inline'",  # the CMS writes its styles into the page
    "img-src 'self' data: blob: {hosts}{portraits}",
    "font-src 'self'",
    "media-src 'self' blob:",
    "connect-src 'self' data: blob: {hosts}",
    "base-uri 'none'",
    "form-action 'none'",
)
_PORTRAITS = " https://avatars.githubusercontent.com"  # of the people who sign in
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="cms-config-url" type="text/yaml" href="config.yml">
<script type="importmap">{imports}</script>
</head>
<body>
<noscript>The editor needs JavaScript.</noscript>
<script type="module">{start}</script>
</body>
</html>
"""
# Only the browser knows where a preview of the site is published.
_START = f'import {{ init }} from "./{START}"; init({{ config: {{ site_url: new URL("../", location.href).href }} }});'


def page_text(project: Project) -> str:
    """The whole file."""
    modules = {
        f"./{FOLDER}/locales/{name}.json": f"./{FOLDER}/locales/{name}.js" for name in languages_of(project)
    }
    imports = json.dumps({"imports": modules}, separators=(",", ":"))
    return _PAGE.format(
        policy=_policy(host_of(project), imports, _START),
        title=escape(project.site_name),
        imports=imports,
        start=_START,
    )


def _policy(host: Host, *scripts: str) -> str:
    codes = (b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    hashes = " ".join(f"'sha256-{code}'" for code in codes)
    is_public = host.origin == "https://github.com"
    hosts = f"{host.origin} {host.api}" if is_public else host.origin
    portraits = _PORTRAITS if is_public else ""
    return "; ".join(_POLICY).format(hashes=hashes, hosts=hosts, portraits=portraits)
