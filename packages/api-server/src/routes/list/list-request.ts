/**
 * What a list asks for besides whom: from when, and how many at a time.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/apis/meta/internalversion/validation/validation.go
 */
import type { HttpRequest } from "@irsa-sim/core";
import { type FieldProblem, forbidden, notSupported } from "../../admission/field-problem.js";
import { REFUSALS } from "../../kubernetes-status.js";
import { type ContinueKey, readContinue } from "./continue-key.js";

/** What a list asks for. */
export interface ListRequest {
  /** How many at most; 0 for all. */
  readonly limit: number;
  /** Where an earlier page ended; `null` for the first. */
  readonly from: ContinueKey | null;
  /** The version that is wanted exactly; `null` for the present one. */
  readonly exactly: number | null;
  /** A version that the answer may not be older than. */
  readonly notOlderThan: number;
}

/**
 * Reads the parameters of a list.
 *
 * @throws {KubernetesStatus} 400 for what is no number or no token, 422 for what does not go together
 */
export function readListRequest({ url }: HttpRequest): ListRequest {
  const { searchParams } = new URL(url);
  const [version = "", match = "", token = "", asked = ""] = ["resourceVersion", "resourceVersionMatch", "continue", "limit"].map(
    (name) => searchParams.get(name) ?? "",
  );
  if (!/^[+-]?\d*$/.test(asked)) throw REFUSALS.badRequest(`strconv.ParseInt: parsing "${asked}": invalid syntax`);
  refuseProblems([...findListProblems({ version, match, token, sendsInitialEvents: searchParams.has("sendInitialEvents") })]);
  if (!/^\d*$/.test(version))
    throw REFUSALS.badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${version}": strconv.ParseUint: parsing "${version}": invalid syntax`,
    );
  if (token !== "" && version !== "" && version !== "0") throw REFUSALS.badRequest("specifying resource version is not allowed when using continue");
  const from = token === "" ? null : readContinue(token);
  const wanted = Number(version);
  // What may be of any time comes as a whole.
  const limit = version === "0" ? 0 : Math.max(0, Number(asked));
  const isExact = match === "Exact" || (match === "" && limit > 0 && wanted > 0);
  return { limit, from, exactly: from === null ? (isExact ? wanted : null) : from.version, notOlderThan: wanted };
}

interface Asked {
  readonly version: string;
  readonly match: string;
  readonly token: string;
  readonly sendsInitialEvents: boolean;
}

function* findListProblems({ version, match, token, sendsInitialEvents }: Asked): Generator<FieldProblem> {
  if (match !== "") {
    if (version === "") yield forbidden(MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided");
    if (token !== "") yield forbidden(MATCH, NOT_WITH_CONTINUE);
    if (match !== "Exact" && match !== "NotOlderThan") yield notSupported(MATCH, match, ["Exact", "NotOlderThan", ""]);
    if (match === "Exact" && version === "0") yield forbidden(MATCH, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"');
  }
  if (sendsInitialEvents) yield forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
}

const MATCH = "resourceVersionMatch";
const NOT_WITH_CONTINUE = "resourceVersionMatch is forbidden when continue is provided";

/**
 * Whether the parameters of a watch go together.
 *
 * @throws {KubernetesStatus} 422
 */
export function checkWatchParameters({ url }: HttpRequest): void {
  const { searchParams } = new URL(url);
  const [match = "", token = ""] = [searchParams.get(MATCH) ?? "", searchParams.get("continue") ?? ""];
  const sends = searchParams.has("sendInitialEvents");
  const problems = [
    ...(sends && match !== "NotOlderThan" ? [forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")] : []),
    ...(match !== "" && !sends ? [forbidden(MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")] : []),
    ...(match !== "" && match !== "NotOlderThan" ? [notSupported(MATCH, match, ["NotOlderThan"])] : []),
    ...(token === "" ? [] : [forbidden(MATCH, NOT_WITH_CONTINUE)]),
  ];
  refuseProblems(problems);
}

function refuseProblems(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw REFUSALS.invalid({ kind: "ListOptions", group: "meta.k8s.io" }, "", problems);
}
