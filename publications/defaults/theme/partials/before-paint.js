document.documentElement.className = "js"; try { document.documentElement.dataset.scheme = localStorage.getItem("scheme") || "" } catch { }
