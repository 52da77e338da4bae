// Token exchanges with `irsa-sim up` over many connections at once: whether each answer belongs to its request, whether all were counted, and what memory they left behind.
// Sessions of 15 minutes under --time-scale 60 are over after 15 seconds, so that what is remembered of them has its full size early.
import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { parseArgs } from "node:util";
import { startUp } from "./live/start-up.mjs";

const { values } = parseArgs({
  options: { count: { type: "string", default: "100000" }, connections: { type: "string", default: "64" }, json: { type: "boolean", default: false } },
});
const [count, connections] = [Number(values.count), Number(values.connections)];
const HOST = "sts.eu-west-1.amazonaws.com";
/** Of all exchanges, those after which nothing more should be kept than before. */
const WARM_UP_SHARE = 0.3;
const SAMPLES = 100;

const up = await startUp("basic", "--time-scale", "60");
try {
  const result = await measure();
  if (values.json) console.log(JSON.stringify(result));
  else tell(result);
} finally {
  await up.end();
}

async function measure() {
  const { AWS_ROLE_ARN: RoleArn, AWS_WEB_IDENTITY_TOKEN_FILE: tokenFile } = up.variables();
  const { port } = new URL(up.urlOf("by name, https"));
  const ca = readFileSync(`${up.folder}/ca.pem`);
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ca, servername: HOST });
  const sockets = new Set();
  const keys = new Set();
  const faults = [];
  const memory = [];
  let [next, done] = [0, 0];
  const exchange = async (index) => {
    const name = `session-${index}`;
    const WebIdentityToken = readFileSync(tokenFile, "utf8");
    const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", DurationSeconds: "900", RoleArn, RoleSessionName: name, WebIdentityToken };
    const answer = await post({ agent, port, sockets, body: new URLSearchParams(form).toString() });
    const key = /<AccessKeyId>(\w+)</.exec(answer.body)?.[1];
    if (answer.status !== 200 || !answer.body.includes(`/${name}</Arn>`) || key === undefined) faults.push(`${name}: ${answer.status} ${answer.body}`);
    else keys.add(key);
  };
  const client = async () => {
    for (; next < count; ) {
      next += 1;
      await exchange(next);
      done += 1;
      if (done % Math.ceil(count / SAMPLES) === 0) memory.push(up.residentMiB());
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const { byCall } = await up.counts();
  return {
    count,
    connections: sockets.size,
    answered: keys.size,
    faults: faults.slice(0, 3),
    counted: byCall.AssumeRoleWithWebIdentity ?? 0,
    seconds,
    memory: summary(memory),
  };
}

/** Highest in each part: what is collected now and then must not look like growth. */
function summary(samples) {
  const warm = Math.ceil(samples.length * WARM_UP_SHARE);
  const rest = samples.slice(warm);
  const half = Math.ceil(rest.length / 2);
  return { startMiB: samples[0], earlyMiB: Math.max(...rest.slice(0, half)), lateMiB: Math.max(...rest.slice(half)) };
}

function post({ agent, port, sockets, body }) {
  return new Promise((resolve, reject) => {
    const headers = { host: HOST, "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    const outgoing = request({ host: "127.0.0.1", port, method: "POST", agent, headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk) => {
        text += chunk;
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode, body: text }));
      incoming.on("error", reject);
    });
    outgoing.on("socket", (socket) => sockets.add(socket));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function tell({ count, connections, answered, faults, counted, seconds, memory }) {
  console.log(`${count} exchanges over ${connections} connections in ${seconds.toFixed(1)} s: ${(count / seconds).toFixed(0)} a second`);
  console.log(`answered with credentials of their own: ${answered}; counted by the simulator: ${counted}`);
  for (const fault of faults) console.log(`wrong: ${fault}`);
  const { startMiB, earlyMiB, lateMiB } = memory;
  console.log(
    `memory: ${startMiB.toFixed(0)} MiB at first, ${earlyMiB.toFixed(0)} MiB when warm, ${lateMiB.toFixed(0)} MiB at the end: x ${(lateMiB / earlyMiB).toFixed(2)}`,
  );
}
