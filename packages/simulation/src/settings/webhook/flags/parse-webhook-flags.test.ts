import { expect, test } from "vitest";
import { parseWorldDescription } from "../../parse-world-description.js";
import type { WrittenWorld } from "../../world-description.js";
import { webhookSettings } from "../webhook-settings.js";
import { parseWebhookFlags } from "./parse-webhook-flags.js";

test.each<{ readonly name: string; readonly webhook: WrittenWorld["webhook"]; readonly settings: object }>([
  { name: "by itself it names no region", webhook: {}, settings: { awsDefaultRegion: "", stsRegionalEndpoint: false } },
  {
    name: "settings of their own become flags",
    webhook: { region: "eu-west-1", stsRegionalEndpoints: true },
    settings: { awsDefaultRegion: "eu-west-1", stsRegionalEndpoint: true },
  },
  {
    name: "a flag that is written out comes later, and wins",
    webhook: { region: "eu-west-1", flags: ["--aws-default-region=us-east-1"] },
    settings: { awsDefaultRegion: "us-east-1" },
  },
  { name: "a value as a word of its own", webhook: { flags: ["--token-expiration", "3600", "-v", "4"] }, settings: { tokenExpirationSeconds: 3600n } },
  { name: "a written flag", webhook: { flags: ["--token-expiration=3600"] }, settings: { tokenExpirationSeconds: 3600n } },
])("$name", ({ webhook, settings }) => {
  expect(parseWebhookFlags(parseWorldDescription({ webhook }).webhook)).toMatchObject(settings);
});

test.each([
  { flags: ["--namespace=a", "--nope", "x"], index: 1, says: "unknown flag: --nope" },
  { flags: ["--namespace=a", "--port", "x"], index: 2, says: 'invalid argument "x" for "--port" flag: strconv.ParseInt: parsing "x": invalid syntax' },
  { flags: ["--namespace=a", "--port"], index: 1, says: "flag needs an argument: --port" },
])("$flags is refused at word $index", ({ flags, index, says }) => {
  const { issues } = webhookSettings.safeParse({ flags }).error ?? { issues: [] };
  expect(issues.map(({ path, message }) => [path, message])).toEqual([[["flags", index], `a command line that the webhook takes; it ends with ${says}`]]);
});
