/** Plays a recorded situation through our chain of an SDK and says what its peers and its program saw. */
import {
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  FileError,
  type Files,
  generateRsaKey,
  type HostDirectory,
  issueCertificate,
  NetworkError,
  type Transport,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { caVariablesOf, createSdkClient, SDK_IDS, type SdkId } from "../../src/index.js";
import { CONTAINER_HOSTS, METADATA_HOSTS, S3_HOSTS, STS_HOSTS } from "./hosts.js";
import { createPeers } from "./peers.js";
import type { Cell, SeenRequest, SeenResult, Situation } from "./situation.js";

const HOME = "/home/app";
const TOKEN = `${HOME}/token`;
const START = Date.UTC(2026, 10, 28, 9);

const privateKey = await generateRsaKey();
const validity = { notBefore: new Date("2020-01-01T00:00:00Z"), notAfter: new Date("2030-01-01T00:00:00Z") };
const root = issueCertificate({ commonName: "root", hosts: [], privateKey, validity, serialNumber: "01" });
const leaf = issueCertificate(
  { commonName: "aws", hosts: [...STS_HOSTS, ...S3_HOSTS, "localhost"], privateKey, validity, serialNumber: "02" },
  { certificate: root, privateKey },
);
const certificate = { chain: [leaf], privateKey };
const stranger = issueCertificate({ commonName: "other", hosts: [], privateKey, validity, serialNumber: "03" });
const over = { notBefore: validity.notBefore, notAfter: new Date("2021-01-01T00:00:00Z") };
const WRONG = {
  untrusted: issueCertificate({ commonName: "aws", hosts: STS_HOSTS, privateKey, validity, serialNumber: "04" }, { certificate: stranger, privateKey }),
  host: issueCertificate({ commonName: "aws", hosts: ["example.com"], privateKey, validity, serialNumber: "05" }, { certificate: root, privateKey }),
  expired: issueCertificate({ commonName: "aws", hosts: STS_HOSTS, privateKey, validity: over, serialNumber: "06" }, { certificate: root, privateKey }),
};

/** What came out. */
export interface Played extends Omit<Cell, "sdk" | "situation"> {
  readonly requests: readonly SeenRequest[];
}

/** Plays a situation; texts have `$HOME` for the home directory, as the recordings have. */
export async function playCell(sdk: string, situation: Situation): Promise<Played> {
  const clock = new VirtualClock(epochMillis(START));
  const peers = createPeers(situation, clock);
  const hosts = listenAll(peers, situation);
  const network = createNetwork(hosts, withoutResolver(createInMemoryTransport(hosts, clock)), clock);
  const files = filesOf(situation, clock);
  const environment = { HOME, ...mapValues(situation.env, (value) => value.replace("$TOKEN", TOKEN).replace("$HOME", HOME)) };
  const [id, hasStsModule] = sdk === "java-v2-nosts" ? (["java-v2", false] as const) : [sdkId(sdk), true];
  const isTrusted = situation.ca === undefined || Object.keys(situation.ca).some((name) => caVariablesOf(id).includes(name));
  const trace = createTrace(clock);
  const client = createSdkClient({
    sdk: id,
    environment,
    files,
    network,
    tls: trustAnchors(isTrusted ? [root] : []),
    clock,
    random: createRandom("recorded"),
    hasStsModule,
  });
  const results: SeenResult[] = [];
  for (let call = 1; call <= (situation.calls ?? 1); call += 1) {
    if (call > 1) await clock.advanceBy((situation.sleep ?? 0) * 1000);
    const result = await clock.run(() => client.call({ action: "s3:GetObject", bucket: "my-bucket", key: "hello.txt" }, trace.root));
    await clock.advanceBy(0);
    results.push(result.ok ? { ok: true } : { ok: false, class: result.error.type ?? result.error.code, text: result.error.message.replaceAll(HOME, "$HOME") });
  }
  return { winner: results.at(-1)?.ok === true ? winnerOf(peers.seen) : "!", results, requests: peers.seen };
}

/** Where the recordings were made, nobody resolved a name that was not written down. */
function withoutResolver(transport: Transport): Transport {
  return {
    async carry(request, exchange, options) {
      try {
        return await transport.carry(request, exchange, options);
      } catch (error) {
        if (!(error instanceof NetworkError) || error.code !== "ENOTFOUND") throw error;
        throw new NetworkError("EAI_AGAIN", `getaddrinfo EAI_AGAIN ${new URL(request.url).hostname}`);
      }
    },
  };
}

function sdkId(name: string): SdkId {
  const id = SDK_IDS.find((each) => each === name);
  if (id === undefined) throw new Error(`no chain for ${name}`);
  return id;
}

function listenAll({ sts, s3, imds, container }: ReturnType<typeof createPeers>, { sts: { tls } = {} }: Situation): HostDirectory {
  const hosts = createHostDirectory();
  const shown = tls === undefined ? certificate : { chain: [WRONG[tls]], privateKey };
  for (const host of STS_HOSTS) hosts.listen({ host, actor: "sts", handler: sts, certificate: shown });
  for (const host of S3_HOSTS) hosts.listen({ host, actor: "s3", handler: s3, certificate });
  const local: typeof sts = (request, span) => (request.method === "POST" ? sts(request, span) : s3(request, span));
  hosts.listen({ host: "127.0.0.1:4566", actor: "sts", handler: local });
  hosts.listen({ host: "localhost:4567", actor: "sts", handler: local, certificate });
  for (const host of METADATA_HOSTS) hosts.listen({ host, actor: "node", handler: imds });
  for (const host of CONTAINER_HOSTS) hosts.listen({ host, actor: "node", handler: container });
  return hosts;
}

function filesOf(situation: Situation, clock: VirtualClock): Files {
  const { files: written = {}, token = "jwt-1", unreadable = false, tokenDirectory = false, unreadableFiles = [] } = situation;
  const files = createInMemoryFiles(clock);
  const put = (path: string, text: string): void => {
    files.makeDirectory(path.slice(0, path.lastIndexOf("/")));
    files.write(path, new TextEncoder().encode(text));
  };
  if (tokenDirectory) files.makeDirectory(TOKEN);
  else if (token !== null) put(TOKEN, token);
  put(`${HOME}/podtoken`, "pod-token");
  for (const [path, text] of Object.entries(written)) put(`${HOME}/${path}`, text.replaceAll("$TOKEN", TOKEN));
  const closed = [...unreadableFiles.map((path) => `${HOME}/${path}`), ...(unreadable ? [TOKEN] : [])];
  return {
    ...files,
    read(path) {
      if (closed.includes(path)) throw new FileError("EACCES", "permission denied", "open", path);
      return files.read(path);
    },
  };
}

function mapValues(record: Readonly<Record<string, string>>, map: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

const LETTERS = { AKIAENV: "E", AKIAPROFILE: "P", ASIAROLE: "P", ASIAWEB: "W", ASIACONTAINER: "C", ASIANODE: "N", unsigned: "u" };

function winnerOf(seen: readonly SeenRequest[]): string {
  const key = seen.findLast(({ to }) => to === "s3")?.key ?? "";
  return Object.entries(LETTERS).find(([start]) => key.startsWith(start))?.[1] ?? key;
}
