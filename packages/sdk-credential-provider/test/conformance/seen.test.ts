/**
 * Situations in which unmodified SDKs were seen in November 2026, beside ours: who won, who was called, and the error. Facts in `seen.json`, a line a situation; each
 * was recorded with peers like those of the recordings, real names and certificates, in a network of its own.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { playCell } from "./play-cell.js";
import type { Situation } from "./situation.js";
import { summarise } from "./summarise.js";

/** What is in the environment besides what a situation says. */
const BASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  irsa: {
    AWS_ROLE_ARN: "arn:aws:iam::111122223333:role/app",
    AWS_WEB_IDENTITY_TOKEN_FILE: "$TOKEN",
    AWS_REGION: "eu-west-1",
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_STS_REGIONAL_ENDPOINTS: "regional",
  },
  region: { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" },
  nothing: {},
};

/** A situation, and what SDKs, whose names share a text, did in it. */
interface Seen extends Omit<Situation, "id" | "env"> {
  readonly base: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly seen: Readonly<Record<string, string>>;
}

const all = JSON.parse(readFileSync(new URL("seen.json", import.meta.url), "utf8")) as readonly Seen[];
const rows = all.flatMap(({ seen, base, env = {}, ...rest }) =>
  Object.entries(seen).flatMap(([sdks, said]) =>
    sdks.split(" ").map((sdk) => ({ name: `${sdk}: ${rest.what}`, sdk, said, situation: { ...rest, id: rest.what, env: { ...BASES[base], ...env } } })),
  ),
);

describe("SDKs as they were seen", () => {
  test.each(rows)("$name", async ({ sdk, situation, said }) => {
    expect(summarise(await playCell(sdk, situation))).toBe(said);
  });
});
