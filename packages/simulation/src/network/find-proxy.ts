/**
 * The proxy that `HTTPS_PROXY` or `HTTP_PROXY` names for a URL, unless `NO_PROXY` takes it out.
 * Leaves out: addresses and networks in `NO_PROXY`, ports there, and a proxy's user and password.
 *
 * @returns `null` when the request goes straight to its host
 */
export function findProxy(url: URL, environment: Readonly<Record<string, string>>): URL | null {
  const read = (name: string): string => environment[name] || environment[name.toLowerCase()] || "";
  const written = read(url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY");
  if (written === "" || isExcepted(url.hostname, read("NO_PROXY"))) return null;
  const proxy = written.includes("://") ? written : `http://${written}`;
  return URL.canParse(proxy) ? new URL(proxy) : null;
}

/** A name stands for itself and what is below it, with or without a dot in front; `*` for everything. */
function isExcepted(host: string, noProxy: string): boolean {
  return noProxy
    .split(",")
    .map((entry) => entry.trim().replace(/^\*?\./, ""))
    .some((entry) => entry === "*" || (entry !== "" && (host === entry || host.endsWith(`.${entry}`))));
}
