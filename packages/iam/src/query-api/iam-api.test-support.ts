import { Sha256 } from "@aws-crypto/sha256-js";
import { bodyText, createRandom, createTrace, epochMillis, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { createAuthenticate, createIam, createIamQueryApi, createSessionStore, type IamOptions } from "../index.js";

const NOW = Date.UTC(2026, 0, 5, 9);

/** How a call is signed where it is not signed well. */
export interface Signing {
  readonly region?: string;
  readonly service?: string;
  readonly secret?: string;
  readonly accessKeyId?: string;
  readonly token?: string;
  readonly at?: number;
  readonly unsigned?: boolean;
}

/** An IAM with one account, and its developer who calls it. */
export function createApi({
  region = "us-east-1",
  ...settings
}: Pick<IamOptions, "partition" | "quotas" | "organization"> & { readonly region?: string } = {}) {
  const clock = new VirtualClock(epochMillis(NOW));
  const random = createRandom("iam");
  const iam = createIam({ clock, random, accounts: ["111122223333"], ...settings });
  const sessions = createSessionStore({ clock, random });
  const api = createIamQueryApi({ iam, authenticate: createAuthenticate({ iam, sessions }), clock, region, random });
  const account = iam.account("111122223333");
  const user = account?.users.get("developer");
  if (account === null || user === undefined) throw new Error("no developer");
  const call = async (action: string, parameters: Readonly<Record<string, string>> = {}, signing: Signing = {}) => {
    const body = new URLSearchParams({ Action: action, Version: "2010-05-08", ...parameters }).toString();
    const request: HttpRequest = {
      method: "POST",
      url: "https://iam.amazonaws.com/",
      headers: { host: "iam.amazonaws.com", "content-type": "application/x-www-form-urlencoded" },
      body,
    };
    const signer = new SignatureV4({
      service: signing.service ?? "iam",
      region: signing.region ?? region,
      credentials: {
        accessKeyId: signing.accessKeyId ?? user.accessKeyId,
        secretAccessKey: signing.secret ?? user.secretAccessKey,
        ...(signing.token === undefined ? {} : { sessionToken: signing.token }),
      },
      sha256: Sha256,
      applyChecksum: false,
    });
    const signed = await signer.sign(
      { method: "POST", protocol: "https:", hostname: "iam.amazonaws.com", path: "/", headers: { ...request.headers }, body },
      { signingDate: new Date(signing.at ?? NOW) },
    );
    const trace = createTrace(clock);
    const response = await api(signing.unsigned ? request : { ...request, headers: signed.headers }, trace.root);
    const text = bodyText(response);
    return {
      status: response.status,
      text,
      code: /<Code>(.*?)<\/Code>/.exec(text)?.[1],
      message: /<Message>([\s\S]*?)<\/Message>/.exec(text)?.[1],
      events: trace.events,
      requestId: response.headers["x-amzn-requestid"],
    };
  };
  return { call, clock, account, sessions, user };
}
