/** S3 with a bucket, asked with real signatures. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { bodyText, createRandom, createTrace, dnsSuffixOf, epochMillis, type HttpResponse, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { createAuthenticate, createIam, createSessionStore, type IamOptions } from "@irsa-sim/iam";
import { SignatureV4 } from "@smithy/signature-v4";
import { createS3, type NewBucket } from "./index.js";

const ACCOUNT = "111122223333";
const NOW = Date.UTC(2026, 0, 5, 9);

/** One request in path style. */
export interface TestCall {
  readonly method?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** `null` for nobody; the developer when absent. */
  readonly as?: "developer" | "visitor" | null;
}

/** What is special about a world. */
export interface TestS3Options {
  readonly bucket?: Partial<NewBucket>;
  readonly organization?: IamOptions["organization"];
  /** `eu-west-1` when absent. */
  readonly region?: string;
}

/** Creates the world: `my-bucket` with `hello.txt`, owned by the developer's account; the visitor is of another. */
export function createTestS3(policies: readonly JsonObject[] | null = null, { bucket = {}, organization, region = "eu-west-1" }: TestS3Options = {}) {
  const host = `s3.${region}.${dnsSuffixOf(region)}`;
  const clock = new VirtualClock(epochMillis(NOW));
  const random = createRandom("s3");
  const iam = createIam({ clock, random, accounts: [ACCOUNT, "444455556666"], ...(organization === undefined ? {} : { organization }) });
  const sessions = createSessionStore({ clock, random });
  const handler = createS3({
    iam,
    authenticate: createAuthenticate({ iam, sessions }),
    buckets: [{ name: "my-bucket", region, accountId: ACCOUNT, objects: { "hello.txt": "Hello" }, ...bucket }],
    clock,
    random: random.stream("s3"),
  });
  const developer = iam.account(ACCOUNT)?.users.get("developer");
  const visitor = iam.account("444455556666")?.users.get("developer");
  if (developer === undefined || visitor === undefined) throw new Error("no users");
  if (policies !== null) {
    const stored = policies.map((statement, index) => ({
      source: `user/developer/policy/${index}`,
      document: { Version: "2012-10-17", Statement: [statement] },
    }));
    iam.account(ACCOUNT)?.users.set("developer", { ...developer, policies: stored });
  }
  const trace = createTrace(clock);
  const call = async ({ method = "GET", path, query = {}, headers = {}, body = "", as = "developer" }: TestCall): Promise<HttpResponse> => {
    const url = new URL(`https://${host}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const request = { method, protocol: "https:", hostname: host, path: url.pathname, query: { ...query }, headers: { host, ...headers }, body };
    const signer = new SignatureV4({
      service: "s3",
      region,
      credentials: as === "visitor" ? visitor : developer,
      sha256: Sha256,
      uriEscapePath: false,
    });
    const signed = as === null ? request.headers : (await signer.sign(request, { signingDate: new Date(clock.now()) })).headers;
    const lower = Object.fromEntries(Object.entries(signed).map(([name, value]) => [name.toLowerCase(), value]));
    return handler({ method, url: url.href, headers: lower, body }, trace.root);
  };
  return { call, clock, trace, handler, developer };
}

/** The text of the first element with this name; `null` when there is none. */
export function element(response: HttpResponse, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)<`).exec(bodyText(response))?.[1] ?? null;
}
