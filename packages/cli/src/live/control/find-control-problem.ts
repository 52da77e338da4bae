/** What of a request tells who sent it. */
export interface ControlRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Whether a request may control the simulation: one that names this machine and its port, and comes from no web page of another origin. A page that
 * somebody visits can send requests here, but cannot hide where it comes from.
 *
 * @returns why not; `null` when it may
 */
export function findControlProblem({ method, headers }: ControlRequest, port: number): string | null {
  const here = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = String(headers.host ?? "");
  if (!here.includes(host)) return `the Host is "${host}", and only ${here.join(" or ")} is answered`;
  const { origin, "sec-fetch-site": site, "content-type": contentType = "" } = headers;
  if (origin !== undefined && !here.some((one) => origin === `http://${one}`)) return "a web page of another origin may not control the simulation";
  if (site !== undefined && site !== "same-origin" && site !== "none") return "a web page of another origin may not control the simulation";
  if (method !== "GET" && !/^application\/json(;|$)/.test(String(contentType))) return "what controls the simulation is sent as application/json";
  return null;
}
