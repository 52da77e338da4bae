/** A request whose time stands in `Date`, as clients without an SDK sign them. */
import { createHash, createHmac } from "node:crypto";
import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { createSessionStore } from "../sessions/session-store.js";
import { createAuthenticate } from "./authenticate.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));

/** SigV4 by the book, since the SDK's signer signs no `Date`. */
function authorizationOf(
  user: { readonly accessKeyId: string; readonly secretAccessKey: string },
  { host, date }: { readonly host: string; readonly date: string },
): string {
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
  const instant = Date.parse(date);
  const time = Number.isNaN(instant) ? "20260105T090000Z" : new Date(instant).toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const scope = ["20260105", "eu-west-1", "sts", "aws4_request"];
  const canonical = ["POST", "/", "", `date:${date}`, `host:${host}`, "", "date;host", sha256("a=b")].join("\n");
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${user.secretAccessKey}`);
  const signature = hmac(key, ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(canonical)].join("\n")).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${user.accessKeyId}/${scope.join("/")}, SignedHeaders=date;host, Signature=${signature}`;
}

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
  const headers = { host, date, authorization: authorizationOf(user, { host, date }) };
  const authenticate = createAuthenticate({ iam, sessions: createSessionStore({ clock, random }) });
  const found = await authenticate({
    request: { method: "POST", url: `https://${host}/`, headers, body: "a=b" },
    service: "sts",
    region: "eu-west-1",
    now: NOW,
  });
  expect("problem" in found ? found.problem.reason : "good").toBe(outcome);
});
