import { type FieldProblem, forbidden, invalid, notSupported, type Problems, required } from "../../field-problem.js";
import type { Handler, HttpGetAction } from "../../types/container.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { headerName, portName, portNumber } from "../formats/keys.js";

const KINDS = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"] as const;
const SCHEMES = ["HTTP", "HTTPS"];

/** Problems of how a container is asked or told something: in one way of those that fit. */
export function* findHandlerProblems(handler: Handler, gracePeriod: number, field: string): Generator<FieldProblem> {
  const [first, ...others] = KINDS.filter((kind) => handler[kind] !== undefined);
  if (first === undefined) return yield required(field, "must specify a handler type");
  yield* findKindProblems(first, handler, gracePeriod, `${field}.${first}`);
  for (const kind of others) yield forbidden(`${field}.${kind}`, "may not specify more than 1 handler type");
}

function findKindProblems(kind: (typeof KINDS)[number], { exec, httpGet, tcpSocket, grpc, sleep }: Handler, gracePeriod: number, field: string): Problems {
  switch (kind) {
    case "exec":
      return (exec?.command ?? []).length === 0 ? [required(`${field}.command`)] : [];
    case "httpGet":
      return findHttpGetProblems(httpGet ?? {}, field);
    case "tcpSocket":
      return findPortProblems(tcpSocket?.port ?? 0, `${field}.port`);
    case "grpc":
      return findPortProblems(grpc?.port ?? 0, `${field}.port`);
    case "sleep":
      return findSleepProblems(sleep?.seconds ?? 0, gracePeriod, field);
  }
}

function* findHttpGetProblems({ path = "", port = 0, scheme = "", httpHeaders = [] }: HttpGetAction, field: string): Generator<FieldProblem> {
  if (path === "") yield required(`${field}.path`);
  yield* findPortProblems(port, `${field}.port`);
  if (!SCHEMES.includes(scheme)) yield notSupported(`${field}.scheme`, scheme, SCHEMES);
  for (const { name = "" } of httpHeaders) yield* findFormatProblems(headerName, `${field}.httpHeaders`, name);
}

function* findPortProblems(port: number | string, field: string): Generator<FieldProblem> {
  const problems = typeof port === "number" ? portNumber(port) : portName(port);
  for (const problem of problems) yield invalid(field, port, problem);
}

function* findSleepProblems(seconds: number, gracePeriod: number, field: string): Generator<FieldProblem> {
  if (seconds >= 0 && seconds <= gracePeriod) return;
  yield invalid(field, seconds, `must be non-negative and less than terminationGracePeriodSeconds (${gracePeriod})`);
}
