/** The program that makes credentials: run as kubectl runs it, and its answer held against the contract. */
import { execFile } from "node:child_process";
import { ApiError } from "./api-error.js";
import type { ClientCertificate, CredentialProgram } from "./connection.js";
import { findCertificateProblem } from "./find-certificate-problem.js";

/** What a program has made. */
export interface MadeCredentials {
  readonly token: string | null;
  readonly clientCertificate: ClientCertificate | null;
  /** Milliseconds of the epoch; `null` when they are good until they are refused. */
  readonly expiresAt: number | null;
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 1024 * 1024;

/**
 * Runs the program, which is told of itself in `KUBERNETES_EXEC_INFO` and writes an ExecCredential; what it has to say to people goes where this process' own messages go.
 *
 * @throws {ApiError} when it is not there, fails, or writes something else
 * @see https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
 */
export async function runCredentialProgram(program: CredentialProgram): Promise<MadeCredentials> {
  const { apiVersion, clusterInfo } = program;
  const spec = { ...(clusterInfo === null ? {} : { cluster: clusterInfo }), interactive: false };
  const written = await output(program, `${JSON.stringify({ kind: "ExecCredential", apiVersion, spec })}\n`);
  const credential = parse(written);
  const refuse = (expected: string, actual: string): ApiError => problemOf(program, expected, actual, "kubectl --v=8 get --raw /version shows what it makes");
  if (credential?.kind !== "ExecCredential") throw refuse("an ExecCredential on its standard output", written === "" ? "nothing" : "something else");
  if (credential.apiVersion !== apiVersion) throw refuse(`an ExecCredential of ${apiVersion}`, String(credential.apiVersion));
  const { token, clientCertificateData: certificate, clientKeyData: privateKey, expirationTimestamp } = credential.status ?? {};
  if (((certificate ?? "") === "") !== ((privateKey ?? "") === "")) throw refuse("clientCertificateData and clientKeyData", "one of them");
  if (!token && !certificate) throw refuse("a token or a client certificate", "neither");
  const problem = certificate && privateKey ? findCertificateProblem(certificate, privateKey) : null;
  if (problem !== null) throw refuse(problem.expected, `something else as ${problem.of}`);
  return {
    token: token || null,
    clientCertificate: certificate && privateKey ? { certificate, privateKey } : null,
    expiresAt: expirationTimestamp === undefined ? null : Date.parse(expirationTimestamp),
  };
}

interface ExecCredential {
  readonly kind?: unknown;
  readonly apiVersion?: unknown;
  readonly status?: {
    readonly token?: string;
    readonly clientCertificateData?: string;
    readonly clientKeyData?: string;
    readonly expirationTimestamp?: string;
  };
}

function output(program: CredentialProgram, info: string): Promise<string> {
  const { command, args, variables, installHint } = program;
  const options = { env: { ...process.env, ...variables, KUBERNETES_EXEC_INFO: info }, timeout: TIMEOUT_MS, maxBuffer: MAX_BYTES };
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, options, (error, stdout) => {
      if (error === null) return resolve(stdout);
      const found = error.code === "ENOENT" ? "no such program" : error.killed ? `no end within ${TIMEOUT_MS / 1000} s` : `exit code ${error.code}`;
      reject(problemOf(program, "a program that makes credentials", found, installHint ?? `run it by hand: ${[command, ...args].join(" ")}`));
    });
    child.stdin?.end();
    child.stderr?.pipe(process.stderr);
  });
}

function parse(written: string): ExecCredential | null {
  try {
    return JSON.parse(written) as ExecCredential | null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** What it wrote is not shown: it may hold a key. */
function problemOf({ command }: CredentialProgram, expected: string, actual: string, hint: string): ApiError {
  return new ApiError({ message: `${command}, which the kubeconfig names, makes no credentials\n  expected  ${expected}\n  found     ${actual}`, hint });
}
