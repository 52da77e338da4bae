import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import RECORDED from "../../test/flags/recorded.json" with { type: "json" };
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "../settings.js";
import { FLAGS } from "./flags.js";
import { parseGoDuration } from "./parse-duration.js";
import { parseFlags } from "./parse-flags.js";

const SHEET = new URL("../../../../../shared/reference/webhook.md", import.meta.url).pathname;

describe("flags (section 2)", () => {
  test.each<{ flag: string; settings: Partial<WebhookSettings> }>([
    { flag: "--annotation-prefix=example.com", settings: { annotationPrefix: "example.com" } },
    { flag: "--token-audience=aud", settings: { tokenAudience: "aud" } },
    { flag: "--token-mount-path=/a//b/", settings: { tokenMountPath: "/a//b/" } },
    { flag: "--token-expiration=3600", settings: { tokenExpirationSeconds: 3600n } },
    { flag: "--token-expiration=99999999999", settings: { tokenExpirationSeconds: 99_999_999_999n } },
    { flag: "--aws-default-region=eu-west-1", settings: { awsDefaultRegion: "eu-west-1" } },
    { flag: "--sts-regional-endpoint", settings: { stsRegionalEndpoint: true } },
    { flag: "--sts-regional-endpoint=false", settings: { stsRegionalEndpoint: false } },
    { flag: "--namespace=default", settings: { namespace: "default" } },
    { flag: "--watch-config-map=true", settings: { watchConfigMap: true } },
    { flag: "--compose-role-arn", settings: { composeRoleArn: true } },
    { flag: "--watch-container-credentials-config=/etc/c.json", settings: { watchContainerCredentialsConfig: "/etc/c.json" } },
    { flag: "--container-credentials-audience=aud", settings: { containerCredentialsAudience: "aud" } },
    { flag: "--container-credentials-token-mount-path=/m", settings: { containerCredentialsTokenMountPath: "/m" } },
    { flag: "--container-credentials-token-volume-name=v", settings: { containerCredentialsTokenVolumeName: "v" } },
    { flag: "--container-credentials-token-path=t", settings: { containerCredentialsTokenPath: "t" } },
    { flag: "--container-credentials-full-uri=http://x", settings: { containerCredentialsFullUri: "http://x" } },
    { flag: "--service-account-lookup-grace-period=100ms", settings: { serviceAccountLookupGracePeriodMs: 100 } },
    { flag: "--enable-debugging-handlers", settings: { enableDebuggingHandlers: true } },
    { flag: "--port=8443", settings: {} },
    { flag: "--tls-min-version=1.2", settings: {} },
    { flag: "--tls-cipher-suites= TLS_AES_128_GCM_SHA256 ,,TLS_RSA_WITH_RC4_128_SHA", settings: {} },
    { flag: "--tls-min-version=", settings: {} },
    { flag: "--tls-cipher-suites=", settings: {} },
    { flag: "--in-cluster=false", settings: {} },
    { flag: "--resync-period=30s", settings: {} },
  ])("$flag", ({ flag, settings }) => {
    expect(parseFlags([flag])).toEqual({ settings: { ...DEFAULT_WEBHOOK_SETTINGS, ...settings } });
  });

  test.each([
    { args: ["--tls-min-version=1.4"], problem: "unsupported version 1.4" },
    { args: ["--tls-cipher-suites=TLS_AES_128_GCM_SHA256,NONE"], problem: "unsupported cipher suite: NONE" },
    { args: ["--tls-min-version=1.4", "--nope"], problem: "unknown flag: --nope" },
    { args: ["--__proto__"], problem: "unknown flag: --__proto__" },
    { args: ["--port=x", "--nope"], problem: 'invalid argument "x" for "--port" flag: strconv.ParseInt: parsing "x": invalid syntax' },
    { args: ["--port=1", "--nope"], problem: "unknown flag: --nope" },
  ])("$args ends the process", ({ args, problem }) => {
    expect(parseFlags(args)).toEqual({ problem });
  });

  test.each([
    { name: "two words", args: ["--token-expiration", "3600"], settings: { tokenExpirationSeconds: 3600n } },
    { name: "another base", args: ["--token-expiration=0xe10"], settings: { tokenExpirationSeconds: 3600n } },
    { name: "a bare yes takes no second word", args: ["--watch-config-map", "false"], settings: { watchConfigMap: true } },
    { name: "the last one counts", args: ["--namespace=a", "--namespace=b"], settings: { namespace: "b" } },
    { name: "behind the end", args: ["--", "--namespace=a"], settings: {} },
  ])("$name", ({ args, settings }) => {
    expect(parseFlags(args)).toEqual({ settings: { ...DEFAULT_WEBHOOK_SETTINGS, ...settings } });
  });

  test.each(RECORDED.map((row) => ({ ...row, shown: row.args.join(" ") })))("as the real flags do: $shown", ({ args, error }) => {
    const parsed = parseFlags(args);
    expect("problem" in parsed ? parsed.problem : undefined).toBe(error);
  });

  test.skipIf(!existsSync(SHEET))("every flag of the sheet, with its default", () => {
    const rows = [...readFileSync(SHEET, "utf8").matchAll(/^\| `--([a-z-]+)` \((\w+)\) \| (?:`([^`]*)`|empty) \|/gm)];
    const sheet = Object.fromEntries(rows.map(([, name = "", kind, value = ""]) => [name, { kind: kind === "int64" ? "int" : kind, default: value }]));
    const ours = Object.fromEntries(
      Object.entries(FLAGS)
        .filter(([name, { kind }]) => !kind.startsWith("klog") && !name.includes("_"))
        .map(([name, flag]) => [name, { kind: flag.kind, default: flag.default }]),
    );
    expect(ours).toEqual(sheet);
    expect(rows.length).toBeGreaterThan(25);
  });
});

test.each([
  { text: "0", read: { ms: 0 } },
  { text: "100ms", read: { ms: 100 } },
  { text: "1m30s", read: { ms: 90_000 } },
  { text: "1.5h", read: { ms: 5_400_000 } },
  { text: "-1s", read: { ms: -1000 } },
  { text: "1000us", read: { ms: 1 } },
  { text: ".5s", read: { ms: 500 } },
  { text: "", read: { problem: 'time: invalid duration ""' } },
  { text: "5", read: { problem: 'time: missing unit in duration "5"' } },
  { text: "1d", read: { problem: 'time: unknown unit "d" in duration "1d"' } },
])("the duration $text", ({ text, read }) => {
  expect(parseGoDuration(text)).toEqual(read);
});
