import { type Arn, epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { type TrustRequestInput, trustRequest } from "./trust-request.js";

const URL = "oidc.example.com/id/A1";
const PROVIDER = `arn:aws:iam::111122223333:oidc-provider/${URL}` as Arn;
const CLAIMS = { sub: "s", aud: ["a"], azp: null, amr: [], email: null };
const SESSION = { tags: new Map<string, string>(), transitiveTagKeys: [], sourceIdentity: null, isAuthorizedByIdp: false };

/** What the trust policy sees of a call, without what it sees of every request. */
function seen(change: { readonly claims?: object; readonly session?: object; readonly roleTags?: ReadonlyMap<string, string> }): object {
  const input = {
    claims: { ...CLAIMS, ...change.claims },
    audience: "a",
    provider: { arn: PROVIDER, url: URL },
    roleSessionName: "name",
    iam: { account: () => null, findVpcEndpoint: () => null },
    role: { arn: "arn:aws:iam::111122223333:role/r", tags: change.roleTags ?? new Map() },
    session: { ...SESSION, ...change.session },
    region: "eu-west-1",
    now: epochMillis(0),
    request: { method: "POST", url: "https://sts.eu-west-1.amazonaws.com/", headers: {}, body: "" },
  } as unknown as TrustRequestInput;
  const isOfEveryRequest = (key: string): boolean => /^aws:(?!FederatedProvider|TagKeys|RequestTag|ResourceTag)/.test(key);
  return Object.fromEntries([...trustRequest(input).context].filter(([key]) => !isOfEveryRequest(key)));
}

const ALWAYS = { [`${URL}:aud`]: ["a"], [`${URL}:sub`]: ["s"], "sts:RoleSessionName": ["name"], "aws:FederatedProvider": [PROVIDER] };

test.each([
  { name: "the least that a token says", change: {}, more: {} },
  { name: "an azp: the audience of the token itself is oaud", change: { claims: { aud: ["b", "c"], azp: "a" } }, more: { [`${URL}:oaud`]: ["b", "c"] } },
  { name: "how the user was authenticated", change: { claims: { amr: ["authenticated", "x"] } }, more: { [`${URL}:amr`]: ["authenticated", "x"] } },
  { name: "an e-mail address", change: { claims: { email: "a@b" } }, more: { [`${URL}:email`]: ["a@b"] } },
  { name: "a source identity", change: { session: { sourceIdentity: "ann" } }, more: { "sts:SourceIdentity": ["ann"] } },
  { name: "the issuer's word for the role", change: { session: { isAuthorizedByIdp: true } }, more: { "sts:RoleAuthorizedByIdp": ["true"] } },
  {
    name: "tags, one of them transitive",
    change: {
      session: {
        tags: new Map([
          ["team", "blue"],
          ["app", "x"],
        ]),
        transitiveTagKeys: ["team"],
      },
    },
    more: { "aws:TagKeys": ["team", "app"], "aws:RequestTag/team": ["blue"], "aws:RequestTag/app": ["x"], "sts:TransitiveTagKeys": ["team"] },
  },
  {
    name: "the role's own tags",
    change: { roleTags: new Map([["stage", "prod"]]) },
    more: { "aws:ResourceTag/stage": ["prod"], "iam:ResourceTag/stage": ["prod"] },
  },
])("condition keys of $name", ({ change, more }) => {
  expect(seen(change)).toEqual({ ...ALWAYS, ...more });
});
