/** One request over TLS to a server of loopback, with every header and byte as given. */
import { request } from "node:https";

/** What is sent. */
export interface TlsCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** PEM. */
  readonly certificateAuthority: string;
}

/** What came back. */
export interface TlsAnswer {
  readonly status: number;
  /** By lower-case name; those that came more than once joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TIMEOUT_MS = 60_000;

/** Sends it, and reads the whole answer. */
export function callOverTls({ method, url, headers, body, certificateAuthority }: TlsCall): Promise<TlsAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, ca: certificateAuthority, agent: false, timeout: TIMEOUT_MS }, (answer) => {
      const parts: Uint8Array[] = [];
      answer.on("data", (part: Uint8Array) => parts.push(part));
      answer.once("error", reject);
      answer.once("end", () => {
        const entries = Object.entries(answer.headersDistinct).map(([name, values = []]) => [name, values.join(", ")] as const);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(entries), body: Buffer.concat(parts).toString() });
      });
    });
    sent.once("timeout", () => sent.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    sent.once("error", reject);
    sent.end(body === "" ? undefined : body);
  });
}
