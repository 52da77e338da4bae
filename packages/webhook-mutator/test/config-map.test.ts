/** Versions of the watched ConfigMap, one after the other: what the real program's own code said of each and knew in the end. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createConfigMapCache } from "../src/caches/config-map-cache.js";
import { DEFAULT_WEBHOOK_SETTINGS } from "../src/index.js";

interface Recorded {
  readonly versions: readonly string[];
  /** Empty where nothing was wrong. */
  readonly problems: readonly string[];
  readonly entries: Readonly<
    Record<string, { readonly RoleARN: string; readonly Audience: string; readonly UseRegionalSTS: boolean; readonly TokenExpiration: number }>
  >;
}

const RECORDED = JSON.parse(readFileSync(new URL("recorded/config-map.json", import.meta.url), "utf8")) as readonly Recorded[];

test.each(RECORDED.map((row) => ({ name: row.versions.join(" then "), ...row })))("$name", ({ versions, problems, entries }) => {
  const cache = createConfigMapCache(DEFAULT_WEBHOOK_SETTINGS);
  expect(versions.map((config) => cache.load({ config }) ?? "")).toEqual(problems);
  const found = Object.keys(entries).map((key) => cache.find(...(key.split("/") as [string, string])));
  const known = Object.values(entries).map(({ RoleARN, Audience, UseRegionalSTS, TokenExpiration }) => ({
    ...{ roleArn: RoleARN, audience: Audience, stsRegionalEndpoint: UseRegionalSTS },
    tokenExpirationSeconds: expect.toSatisfy((seconds: bigint) => Number(seconds) === TokenExpiration) as bigint,
  }));
  expect(found).toEqual(known);
  expect(["ns/a", "ns/b", "ns/c", "ns/sa"].filter((key) => cache.find("ns", key.slice(3)) !== null)).toEqual(
    Object.keys(entries)
      .filter((key) => /^ns\/(a|b|c|sa)$/.test(key))
      .sort(),
  );
});
