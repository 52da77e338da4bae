/** A request whose time stands in `Date`, as clients without an SDK sign them. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { createSessionStore } from "../sessions/session-store.js";
import { createAuthenticate } from "./authenticate.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));

test.each([
  { date: "Mon, 05 Jan 2026 09:00:00 GMT", outcome: "good" },
  { date: "20260105T090000Z", outcome: "good" },
  { date: "Mon, 05 Jan 2026 08:00:00 GMT", outcome: "clock-skewed" },
  { date: "yesterday", outcome: "malformed-authorization" },
])("Date: $date", async ({ date, outcome }) => {
  const clock = new VirtualClock(NOW);
  const random = createRandom("date");
  const iam = createIam({ clock, random, accounts: ["111122223333"] });
  const user = iam.account("111122223333")?.users.get("developer");
  if (user === undefined) throw new Error("no developer");
  const host = "sts.eu-west-1.amazonaws.com";
  const signer = new SignatureV4({ service: "sts", region: "eu-west-1", credentials: user, sha256: Sha256, applyChecksum: false });
  const plain = { method: "POST", protocol: "https:", hostname: host, path: "/", headers: { host, date }, body: "a=b" };
  const signed = await signer.sign(plain, {
    signingDate: new Date(Number.isNaN(Date.parse(date)) ? NOW : Date.parse(date)),
    unsignableHeaders: new Set(["x-amz-date"]),
  });
  const { "x-amz-date": _, ...headers } = signed.headers;
  const authenticate = createAuthenticate({ iam, sessions: createSessionStore({ clock, random }) });
  const found = await authenticate({
    request: { method: "POST", url: `https://${host}/`, headers, body: "a=b" },
    service: "sts",
    region: "eu-west-1",
    now: NOW,
  });
  expect("problem" in found ? found.problem.reason : "good").toBe(outcome);
});
