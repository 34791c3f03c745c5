"""Host: where the repository is on the web, as the CMS wants to be told, and how people sign in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from publications.faults import Fault, PublicationError
from publications.project import CONFIG, Project

SETTINGS = "cms"
"""Below `extra:` in mkdocs.yml: what is written into the CMS's `backend` as it is (`base_url`, `app_id`, `auth_scope` …)."""

# GitHub's addresses are edit/main/docs/, GitLab's -/edit/main/docs/, those of Gitea and Forgejo _edit/main/docs/.
_EDIT = re.compile(r"(?P<mark>-/|_)?edit/(?P<branch>[^/]+)/(?P<folder>(?:[^/]+/)*)docs/?")
_MARKS = {"-/": "gitlab", "_": "gitea"}
_NAMES = {"github": "github", "gitlab": "gitlab", "gitea": "gitea", "forgejo": "gitea", "codeberg": "gitea"}
_API = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}
_PUBLIC = frozenset({"github.com", "gitlab.com"})


@dataclass(frozen=True, slots=True)
class Host:
    """name: of the CMS's backend; repository: "owner/name"; folder: of the project in the repository, "" or "site/".

    api: the address that the CMS talks to.
    """

    name: str
    repository: str
    branch: str
    folder: str
    origin: str
    api: str

    @property
    def has_workflow(self) -> bool:
        """Whether what is saved becomes a pull request, which somebody else merges."""
        return self.name != "gitea"


def host_of(project: Project) -> Host:
    """The host of the project's repository. None, or one that the CMS does not know, is a PublicationError.

    What data/identity.yml says goes first: `repo_url` is another in a fork, and whoever translates there is to write here.
    """
    address, edit = (
        urlsplit(project.identity.repository or project.repo_url),
        _EDIT.fullmatch(project.edit_uri),
    )
    if not address.netloc or not edit:
        raise _fault(
            "the CMS must know the repository. Write its address into data/identity.yml, "
            "`repository: https://github.com/OWNER/NAME`, and how a page is edited there into mkdocs.yml, "
            "`edit_uri: edit/main/docs/`."
        )
    known = (name for word, name in _NAMES.items() if word in address.netloc)
    name = _MARKS.get(edit["mark"] or "") or next(known, "")
    if not name:
        raise _fault(
            f"the CMS knows GitHub, GitLab, Gitea and Forgejo, and not what {address.netloc} is. Where it is a GitLab, "
            "write `edit_uri: -/edit/main/docs/`; where it is a Gitea or Forgejo, `edit_uri: _edit/main/docs/`."
        )
    origin = f"{address.scheme}://{address.netloc}"
    api = "https://api.github.com" if address.netloc == "github.com" else f"{origin}{_API[name]}"
    repository = address.path.strip("/").removesuffix(".git")
    return Host(name, repository, edit["branch"], edit["folder"], origin, api)


def backend_of(project: Project, host: Host) -> Mapping[str, object]:
    """The CMS's `backend`. Without a service of the site's own for signing in, people use a token of their account."""
    found: dict[str, object] = {"name": host.name, "repo": host.repository, "branch": host.branch}
    if urlsplit(host.origin).netloc not in _PUBLIC:
        found |= {"api_root": host.api, "base_url": host.origin}
    if host.name == "github":
        # Who may not write gets a fork; a public repository needs no more than this scope for it.
        found |= {"open_authoring": True, "auth_scope": "public_repo"}
    own = project.extra.get(SETTINGS)
    own = own if isinstance(own, dict) else {}
    if host.name == "gitlab" and "app_id" in own:
        found["auth_type"] = "pkce"
    signs_in = "base_url" if host.name == "github" else "app_id"
    if signs_in not in own:
        found["auth_methods"] = ["token"]
    return found | {str(key): value for key, value in own.items()}


def _fault(message: str) -> PublicationError:
    return PublicationError(Fault(CONFIG, 0, message))
