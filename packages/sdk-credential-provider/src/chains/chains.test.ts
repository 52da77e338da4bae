import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SDK_IDS } from "../index.js";
import { isPassing } from "../retry/decide-retry.js";
import type { SdkChain } from "./chain.js";
import { CHAINS } from "./chains.js";

/** The fact sheet's companion; it is read beside the repository and never copied into it. */
const FILE = new URL("../../../../../shared/reference/sdk-credential-chains.json", import.meta.url).pathname;
const isPresent = existsSync(FILE);
if (!isPresent) console.info("the chains are not compared: shared/reference/sdk-credential-chains.json is not beside the repository");

interface SheetChain {
  readonly sdk: keyof typeof CHAINS;
  readonly webIdentity: {
    readonly sessionNameFormula: string;
    readonly sessionNameScope: string;
    readonly refreshBeforeExpirySeconds: number;
    readonly blockingRefreshBeforeExpirySeconds: number;
    readonly retriedErrorCodes: readonly string[];
    readonly attempts: Readonly<Record<string, number | string | null>>;
    readonly durationSeconds: number | null;
    readonly stsCallPhase: string;
    readonly tokenRead?: string;
    readonly diskCache?: string;
  };
  readonly onRefresh: string;
  readonly nothingFound: string | null;
  readonly sts: {
    readonly region: readonly string[];
    readonly noRegion: string;
    readonly regionalFlag: boolean | string;
    readonly endpointUrlEnv: boolean | string;
    readonly default: string;
  };
  readonly chain: readonly { readonly name: string; readonly kind: string; readonly onError: string }[];
}

/** What recordings of real SDKs show to be otherwise (real-clients.md, section 2; the table of recordings holds it). */
const OVERRULED: ReadonlySet<string> = new Set([
  "botocore attempts",
  "java-v2 attempts",
  "js-v3 region",
  "aws-cli-v2 region",
  "rust region",
  "go-v1 no region",
  "java-v1 no region",
  "java-v2 no region",
  "java-v2 endpoint",
  "go-v1 nothing found",
  "go-v2 nothing found",
  "aws-cli-v2 nothing found",
]);

const sheet: readonly SheetChain[] = isPresent ? JSON.parse(readFileSync(FILE, "utf8")).chains : [];

describe.skipIf(!isPresent)("the chains are those of the sheet", () => {
  test("one for each SDK", () => {
    expect([...SDK_IDS].sort()).toEqual(sheet.map(({ sdk }) => sdk).sort());
  });

  describe.each(sheet.map((each) => ({ ...each, ours: CHAINS[each.sdk] as SdkChain })))(
    "$sdk",
    ({ sdk, ours, chain, webIdentity, sts, onRefresh, nothingFound }) => {
      const isSheetRight = (what: string): boolean => !OVERRULED.has(`${sdk} ${what}`);

      test("providers: names, kinds, order, what an error does", () => {
        const wanted = chain.filter(({ kind }) => kind !== "terminator").map(({ name, kind, onError }) => [name, kind, onError]);
        expect(ours.links.map(({ name, kind, onError }) => [name, kind, onError])).toEqual(wanted);
      });

      test("web identity: phase, session name, duration, token", () => {
        expect([ours.stsCallPhase, ours.sessionName.scope]).toEqual([webIdentity.stsCallPhase, webIdentity.sessionNameScope]);
        expect(ours.durationSeconds ?? null).toBe(webIdentity.durationSeconds);
        expect(ours.tokenFile.content).toBe(webIdentity.tokenRead === undefined ? "all" : "first-line");
        expect(ours.cache.scope ?? "memory").toBe(webIdentity.diskCache === undefined ? "memory" : "disk");
      });

      test("refresh: windows, who is asked again", () => {
        const { backgroundSeconds, blockingSeconds } = ours.cache;
        expect([Math.max(backgroundSeconds, blockingSeconds), blockingSeconds]).toEqual([
          webIdentity.refreshBeforeExpirySeconds,
          webIdentity.blockingRefreshBeforeExpirySeconds,
        ]);
        expect(ours.onRefresh === "winner-then-chain" ? "chain" : ours.onRefresh).toBe(onRefresh);
      });

      test("retries: codes and calls", () => {
        for (const code of webIdentity.retriedErrorCodes) expect(ours.retry.codes.includes(code) || isPassing({ code, status: 400 })).toBe(true);
        for (const [code, calls] of Object.entries(webIdentity.attempts))
          if (typeof calls === "number" && isSheetRight("attempts"))
            expect([code, ours.retry.codes.includes(code) || isPassing({ code, status: 400 }) ? ours.retry.attempts[ours.retry.mode] : 1]).toEqual([
              code,
              calls,
            ]);
      });

      test("STS: regions, none of them, endpoint", () => {
        if (isSheetRight("region"))
          expect([...new Set(ours.sts.region)]).toEqual([...new Set(sts.region.flatMap((source) => REGION_SOURCES[source] ?? [source]))]);
        if (sts.noRegion !== "unconfirmed" && isSheetRight("no region")) expect(describeNoRegion(ours)).toBe(sts.noRegion.split(" (")[0]);
        if (typeof sts.regionalFlag === "boolean") expect(ours.sts.regionalFlag).toBe(sts.regionalFlag);
        if (typeof sts.endpointUrlEnv === "boolean" && isSheetRight("endpoint")) expect(ours.sts.endpointVariables.length > 0).toBe(sts.endpointUrlEnv);
        expect(ours.sts.mode).toBe(/^global/.test(sts.default) ? "legacy" : "regional");
      });

      test("the text when nothing was found", () => {
        const text = ours.texts.nothingFound([]);
        if (nothingFound === null) expect(text).toBeNull();
        else if (!nothingFound.startsWith("message of the last provider") && isSheetRight("nothing found"))
          expect(text?.startsWith(beginning(nothingFound))).toBe(true);
      });
    },
  );
});

/** The sheet's words for several sources at once, or for one under another name. */
const REGION_SOURCES: Readonly<Record<string, readonly string[]>> = {
  "clientConfig.region": ["code"],
  "region of the calling client": ["code"],
  "client region": ["code"],
  "client or config region": ["code"],
  environment: ["AWS_REGION", "AMAZON_REGION", "AWS_DEFAULT_REGION"],
  property: ["aws.region"],
  "aws.region property": ["aws.region"],
  "config by AWS_SDK_LOAD_CONFIG": ["profile"],
  "AWS_DEFAULT_REGION and profile with AWS_SDK_LOAD_CONFIG": ["AWS_DEFAULT_REGION", "profile"],
};

function describeNoRegion({ sts, links }: SdkChain): string {
  const { noRegion } = sts;
  const skips = links.find(({ kind }) => kind === "web-identity")?.onError === "continue";
  if (noRegion.take === "error") return skips ? "provider fails and is skipped" : "error";
  if (noRegion.take === "global") return sts.region.includes("aws.region") ? "us-east-1 with host https://sts.amazonaws.com" : "https://sts.amazonaws.com";
  return noRegion.warning === undefined ? "us-east-1" : `us-east-1 with ${noRegion.warning.startsWith("NOTICE") ? "notice" : "warning"}`;
}

/** What stands before the sheet's dots. */
function beginning(text: string): string {
  return (text.split(/\.\.\.|\[/)[0] as string).trimEnd();
}
