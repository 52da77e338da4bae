import { Sha256 } from "@aws-crypto/sha256-js";
import { createRandom, epochMillis, type HttpRequest, VirtualClock } from "@irsa-sim/core";
import { SignatureV4 } from "@smithy/signature-v4";
import { expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { NOW, PLAIN_ROLE } from "../sessions/role.test-support.js";
import { NO_GRANTS, type RoleSession } from "../sessions/role-session.js";
import { createSealedSessions } from "../sessions/sealed/create-sealed-sessions.js";
import { createAuthenticate } from "./authenticate.js";

const KEY = new Uint8Array(32).fill(7);

/** A replica with accounts of its own, which hold the same role. */
function createReplica(seed: string, at = NOW) {
  const clock = new VirtualClock(at);
  const random = createRandom(seed);
  const iam = createIam({ clock, random: createRandom("iam"), accounts: ["111122223333"] });
  iam.account("111122223333")?.roles.set("app", PLAIN_ROLE);
  const sessions = createSealedSessions({ key: KEY, randomBytes: (length) => Uint8Array.from(random.bytes(length)), clock, iam });
  const issue = async () => sessions.issue({ role: PLAIN_ROLE, sessionName: "one", durationSeconds: 3600, webIdentity: null, grants: NO_GRANTS });
  return { iam, clock, issue, authenticate: createAuthenticate({ iam, sessions }) };
}

async function sign({ accessKeyId, secretAccessKey, sessionToken }: RoleSession, at: number): Promise<HttpRequest> {
  const host = "sts.eu-west-1.amazonaws.com";
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  const signer = new SignatureV4({ service: "sts", region: "eu-west-1", credentials, sha256: Sha256, applyChecksum: false });
  const { headers } = await signer.sign({ method: "GET", protocol: "https:", hostname: host, path: "/", headers: { host } }, { signingDate: new Date(at) });
  return { method: "GET", url: `https://${host}/`, headers, body: "" };
}

test.each<{
  name: string;
  change?: (session: RoleSession, other: RoleSession) => Partial<RoleSession>;
  late?: number;
  prepare?: (replica: ReturnType<typeof createReplica>) => void;
  outcome: string;
}>([
  { name: "as it was issued", outcome: "one" },
  { name: "at its end", late: 3_600_000, outcome: "expired" },
  { name: "with the token of another session of the same role", change: (_, { sessionToken }) => ({ sessionToken }), outcome: "session-token-of-another-key" },
  { name: "with the secret of another", change: (_, { secretAccessKey }) => ({ secretAccessKey }), outcome: "signature-differs" },
  { name: "with a key nobody issued", change: () => ({ accessKeyId: "ASIAQNZGKIQY56JQ7WML" }), outcome: "session-token-of-another-key" },
  {
    name: "with a token that was changed",
    change: ({ sessionToken }) => ({ sessionToken: `${sessionToken.slice(0, 40)}A${sessionToken.slice(41)}` }),
    outcome: "unknown-access-key",
  },
  { name: "with what is no token", change: () => ({ sessionToken: "nonsense" }), outcome: "malformed-session-token" },
  {
    name: "of a role that was made again",
    prepare: ({ iam }) => iam.account("111122223333")?.roles.set("app", { ...PLAIN_ROLE, id: "AROAOTHER" }),
    outcome: "role-deleted",
  },
])("another replica meets a session $name: $outcome", async ({ change = () => ({}), late = 0, prepare = () => {}, outcome }) => {
  const issuing = createReplica("a");
  const [session, other] = [await issuing.issue(), await issuing.issue()];
  const replica = createReplica("b", epochMillis(NOW + late));
  prepare(replica);
  const request = await sign({ ...session, ...change(session, other) }, NOW + late);
  const found = await replica.authenticate({ request, service: "sts", region: "eu-west-1", now: replica.clock.now() });
  expect("caller" in found && found.caller.kind === "role-session" ? found.caller.session.sessionName : "problem" in found && found.problem.reason).toBe(
    outcome,
  );
});
