import { describe, expect, test } from "vitest";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { createConfigMapCache } from "./config-map-cache.js";
import { createContainerCredentialsSet } from "./container-credentials-set.js";
import { createServiceAccountCache } from "./service-account-cache.js";

const PLACE = { account: "111122223333", region: "eu-west-1" };

describe("service accounts (section 4.3)", () => {
  const ROLE = { "eks.amazonaws.com/role-arn": "arn" };

  test("each change replaces the whole entry, so removing the annotation removes the role", () => {
    const cache = createServiceAccountCache(DEFAULT_WEBHOOK_SETTINGS, PLACE);
    cache.set("ns", "sa", { ...ROLE, "eks.amazonaws.com/audience": "aud" });
    cache.set("ns", "sa", {});
    expect(cache.find("ns", "sa")).toMatchObject({ roleArn: "", audience: "sts.amazonaws.com" });
  });

  test("every service account is stored, annotated or not, and deletion removes it", () => {
    const cache = createServiceAccountCache(DEFAULT_WEBHOOK_SETTINGS, PLACE);
    expect(cache.isUsed()).toBe(false);
    cache.set("ns", "b", {});
    cache.set("ns", "a", ROLE);
    expect(cache.entries().map(([key]) => key)).toEqual(["ns/a", "ns/b"]);
    cache.delete("ns", "a");
    expect(cache.find("ns", "a")).toBeNull();
    cache.clear();
    expect([cache.entries(), cache.isUsed()]).toEqual([[], true]);
  });
});

describe("the ConfigMap (section 11)", () => {
  const entry = { RoleARN: "arn", Audience: "aud", UseRegionalSTS: true, TokenExpiration: 3600 };
  const load = (config: string) => {
    const cache = createConfigMapCache(DEFAULT_WEBHOOK_SETTINGS);
    return { cache, problem: cache.load({ config }) };
  };

  test.each([
    { name: "all members", written: entry, read: { roleArn: "arn", audience: "aud", stsRegionalEndpoint: true, tokenExpirationSeconds: 3600n } },
    { name: "member names in any case", written: { rolearn: "arn", AUDIENCE: "aud" }, read: { roleArn: "arn", audience: "aud" } },
    { name: "audience absent: empty, not the flag's", written: { RoleARN: "arn" }, read: { audience: "" } },
    { name: "regional STS absent: false", written: { RoleARN: "arn" }, read: { stsRegionalEndpoint: false } },
    { name: "lifetime absent: the flag's", written: { RoleARN: "arn" }, read: { tokenExpirationSeconds: 86_400n } },
    { name: "lifetime 0: the flag's", written: { TokenExpiration: 0 }, read: { tokenExpirationSeconds: 86_400n } },
    { name: "no floor of 600", written: { TokenExpiration: 30 }, read: { tokenExpirationSeconds: 30n } },
  ])("$name", ({ written, read }) => {
    expect(load(JSON.stringify({ "ns/sa": written })).cache.find("ns", "sa")).toMatchObject(read);
  });

  test.each([
    { name: "any namespace", key: "*/sa", namespace: "*", found: true },
    { name: "a partial pattern is a plain text", key: "test-*/sa", namespace: "test-1", found: false },
    { name: "of a long key the first two parts count", key: "ns/sa/more", namespace: "ns", found: true },
    { name: "a key without a slash", key: "sa", namespace: "ns", found: false },
  ])("keys: $name", ({ key, namespace, found }) => {
    expect(load(JSON.stringify({ [key]: entry })).cache.find(namespace, "sa") !== null).toBe(found);
  });

  test.each(["", "{", "[]", '{"ns/other":{"RoleARN":5}}'])("bad config %j: old entries are kept", (config) => {
    const { cache } = load(JSON.stringify({ "ns/sa": entry }));
    expect(cache.load({ config })).not.toBeNull();
    expect(cache.find("ns", "sa")).not.toBeNull();
  });

  test("a new version drops keys that are missing in it; after one that could not be read it drops none", () => {
    const { cache } = load(JSON.stringify({ "ns/a": entry, "ns/b": entry }));
    cache.load({ config: JSON.stringify({ "ns/b": entry }) });
    expect(cache.find("ns", "a")).toBeNull();
    cache.load({ config: "{" });
    cache.load({ config: JSON.stringify({ "ns/c": entry }) });
    expect(cache.find("ns", "b")).not.toBeNull();
    cache.load({ config: JSON.stringify({}) });
    expect([cache.find("ns", "b") !== null, cache.find("ns", "c")]).toEqual([true, null]);
  });

  test("an entry that is null is left out", () => {
    expect(load('{"ns/sa":null}').cache.find("ns", "sa")).toBeNull();
  });
});

describe("the container-credentials file (section 10)", () => {
  const LISTED = '{"identities":[{"namespace":"ns","serviceAccount":"sa","more":1}]}';

  test("lists pairs exactly, unknown keys ignored", () => {
    const set = createContainerCredentialsSet();
    expect(set.load(LISTED)).toBeNull();
    expect([set.has("ns", "sa"), set.has("ns", "SA"), set.has("other", "sa")]).toEqual([true, false, false]);
  });

  test("there are no wildcards: * is a namespace called *", () => {
    const set = createContainerCredentialsSet();
    set.load('{"identities":[{"namespace":"*","serviceAccount":"sa"}]}');
    expect([set.has("ns", "sa"), set.has("*", "sa")]).toEqual([false, true]);
  });

  test.each([
    { name: "missing", content: null },
    { name: "empty", content: "" },
  ])("a file that is $name lists nobody", ({ content }) => {
    const set = createContainerCredentialsSet();
    set.load(LISTED);
    expect(set.load(content)).toBeNull();
    expect(set.has("ns", "sa")).toBe(false);
  });

  test.each(["{", '{"identities":{}}'])("content %j that cannot be read leaves the set as it was", (content) => {
    const set = createContainerCredentialsSet();
    set.load(LISTED);
    expect(set.load(content)).not.toBeNull();
    expect(set.has("ns", "sa")).toBe(true);
  });
});
