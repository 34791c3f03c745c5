"""The policy: what a page may load and run, said to the browser in the page, and as headers for servers.

Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/): nothing but what is named. A page's one inline script is
named by its hash; Pagefind's index is WebAssembly; nothing comes from, or goes to, another site.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

INLINE_SCRIPT = "partials/before-paint.js"
"""The script that stands in each page, below the theme's folder."""

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-{hash}'",
    "style-src 'self'",
    "img-src 'self' data:",  # the tab's icon and the signs of admonitions stand in the files themselves
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
# A page cannot say these of itself.
_BY_HEADER_ONLY = ("frame-ancestors 'none'",)


def page_policy(theme_dir: Path) -> str:
    """What a page says of itself, in a `<meta http-equiv>`."""
    # Jinja takes the last line end away.
    script = (theme_dir / INLINE_SCRIPT).read_text(encoding="utf-8").removesuffix("\n")
    code = b64encode(sha256(script.encode()).digest()).decode()
    return "; ".join(_DIRECTIVES).format(hash=code)


def headers(theme_dir: Path) -> Mapping[str, str]:
    """What a server says with every file."""
    return {
        "Content-Security-Policy": "; ".join((page_policy(theme_dir), *_BY_HEADER_ONLY)),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def header_files(theme_dir: Path, *, apart: str = "", folders: Iterable[str] = ()) -> Mapping[str, str]:
    """The headers as files below the site's root: for Netlify and Cloudflare Pages, and to be included by nginx.

    apart: a folder that says its policy itself, "admin"; folders: all others.
    """
    found = headers(theme_dir)
    listed = "".join(f"  {name}: {value}\n" for name, value in found.items())
    # Where two rules fit an address, a browser obeys both.
    paths = (
        ("/*",) if not apart else ("/", "/index.html", "/404.html", *(f"/{folder}/*" for folder in folders))
    )
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in found.items())
    other = f"location /{apart}/ {{ add_header X-Content-Type-Options nosniff always; }}\n" if apart else ""
    return {
        "_headers": "".join(f"{path}\n{listed}" for path in paths),
        "nginx-headers.conf": f"# include this in a server block\n{nginx}{other}",
    }
