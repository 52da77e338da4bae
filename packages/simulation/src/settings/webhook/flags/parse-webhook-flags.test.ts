import { expect, test } from "vitest";
import { parseWorldDescription } from "../../parse-world-description.js";
import type { WrittenWorld } from "../../world-description.js";
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
  { name: "a written flag", webhook: { flags: ["--token-expiration=3600"] }, settings: { tokenExpirationSeconds: 3600n } },
])("$name", ({ webhook, settings }) => {
  expect(parseWebhookFlags(parseWorldDescription({ webhook }).webhook)).toMatchObject(settings);
});
