/** moto's server, where Python has it: started on loopback, filled with the same things, stopped at the end. */
import { spawn, spawnSync } from "node:child_process";
import { type RequestOptions, request } from "node:http";
import { createServer } from "node:net";
import { bodyText, epochMillis, type IssuerUrl } from "@irsa-sim/core";
import { createOidcIssuer } from "@irsa-sim/oidc-issuer";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { BUCKET, HOSTS, ISSUER, REGION } from "../aws/simulated-aws.js";
import { type Answer, readAnswer, type ServiceRequest, type Subject } from "./subject.js";

const DEVELOPER = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "moto-takes-any-key".padEnd(40, "-") };

/** moto's version; `null` where it is not installed. */
export function findMoto(): string | null {
  const { status, stdout } = spawnSync("python3", ["-c", "import moto.server; print(moto.__version__)"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
}

/** Starts moto. */
export async function startMoto(version: string): Promise<Subject> {
  const port = await freePort();
  const server = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  const issuer = await createOidcIssuer({ issuer: ISSUER as IssuerUrl, signingKeys: WELL_KNOWN_KEYS.issuerSigningKeys.slice(0, 1) });
  const send = async ({ service, path, credentials, ...rest }: ServiceRequest) => {
    const region = service === "iam" ? "us-east-1" : REGION;
    const whole = { ...rest, url: `https://${HOSTS[service]}${path}` };
    const sent = credentials === undefined ? whole : await signRequest({ request: whole, service, region, credentials, at: epochMillis(Date.now()) });
    // The real host name tells moto which service is meant.
    return exchange({ port, path, method: sent.method, headers: { ...sent.headers, host: HOSTS[service] } }, bodyText(sent));
  };
  const subject: Subject = {
    name: `moto ${version}`,
    account: "123456789012",
    developer: DEVELOPER,
    nowSeconds: () => Math.floor(Date.now() / 1000),
    sign: (claims) => issuer.sign(claims),
    send,
    close: async () => {
      server.kill();
    },
  };
  await untilAnswering(origin);
  const put = (path: string, body: string) => send({ service: "s3", method: "PUT", path, headers: {}, body, credentials: DEVELOPER });
  await put(`/${BUCKET}`, `<CreateBucketConfiguration><LocationConstraint>${REGION}</LocationConstraint></CreateBucketConfiguration>`);
  for (const key of ["hello.txt", "secret.txt"]) await put(`/${BUCKET}/${key}`, key);
  return subject;
}

function exchange(options: RequestOptions, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, host: "127.0.0.1" }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(readAnswer(response.statusCode ?? 0, Buffer.concat(chunks).toString())));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The server says nothing when it is ready; asking it is the only way to know. */
async function untilAnswering(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answered = await fetch(`${origin}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("moto did not start within 10 s");
}
